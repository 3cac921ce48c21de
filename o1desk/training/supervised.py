"""Mathematics shared by pre-training and supervised fine-tuning: the loss and the rate schedule.

Shapes: H hidden, V vocabulary, N weighted positions.
"""

import torch.nn.functional as F
from torch import Tensor

from o1desk.models.decoder import Decoder


def weighted_loss(decoder: Decoder, hidden: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Return the weighted sum of next-token cross-entropies, nats, a scalar.

    Scores are computed only where the weight is not zero: the vocabulary projection is a large
    part of a small model, and prompts and padding need none of it.

    Args:
        decoder: The model, for its output projection.
        hidden: Final hidden states of the positions that predict, (..., H).
        targets: The token that follows each position, (...).
        weights: Weight of each position, (...); 0 leaves it out.
    """
    chosen = weights.flatten().nonzero().squeeze(1)
    hidden_NH = hidden.flatten(0, -2).index_select(0, chosen)
    targets_N = targets.flatten().index_select(0, chosen)
    weights_N = weights.flatten().index_select(0, chosen)
    scores_NV = decoder.logits(hidden_NH).float()
    losses_N = F.cross_entropy(scores_NV, targets_N, reduction="none")
    return (losses_N * weights_N).sum()


def warmup_stable_decay(
    progress: float, step: int, *, warmup_steps: int, decay_share: float
) -> float:
    """Return the factor on the peak learning rate, in [0, 1].

    Rises linearly over the first steps, stays, and falls linearly to zero over the last share
    of the run (arXiv:2405.18392). The flat middle lets a run be extended without replanning.

    Args:
        progress: Share of the budget that is spent, 0 to 1.
        step: Optimizer steps taken so far.
        warmup_steps: Length of the rise, steps.
        decay_share: Share of the budget that the fall takes; 0 never falls.
    """
    rise = min(1.0, (step + 1) / warmup_steps) if warmup_steps > 0 else 1.0
    if decay_share <= 0:
        return rise
    fall = min(1.0, max(0.0, (1.0 - progress) / decay_share))
    return min(rise, fall)
