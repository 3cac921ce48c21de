"""The distribution that is sampled from."""

import torch
from torch import Tensor

from o1desk.core.backend import Sampling


def distribution(logits_BV: Tensor, sampling: Sampling) -> Tensor:
    """Return the log-probabilities that are sampled from: temperature, then top-k, then top-p.

    Args:
        logits_BV: Scores of the next token, float32, shape (B, V).
        sampling: Temperature 0 puts all mass on the best token.

    Returns:
        Log-probabilities, nats, shape (B, V); minus infinity where a token was cut.
    """
    if sampling.temperature <= 0.0:
        best_B1 = logits_BV.argmax(dim=-1, keepdim=True)
        return torch.full_like(logits_BV, -torch.inf).scatter(1, best_B1, 0.0)
    scores_BV = logits_BV / sampling.temperature
    if 0 < sampling.top_k < scores_BV.shape[-1]:
        floor_B1 = scores_BV.topk(sampling.top_k, dim=-1).values[:, -1:]
        scores_BV = scores_BV.masked_fill(scores_BV < floor_B1, -torch.inf)
    if sampling.top_p < 1.0:
        sorted_BV, order_BV = scores_BV.sort(dim=-1, descending=True)
        mass_BV = sorted_BV.softmax(dim=-1)
        # A token stays when the better ones hold less than top_p, so the best one always does.
        cut_BV = mass_BV.cumsum(dim=-1) - mass_BV >= sampling.top_p
        cut_BV[:, 0] = False
        scores_BV = scores_BV.masked_fill(cut_BV.scatter(1, order_BV, cut_BV), -torch.inf)
    return scores_BV.log_softmax(dim=-1)
