"""What is practised is a function of the seed, and never what is measured."""

import dataclasses

import pytest

from o1desk.core.configs import MixPart
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.split import split_of
from o1desk.core.types import Problem
from o1desk.environments import catalog
from o1desk.training.problems import ProblemMix


class Careless:
    """An environment that ignores the split it is asked for, and has few problems."""

    name = "careless"

    def __init__(self, size):
        self.size = size

    def problems(self, count, level, seed, split="train"):
        for number in range(min(count, self.size)):
            yield Problem(environment=self.name, level=level, prompt=str(number), answer="x")


def _mix(find, *parts, seed=0):
    return ProblemMix([MixPart(environment=n, weight=w) for n, w in parts], find, seed=seed)


def test_a_step_draws_the_same_problems_again(vowels):
    first = _mix(vowels, ("vowels", 1.0)).practice(7, 12)
    assert first == _mix(vowels, ("vowels", 1.0)).practice(7, 12)
    assert first != _mix(vowels, ("vowels", 1.0)).practice(8, 12)
    assert first != _mix(vowels, ("vowels", 1.0), seed=1).practice(7, 12)


def test_practice_and_measurement_share_no_problem(vowels):
    mix = _mix(vowels, ("vowels", 1.0))
    practised = {p.key for step in range(30) for p in mix.practice(step, 16)}
    measured = {p.key for p in mix.heldout(100)}
    assert len(measured) == 100
    assert not practised & measured


def test_a_careless_environment_cannot_bring_held_out_problems_into_practice():
    mix = _mix(lambda _: Careless(64), ("careless", 1.0))
    assert all(split_of(problem) == "train" for problem in mix.practice(0, 64))


def test_a_small_environment_repeats_itself_rather_than_stopping():
    mix = _mix(lambda _: Careless(4), ("careless", 1.0))
    assert len(mix.practice(0, 16)) == 16


def test_an_environment_without_problems_is_named():
    mix = _mix(lambda _: Careless(0), ("careless", 1.0))
    with pytest.raises(InputError, match="'careless' has no training problems"):
        mix.practice(0, 4)


def test_weights_decide_how_often_an_environment_is_drawn():
    mix = _mix(catalog.get, ("chain_sum", 3.0), ("gcd", 1.0), ("products", 0.0))
    names = [p.environment for step in range(20) for p in mix.practice(step, 16)]
    assert names.count("products") == 0
    assert 0.6 < names.count("chain_sum") / len(names) < 0.9


def test_a_verdict_comes_from_the_environment_of_the_problem():
    mix = _mix(catalog.get, ("chain_sum", 1.0), ("gcd", 1.0))
    for problem in mix.practice(0, 8):
        assert mix.check(problem, problem.answer).is_correct
        assert not mix.check(problem, "none of these").is_correct


@pytest.mark.parametrize("name", ["gcd:original", "composite"])
def test_a_problem_whose_family_is_no_name_of_the_mix_is_judged_by_its_family(name):
    mix = _mix(catalog.get, ("number_sorting", 1.0), (name, 1.0))
    for problem in [*mix.practice(0, 32), *mix.heldout(16)]:
        family = catalog.get(problem.environment)
        for answer in (problem.answer, f"{problem.answer} ", "1", "none of these"):
            ours, theirs = mix.check(problem, answer), family.check(problem, answer)
            assert (ours.judgement, ours.score) == (theirs.judgement, theirs.score)
            assert ours.is_correct or answer.strip() != problem.answer


def test_a_family_outside_the_mix_is_looked_up_once():
    asked = []

    def find(name):
        asked.append(name)
        return catalog.get(name)

    mix = _mix(find, ("gcd:original", 1.0))
    for problem in mix.practice(0, 8):
        mix.check(problem, problem.answer)
    assert asked == ["gcd:original", "gcd"]


def test_a_problem_of_an_unknown_environment_is_judged_by_nobody():
    mix = _mix(catalog.get, ("gcd", 1.0))
    stray = Problem(environment="gdc", level="easy", prompt="?", answer="1")
    with pytest.raises(UnknownNameError, match="gcd"):
        mix.check(stray, "1")


@pytest.mark.parametrize("parts", [[], [("vowels", 0.0)], [("vowels", 1.0), ("vowels", -1.0)]])
def test_a_mix_without_weight_is_refused(vowels, parts):
    with pytest.raises(InputError):
        _mix(vowels, *parts)


def test_an_unknown_environment_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownNameError, match="chain_sum"):
        _mix(catalog.get, ("chain_sun", 1.0))


def test_a_group_of_one_is_refused_before_anything_is_loaded(tmp_path, rl_config):
    from o1desk.training.rl import train_rl

    config = dataclasses.replace(rl_config, group_size=1, model="nowhere")
    with pytest.raises(InputError, match="at least 2"):
        train_rl(config, tmp_path, None)
