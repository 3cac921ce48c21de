"""The numbers of a step: plain sums, finite or absent."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from o1desk.core.types import Sample
from o1desk.training.losses import PolicyTokens, k3, ratios
from o1desk.training.rollout import Rollouts

WHOLE = 1 << 20


@dataclass(slots=True, kw_only=True)
class LearningSums:
    """What the micro-batches of one pass over the answers add up to.

    Attributes:
        loss: Loss of the step, the share of all micro-batches.
        tokens: Tokens that carried a gradient.
        entropy: Sum of entropies over them, nats.
        kl: Sum of k3 against the reference, nats.
        mismatch: Sum of k3 between the sampling and the learning policy, nats.
        ratio: Sum of ratios; `ratio_min` and `ratio_max` bound them.
        low: Tokens stopped by the lower clip (ratio too small, bad answer).
        high: Tokens stopped by the upper clip (ratio too large, good answer).
    """

    loss: float = 0.0
    tokens: int = 0
    entropy: float = 0.0
    kl: float = 0.0
    mismatch: float = 0.0
    ratio: float = 0.0
    ratio_min: float = math.inf
    ratio_max: float = -math.inf
    low: int = 0
    high: int = 0

    @torch.no_grad()
    def add(self, tokens: PolicyTokens, loss: Tensor, *, low: float, high: float) -> None:
        """Add one micro-batch.

        Args:
            tokens: Its tokens.
            loss: Its share of the loss.
            low: Lower clip.
            high: Upper clip.
        """
        ratio_N = ratios(tokens.logprobs, tokens.old)
        self.loss += float(loss)
        self.tokens += ratio_N.numel()
        self.entropy += float(tokens.entropy.sum())
        self.mismatch += float(k3(tokens.old, tokens.logprobs).sum())
        self.ratio += float(ratio_N.sum())
        self.ratio_min = min(self.ratio_min, float(ratio_N.min()))
        self.ratio_max = max(self.ratio_max, float(ratio_N.max()))
        self.low += int(((ratio_N < 1 - low) & (tokens.advantages < 0)).sum())
        self.high += int(((ratio_N > 1 + high) & (tokens.advantages > 0)).sum())
        if tokens.reference is not None:
            self.kl += float(k3(tokens.logprobs, tokens.reference).sum())

    def values(self, *, active: int, has_kl: bool) -> dict[str, float]:
        """Return means over the tokens.

        Args:
            active: All completion tokens that count, those of skipped groups included; the shares
                of clipped tokens refer to them, because skipped ones are never clipped.
            has_kl: Whether a reference was compared.
        """
        if self.tokens == 0:
            return {}
        means = {
            "loss": self.loss,
            "entropy_learned": self.entropy / self.tokens,
            "mismatch_kl": self.mismatch / self.tokens,
            "ratio_mean": self.ratio / self.tokens,
            "ratio_min": self.ratio_min,
            "ratio_max": self.ratio_max,
            "clip_low": self.low / active,
            "clip_high": self.high / active,
            "clip_region": (self.low + self.high) / active,
        }
        return means | ({"kl": self.kl / self.tokens} if has_kl else {})


def reward_values(samples: Sequence[Sample], group_size: int) -> dict[str, float]:
    """Return mean and deviation of the reward and its parts, and how often answers were right."""
    totals = [s.reward for s in samples if s.reward is not None]
    values = _spread("reward", totals)
    for name in sorted({name for s in samples for name in s.rewards}):
        part = [s.rewards[name] for s in samples if s.rewards.get(name) is not None]
        values |= _spread(f"reward_{name}", [score for score in part if score is not None])
    right = [s.verdict is not None and s.verdict.is_correct for s in samples]
    groups = [right[at : at + group_size] for at in range(0, len(right), group_size)]
    values["pass_at_1"] = sum(right) / len(right)
    values[f"pass_at_{group_size}"] = sum(any(group) for group in groups) / len(groups)
    values["unscored_ratio"] = 1.0 - len(totals) / len(samples)
    return values


def length_values(rollouts: Rollouts) -> dict[str, float]:
    """Return lengths in tokens, the share cut by the limit, and the entropy of the sampling.

    The mean of -log p over sampled tokens is an unbiased estimate of the policy's entropy (nats)
    over all answers, skipped groups included.
    """
    lengths = [len(ids) for ids in rollouts.tokens]
    ended = [n for n, s in zip(lengths, rollouts.samples, strict=True) if not s.truncated]
    thinking = [s.tokens_thinking for s in rollouts.samples]
    values = {
        "length_mean": sum(lengths) / len(lengths),
        "length_min": float(min(lengths)),
        "length_max": float(max(lengths)),
        "length_thinking": sum(thinking) / len(thinking),
        "clipped_ratio": 1.0 - len(ended) / len(lengths),
        "entropy": -sum(map(sum, rollouts.logprobs)) / max(sum(lengths), 1),
    }
    return values | ({"length_terminated": sum(ended) / len(ended)} if ended else {})


def memory_mib(device: torch.device) -> float:
    """Return the memory in use: the device's peak on CUDA, the process's resident set on a CPU."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) / WHOLE
    import psutil

    return float(psutil.Process().memory_info().rss) / WHOLE


def finite(values: Mapping[str, float]) -> dict[str, float]:
    """Return the values that are numbers: a metric is finite or absent."""
    return {name: float(value) for name, value in values.items() if math.isfinite(value)}


def _spread(name: str, scores: Sequence[float]) -> dict[str, float]:
    if not scores:
        return {}
    mean = sum(scores) / len(scores)
    square = sum((score - mean) ** 2 for score in scores)
    return {name: mean, f"{name}_std": math.sqrt(square / max(len(scores) - 1, 1))}
