import math

import pytest

from o1desk.core.health import health

STEADY = {
    "frac_reward_zero_std": 0.38,
    "clipped_ratio": 0.08,
    "kl": 0.02,
    "entropy": 0.05,
    "grad_norm": 0.03,
    "reward": 0.6,
    "pass_at_1": 0.6,
    "mismatch_kl": 1e-9,
    "skipped": 0.0,
}


def word(name, values, history=None):
    found = [each for each in health(values, history or {}) if each.name == name]
    return found[0] if found else None


def test_a_steady_run_reads_as_good_words():
    words = health(STEADY, {})

    assert {each.level for each in words} == {"good"}
    assert [each.text for each in words] == [
        "Learning signal: 62 % of groups mixed",
        "Truncated: 8 %",
        "KL 0.02",
        "Entropy 0.05",
        "Gradient norm 0.03",
    ]
    assert all(each.detail.endswith(".") for each in words)


def test_without_numbers_there_is_nothing_to_say():
    assert health({}, {}) == []
    assert health({"kl": math.nan}, {"entropy": [math.inf]}) == []


@pytest.mark.parametrize(
    ("name", "values", "level", "text"),
    [
        ("signal", {"frac_reward_zero_std": 0.8}, "watch", "Learning signal: 20 % of groups mixed"),
        ("signal", {"frac_reward_zero_std": 1.0}, "bad", "Learning signal: 0 % of groups mixed"),
        ("truncated", {"clipped_ratio": 0.2}, "watch", "Truncated: 20 %"),
        ("truncated", {"clipped_ratio": 0.9}, "bad", "Truncated: 90 %"),
        ("kl", {"kl": 0.5}, "watch", "KL 0.5"),
        ("kl", {"kl": 3.0}, "bad", "KL 3"),
        ("mismatch", {"mismatch_kl": 0.05}, "watch", "Sampling and learning differ: 0.05"),
        ("mismatch", {"mismatch_kl": 0.5}, "bad", "Sampling and learning differ: 0.5"),
        ("gradient", {"skipped": 1.0, "grad_norm": 1.0}, "bad", "Step skipped by the guard"),
    ],
)
def test_one_step_far_from_usual_is_said_in_words(name, values, level, text):
    found = word(name, values)

    assert (found.level, found.text) == (level, text)


@pytest.mark.parametrize(
    ("right", "advice"), [(0.95, "harder level"), (0.05, "easier level"), (0.5, "temperature")]
)
def test_a_lost_signal_says_which_way_to_turn(right, advice):
    found = word("signal", {"frac_reward_zero_std": 1.0, "pass_at_1": right})

    assert advice in found.detail


@pytest.mark.parametrize(
    ("past", "now", "level", "start"),
    [
        ([0.07] * 12, 0.06, "good", "Entropy 0.06"),
        ([0.5] * 4 + [0.1] * 8, 0.1, "watch", "Entropy falling fast"),
        ([0.5] * 20 + [0.001] * 3, 0.001, "bad", "Entropy collapsed"),
        ([0.05] * 12 + [0.3] * 3, 0.3, "watch", "Entropy rising fast"),
        ([], 0.0, "good", "Entropy 0"),
    ],
)
def test_entropy_is_compared_with_its_own_past(past, now, level, start):
    found = word("entropy", {"entropy": now}, {"entropy": past})

    assert found.level == level
    assert found.text.startswith(start)


@pytest.mark.parametrize(("now", "level"), [(0.05, "good"), (0.3, "watch"), (5.0, "bad")])
def test_a_gradient_is_large_beside_the_usual_one(now, level):
    assert word("gradient", {"grad_norm": now}, {"grad_norm": [0.03] * 10}).level == level


def test_a_gradient_after_nothing_but_zeros_is_no_alarm():
    assert word("gradient", {"grad_norm": 1.0}, {"grad_norm": [0.0] * 10}).level == "good"


@pytest.mark.parametrize(
    ("name", "past", "now", "level", "start"),
    [
        ("reward", [0.4] * 20 + [0.5] * 20, 0.5, "good", "Reward 0.50"),
        ("reward", [0.5] * 40, 0.5, "watch", "Learning stalled: 0.50 for 40 steps"),
        ("reward", [0.99] * 40, 0.99, "good", "Reward 0.99"),
        ("reward", [0.7] * 20 + [0.4] * 20, 0.4, "bad", "Reward falling: 0.40"),
        ("loss", [2.0] * 20 + [1.5] * 20, 1.5, "good", "Loss falling: 1.50"),
        ("loss", [1.5] * 40, 1.5, "watch", "Learning stalled: 1.50 for 40 steps"),
        ("loss", [1.5] * 20 + [2.0] * 20, 2.0, "bad", "Loss rising: 2.00"),
    ],
)
def test_progress_compares_two_windows(name, past, now, level, start):
    found = word("progress", {name: now}, {name: past})

    assert (found.level, found.text) == (level, start)


def test_progress_waits_for_enough_steps_and_ignores_the_loss_of_rl():
    assert word("progress", {"reward": 0.5}, {"reward": [0.5] * 30}) is None
    assert word("progress", {"loss": 1.0, "entropy": 0.1}, {"loss": [1.0] * 60}) is None


@pytest.mark.parametrize(
    ("past", "values", "level", "text"),
    [
        ([0.45], {"heldout_pass_at_1": 0.5}, "good", "Held-out accuracy 50 % (start 45 %)"),
        ([0.45, 0.43], {}, "watch", "Held-out accuracy 43 % (start 45 %)"),
        ([0.45] + [0.5] * 60 + [0.3], {}, "bad", "Held-out accuracy 30 % (start 45 %)"),
    ],
)
def test_heldout_accuracy_is_compared_with_the_start(past, values, level, text):
    found = word("heldout", values, {"heldout_pass_at_1": past})

    assert (found.level, found.text) == (level, text)


def test_the_worst_word_comes_first():
    words = health(STEADY | {"kl": 0.5, "clipped_ratio": 0.9}, {})

    assert [each.name for each in words][:2] == ["truncated", "kl"]
