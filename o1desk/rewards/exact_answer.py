"""Exact answer: full marks when the final answer is the reference, letter for letter."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.types import Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt
from o1desk.rewards.extract import final_answer
from o1desk.rewards.spelling import letters_only, spelled


@register("reward", "exact_answer", title=QT_TRANSLATE_NOOP("rewards", "Exact answer"))
@dataclass(frozen=True, slots=True)
class ExactAnswer:
    """1 if the final answer equals the reference once both are spelled alike, else 0.

    A missing answer scores 0; without a reference nothing can be judged.
    """

    case: bool = ui(
        False,
        title=QT_TRANSLATE_NOOP("rewards", "Capitals count"),
        help=QT_TRANSLATE_NOOP("rewards", "Tell A from a."),
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        gold = self._form(sample.problem.answer)
        if not gold:
            return None
        given = final_answer(sample.trace.answer)
        return float(gold in (self._form(given), self._form(sample.trace.answer)))

    def _form(self, text: str) -> str:
        plain = spelled(text)
        return plain if self.case else letters_only(plain)

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7"), 1.0),
            (attempt("The answer is 7."), 1.0),
            (attempt("\\boxed{7}"), 1.0),
            (attempt("7.0"), 0.0),
            (attempt("PARIS", gold="Paris"), 1.0),
            (attempt(""), 0.0),
            (attempt("7", gold=""), None),
        )
