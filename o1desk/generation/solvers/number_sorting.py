"""Sorting by taking the next number out of the rest."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "number_sorting", title="Number sorting")
class NumberSorting(LineSolver):
    """Selection sort: each line names the next number and what is left."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        rest = [str(number) for number in entry(problem)["original_numbers"]]
        for number in self._ordered(problem):
            rest.remove(number)
            yield f"{number} | {', '.join(rest)}" if rest else number

    @override
    def answer(self, problem: Problem) -> str:
        return ", ".join(self._ordered(problem))

    @staticmethod
    def _ordered(problem: Problem) -> list[str]:
        return [str(number) for number in entry(problem)["sorted_numbers"]]
