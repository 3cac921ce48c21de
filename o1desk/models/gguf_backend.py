"""GGUF models through llama.cpp: the same Backend, a token loop of our own.

The loop evaluates one token, draws the next and looks at the control in between, so that a cancel
lands within one token; the beginning that a prompt shares with the last one is not computed again,
which is also how the samples of one prompt share it.
"""

import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.core.types import Message
from o1desk.models.gguf_context import GgufContext
from o1desk.models.gguf_header import GgufHeader, read_header
from o1desk.models.gguf_library import load, threads_for
from o1desk.models.gguf_pieces import GgufPieces
from o1desk.models.gguf_sampler import RANDOM_SEED, GgufSampler
from o1desk.models.safety_memory import memory_guard
from o1desk.models.template_chat import NO_TEMPLATE, render_chat
from o1desk.models.template_warm import warm_template

MAX_CONTEXT = 8192  # tokens; a longer one would reserve gigabytes for its cache
_SEED_STRIDE = 1_000_003


class GgufBackend:
    """Fulfils `core.backend.Backend` with a `llama_cpp.Llama`."""

    def __init__(self, name: str, llama: Any, header: GgufHeader) -> None:
        """Take over a loaded model; `open` is the usual way."""
        self._name = name
        self._llama = llama
        # Freed at exit too, while the library still stands; its own destructor would come too late.
        self._free = weakref.finalize(self, llama.close)
        self._pieces = GgufPieces(llama)
        self._context = GgufContext(llama)
        self._template = str(header.metadata.get("tokenizer.chat_template", ""))
        self._special = {"bos_token": self._pieces.bos, "eos_token": self._pieces.eos}
        self._tokenized: tuple[str, bool, list[int]] = ("", False, [])
        warm_template(self._template, self._special)

    @classmethod
    def open(cls, name: str, path: Path, *, threads: int | None = None) -> Self:
        """Check, estimate and load a GGUF file.

        Args:
            name: The reference, for reports.
            path: The file.
            threads: CPU threads it may use, None for all; small files use fewer.

        Raises:
            MissingModelError: If there is no such file.
            DamagedModelError: If it is damaged.
            OutOfMemoryError: If it does not fit.
        """
        header = read_header(path)
        context = min(header.number("context_length", MAX_CONTEXT) or MAX_CONTEXT, MAX_CONTEXT)
        needed = header.bytes + header.cache_bytes(context)
        with memory_guard(needed, f"The model '{name}'"):
            llama = load(header, context=context, threads=threads_for(header, threads))
        return cls(name, llama, header)

    @property
    def name(self) -> str:
        """The reference it was opened with."""
        return self._name

    @property
    def notice(self) -> str:
        """Says when the file has no chat template."""
        return "" if self._template else NO_TEMPLATE

    @property
    def context(self) -> int:
        """Longest prompt and answer together, tokens."""
        return self._context.size

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt that the file's own template makes of the messages."""
        return render_chat(self._template, messages, thinking=thinking, special=self._special)

    def tokenize(self, text: str) -> list[int]:
        """Return the tokens of a rendered prompt, marks of the template as single tokens.

        The beginning-of-text token is added only where the model wants one and the template did
        not already write it.
        """
        bos = self._pieces.bos
        return self._encode(text, self._pieces.adds_bos and not (bos and text.startswith(bos)))

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens, without a beginning-of-text token."""
        return len(self._encode(text, False))

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
            seeds = [completion_seed(sampling.seed, index * n + number) for number in range(n)]
            groups.append([self._complete(tokens, sampling, seed, control) for seed in seeds])
        return groups

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion as they are drawn."""
        seed = completion_seed(sampling.seed)
        yield from self._draw(self.tokenize(prompt), sampling, seed, control)

    def close(self) -> None:
        """Free the model."""
        self._free()

    def is_end(self, token: int) -> bool:
        """Whether a token ends the turn."""
        return self._pieces.is_end(token)

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
        room = self._context.size - len(prompt)
        if not prompt or room < 1:
            raise InputError(
                f"The prompt has {len(prompt)} tokens; '{self._name}' takes 1 to "
                f"{self._context.size - 1}: shorten the conversation"
            )
        limit = min(sampling.max_new_tokens, room)
        self._context.read(prompt, control)
        sampler = GgufSampler(self._context.vocabulary, sampling, seed)
        reader = self._pieces.reader()
        try:
            for done in range(1, limit + 1):
                token, logprob = sampler.draw(self._context.logits())
                at_s = time.perf_counter()
                last = done == limit or self._pieces.is_end(token)
                text = reader.feed(token, last=last)
                yield Token(text=text, token_id=token, logprob=logprob, at_s=at_s)
                if last:
                    return
                control.tick("token", done, limit)
                self._context.step(token)
        finally:
            sampler.close()

    def _encode(self, text: str, adds_bos: bool) -> list[int]:
        """Return the tokens of a text; the last one is kept, since prompts are counted and read."""
        known, known_bos, tokens = self._tokenized
        if text != known or adds_bos != known_bos:
            clean = text.encode("utf-8", "replace")
            tokens = self._llama.tokenize(clean, add_bos=adds_bos, special=True)
            self._tokenized = (text, adds_bos, tokens)
        return list(tokens)


def completion_seed(seed: int, number: int = 0) -> int:
    """Return llama.cpp's seed for one completion, below the value that it reads as "any".

    Args:
        seed: The seed of the call.
        number: Place of the completion among all of the call.
    """
    return (seed * _SEED_STRIDE + number) % RANDOM_SEED
