"""Counting the ones of a binary number by halving."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "count_bits", title="Count bits")
class CountBits(LineSolver):
    """Halves the number; each remainder of 1 is a bit, counted as it goes."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        number, ones = int(entry(problem)["number"]), 0
        while number:
            ones += number % 2
            yield f"{number} {number % 2} n{ones}"
            number //= 2
