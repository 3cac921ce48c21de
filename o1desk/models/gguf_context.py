"""What llama.cpp has computed so far: the tokens read, and the logits after the last one.

The library's own wrapper rebuilds a batch, a list of ids and a view of the logits for each token.
With a small model that is a tenth of the time, so one token is fed here from a buffer that stays.
"""

import ctypes
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from o1desk.core.control import Control
from o1desk.core.errors import InputError

CHUNK = 256  # prompt tokens between two looks at the control; llama.cpp's own batch holds 512
_NO_ROOM = 1  # llama_decode: no place left for the batch in the cache


class GgufContext:
    """Reads prompts and single tokens with a loaded `llama_cpp.Llama`, sequence 0 only.

    Attributes:
        size: Longest prompt and completion together, tokens.
        vocabulary: Number of tokens of the model.
    """

    def __init__(self, llama: Any) -> None:
        """Start with nothing computed; the `Llama` must not be used by others meanwhile."""
        self.size = int(llama.n_ctx())
        self.vocabulary = int(llama.n_vocab())
        self._pointer = llama.ctx
        self._memory = llama_cpp.llama_get_memory(llama.ctx)
        self._known: list[int] = []
        self._one = (ctypes.c_int32 * 1)()
        # The batch points at the buffer above, and leaves positions to llama.cpp: the next ones.
        self._batch = llama_cpp.llama_batch_get_one(self._one, 1)
        self._logits: NDArray[np.float32] = np.empty(0, np.float32)
        self._logits_at = 0

    def read(self, prompt: list[int], control: Control) -> None:
        """Compute a prompt, keeping what it shares with what was computed last.

        Its last token is always computed, because the logits stand only behind the newest one.

        Args:
            prompt: At least one token, fewer than `size`.
            control: Asked between chunks, phase "prompt".

        Raises:
            Cancelled: When the user stopped it; what was computed stays known.
            InputError: If llama.cpp cannot go on.
        """
        self._forget_after(_shared(self._known, prompt[:-1]))
        for start in range(len(self._known), len(prompt), CHUNK):
            control.tick("prompt", start, len(prompt))
            chunk = prompt[start : start + CHUNK]
            buffer = (ctypes.c_int32 * len(chunk))(*chunk)
            self._decode(llama_cpp.llama_batch_get_one(buffer, len(chunk)))
            self._known += chunk

    def step(self, token: int) -> None:
        """Compute one more token.

        Raises:
            InputError: If llama.cpp cannot go on.
        """
        self._one[0] = token
        self._decode(self._batch)
        self._known.append(token)

    def logits(self) -> NDArray[np.float32]:
        """Return the logits after the last token, shape (vocabulary,); the next step changes them.

        llama.cpp writes them to the same place until it grows its buffer, so the view is kept.
        """
        pointer = llama_cpp.llama_get_logits_ith(self._pointer, -1)
        address = ctypes.addressof(pointer.contents)
        if address != self._logits_at:
            self._logits = np.ctypeslib.as_array(pointer, shape=(self.vocabulary,))
            self._logits_at = address
        return self._logits

    def _forget_after(self, kept: int) -> None:
        # Models with a recurrent state cannot forget their last tokens alone: they start again.
        if not llama_cpp.llama_memory_seq_rm(self._memory, -1, kept, -1):
            llama_cpp.llama_memory_clear(self._memory, True)
            kept = 0
        del self._known[kept:]

    def _decode(self, batch: Any) -> None:
        code = llama_cpp.llama_decode(self._pointer, batch)
        if code == 0:
            return
        self._forget_after(0)  # a part of the batch may have been computed
        if code == _NO_ROOM:
            raise InputError("The model's context is full; shorten the conversation")
        raise InputError(f"llama.cpp could not compute the next token (its code {code}); try again")


def _shared(known: list[int], prompt: list[int]) -> int:
    """Return how many tokens both begin with."""
    length = min(len(known), len(prompt))
    if known[:length] == prompt[:length]:
        return length
    return next(at for at in range(length) if known[at] != prompt[at])
