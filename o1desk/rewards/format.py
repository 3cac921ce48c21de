"""Format: the thinking is closed and exactly one answer follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.trace import CLOSE, OPEN
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt

_BOX = "\\boxed{"


@register("reward", "format", title=QT_TRANSLATE_NOOP("rewards", "Format"))
@dataclass(frozen=True, slots=True)
class Format:
    """1 for one closed chain of thought followed by one answer, else 0.

    Behind the gate a wrong answer scores 0 whatever its form, so that good manners cannot be
    traded for correctness.
    """

    gated: bool = ui(
        True,
        title=QT_TRANSLATE_NOOP("rewards", "Only when right"),
        help=QT_TRANSLATE_NOOP("rewards", "Wrong answers score 0."),
    )
    longest: int = ui(
        400,
        title=QT_TRANSLATE_NOOP("rewards", "Longest answer"),
        help=QT_TRANSLATE_NOOP("rewards", "More is a second chain, not an answer."),
        unit=QT_TRANSLATE_NOOP("rewards", "characters"),
        low=1,
        high=100_000,
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample; None behind the gate when nobody checked the answer."""
        if self.gated and sample.verdict is None:
            return None
        if self.gated and sample.verdict is not None and not sample.verdict.is_correct:
            return 0.0
        return float(self._is_tidy(sample))

    def _is_tidy(self, sample: Sample) -> bool:
        answer = sample.trace.answer
        closed = sample.trace.closed and not sample.truncated and sample.raw.count(CLOSE) == 1
        single = OPEN not in answer and CLOSE not in answer and answer.count(_BOX) <= 1
        opened = sample.raw.count(OPEN) <= 1  # the prompt of many models holds the opening mark
        return closed and opened and single and 0 < len(answer.strip()) <= self.longest

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7"), 1.0),
            (attempt("8", judgement=Judgement.INCORRECT), 0.0),
            (attempt("7", closed=False), 0.0),
            (attempt("7", raw="<think>\n3+4\n</think>\n7</think>"), 0.0),
            (attempt("\\boxed{7} \\boxed{7}"), 0.0),
            (attempt("7", raw="7"), 0.0),
            (attempt("7", judgement=None), None),
        )
