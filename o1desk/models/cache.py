"""Keys and values of the rows that are being sampled, in one static tensor.

Prompts are aligned on the right, so that every row writes its next token at the same place and a
step costs one slice copy per layer. A row that is finished leaves: the last rows move into the
gaps, so that the rows in use stay the first B.

Shapes: L layers, R rows at the start, B rows in use, T positions, D head dimension.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from o1desk.models.decoder import DecoderConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheShape:
    """Size of a cache.

    Attributes:
        rows: Sequences at the start.
        prompt: Positions of the longest prompt.
        capacity: Positions in all.
    """

    rows: int
    prompt: int
    capacity: int


class Cache:
    """The static key/value cache.

    Attributes:
        length: Positions in use, those that pad short prompts on the left included.
        rows: Rows in use.
    """

    def __init__(
        self, config: DecoderConfig, shape: CacheShape, dtype: torch.dtype, device: torch.device
    ) -> None:
        """Reserve the memory; nothing is written yet."""
        sizes = (config.num_hidden_layers, 2, shape.rows, config.num_key_value_heads,
                 shape.capacity, config.head_dim)  # fmt: skip
        self._data = torch.empty(sizes, dtype=dtype, device=device)
        self._mask: Tensor | None = None
        self._prompt = shape.prompt
        self.length = shape.prompt
        self.rows = shape.rows
        self._views: list[tuple[Tensor, Tensor]] = []
        self._take_views()

    def put_prompt(self, rows: range, stored: Tensor, length: int) -> None:
        """Copy one prompt's keys and values into all rows of its group.

        Args:
            rows: The group.
            stored: Shape (L, 2, kv_heads, S, D); the first `length` positions count.
            length: Tokens of the prompt.
        """
        start = self._prompt - length
        target = self._data[:, :, rows.start : rows.stop, :, start : self._prompt]
        target.copy_(stored[:, :, None, :, :length])
        if start:
            self._data[:, :, rows.start : rows.stop, :, :start] = 0  # masked, but must be finite
            self._masked()[rows.start : rows.stop, ..., :start] = -torch.inf

    def advance(self) -> None:
        """Make room for one more position in every row."""
        self.length += 1

    def write(self, layer: int, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor]:
        """Store the newest position of a layer, (B, kv_heads, D) each.

        Returns:
            All keys and all values of the layer, (B, kv_heads, T, D), as views.
        """
        keys, values = self._views[layer]
        last = self.length - 1
        keys.select(2, last).copy_(key)
        values.select(2, last).copy_(value)
        return keys.narrow(2, 0, self.length), values.narrow(2, 0, self.length)

    def mask(self) -> Tensor | None:
        """Return what is added to the scores, (B, 1, 1, T), or None when no row is padded."""
        if self._mask is None:
            return None
        return self._mask[: self.rows, ..., : self.length]

    def keep(self, rows: int, moves: tuple[Tensor, Tensor]) -> None:
        """Shrink to the first `rows` rows after moving others into the gaps.

        Args:
            rows: Rows that stay.
            moves: Target rows and source rows, both (M,).
        """
        target, source = moves
        if target.numel():
            used = self._data.narrow(4, 0, self.length)
            used.index_copy_(2, target, used.index_select(2, source))
            if self._mask is not None:
                self._mask.index_copy_(0, target, self._mask.index_select(0, source))
        self.rows = rows
        self._take_views()

    def _masked(self) -> Tensor:
        if self._mask is None:
            capacity = self._data.shape[4]
            self._mask = self._data.new_zeros(self.rows, 1, 1, capacity)
        return self._mask

    def _take_views(self) -> None:
        self._views = [(layer[0, : self.rows], layer[1, : self.rows]) for layer in self._data]
