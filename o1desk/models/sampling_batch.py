"""The rows that are sampled together: read their prompts, step, let the finished ones leave.

Shapes: R rows at the start, B rows in use, P prompts, H hidden.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from o1desk.models.cache import Cache, CacheShape, PlainCache
from o1desk.models.drawing import Draw
from o1desk.models.fused import FusedDecoder
from o1desk.models.ledger import Ledger, SampledSequence
from o1desk.models.shared_cache import SharedCache, can_share

PREFILL_TOKENS = 8192  # padded prompt tokens that are read at once
# Steps between two looks at what is finished; on CUDA each look waits for the device.
CPU_STEPS, CUDA_STEPS = 1, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One answer to be sampled.

    Attributes:
        number: Its place among all rows of the call.
        ids: The prompt's tokens.
        limit: Longest answer, tokens.
    """

    number: int
    ids: tuple[int, ...]
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Rows that share a prompt."""

    number: int
    rows: range
    ids: tuple[int, ...]


class Batch:
    """Rows in lockstep.

    Attributes:
        ledger: What was drawn.
    """

    def __init__(
        self,
        fused: FusedDecoder,
        ledger: Ledger,
        draw: Draw,
        uniform: Tensor,
        *,
        every: int | None = None,
    ) -> None:
        """Prepare; `read` starts.

        Args:
            fused: The model.
            ledger: Empty, with the rows' limits.
            draw: From scores to tokens.
            uniform: Random numbers in [0, 1), (R, longest limit), in the order of the rows.
            every: Steps between two looks at what is finished; None suits the device.
        """
        self.ledger = ledger
        self._fused = fused
        self._draw = draw
        self._uniform = uniform.to(fused.device, copy=True)
        self._every = every or (CUDA_STEPS if fused.device.type == "cuda" else CPU_STEPS)
        self._pending: list[tuple[Tensor, Tensor]] = []

    def read(self, rows: Sequence[Row]) -> None:
        """Read each distinct prompt once and draw the first token of every row.

        Args:
            rows: What to sample; rows with equal prompts must stand together.
        """
        device = self._fused.device
        groups = _grouped(rows)
        longest = max(len(row.ids) for row in rows)
        sizes = [len(group.rows) for group in groups]
        shape = CacheShape(groups=sizes, longest=longest, room=self._uniform.shape[1])
        with torch.inference_mode():
            self._fused.reach(longest + shape.room)
            self._cache = self._make_cache(shape)
            self._positions = torch.tensor([len(row.ids) for row in rows], device=device)
            hidden_PH = torch.cat([self._prefill(piece) for piece in _pieces(groups)])
            repeats = torch.tensor(sizes, device=device)
            self._take(hidden_PH.repeat_interleave(repeats, 0, output_size=len(rows)))

    def step(self) -> None:
        """Append one token to every row in use."""
        with torch.inference_mode():
            self._cache.advance()
            hidden = self._fused.step(self._tokens, self._positions, self._cache)
            self._positions += 1
            self._take(hidden)

    def run(self) -> Iterator[int]:
        """Step until every row is finished; yields the rows still in use after each step."""
        yield self.ledger.alive
        while self.ledger.alive:
            self.step()
            yield self.ledger.alive

    def results(self) -> list[SampledSequence]:
        """Return the answers in the order of the rows."""
        return self.ledger.results()

    def _make_cache(self, shape: CacheShape) -> Cache:
        fused = self._fused
        shares = can_share(fused.device) and shape.rows > len(shape.groups)
        kind = SharedCache if shares else PlainCache
        return kind(fused.config, shape, fused.dtype, fused.device)

    def _prefill(self, groups: Sequence[_Group]) -> Tensor:
        lengths = [len(group.ids) for group in groups]
        padded = torch.zeros(len(groups), max(lengths), dtype=torch.long)
        for number, group in enumerate(groups):
            padded[number, : len(group.ids)] = torch.tensor(group.ids)
        device = self._fused.device
        hidden_PH, stored = self._fused.prefill(
            padded.to(device), torch.tensor(lengths, device=device)
        )
        for number, group in enumerate(groups):
            self._cache.put_prompt(group.number, stored[:, :, number], lengths[number])
        return hidden_PH

    def _take(self, hidden_BH: Tensor) -> None:
        """Draw the next token of every row, and look at what is finished when it is time."""
        drawn_before = self.ledger.steps + len(self._pending)
        uniform = self._uniform[:, drawn_before]
        self._tokens, logprobs = self._draw(self._fused.logits(hidden_BH), uniform)
        self._pending.append((self._tokens, logprobs))
        if len(self._pending) >= min(self._every, self.ledger.room):
            self._look()

    def _look(self) -> None:
        ids = torch.stack([tokens for tokens, _ in self._pending]).cpu().numpy()
        logprobs = torch.stack([values for _, values in self._pending]).cpu().numpy()
        self._pending.clear()
        finished = self.ledger.add(ids, logprobs)
        if finished is None:
            return
        targets, sources = (
            torch.from_numpy(part).to(self._fused.device) for part in self.ledger.leave(finished)
        )
        rows = self.ledger.alive
        self._cache.keep(rows, targets, sources)
        for part in (self._tokens, self._positions, self._uniform):
            part.index_copy_(0, targets, part.index_select(0, sources))
        self._tokens, self._positions = self._tokens[:rows], self._positions[:rows]
        self._uniform = self._uniform[:rows]


def _grouped(rows: Sequence[Row]) -> list[_Group]:
    groups: list[_Group] = []
    for ids, members in itertools.groupby(range(len(rows)), key=lambda place: rows[place].ids):
        places = list(members)
        rows_of = range(places[0], places[-1] + 1)
        groups.append(_Group(number=len(groups), rows=rows_of, ids=ids))
    return groups


def _pieces(groups: Sequence[_Group]) -> Iterator[list[_Group]]:
    """Cut groups, which are sorted by length, so that a piece stays within the padded size."""
    piece: list[_Group] = []
    for group in groups:
        longest = max(len(group.ids), *(len(one.ids) for one in piece)) if piece else 0
        if piece and longest * (len(piece) + 1) > PREFILL_TOKENS:
            yield piece
            piece = []
        piece.append(group)
    if piece:
        yield piece
