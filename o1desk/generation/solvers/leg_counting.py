"""Counting legs, animal by animal."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "leg_counting", title="Leg counting")
class LegCounting(LineSolver):
    """Number times legs for each animal, with a running total."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        from reasoning_gym.arithmetic.leg_counting import ANIMALS

        total = 0
        for animal, count in entry(problem)["animals"].items():
            legs = int(count) * int(ANIMALS[animal])
            line = f"{animal} {count}*{ANIMALS[animal]}={legs}"
            yield f"{line} {total}+{legs}={total + legs}" if total else line
            total += legs
