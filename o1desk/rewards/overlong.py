"""Overlong: answers that come close to the length limit lose, softly at first."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt


@register("reward", "overlong", title=QT_TRANSLATE_NOOP("rewards", "Soft length limit"))
@dataclass(frozen=True, slots=True)
class Overlong:
    """DAPO's soft overlong punishment, moved from [-1, 0] to [0, 1].

    1 up to `longest - margin` tokens, then linear down to 0 at `longest`, and 0 beyond. Behind the
    gate a wrong answer scores 0.

    Reference: arXiv:2503.14476 eq. 13.
    """

    longest: int = ui(
        160,
        title=QT_TRANSLATE_NOOP("rewards", "Longest"),
        unit=QT_TRANSLATE_NOOP("rewards", "tokens"),
        low=1,
        high=1_000_000,
    )
    margin: int = ui(
        32,
        title=QT_TRANSLATE_NOOP("rewards", "Margin"),
        help=QT_TRANSLATE_NOOP("rewards", "Where the fall begins, before the longest."),
        unit=QT_TRANSLATE_NOOP("rewards", "tokens"),
        low=1,
    )
    gated: bool = ui(
        True,
        title=QT_TRANSLATE_NOOP("rewards", "Only when right"),
        help=QT_TRANSLATE_NOOP("rewards", "Wrong answers score 0."),
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample; None behind the gate when nobody checked the answer."""
        if self.gated and sample.verdict is None:
            return None
        if self.gated and sample.verdict is not None and not sample.verdict.is_correct:
            return 0.0
        tokens = sample.tokens_thinking + sample.tokens_answer
        over = tokens - (self.longest - self.margin)
        return 1.0 - min(max(over / self.margin, 0.0), 1.0)

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7", tokens=128), 1.0),
            (attempt("7", tokens=144), 0.5),
            (attempt("7", tokens=160), 0.0),
            (attempt("7", tokens=1000), 0.0),
            (attempt("8", judgement=Judgement.INCORRECT), 0.0),
            (attempt("7", judgement=None), None),
        )
