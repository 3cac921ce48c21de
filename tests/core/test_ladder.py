import pytest

from o1desk.core.config_json import to_json
from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.job_configs import class_of, settings_of
from o1desk.core.ladder import lowered, next_rung, retry_config

RUN = {
    "id": "R1",
    "role": "train",
    "created": "2026-01-01",
    "o1desk": "0.1",
    "method": "rl",
    "config": {"model": "starter", "steps": 20},
}


@pytest.mark.parametrize(
    ("config", "rung"),
    [
        ({"micro_tokens": 8192, "group_size": 8, "max_new_tokens": 400}, {"micro_tokens": 4096}),
        ({"micro_tokens": 64, "group_size": 8, "max_new_tokens": 400}, {"group_size": 4}),
        ({"micro_tokens": 64, "group_size": 2, "max_new_tokens": 400}, {"max_new_tokens": 300}),
        ({"micro_tokens": 64, "max_tokens": 1024}, {"max_tokens": 768}),
        ({"group_size": 3, "max_new_tokens": 64}, {}),
        ({"micro_tokens": "many", "group_size": True}, {}),
        ({}, {}),
    ],
)
def test_the_ladder_lowers_first_what_changes_the_mathematics_least(config, rung):
    assert next_rung(config) == rung


@pytest.mark.parametrize("config", [RlConfig(), SftConfig()])
def test_the_ladder_comes_to_an_end_and_every_rung_is_a_valid_configuration(config):
    settings, rungs = to_json(config), 0
    while rung := next_rung(settings):
        settings |= rung
        rungs += 1
        settings_of("train", {"method": "rl", "config": settings})

    assert 5 < rungs < 60
    assert type(config)(**{k: settings[k] for k in lowered(settings)}) is not None


def test_while_answers_are_drawn_the_micro_batch_stays():
    assert next_rung(to_json(RlConfig()), while_sampling=True) == {"group_size": 4}


def test_trying_again_changes_the_settings_of_the_hint_and_nothing_else():
    hint = {"micro_tokens": 4096, "needed_bytes": 10**9, "available_bytes": 10**6}

    assert retry_config(RUN, hint) == {
        "method": "rl",
        "config": {"model": "starter", "steps": 20, "micro_tokens": 4096},
    }
    assert RUN["config"] == {"model": "starter", "steps": 20}


def test_a_hint_without_a_setting_leaves_the_run_as_it_was():
    assert lowered({"needed_bytes": 5, "group_size": "few", "max_tokens": 0}) == {}
    assert retry_config(RUN, {})["config"] == RUN["config"]


def test_the_settings_of_a_job_hold_its_defaults():
    assert settings_of("train", RUN)["micro_tokens"] == RlConfig().micro_tokens
    assert settings_of("train", {"method": "sft"})["batch_size"] == SftConfig().batch_size
    assert settings_of("chat", {"config": {"model": "fake"}})["device"] == "auto"


def test_settings_that_do_not_fit_stay_as_they_are():
    assert settings_of("train", {"config": {"stpes": 3}}) == {"stpes": 3}
    assert settings_of("train", {"config": [1]}) == {}
    assert settings_of("misbehave", {"config": {"do": "wait"}}) == {"do": "wait"}
    assert class_of("train", {"method": "magic"}) is None
