"""Sums and differences from left to right."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry
from o1desk.generation.working import add


@register("solver", "chain_sum", title="Chain sum")
class ChainSum(LineSolver):
    """One line of column working for each further term."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        parts = str(entry(problem)["expression"]).split()
        total = int(parts[0])
        for sign, term in zip(parts[1::2], parts[2::2], strict=True):
            value = int(term) if sign == "+" else -int(term)
            yield add(total, value)
            total += value
