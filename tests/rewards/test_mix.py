"""The mix: weights, silence, and rewards that raise or hang."""

import time

import pytest

from o1desk.core import registry
from o1desk.core.configs import RewardPart
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.registry import Leaf
from o1desk.core.types import Judgement
from o1desk.rewards.examples import attempt
from o1desk.rewards.mix import RewardMix


class Raising:
    def __call__(self, sample):
        raise ZeroDivisionError("by a zero of a plugin")


class Sleeping:
    def __call__(self, sample):
        time.sleep(3)


class Endless:
    def __call__(self, sample):
        return float("nan")


class Half:
    def __call__(self, sample):
        return 0.5


@pytest.fixture
def foreign(monkeypatch):
    registry.leaves("reward")
    for cls in (Raising, Sleeping, Endless, Half):
        name = cls.__name__.lower()
        leaf = Leaf(kind="reward", name=name, title=name, factory=cls)
        monkeypatch.setitem(registry._LEAVES, ("reward", name), leaf)
        monkeypatch.setattr(cls, "__dataclass_fields__", {}, raising=False)


def mix(*names, **options):
    return RewardMix([RewardPart(name=name) for name in names], **options)


def test_the_total_is_the_weighted_sum_of_the_parts():
    parts = [RewardPart(name="verdict"), RewardPart(name="format", weight=0.25)]
    right, wrong = attempt("7"), attempt("8", judgement=Judgement.INCORRECT)
    assert RewardMix(parts).score([right, wrong]) == [
        (1.25, {"verdict": 1.0, "format": 1.0}),
        (0.0, {"verdict": 0.0, "format": 0.0}),
    ]


def test_parts_that_cannot_score_are_left_out_of_the_sum():
    unchecked = attempt("7", judgement=None)
    assert mix("verdict", "exact_answer").score([unchecked]) == [
        (1.0, {"verdict": None, "exact_answer": 1.0})
    ]
    assert mix("verdict", "format").score([unchecked])[0][0] is None


@pytest.mark.usefixtures("foreign")
def test_a_raising_reward_scores_nothing_and_its_traceback_is_kept():
    rewards = mix("raising", "verdict")
    assert rewards.score([attempt("7")] * 4) == [(1.0, {"raising": None, "verdict": 1.0})] * 4
    fault = rewards.faults["raising"]
    assert fault.count == 4
    assert "by a zero of a plugin" in fault.traceback
    assert "Traceback" in fault.traceback


@pytest.mark.usefixtures("foreign")
def test_a_hanging_reward_scores_nothing_and_is_switched_off():
    rewards = mix("sleeping", "verdict", limit_s=0.05)
    started = time.monotonic()
    assert {total for total, _ in rewards.score([attempt("7")] * 50)} == {1.0}
    assert time.monotonic() - started < 2.0
    assert rewards.faults["sleeping"].hangs == 3
    assert "0.05 s" in rewards.faults["sleeping"].traceback


@pytest.mark.usefixtures("foreign")
def test_a_reward_that_is_no_number_scores_nothing():
    rewards = mix("endless")
    assert rewards.score([attempt("7")]) == [(None, {"endless": None})]
    assert "nan" in rewards.faults["endless"].traceback


@pytest.mark.usefixtures("foreign")
def test_a_sound_foreign_reward_scores():
    assert mix("half").score([attempt("7")]) == [(0.5, {"half": 0.5})]


def test_an_unknown_reward_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownNameError, match="did you mean 'verdict'"):
        mix("verdikt")


def test_an_unknown_or_wild_setting_is_refused():
    with pytest.raises(InputError, match="longest"):
        RewardMix([RewardPart(name="overlong", settings={"longest": 0})])
    with pytest.raises(UnknownNameError, match="margin"):
        RewardMix([RewardPart(name="overlong", settings={"margins": 3})])


def test_a_mix_of_nothing_or_of_twins_is_refused():
    with pytest.raises(InputError, match="no reward"):
        mix()
    with pytest.raises(InputError, match="twice"):
        mix("verdict", "verdict")
