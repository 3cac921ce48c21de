"""Log-probability and entropy of chosen tokens without keeping the scores of the vocabulary.

The gradient of log p(y) with respect to the hidden state is one row, (W[y] - sum_v p_v W[v]) / T.
It is computed while the scores are at hand, chunk by chunk, so that the backward pass is one
multiplication and memory never holds N x V numbers (a 150,000-token vocabulary would need
gigabytes). The output projection is taken as frozen, which it is under an adapter.

Shapes: N tokens, H hidden, V vocabulary.
"""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from typing_extensions import override

CHUNK_NUMBERS = 1 << 20  # scores held at once, 4 MiB: about a core's share of the cache


class _TokenScores(torch.autograd.Function):
    """Forward values and, at once, the rows that the backward pass multiplies."""

    @staticmethod
    @override
    def forward(
        ctx: Any,
        hidden_NH: Tensor,
        weight_VH: Tensor,
        targets_N: Tensor,
        temperature: float,
        has_entropy_grad: bool,
    ) -> tuple[Tensor, Tensor]:
        has_grad = bool(ctx.needs_input_grad[0])
        logprobs, entropies, pulls, drifts = [], [], [], []
        rows = max(1, CHUNK_NUMBERS // weight_VH.shape[0])
        for start in range(0, targets_N.shape[0], rows):
            hidden, targets = hidden_NH[start : start + rows], targets_N[start : start + rows]
            scores = (hidden @ weight_VH.T).float().div_(temperature)
            logp = F.log_softmax(scores, dim=-1)
            p = logp.exp()
            entropy = -(p * logp).sum(-1)
            logprobs.append(logp.gather(1, targets[:, None]).squeeze(1))
            entropies.append(entropy)
            if has_grad:
                pulls.append(weight_VH[targets] - p.to(weight_VH.dtype) @ weight_VH)
            if has_grad and has_entropy_grad:
                slope = p.mul_(logp.add_(entropy[:, None])).neg_()
                drifts.append(slope.to(weight_VH.dtype) @ weight_VH)
        empty = hidden_NH.new_zeros(0)
        ctx.save_for_backward(*(torch.cat(part) if part else empty for part in (pulls, drifts)))
        ctx.temperature, ctx.shape = temperature, hidden_NH.shape
        entropy_N = torch.cat(entropies)
        if not has_entropy_grad:
            ctx.mark_non_differentiable(entropy_N)
        return torch.cat(logprobs), entropy_N

    @staticmethod
    @override
    def backward(ctx: Any, *grads: Any) -> Any:
        pull_NH, drift_NH = ctx.saved_tensors
        grad_logprob_N, grad_entropy_N = grads
        grad_NH = grad_logprob_N[:, None].to(pull_NH.dtype) * pull_NH
        if drift_NH.numel() and grad_entropy_N is not None:
            grad_NH = grad_NH + grad_entropy_N[:, None].to(drift_NH.dtype) * drift_NH
        return grad_NH / ctx.temperature, None, None, None, None


def token_scores(
    hidden_NH: Tensor,
    weight_VH: Tensor,
    targets_N: Tensor,
    *,
    temperature: float = 1.0,
    has_entropy_grad: bool = False,
) -> tuple[Tensor, Tensor]:
    """Return log-probability and entropy (nats, float32) of each token, shapes (N,) and (N,).

    Args:
        hidden_NH: Final hidden state of the position before each token.
        weight_VH: Output projection; gets no gradient.
        targets_N: The tokens.
        temperature: Divides the scores; must be the one that sampled, so that ratios are true.
        has_entropy_grad: Whether the entropy carries a gradient (a bonus in the loss).
    """
    if targets_N.numel() == 0:
        nothing = hidden_NH.sum(-1).float()
        return nothing, nothing
    scores: tuple[Tensor, Tensor] = _TokenScores.apply(  # type: ignore[no-untyped-call]
        hidden_NH, weight_VH.detach(), targets_N, temperature, has_entropy_grad
    )
    return scores
