"""Settings in words, and what differs between runs."""

from o1desk.core.config_json import to_json
from o1desk.core.configs import MixPart, RlConfig
from o1desk.gui.pages.train.settings_words import differing, said, title_of, whole


def test_what_a_run_does_not_name_has_its_default():
    short = whole("train", "rl", {"steps": 3, "lora": {"rank": 4}})

    assert (short["steps"], short["lora.rank"], short["lora.alpha"]) == (3, 4, 32.0)
    assert short["group_size"] == RlConfig().group_size


def test_a_written_out_default_does_not_differ_from_a_missing_one():
    named = whole("train", "rl", to_json(RlConfig(environments=(MixPart(environment="gcd"),))))
    short = whole("train", "rl", {"environments": [{"environment": "gcd"}]})

    assert differing([named, short]) == []


def test_only_what_differs_is_named():
    runs = [whole("train", "rl", {"steps": steps, "seed": 1}) for steps in (3, 4)]

    assert differing(runs) == ["steps"]


def test_settings_of_another_version_are_shown_as_they_stand():
    found = whole("train", "rl", {"steps": 3, "panzar": True})

    assert (found["steps"], found["panzar"]) == (3, True)


def test_mixes_and_adapters_read_like_sentences(qapp):
    mix = [{"environment": "gcd", "level": "hard", "weight": 2.0}, {"environment": "gcd"}]
    rewards = [{"name": "verdict", "settings": {"partial": False}}, {"name": "gone", "weight": 0.5}]

    assert said(RlConfig, "environments", mix) == (
        "Greatest common divisor (hard) \u00d7 2, Greatest common divisor (medium)"
    )
    assert said(RlConfig, "rewards", rewards) == (
        "Verdict of the environment (partial credit: off), gone \u00d7 0.5"
    )
    assert said(RlConfig, "learning_rate", 1e-5) == "1e-5"
    assert said(RlConfig, "environments", []) == "\u2013"
    assert title_of(RlConfig, "lora.rank") == "Adapter: rank"
    assert title_of(RlConfig, "no_such_thing") == "no_such_thing"
