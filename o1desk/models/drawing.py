"""From scores to one drawn token and its log-probability under exactly that distribution.

Shapes: B rows, V vocabulary, K candidates that a truncation keeps.
"""

from collections.abc import Callable
from typing import TypeAlias

import torch
from torch import Tensor

from o1desk.core.backend import Sampling

Draw: TypeAlias = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]


def make_draw(sampling: Sampling) -> Draw:
    """Return the function that draws, chosen once for a whole batch.

    It takes the scores (B, V), which it may overwrite, and uniform numbers in [0, 1), (B,); it
    returns tokens (B,) and log-probabilities (B,), nats, float32. A greedy choice reports the
    log-probability at temperature 1, because that of the choice itself is always 0.
    """
    if sampling.temperature == 0.0:
        return _greedy
    scale = 1.0 / sampling.temperature
    if sampling.top_k > 0 or sampling.top_p < 1.0:
        return _Truncated(scale, sampling.top_k, sampling.top_p)
    return _Plain(scale)


class _Plain:
    """Draws from the whole vocabulary by inverting the cumulative sum.

    One uniform number per row replaces one exponential per score, which would cost more than
    everything else here; and the sum serves the log-probability too.
    """

    def __init__(self, scale: float) -> None:
        self._scale = scale

    def __call__(self, scores_BV: Tensor, uniform_B: Tensor) -> tuple[Tensor, Tensor]:
        weights = scores_BV.float()
        weights = weights.sub_(weights.amax(-1, keepdim=True))
        if self._scale != 1.0:
            weights.mul_(self._scale)
        sums = weights.exp_().cumsum(-1)
        return _pick(weights, sums, sums[:, -1:], uniform_B)


class _Truncated:
    """Keeps the best K scores, and of these the fewest that hold the nucleus mass.

    Nucleus sampling: arXiv:1904.09751, section 3.1; the token that crosses the mass is kept.
    """

    def __init__(self, scale: float, top_k: int, top_p: float) -> None:
        self._scale = scale
        self._top_k = top_k
        self._top_p = max(top_p, 1e-9)

    def __call__(self, scores_BV: Tensor, uniform_B: Tensor) -> tuple[Tensor, Tensor]:
        size = scores_BV.shape[-1]
        kept = min(self._top_k or size, size)
        weights, tokens = scores_BV.float().topk(kept, dim=-1)
        weights = weights.sub_(weights[:, :1].clone()).mul_(self._scale).exp_()
        sums = weights.cumsum(-1)
        total = sums[:, -1:]
        if self._top_p < 1.0:
            inside = sums - weights < total * self._top_p
            total = (sums * inside).amax(-1, keepdim=True)
        place, logprob = _pick(weights, sums, total, uniform_B)
        return tokens.gather(1, place[:, None]).squeeze(1), logprob


def _pick(weights: Tensor, sums: Tensor, total: Tensor, uniform_B: Tensor) -> tuple[Tensor, Tensor]:
    """Return the first place whose cumulative sum exceeds u x total, and its log-probability."""
    aim = uniform_B[:, None] * total
    # A sum that is not a number points behind the last place; the caller sees it in the logprob.
    place = torch.searchsorted(sums, aim, right=True).clamp_(max=sums.shape[-1] - 1)
    return place.squeeze(1), weights.gather(1, place).div_(total).log_().squeeze(1)


def _greedy(scores_BV: Tensor, uniform_B: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ARG001 - a Draw
    scores = scores_BV.float()
    best, tokens = scores.max(-1, keepdim=True)
    return tokens.squeeze(1), (best.squeeze(1) - scores.logsumexp(-1))
