"""Length: right answers are worth more the shorter their chain is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt


@register("reward", "length", title=QT_TRANSLATE_NOOP("rewards", "Short chains"))
@dataclass(frozen=True, slots=True)
class Length:
    """A half cosine of the length, clamped at the longest.

    Right answers fall from 1 (no tokens) to 0.5 (longest and beyond); wrong ones score 0. Without
    the gate, wrong answers follow the paper: values from -1 (short) to -0.5 (long), all values
    moved from [-1, 1] to [0, 1], so right answers then run from 1 to 0.75 and wrong ones from 0
    to 0.25.

    Reference: arXiv:2502.03373 sec. 4 (values as in TRL's cosine reward).
    """

    longest: int = ui(
        256,
        title=QT_TRANSLATE_NOOP("rewards", "Longest"),
        help=QT_TRANSLATE_NOOP("rewards", "Where the curve ends."),
        unit=QT_TRANSLATE_NOOP("rewards", "tokens"),
        low=1,
        high=1_000_000,
    )
    gated: bool = ui(
        True,
        title=QT_TRANSLATE_NOOP("rewards", "Only when right"),
        help=QT_TRANSLATE_NOOP("rewards", "Wrong answers score 0."),
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample; None when nobody checked the answer."""
        verdict = sample.verdict
        if verdict is None or verdict.judgement is Judgement.GOLD_BAD:
            return None
        tokens = sample.tokens_thinking + sample.tokens_answer
        fall = 0.25 * (1.0 + math.cos(math.pi * min(tokens / self.longest, 1.0)))  # 0.5 to 0
        if self.gated:
            return 0.5 + fall if verdict.is_correct else 0.0
        value = 0.5 + fall if verdict.is_correct else -0.5 - fall
        return (value + 1.0) / 2.0

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7", tokens=0), 1.0),
            (attempt("7", tokens=128), 0.75),
            (attempt("7", tokens=256), 0.5),
            (attempt("7", tokens=512), 0.5),
            (attempt("8", judgement=Judgement.INCORRECT), 0.0),
            (attempt("7", judgement=None), None),
        )
