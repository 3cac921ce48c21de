"""Family score: the credit that a reasoning-gym family gives, parts of an answer included."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.registry import register
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt

METHOD = "reasoning_gym"


@register("reward", "reasoning_gym", title=QT_TRANSLATE_NOOP("rewards", "reasoning-gym score"))
@dataclass(frozen=True, slots=True)
class FamilyScore:
    """The score of the family's own scorer; samples judged by anything else cannot be scored."""

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        verdict = sample.verdict
        if verdict is None or verdict.method != METHOD:
            return None
        return None if verdict.judgement is Judgement.UNVERIFIABLE else verdict.score

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores."""
        part = attempt("esuoh", judgement=Judgement.INCORRECT, score=0.8, method=METHOD)
        return (
            (attempt("7", method=METHOD), 1.0),
            (part, 0.8),
            (attempt("7", judgement=Judgement.UNVERIFIABLE, method=METHOD), None),
            (attempt("7"), None),
            (attempt("7", judgement=None), None),
        )
