"""Reads and checks the header of a GGUF file in Python, before llama.cpp's C++ sees it.

A crafted file has crashed several builds of llama.cpp, and a crash takes the process along. Here
every count, length and offset is held against the size of the file first. Layout: GGUF v2 and v3,
ggml-org/ggml, docs/gguf.md.
"""

import math
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.errors import DamagedModelError, MissingModelError

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_HEADER_BYTES = 256 << 20  # the largest vocabularies take about 10 MB
MAX_DIMENSIONS = 4
DEFAULT_ALIGNMENT = 32
_SCALARS = {
    0: "B",
    1: "b",
    2: "H",
    3: "h",
    4: "I",
    5: "i",
    6: "f",
    7: "?",
    10: "Q",
    11: "q",
    12: "d",
}
_STRING, _ARRAY = 8, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class GgufHeader:
    """What a GGUF file announces.

    Attributes:
        path: The file.
        bytes: Its size.
        metadata: Keys and values; strings that are not UTF-8 are replaced character-wise.
        tensors: Shape of each tensor by name, fastest dimension first.
    """

    path: Path
    bytes: int
    metadata: dict[str, Any]
    tensors: dict[str, tuple[int, ...]]

    def number(self, key: str, default: int = 0) -> int:
        """Return a whole number such as "block_count" of this file's architecture."""
        name = f"{self.metadata.get('general.architecture', '')}.{key}"
        value = self.metadata.get(name, default)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def cache_bytes(self, context: int) -> int:
        """Return the size of the f16 key and value cache for a context, bytes."""
        heads = self.number("attention.head_count", 1) or 1
        width = self.number("attention.key_length", self.number("embedding_length") // heads)
        per_layer = 2 * 2 * width * self.number("attention.head_count_kv", heads)
        return self.number("block_count") * context * per_layer


class _Cursor:
    """Walks over bytes and refuses to leave them."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> Any:
        if self.at + struct.calcsize(layout) > len(self.data):
            raise ValueError("its header is cut off")
        (value,) = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return value

    def count(self, smallest: int) -> int:
        """Take a count whose elements need at least `smallest` bytes each."""
        number = int(self.take("<Q"))
        if number * smallest > len(self.data) - self.at:
            raise ValueError("it announces more than it holds")
        return number

    def text(self) -> str:
        length = self.count(1)
        self.at += length
        return self.data[self.at - length : self.at].decode("utf-8", "replace")


def read_header(path: Path) -> GgufHeader:
    """Read the header of a GGUF file.

    Raises:
        MissingModelError: If there is no such file.
        DamagedModelError: If anything in it contradicts the file's size or the format.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            metadata, tensors = _read(file.fileno(), size)
    except FileNotFoundError as error:
        raise MissingModelError(f"There is no model file {path}") from error
    except OSError as error:
        raise DamagedModelError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, struct.error) as error:
        raise DamagedModelError(
            f"The model file {path} is damaged: {error}; copy or download it again"
        ) from error
    return GgufHeader(path=path, bytes=size, metadata=metadata, tensors=tensors)


def _read(handle: int, size: int) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    """Parse through a mapping, so that only the pages of the header are read."""
    if not size:
        raise ValueError("it is empty")
    with mmap.mmap(handle, min(size, MAX_HEADER_BYTES), access=mmap.ACCESS_READ) as data:
        return _parse(_Cursor(data), size)


def _parse(cursor: _Cursor, size: int) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    if cursor.data[:4] != MAGIC:
        raise ValueError("it is not a GGUF file")
    cursor.at = 4
    version = cursor.take("<I")
    if version not in VERSIONS:
        raise ValueError(f"version {version} of the format is unknown")
    tensor_count, key_count = cursor.count(1), cursor.count(1)
    metadata: dict[str, Any] = {}
    for _ in range(key_count):
        key = cursor.text()
        if key in metadata:
            raise ValueError(f"the key '{key[:60]}' comes twice")
        metadata[key] = _value(cursor, cursor.take("<I"))
    if not metadata.get("general.architecture"):
        raise ValueError("it does not name its architecture")
    rows = [_tensor(cursor) for _ in range(tensor_count)]
    alignment = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
    _check_room(rows, cursor.at, alignment, size)
    return metadata, {name: shape for name, shape, _, _ in rows}


def _value(cursor: _Cursor, kind: int) -> Any:
    if kind in _SCALARS:
        return cursor.take("<" + _SCALARS[kind])
    if kind == _STRING:
        return cursor.text()
    if kind != _ARRAY:
        raise ValueError(f"a value has the unknown type {kind}")
    inner = cursor.take("<I")
    if inner == _STRING:
        return [cursor.text() for _ in range(cursor.count(8))]
    if inner not in _SCALARS:
        raise ValueError(f"a list has the unknown type {inner}")
    layout = _SCALARS[inner]
    count = cursor.count(struct.calcsize("<" + layout))
    cursor.at += count * struct.calcsize("<" + layout)
    start = cursor.at - count * struct.calcsize("<" + layout)
    return list(struct.unpack_from(f"<{count}{layout}", cursor.data, start))


def _tensor(cursor: _Cursor) -> tuple[str, tuple[int, ...], int, int]:
    """Return name, shape, offset from the data's start, and size in bytes."""
    from gguf import GGML_QUANT_SIZES, GGMLQuantizationType

    name = cursor.text()
    dimensions = cursor.take("<I")
    if dimensions > MAX_DIMENSIONS:
        raise ValueError(f"the tensor '{name[:60]}' has {dimensions} dimensions")
    shape = tuple(int(cursor.take("<Q")) for _ in range(dimensions))
    kind, offset = cursor.take("<I"), int(cursor.take("<Q"))
    try:
        block, block_bytes = GGML_QUANT_SIZES[GGMLQuantizationType(kind)]
    except (KeyError, ValueError):
        raise ValueError(f"the tensor '{name[:60]}' has the unknown type {kind}") from None
    numbers = math.prod(shape)
    if numbers <= 0 or (shape and shape[0] % block):
        raise ValueError(f"the tensor '{name[:60]}' has an impossible shape")
    return name, shape, offset, numbers // block * block_bytes


def _check_room(
    rows: list[tuple[str, tuple[int, ...], int, int]], header_end: int, alignment: Any, size: int
) -> None:
    """Every tensor must lie inside the file, at a multiple of the alignment."""
    if not isinstance(alignment, int) or alignment < 1 or alignment & (alignment - 1):
        raise ValueError("its alignment is not a power of two")
    start = -(-header_end // alignment) * alignment
    if len({name for name, *_ in rows}) != len(rows):
        raise ValueError("a tensor comes twice")
    for name, _, offset, length in rows:
        if offset % alignment or start + offset + length > size:
            raise ValueError(f"the tensor '{name[:60]}' does not lie inside the file")
