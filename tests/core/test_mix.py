"""Problems drawn from several environments."""

from collections import Counter

import pytest

from o1desk.core.configs import MixPart
from o1desk.core.errors import InputError
from o1desk.core.mix import mixed_problems
from o1desk.core.types import Problem


class Numbers:
    """Knows `size` problems; counts how many were drawn."""

    def __init__(self, name: str, size: int = 1000) -> None:
        self.name, self.size, self.drawn = name, size, 0

    def problems(self, count, level, seed, split="train"):
        for number in range(min(count, self.size)):
            self.drawn += 1
            yield Problem(environment=self.name, level=level, prompt=f"{number}", answer="")


def names(mix, count, sizes=None):
    known = sizes or {}
    found = mixed_problems(mix, count, 0, lambda name: Numbers(name, known.get(name, 1000)))
    return [problem.environment for problem in found]


def test_any_beginning_is_in_proportion():
    mix = [MixPart(environment="a", weight=3.0), MixPart(environment="b", weight=1.0)]
    drawn = names(mix, 40)
    assert Counter(drawn) == {"a": 30, "b": 10}
    for size in range(4, 41, 4):
        assert Counter(drawn[:size])["b"] == size // 4


def test_a_part_that_runs_dry_is_filled_up_by_the_others():
    mix = [MixPart(environment="a"), MixPart(environment="b")]
    assert Counter(names(mix, 20, {"a": 3})) == {"a": 3, "b": 17}
    assert len(names(mix, 20, {"a": 3, "b": 4})) == 7


def test_one_environment_named_twice_repeats_no_problem():
    mix = [MixPart(environment="a"), MixPart(environment="a")]
    found = list(mixed_problems(mix, 10, 0, Numbers))
    assert len({problem.key for problem in found}) == len(found) == 10


def test_problems_are_drawn_one_at_a_time():
    environment = Numbers("a")
    problems = mixed_problems([MixPart(environment="a")], 1000, 0, lambda _: environment)
    next(problems)
    assert environment.drawn == 1


def test_an_empty_mix_and_a_weightless_part_are_refused_at_once():
    with pytest.raises(InputError, match="name at least one"):
        mixed_problems([], 1, 0, Numbers)
    with pytest.raises(InputError, match="above 0"):
        mixed_problems([MixPart(environment="a", weight=float("nan"))], 1, 0, Numbers)
