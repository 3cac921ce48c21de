"""How much better than its group an answer was.

Shapes: P problems of a step, G answers to each.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

STD_OFFSET = 1e-4  # added outside the root, as TRL 1.16 does


@dataclass(frozen=True, slots=True, kw_only=True)
class Advantages:
    """Advantages of one step.

    Attributes:
        values: Dimensionless, finite; exactly 0 in flat groups and for unscored answers.
        is_flat: Whether a group's rewards differ too little to teach anything.
        is_scored: Whether any reward could score the answer.
    """

    values: Tensor
    is_flat: Tensor
    is_scored: Tensor

    @property
    def flat_share(self) -> float:
        """Share of groups without a learning signal."""
        return float(self.is_flat.float().mean())


def group_advantages(
    rewards_PG: Tensor, *, scale: str = "group", zero_variance: float = 1e-4
) -> Advantages:
    """Centre rewards inside each group of answers to one problem, and scale them.

    Centring alone ("none", Dr. GRPO) keeps hard and easy problems comparable; dividing by the
    group's standard deviation (GRPO) lifts problems where nearly all answers agree; the batch's
    (Lite PPO) is steadier when groups are small. An answer that no reward could score is outside
    the baseline and gets 0, because a missing verdict is not a bad one. A group is flat when its
    deviation does not exceed the threshold: comparing with exactly 0 would let rounding noise,
    divided by almost nothing, become a spike.

    Args:
        rewards_PG: Reward of each answer, NaN where none could score it. Shape (P, G).
        scale: "group", "batch" or "none"; deviations have the divisor n - 1, plus 1e-4.
        zero_variance: Largest deviation of a flat group, in units of the reward.

    Raises:
        ValueError: If G < 2, since a single answer has nothing to be compared with, or for an
            unknown scale.

    Reference: arXiv:2402.03300 sec. 4.1.2; arXiv:2503.20783 sec. 3; arXiv:2508.08221.
    """
    if rewards_PG.ndim != 2 or rewards_PG.shape[1] < 2:
        raise ValueError(f"groups need at least two answers, not shape {tuple(rewards_PG.shape)}")
    scored_PG = torch.isfinite(rewards_PG)
    clean_PG = torch.where(scored_PG, rewards_PG, 0.0)
    count_P1 = scored_PG.sum(1, keepdim=True)
    mean_P1 = clean_PG.sum(1, keepdim=True) / count_P1.clamp(min=1)
    centred_PG = torch.where(scored_PG, rewards_PG - mean_P1, 0.0)
    std_P1 = (centred_PG.square().sum(1, keepdim=True) / (count_P1 - 1).clamp(min=1)).sqrt()
    flat_P1 = (std_P1 <= zero_variance) | (count_P1 < 2)
    values_PG = centred_PG / _divisor(scale, std_P1, clean_PG, scored_PG)
    return Advantages(
        values=torch.where(flat_P1 | ~scored_PG, 0.0, values_PG),
        is_flat=flat_P1.squeeze(1),
        is_scored=scored_PG,
    )


def _divisor(scale: str, std_P1: Tensor, clean_PG: Tensor, scored_PG: Tensor) -> Tensor:
    if scale == "none":
        return torch.ones_like(std_P1)
    if scale == "group":
        return std_P1 + STD_OFFSET
    if scale == "batch":
        known = clean_PG[scored_PG]
        std = known.std() if known.numel() > 1 else known.new_zeros(())
        return std + STD_OFFSET
    raise ValueError(f"unknown advantage scale '{scale}'")
