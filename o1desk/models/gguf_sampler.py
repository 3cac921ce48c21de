"""Draws tokens with llama.cpp's own samplers and tells how likely each draw was.

The order is temperature, top-k, top-p, the order of transformers and of the torch backend here;
llama.cpp's usual chain truncates first, which is another distribution.
"""

import ctypes
import math
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from o1desk.core.backend import Sampling

_ROW = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)], align=True)
RANDOM_SEED = 0xFFFFFFFF  # llama.cpp reads this one as "any"


class GgufSampler:
    """A chain of samplers for one completion; `close` it, because llama.cpp owns the memory."""

    def __init__(self, vocabulary: int, sampling: Sampling, seed: int) -> None:
        """Build the chain.

        Args:
            vocabulary: Number of tokens of the model.
            sampling: Temperature and truncation.
            seed: Any whole number.
        """
        self._greedy = sampling.temperature <= 0.0
        self._rows = np.zeros(vocabulary, dtype=_ROW)
        self._id_column, self._logit_column = self._rows["id"], self._rows["logit"]
        self._ids = np.arange(vocabulary, dtype=np.int32)
        self._spread = np.empty(vocabulary, dtype=np.float32)
        self._array = llama_cpp.llama_token_data_array(
            data=self._rows.ctypes.data_as(llama_cpp.llama_token_data_p), size=vocabulary
        )
        self._reference = ctypes.byref(self._array)
        self._chain = llama_cpp.llama_sampler_chain_init(
            llama_cpp.llama_sampler_chain_default_params()
        )
        for part in _parts(sampling, seed % RANDOM_SEED):
            llama_cpp.llama_sampler_chain_add(self._chain, part)

    def draw(self, logits: NDArray[np.float32]) -> tuple[int, float]:
        """Draw a token.

        Args:
            logits: Those after the last token, shape (vocabulary,); left as they are.

        Returns:
            The token and its log-probability under the distribution drawn from, nats; a greedy
            choice reports that at temperature 1, because its own is always 0.
        """
        if self._greedy:
            token = int(logits.argmax())
            np.subtract(logits, logits[token], out=self._spread)
            np.exp(self._spread, out=self._spread)
            return token, -math.log(np.add.reduce(self._spread))
        # Samplers sort and shorten the array in place, so it is filled anew for each token.
        self._id_column[:] = self._ids
        self._logit_column[:] = logits
        self._array.size, self._array.sorted, self._array.selected = len(self._ids), False, -1
        llama_cpp.llama_sampler_apply(self._chain, self._reference)
        chosen = self._array.data[self._array.selected]
        return int(chosen.id), math.log(max(chosen.p, 1e-30))

    def close(self) -> None:
        """Free the chain."""
        if self._chain is not None:
            llama_cpp.llama_sampler_free(self._chain)
            self._chain = None


def _parts(sampling: Sampling, seed: int) -> list[Any]:
    if sampling.temperature <= 0.0:
        return []
    parts = [llama_cpp.llama_sampler_init_temp(sampling.temperature)]
    if sampling.top_k > 0:
        parts.append(llama_cpp.llama_sampler_init_top_k(sampling.top_k))
    if sampling.top_p < 1.0:
        parts.append(llama_cpp.llama_sampler_init_top_p(sampling.top_p, 1))
    return [*parts, llama_cpp.llama_sampler_init_dist(seed)]
