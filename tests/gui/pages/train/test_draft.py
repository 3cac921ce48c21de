"""The form of a new run as a value: remembered, checked, and filled from presets and runs."""

import pytest

from o1desk.core.config_json import to_json
from o1desk.core.configs import MixPart, RlConfig, SftConfig
from o1desk.core.errors import InputError
from o1desk.gui.form_fields import fields_of
from o1desk.gui.pages.train.draft import (
    APART,
    CONFIGS,
    Draft,
    draft_from_json,
    draft_of_run,
    samples_of,
)
from o1desk.gui.pages.train.presets import PRESETS, presets_of
from o1desk.gui.pages.train.sections import SECTIONS


def test_a_fresh_form_is_a_configuration_that_can_run():
    assert isinstance(Draft().config(), RlConfig)
    assert isinstance(Draft(method="sft").config(), SftConfig)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_each_preset_makes_a_configuration_and_is_recognised(preset):
    draft = Draft().with_preset(preset.key)

    assert draft.config() == CONFIGS[preset.method](
        **preset.changes,
        model="starter",
        environments=draft.environments,
    )
    assert draft.preset == preset.key


def test_each_method_has_presets_with_their_reasons():
    for method in CONFIGS:
        assert len(presets_of(method)) >= 3
        assert all(preset.title and preset.why for preset in presets_of(method))


def test_a_preset_leaves_practice_seed_and_device_alone():
    mix = (MixPart(environment="gcd", level="hard"),)
    draft = Draft(environments=mix).with_settings({"seed": 7, "device": "cpu", "steps": 3})

    filled = draft.with_preset("quick")

    assert filled.environments == mix
    assert (filled.config().seed, filled.config().device) == (7, "cpu")
    assert filled.preset == "quick"


def test_another_setting_is_nobodys_preset():
    draft = Draft().with_preset("quick")

    assert draft.with_settings(draft.settings | {"steps": 11}).preset == ""


def test_a_draft_survives_json():
    draft = Draft(method="sft", source="dataset", dataset="mine").with_settings({"steps": 5})

    assert draft_from_json(draft.to_json()) == draft


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"method": "dpo", "changes": {"rl": {"stepz": 3}}},
        {"environments": [{"family": "gcd"}], "rewards": 3, "changes": {"rl": {"steps": -1}}},
        {"model": 7, "source": "thin air", "changes": {"rl": [], "sft": {"steps": "many"}}},
    ],
)
def test_what_cannot_be_understood_of_a_remembered_form_gets_its_default(data):
    draft = draft_from_json(data)

    assert draft.method == "rl"
    assert draft.config().steps >= 1


def test_a_run_can_be_filled_into_the_form_again():
    config = to_json(
        RlConfig(
            model="starter@20260101-000000-train-0000:40",
            environments=(MixPart(environment="gcd", level="easy", weight=2.0),),
            steps=7,
            kl_beta=0.1,
        )
    )

    draft = draft_of_run({"id": "x", "method": "rl", "config": config}, Draft(method="sft"))

    assert to_json(draft.config()) == config


def test_a_fine_tuning_remembers_its_data_set():
    draft = Draft(method="sft", source="dataset", dataset="mine")
    run = {"method": "sft", "config": to_json(draft.config()), "samples": samples_of(draft)}

    again = draft_of_run(run, Draft())

    assert (again.source, again.dataset) == ("dataset", "mine")


def test_samples_of_a_data_set_bring_their_own_environments():
    assert Draft(method="sft", source="dataset", dataset="mine").config().environments == ()
    assert Draft(method="sft").config().environments


def test_a_value_that_does_not_fit_is_one_sentence():
    draft = Draft(changes={"rl": {"steps": 0}})

    with pytest.raises(InputError, match="'steps' must be from 1"):
        draft.config()


@pytest.mark.parametrize("method", CONFIGS)
def test_every_setting_stands_under_exactly_one_heading(method):
    shown = [path for _, fields in SECTIONS[method] for path in fields]
    known = set(fields_of(CONFIGS[method], context="configs")) - APART

    assert len(shown) == len(set(shown))
    assert set(shown) == known
