"""Long multiplication."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry
from o1desk.generation.working import multiply


@register("solver", "products", title="Products")
class Products(LineSolver):
    """A line for each digit of the second factor, and one for each addition."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        factors = [int(part) for part in str(entry(problem)["expression"]).split("*")]
        total = factors[0]
        for factor in factors[1:]:
            yield from multiply(total, factor)
            total *= factor
