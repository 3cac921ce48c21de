"""Held-out accuracy while training: the same problems and the same dice at every measurement."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from o1desk.core.backend import Sampling
from o1desk.core.control import Control
from o1desk.core.stats import wilson
from o1desk.core.types import Problem
from o1desk.training.policy import Policy
from o1desk.training.rng import seeded
from o1desk.training.rollout import Check, judged, roll_out


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """One measurement.

    Attributes:
        step: Updates made before it.
        correct: Problems answered right.
        n: Problems asked.
    """

    step: int
    correct: int
    n: int

    @property
    def pass_at_1(self) -> float:
        """Share of problems answered right with one sampled answer each."""
        return self.correct / self.n

    def values(self) -> dict[str, float]:
        """Return the metrics of the measurement, with the 95 % Wilson interval."""
        low, high = wilson(self.correct, self.n)
        return {
            "heldout_pass_at_1": self.pass_at_1,
            "heldout_n": float(self.n),
            "heldout_ci_low": low,
            "heldout_ci_high": high,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Examiner:
    """Asks the held-out problems.

    Attributes:
        problems: The problems.
        sampling: How answers are drawn.
        check: Judges an answer.
        at_once: Answers sampled together.
        seed: Seeds the dice anew at each measurement, so that two measurements of one adapter
            agree and a difference between two adapters is not the luck of the draw.
    """

    problems: Sequence[Problem]
    sampling: Sampling
    check: Check
    at_once: int
    seed: int

    def measure(self, policy: Policy, step: int, control: Control) -> HeldOut | None:
        """Answer each problem once and count the right ones; None without problems.

        Raises:
            Cancelled: When the user asked to stop.
        """
        dice = torch.Generator().manual_seed(seeded("evaluate", self.seed))
        total, correct = len(self.problems), 0
        for start in range(0, total, self.at_once):
            control.tick("evaluate", start, total)
            part = self.problems[start : start + self.at_once]
            rollouts = roll_out(
                policy, part, self.sampling, group_size=1, generator=dice, control=control
            )
            verdicts = [sample.verdict for sample in judged(rollouts.samples, self.check)]
            correct += sum(verdict is not None and verdict.is_correct for verdict in verdicts)
        control.tick("evaluate", total, total)
        return HeldOut(step=step, correct=correct, n=total) if total else None
