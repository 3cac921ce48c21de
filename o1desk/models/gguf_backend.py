"""GGUF models through llama.cpp: the same Backend, a token loop of our own.

The loop evaluates one token, draws the next and looks at the control in between, so that a cancel
lands within one token; the beginning that a prompt shares with the last one is not computed again,
which is also how the samples of one prompt share it.
"""

import codecs
import ctypes
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import llama_cpp
import numpy as np

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.core.types import Message
from o1desk.models.devices import default_threads
from o1desk.models.gguf_header import GgufHeader, read_header
from o1desk.models.gguf_library import load
from o1desk.models.gguf_sampler import GgufSampler
from o1desk.models.safety_memory import memory_guard
from o1desk.models.template_chat import NO_TEMPLATE, render_chat
from o1desk.models.tokenizer import REASONING_MARKS

MAX_CONTEXT = 8192  # tokens; a longer one would reserve gigabytes for its cache
CHUNK = 256  # prompt tokens between two looks at the control
_SEED_STRIDE = 1_000_003


class GgufBackend:
    """Fulfils `core.backend.Backend` with a `llama_cpp.Llama`."""

    def __init__(self, name: str, llama: Any, header: GgufHeader) -> None:
        """Take over a loaded model; `open` is the usual way."""
        self._name = name
        self._llama = llama
        # Freed at exit too, while the library still stands; its own destructor would come too late.
        self._free = weakref.finalize(self, llama.close)
        self._vocab = llama_cpp.llama_model_get_vocab(llama.model)
        self._template = str(header.metadata.get("tokenizer.chat_template", ""))
        self._shown: dict[int, bytes] = {}
        self._bos = self._text_of(llama_cpp.llama_vocab_bos(self._vocab))
        self._adds_bos = bool(llama_cpp.llama_vocab_get_add_bos(self._vocab))

    @classmethod
    def open(cls, name: str, path: Path, *, threads: int | None = None) -> Self:
        """Check, estimate and load a GGUF file.

        Args:
            name: The reference, for reports.
            path: The file.
            threads: CPU threads; None for one per core.

        Raises:
            MissingModelError: If there is no such file.
            DamagedModelError: If it is damaged.
            OutOfMemoryError: If it does not fit.
        """
        header = read_header(path)
        context = min(header.number("context_length", MAX_CONTEXT) or MAX_CONTEXT, MAX_CONTEXT)
        needed = header.bytes + header.cache_bytes(context)
        with memory_guard(needed, f"The model '{name}'"):
            llama = load(header, context=context, threads=threads or default_threads())
        return cls(name, llama, header)

    @property
    def name(self) -> str:
        """The reference it was opened with."""
        return self._name

    @property
    def notice(self) -> str:
        """Says when the file has no chat template."""
        return "" if self._template else NO_TEMPLATE

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt that the file's own template makes of the messages."""
        eos = self._text_of(llama_cpp.llama_vocab_eos(self._vocab))
        special = {"bos_token": self._bos, "eos_token": eos}
        return render_chat(self._template, messages, thinking=thinking, special=special)

    def tokenize(self, text: str) -> list[int]:
        """Return the tokens of a rendered prompt, marks of the template as single tokens.

        The beginning-of-text token is added only where the model wants one and the template did
        not already write it.
        """
        wants = self._adds_bos and not (self._bos and text.startswith(self._bos))
        tokens: list[int] = self._llama.tokenize(
            text.encode("utf-8", "replace"), add_bos=wants, special=True
        )
        return tokens

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens, without a beginning-of-text token."""
        return len(
            self._llama.tokenize(text.encode("utf-8", "replace"), add_bos=False, special=True)
        )

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return `n` completions per prompt, one after the other, the prompt computed once."""
        groups = []
        for index, prompt in enumerate(prompts):
            tokens = self.tokenize(prompt)
            seeds = [sampling.seed * _SEED_STRIDE + index * n + number for number in range(n)]
            groups.append([self._complete(tokens, sampling, seed, control) for seed in seeds])
        return groups

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion as they are drawn."""
        seed = sampling.seed * _SEED_STRIDE
        yield from self._draw(self.tokenize(prompt), sampling, seed, control)

    def close(self) -> None:
        """Free the model."""
        self._free()

    def is_end(self, token: int) -> bool:
        """Whether a token ends the turn."""
        return bool(llama_cpp.llama_vocab_is_eog(self._vocab, token))

    def _complete(
        self, prompt: list[int], sampling: Sampling, seed: int, control: Control | None
    ) -> Completion:
        drawn = list(self._draw(prompt, sampling, seed, control))
        ended = bool(drawn) and self.is_end(drawn[-1].token_id)
        return Completion(
            text="".join(token.text for token in drawn),
            token_ids=tuple(token.token_id for token in drawn),
            logprobs=tuple(token.logprob for token in drawn if token.logprob is not None),
            finish="stop" if ended else "length",
        )

    def _draw(
        self, prompt: list[int], sampling: Sampling, seed: int, control: Control | None
    ) -> Iterator[Token]:
        control = control or NullControl()
        room = self._llama.n_ctx() - len(prompt)
        if not prompt or room < 1:
            raise InputError(
                f"The prompt has {len(prompt)} tokens; '{self._name}' takes 1 to "
                f"{self._llama.n_ctx() - 1}: shorten the conversation"
            )
        limit = min(sampling.max_new_tokens, room)
        self._read(prompt, control)
        sampler = GgufSampler(self._llama.n_vocab(), sampling, seed)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        try:
            for done in range(limit):
                token, logprob = sampler.draw(self._llama.ctx)
                at_s = time.perf_counter()
                ended = self.is_end(token)
                last = ended or done == limit - 1
                text = decoder.decode(b"" if ended else self._visible(token), last)
                yield Token(text=text, token_id=token, logprob=logprob, at_s=at_s)
                if last:
                    return
                control.tick("token", done + 1, limit)
                self._llama.eval([token])
        finally:
            sampler.close()

    def _read(self, prompt: list[int], control: Control) -> None:
        """Compute the prompt, keeping what it shares with what was computed last."""
        llama = self._llama
        known = llama.input_ids[: min(llama.n_tokens, len(prompt) - 1)]
        differs = np.flatnonzero(known != np.asarray(prompt[: len(known)], dtype=known.dtype))
        kept = int(differs[0]) if len(differs) else len(known)
        memory = llama_cpp.llama_get_memory(llama.ctx)
        # Models with a recurrent state cannot forget their last tokens alone: they start again.
        if kept == 0 or not llama_cpp.llama_memory_seq_rm(memory, -1, kept, -1):
            llama.reset()
            kept = 0
        llama.n_tokens = kept
        for start in range(kept, len(prompt), CHUNK):
            control.tick("prompt", start, len(prompt))
            llama.eval(prompt[start : start + CHUNK])

    def _visible(self, token: int) -> bytes:
        """Return the bytes that a reader sees: control tokens have none, marks of reasoning do.

        They are kept, because asking C for each token anew costs more than a look-up.
        """
        if token not in self._shown:
            piece = piece_of(self._vocab, token)
            hidden = bool(llama_cpp.llama_vocab_is_control(self._vocab, token))
            is_mark = any(mark.encode() in piece for mark in REASONING_MARKS)
            self._shown[token] = b"" if hidden and not is_mark else piece
        return self._shown[token]

    def _text_of(self, token: int) -> str:
        """Return the text of a named token; empty where the model has none."""
        return piece_of(self._vocab, token).decode("utf-8", "replace") if token >= 0 else ""


def piece_of(vocab: Any, token: int) -> bytes:
    """Return the bytes of a token, marks included; C asks for a larger buffer when it needs one."""
    size = 64
    buffer = ctypes.create_string_buffer(size)
    length = llama_cpp.llama_token_to_piece(vocab, token, buffer, size, 0, True)
    if length < 0:
        buffer = ctypes.create_string_buffer(-length)
        length = llama_cpp.llama_token_to_piece(vocab, token, buffer, -length, 0, True)
    return buffer.raw[: max(0, length)]
