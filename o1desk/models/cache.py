"""Keys and values of the rows that are being sampled, in static tensors.

Rows that are finished leave: the last rows in use move into the gaps, so that the rows in use
stay the first B and a step writes one slice per layer.

Shapes: L layers, P prompts, R rows at the start, B rows in use, T positions, D head dimension,
G query heads per key head, K key heads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

from o1desk.models.decoder import DecoderConfig


class Cache(Protocol):
    """What a step needs of a cache."""

    def put_prompt(self, number: int, stored: Tensor, length: int) -> None:
        """Take one prompt's keys and values, (L, 2, K, S, D); the first `length` count."""
        ...

    def advance(self) -> None:
        """Make room for one more position in every row."""
        ...

    def attend(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Store the newest position and mix the values of all.

        Args:
            layer: Number of the layer.
            query: Shape (B, G x K, D).
            key: Shape (B, K, D).
            value: Shape (B, K, D).

        Returns:
            Shape (B, G x K x D).
        """
        ...

    def keep(self, rows: int, targets: Tensor, sources: Tensor) -> None:
        """Shrink to the first `rows` rows after moving `sources` to `targets`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheShape:
    """Size of a cache.

    Attributes:
        groups: Rows of each prompt, in the order of the rows.
        longest: Tokens of the longest prompt.
        room: Tokens of the longest answer.
    """

    groups: Sequence[int]
    longest: int
    room: int

    @property
    def rows(self) -> int:
        """Rows at the start."""
        return sum(self.groups)


class PlainCache:
    """Every row has its prompt's keys and values and its own, one behind the other.

    Prompts are aligned on the right, so that every row writes its next token at the same place.
    """

    def __init__(
        self, config: DecoderConfig, shape: CacheShape, dtype: torch.dtype, device: torch.device
    ) -> None:
        """Reserve the memory; nothing is written yet."""
        self._groups = tuple(shape.groups)
        self._keys_heads = config.num_key_value_heads
        self._prompt = self._length = shape.longest
        self._rows = shape.rows
        sizes = (config.num_hidden_layers, 2, shape.rows, config.num_key_value_heads,
                 shape.longest + shape.room, config.head_dim)  # fmt: skip
        self._data = torch.empty(sizes, dtype=dtype, device=device)
        self._mask: Tensor | None = None
        self._take_views()

    def put_prompt(self, number: int, stored: Tensor, length: int) -> None:
        """Copy one prompt into all rows of its group; see `Cache`."""
        first = sum(self._groups[:number])
        rows = slice(first, first + self._groups[number])
        start = self._prompt - length
        target = self._data[:, :, rows, :, start : self._prompt]
        target.copy_(stored[:, :, None, :, :length])
        if start:
            self._data[:, :, rows, :, :start] = 0  # masked, but must be finite
            if self._mask is None:
                self._mask = self._data.new_zeros(self._rows, 1, 1, self._data.shape[4])
            self._mask[rows, ..., :start] = -torch.inf

    def advance(self) -> None:
        """Make room; see `Cache`."""
        self._length += 1

    def attend(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Mix; see `Cache`."""
        keys, values = self._views[layer]
        keys.select(2, self._length - 1).copy_(key)
        values.select(2, self._length - 1).copy_(value)
        mask = None if self._mask is None else self._mask[: self._rows, ..., : self._length]
        mixed = F.scaled_dot_product_attention(
            query.view(self._rows, -1, self._keys_heads, query.shape[-1]).transpose(1, 2),
            keys.narrow(2, 0, self._length),
            values.narrow(2, 0, self._length),
            attn_mask=mask,
        )
        return mixed.transpose(1, 2).reshape(self._rows, -1)

    def keep(self, rows: int, targets: Tensor, sources: Tensor) -> None:
        """Shrink; see `Cache`."""
        used = self._data.narrow(4, 0, self._length)
        used.index_copy_(2, targets, used.index_select(2, sources))
        if self._mask is not None:
            self._mask.index_copy_(0, targets, self._mask.index_select(0, sources))
        self._rows = rows
        self._take_views()

    def _take_views(self) -> None:
        self._views = [(layer[0, : self._rows], layer[1, : self._rows]) for layer in self._data]
