import re

import pytest

from o1desk.core.metrics import CHARTS, METRICS, info
from o1desk.core.words import filled


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_every_declared_metric_is_explained(metric):
    assert metric.chart in CHARTS
    assert metric.better in ("higher", "lower", "")
    assert metric.title
    assert metric.help.endswith(".")
    assert metric.percent == (metric.unit == "%")


@pytest.mark.parametrize(
    ("name", "title", "chart", "better"),
    [
        ("reward_exact_answer", "Reward: exact answer", "reward", "higher"),
        ("reward_exact_answer_std", "Spread of the reward: exact answer", "reward", ""),
        ("pass_at_8", "Solved within 8 answers", "accuracy", "higher"),
        ("seconds_merge", "Time: merge", "time", "lower"),
        ("draft_tps", "Speed: draft", "speed", "higher"),
        ("strange_new_number", "Strange new number", "other", ""),
        ("", "", "other", ""),
    ],
)
def test_a_name_that_carries_a_word_is_explained_by_its_pattern(name, title, chart, better):
    found = info(name)

    assert filled(found.title, found.words) == title
    assert (found.name, found.chart, found.better) == (name, chart, better)
    assert not re.search(r"%\d", filled(found.help, found.words))


def test_a_declared_name_wins_over_its_pattern():
    assert info("reward_std") is METRICS["reward_std"]
    assert info("pass_at_1") is METRICS["pass_at_1"]


def test_placeholders_without_a_word_stay():
    assert filled("%2 of %1, 10 % and %3", ("a", "%1")) == "%1 of a, 10 % and %3"
