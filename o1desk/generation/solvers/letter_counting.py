"""Counting a letter by spelling every word."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "letter_counting", title="Letter counting")
class LetterCounting(LineSolver):
    """Spells each word; a running count stands behind every letter that matches."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        letter = str(entry(problem)["target_letter"])
        seen = 0
        for word in entry(problem)["span"]:
            spelled = []
            for character in str(word):
                match = character.lower() == letter.lower()
                seen += match
                spelled.append(f"{character}{seen if match else ''}")
            yield f"{word}: {' '.join(spelled)}"
