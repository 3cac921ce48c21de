"""Spelling a word backward."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "spell_backward", title="Spell backward")
class SpellBackward(LineSolver):
    """Takes the word apart, then turns the letters round."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        word = str(entry(problem)["word"])
        yield " ".join(word)
        yield " ".join(reversed(word))
