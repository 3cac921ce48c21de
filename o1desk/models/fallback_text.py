"""The sampled distribution, and tokens back to text while they arrive."""

from typing import Any

import torch
from torch import Tensor

from o1desk.core.backend import Sampling

_UNFINISHED = "\ufffd"


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


class Detokenizer:
    """Gives the text that each token adds; holds back characters whose bytes are not complete.

    Some tokenizers write a token differently at the beginning of a text, so each token is decoded
    after the ones before it and their own text is taken off again; two short decodes per token,
    however long the text has become.
    """

    def __init__(self, tokenizer: Any) -> None:
        """Start with no tokens."""
        self._tokenizer = tokenizer
        self._context: list[int] = []
        self._waiting: list[int] = []

    def feed(self, token: int, *, is_last: bool = False, skip: bool = False) -> str:
        """Return the text that is complete now.

        Args:
            token: The next token.
            is_last: Whether to give everything that was held back.
            skip: Whether the token itself has no text (the end of the turn).
        """
        if not skip:
            self._waiting.append(token)
        before = self._decode(self._context)
        text = self._decode(self._context + self._waiting)[len(before) :]
        if not is_last and (not text or text.endswith(_UNFINISHED)):
            return ""
        self._context, self._waiting = self._waiting, []
        return text

    def _decode(self, tokens: list[int]) -> str:
        return str(self._tokenizer.decode(tokens, skip_special_tokens=False)) if tokens else ""
