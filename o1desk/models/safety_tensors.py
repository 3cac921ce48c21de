"""The header of a safetensors file, read and checked without reading the weights.

Layout: 8 bytes little-endian length N, N bytes of JSON {name: {dtype, shape, data_offsets}}, then
the data; see the format's documentation at huggingface.co/docs/safetensors.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.errors import DamagedModelError

MAX_HEADER_BYTES = 100_000_000  # the limit of the format's own reader
DTYPE_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "F4": 4,
    "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32,
    "I64": 64, "U64": 64, "F64": 64, "C64": 64,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorFile:
    """One file of weights.

    Attributes:
        path: The file.
        bytes: Its size.
        numbers: Numbers in all its tensors.
        largest: Size of its largest tensor, bytes.
        names: Names of its tensors.
    """

    path: Path
    bytes: int
    numbers: int
    largest: int
    names: tuple[str, ...]


def read_header(path: Path) -> TensorFile:
    """Read the header and check that the file holds exactly what it announces.

    Raises:
        DamagedModelError: If it does not; names the file and the reason.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if size < 8 or length > min(size - 8, MAX_HEADER_BYTES):
                raise _damaged(path, "it is cut off or not a safetensors file")
            header = json.loads(file.read(length))
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "its header is not JSON") from error
    except OSError as error:
        raise DamagedModelError(f"{path} cannot be read: {error.strerror}") from error
    if not isinstance(header, dict):
        raise _damaged(path, "its header is not a table")
    header.pop("__metadata__", None)
    rows = [_tensor(path, name, entry) for name, entry in header.items()]
    _check_cover(path, sorted((begin, end) for begin, end, _ in rows), size - 8 - length)
    return TensorFile(
        path=path,
        bytes=size,
        numbers=sum(count for _, _, count in rows),
        largest=max((end - begin for begin, end, _ in rows), default=0),
        names=tuple(header),
    )


def _tensor(path: Path, name: str, entry: Any) -> tuple[int, int, int]:
    """Return begin, end and count of numbers of one tensor."""
    try:
        begin, end = (int(offset) for offset in entry["data_offsets"])
        shape = [int(size) for size in entry["shape"]]
        bits = DTYPE_BITS[entry["dtype"]]
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path, f"the entry of '{name[:80]}' is not readable") from error
    count = math.prod(shape)
    if min(shape, default=0) < 0 or begin < 0 or (end - begin) * 8 != count * bits:
        raise _damaged(path, f"the size of '{name[:80]}' does not fit its shape")
    return begin, end, count


def _check_cover(path: Path, ranges: list[tuple[int, int]], data_bytes: int) -> None:
    """The tensors must lie end to end and fill the data."""
    position = 0
    for begin, end in ranges:
        if begin != position:
            raise _damaged(path, "its tensors overlap or leave holes")
        position = end
    if position != data_bytes:
        raise _damaged(path, f"it holds {data_bytes:,} bytes of weights, {position:,} announced")


def _damaged(path: Path, reason: str) -> DamagedModelError:
    return DamagedModelError(
        f"The model file {path} is damaged: {reason}; copy or download it again"
    )
