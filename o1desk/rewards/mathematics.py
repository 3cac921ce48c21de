"""Mathematics: full marks when the final answer means the same as the reference."""

from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.fields import ui
from o1desk.core.registry import register
from o1desk.core.types import Judgement, Sample
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.rewards.examples import attempt
from o1desk.rewards.judge import judge


@register("reward", "mathematics", title=QT_TRANSLATE_NOOP("rewards", "Mathematics"))
@dataclass(frozen=True, slots=True)
class Mathematics:
    """1 if the answer equals the reference as a number, list, interval or expression, else 0.

    Fractions are compared exactly; what they cannot express goes to Math-Verify in a child process
    that is killed when it hangs. A sample with a bad reference cannot be judged.
    """

    tolerance: float = ui(
        0.0,
        title=QT_TRANSLATE_NOOP("rewards", "Tolerance"),
        help=QT_TRANSLATE_NOOP(
            "rewards", "Relative error allowed where the problem asks for a decimal."
        ),
        low=0.0,
        high=1.0,
    )
    unverifiable: float = ui(
        0.0,
        title=QT_TRANSLATE_NOOP("rewards", "Unverifiable answers"),
        help=QT_TRANSLATE_NOOP("rewards", "Score when nobody can tell."),
        low=0.0,
        high=1.0,
    )

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        problem = sample.problem
        verdict = judge(
            problem.answer, sample.trace.answer, problem.answer_kind, tolerance=self.tolerance
        )
        if verdict.judgement is Judgement.GOLD_BAD:
            return None
        return self.unverifiable if verdict.judgement is Judgement.UNVERIFIABLE else verdict.score

    @staticmethod
    def examples() -> Iterable[tuple[Sample, float | None]]:
        """Return samples with their scores under the default settings."""
        return (
            (attempt("7.0"), 1.0),
            (attempt("The answer is 14/2."), 1.0),
            (attempt("11 5/6", gold="71/6"), 1.0),
            (attempt("2, 1", gold="1 and 2"), 1.0),
            (attempt("1728", gold="1331 and 1728"), 0.0),
            (attempt("$9^{9^{9}}$"), 0.0),
            (attempt(""), 0.0),
            (attempt("7", gold=""), None),
        )
