"""Samples many answers to many prompts at once; the fast half of reinforcement learning.

Each distinct prompt is read once for all its answers; keys and values lie in a static cache; rows
that are finished leave the batch at once; an adapter is merged into fused weights. Every row has
its own uniform numbers, drawn before the first step, so the tokens depend on the seed alone and
not on when other rows finish.

Shapes: R rows of a call, V vocabulary.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from o1desk.core.backend import Sampling
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.models.decoder import Decoder
from o1desk.models.drawing import make_draw
from o1desk.models.fused import FusedDecoder
from o1desk.models.ledger import Ledger, SampledSequence
from o1desk.models.sampling_batch import Batch, Row

CPU_BYTES = 1 << 30  # of cache and scores at once

__all__ = ["SampledSequence", "Sampler"]


class Sampler:
    """Draws tokens from a decoder.

    Attributes:
        eos_ids: Tokens that end an answer.
        pad_id: Token that fills unused places in batches made of the answers.
    """

    def __init__(self, decoder: Decoder, eos_ids: Iterable[int], pad_id: int) -> None:
        """Fuse the weights; an attached adapter is merged."""
        self.eos_ids = frozenset(eos_ids)
        self.pad_id = pad_id
        self._fused = FusedDecoder(decoder)
        self._ends = np.zeros(decoder.config.vocab_size, dtype=np.bool_)
        self._ends[[one for one in self.eos_ids if one < decoder.config.vocab_size]] = True

    @property
    def context(self) -> int:
        """Longest prompt and answer together, tokens."""
        return self._fused.config.max_position_embeddings

    def refresh(self) -> None:
        """Merge the adapter again, after an update."""
        self._fused.refresh()

    def sample(
        self,
        prompts: Sequence[Sequence[int]],
        *,
        n: int = 1,
        sampling: Sampling,
        generator: torch.Generator | None = None,
        control: Control | None = None,
    ) -> list[list[SampledSequence]]:
        """Return `n` answers to each prompt, in the order of the prompts.

        Args:
            prompts: Token ids, at least one each; may differ in length and may repeat.
            n: Answers per prompt.
            sampling: Temperature, truncation and the longest answer.
            generator: Source of randomness; None makes one from `sampling.seed`.
            control: Told of every step; a cancel that it raises ends the sampling.

        Raises:
            InputError: If a prompt is empty or leaves no room in the model's context.
            Cancelled: When the control says so.
        """
        control = control or NullControl()
        rows = self._rows(prompts, n, sampling)
        uniform = self._uniform(len(rows), sampling, generator)
        answers: dict[int, SampledSequence] = {}
        for chunk in self._chunks(rows):
            batch = self._batch(chunk, sampling, uniform)
            batch.read(chunk)
            finished = len(answers) + len(chunk)
            for alive in batch.run():
                control.tick("sample", finished - alive, len(rows))
            answers.update(
                (row.number, one) for row, one in zip(chunk, batch.results(), strict=True)
            )
        return [[answers[p * n + j] for j in range(n)] for p in range(len(prompts))]

    def stream(
        self,
        prompt: Sequence[int],
        sampling: Sampling,
        *,
        generator: torch.Generator | None = None,
        control: Control | None = None,
    ) -> Iterator[tuple[int, float]]:
        """Yield token and log-probability of one answer as they are drawn, the end included.

        Raises:
            InputError: If the prompt is empty or leaves no room in the model's context.
            Cancelled: When the control says so, between two tokens.
        """
        rows = self._rows([prompt], 1, sampling)
        batch = self._batch(rows, sampling, self._uniform(1, sampling, generator), every=1)
        batch.read(rows)
        for done, _ in enumerate(batch.run()):
            yield batch.ledger.newest()
            if control is not None:
                control.tick("stream", done + 1, rows[0].limit)

    def _batch(
        self, rows: Sequence[Row], sampling: Sampling, uniform: Tensor, *, every: int | None = None
    ) -> Batch:
        limits = [row.limit for row in rows]
        own = uniform[[row.number for row in rows], : max(limits)]
        ledger = Ledger(limits, self._ends)
        return Batch(self._fused, ledger, make_draw(sampling), own, every=every)

    def _rows(self, prompts: Sequence[Sequence[int]], n: int, sampling: Sampling) -> list[Row]:
        """Return the rows in the order of the prompts."""
        if sampling.max_new_tokens < 1:
            raise InputError("An answer needs room for at least 1 token; raise max_new_tokens")
        rows = []
        for place, prompt in enumerate(prompts):
            room = self.context - len(prompt)
            if not prompt:
                raise InputError(f"Prompt {place + 1} is empty; give the model something to read")
            if room < 1:
                raise InputError(
                    f"Prompt {place + 1} has {len(prompt)} tokens, but the model reads at most "
                    f"{self.context} with its answer; shorten it"
                )
            ids, limit = tuple(prompt), min(sampling.max_new_tokens, room)
            rows += [Row(number=place * n + one, ids=ids, limit=limit) for one in range(n)]
        return rows

    def _uniform(self, rows: int, sampling: Sampling, generator: torch.Generator | None) -> Tensor:
        generator = generator or torch.Generator().manual_seed(sampling.seed)
        longest = min(sampling.max_new_tokens, self.context)
        return torch.rand(rows, longest, generator=generator, device=generator.device)

    def _chunks(self, rows: Sequence[Row]) -> Iterator[list[Row]]:
        """Cut the rows, shortest prompts first, into parts that fit into memory."""
        chunk: list[Row] = []
        for row in sorted(rows, key=lambda one: (len(one.ids), one.ids, one.number)):
            needed = self._row_bytes(len(row.ids) + row.limit) * (len(chunk) + 1)
            if chunk and needed > self._budget():
                yield chunk
                chunk = []
            chunk.append(row)
        if chunk:
            yield chunk

    def _row_bytes(self, positions: int) -> int:
        config = self._fused.config
        numbers = 2 * config.num_hidden_layers * config.num_key_value_heads * config.head_dim
        return numbers * self._fused.dtype.itemsize * positions + 16 * config.vocab_size

    def _budget(self) -> int:
        if self._fused.device.type == "cuda":
            return int(torch.cuda.mem_get_info(self._fused.device)[0] // 2)
        return CPU_BYTES
