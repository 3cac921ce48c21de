"""Greatest common divisor by Euclid's algorithm."""

from collections.abc import Iterable
from math import gcd

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "gcd", title="Greatest common divisor")
class Gcd(LineSolver):
    """Divides with remainder until nothing remains (Euclid, Elements VII.2)."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        numbers = [int(number) for number in entry(problem)["numbers"]]
        common = numbers[0]
        for number in numbers[1:]:
            yield from _euclid(max(common, number), min(common, number))
            common = gcd(common, number)


def _euclid(larger: int, smaller: int) -> Iterable[str]:
    while smaller:
        quotient, rest = divmod(larger, smaller)
        yield f"{larger}={quotient}*{smaller}+{rest}"
        larger, smaller = smaller, rest
