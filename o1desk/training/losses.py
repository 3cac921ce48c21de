"""The policy loss and how it is averaged, as pure functions of tokens.

Everything works on the N completion tokens that count, wherever they stood in a batch; a row's
padding never enters. Log-probabilities, KL and entropy are in nats.

Shapes: B answers of a step, N tokens.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

MAX_LOG_RATIO = 20.0  # keeps exp finite; verl uses the same bound


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTokens:
    """Completion tokens with everything the loss needs to know about them.

    Attributes:
        logprobs: Under the policy being trained; carries the gradient.
        entropy: Entropy of the policy at each token.
        old: Under the policy that sampled, no gradient.
        advantages: Advantage of the answer each token belongs to.
        weights: Share of each token in the loss, from `row_weights`.
        reference: Under the model without adapter; None without a KL term.
    """

    logprobs: Tensor
    entropy: Tensor
    old: Tensor
    advantages: Tensor
    weights: Tensor
    reference: Tensor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LossSettings:
    """The knobs of the policy loss.

    Attributes:
        clip_low: Lower clip, epsilon_l.
        clip_high: Upper clip, epsilon_h; above `clip_low` it is DAPO's clip-higher.
        kl_beta: Weight of the k3 term.
        kl_weighted: Whether k3 is multiplied by the ratio, which makes its gradient unbiased off
            policy (DeepSeek-V3.2, arXiv:2512.02556); TRL's default since 1.16.
        entropy_coef: Weight of the entropy bonus.
    """

    clip_low: float = 0.2
    clip_high: float = 0.28
    kl_beta: float = 0.0
    kl_weighted: bool = True
    entropy_coef: float = 0.0


def ratios(logprobs_N: Tensor, old_N: Tensor) -> Tensor:
    """Return pi / pi_old for each token."""
    return (logprobs_N - old_N).clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp()


def clipped_loss(ratio_N: Tensor, advantages_N: Tensor, low: float, high: float) -> Tensor:
    """Return -min(ratio A, clip(ratio, 1 - low, 1 + high) A) for each token.

    Reference: arXiv:1707.06347 eq. 7; clip-higher: arXiv:2503.14476 eq. 10.
    """
    bounded_N = ratio_N.clamp(1.0 - low, 1.0 + high)
    return -torch.minimum(ratio_N * advantages_N, bounded_N * advantages_N)


def k3(logprobs_N: Tensor, reference_N: Tensor) -> Tensor:
    """Return the estimator R - 1 - log R of the KL, R = pi_ref / pi; never negative."""
    log_r = (reference_N - logprobs_N).clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO)
    return log_r.exp() - 1.0 - log_r


def policy_loss(tokens: PolicyTokens, settings: LossSettings, *, active: float) -> Tensor:
    """Return the loss of these tokens, a scalar; parts of a step simply add up.

    Args:
        tokens: The tokens of one micro-batch.
        settings: The knobs.
        active: Completion tokens of the whole step; the entropy bonus is a mean over them,
            whatever reduction the policy term uses.

    Reference: arXiv:2402.03300 eq. 3, with the reductions of `row_weights`.
    """
    ratio_N = ratios(tokens.logprobs, tokens.old)
    loss_N = clipped_loss(ratio_N, tokens.advantages, settings.clip_low, settings.clip_high)
    if tokens.reference is not None:
        kl_N = k3(tokens.logprobs, tokens.reference)
        loss_N = loss_N + settings.kl_beta * (kl_N * ratio_N if settings.kl_weighted else kl_N)
    loss = (loss_N * tokens.weights).sum()
    if settings.entropy_coef > 0:
        loss = loss - settings.entropy_coef * tokens.entropy.sum() / max(active, 1.0)
    return loss


def row_weights(
    lengths_B: Tensor, *, reduction: str, max_length: int, parts_B: Tensor | None = None
) -> Tensor:
    """Return the weight of one token of each answer; the loss is the weighted sum of all tokens.

    Computed over the whole step, so that cutting it into micro-batches changes nothing. The
    exception is "bnpo", which is defined by its local batch.

    Args:
        lengths_B: Completion tokens that count in each answer; 0 for a masked one. Answers
            without a gradient are included: they belong to the mean.
        reduction: "dapo" averages over all tokens (arXiv:2503.14476 eq. 8); "dr_grpo" divides by
            B x max_length (arXiv:2503.20783); "grpo" averages each answer, then the answers;
            "bnpo" averages over the tokens of each micro-batch, weighted by its answers.
        max_length: Longest completion allowed, tokens.
        parts_B: Micro-batch of each answer, for "bnpo"; None when there is one.

    Raises:
        ValueError: For an unknown reduction.
    """
    lengths_B = lengths_B.float()
    rows = max(lengths_B.numel(), 1)
    if reduction == "dapo":
        return torch.ones_like(lengths_B) / lengths_B.sum().clamp(min=1.0)
    if reduction == "dr_grpo":
        return torch.ones_like(lengths_B) / (rows * max_length)
    if reduction == "grpo":
        return 1.0 / (lengths_B.clamp(min=1.0) * rows)
    if reduction == "bnpo":
        parts_B = torch.zeros_like(lengths_B).long() if parts_B is None else parts_B
        return _local_weights(lengths_B, parts_B) / rows
    raise ValueError(f"unknown reduction '{reduction}'")


def _local_weights(lengths_B: Tensor, parts_B: Tensor) -> Tensor:
    parts = int(parts_B.max()) + 1 if parts_B.numel() else 0
    tokens = lengths_B.new_zeros(parts).index_add_(0, parts_B, lengths_B)
    answers = lengths_B.new_zeros(parts).index_add_(0, parts_B, torch.ones_like(lengths_B))
    return (answers / tokens.clamp(min=1.0))[parts_B]
