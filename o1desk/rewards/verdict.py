"""Verdict: what the problem's own environment said of the answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt


@register("reward", "verdict", title=QT_TRANSLATE_NOOP("rewards", "Verdict of the environment"))
@dataclass(frozen=True, slots=True)
class VerdictReward:
    """The score of the sample's verdict, partial credit included.

    A sample that nobody checked, or whose reference is bad, cannot be judged. An answer that the
    checker gave up on scores `unverifiable`.
    """

    partial: bool = ui(
        True,
        title=QT_TRANSLATE_NOOP("rewards", "Partial credit"),
        help=QT_TRANSLATE_NOOP("rewards", "Count part of a right answer; off: all or nothing."),
    )
    unverifiable: float = ui(
        0.0,
        title=QT_TRANSLATE_NOOP("rewards", "Unverifiable answers"),
        help=QT_TRANSLATE_NOOP("rewards", "Score when the checker gave up."),
        low=0.0,
        high=1.0,
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        verdict = sample.verdict
        if verdict is None or verdict.judgement is Judgement.GOLD_BAD:
            return None
        if verdict.judgement is Judgement.UNVERIFIABLE:
            return self.unverifiable
        return verdict.score if self.partial else float(verdict.is_correct)

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7"), 1.0),
            (attempt("8", judgement=Judgement.INCORRECT), 0.0),
            (attempt("17", judgement=Judgement.INCORRECT, score=0.5), 0.5),
            (attempt("9^9^9", judgement=Judgement.UNVERIFIABLE), 0.0),
            (attempt("7", gold="", judgement=Judgement.GOLD_BAD), None),
            (attempt("7", judgement=None), None),
        )
