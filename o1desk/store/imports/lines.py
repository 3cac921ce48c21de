"""JSON rows of a file that nobody vouches for, one at a time, with true line numbers.

Only a line feed ends a row. What cannot be read is reported, never guessed, repaired or evaluated.
"""

import codecs
import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from o1desk.core.errors import InputError

DOCUMENT_MB = 512  # a JSON document is held in memory whole; a JSONL file never is
_MARKS = (  # the longer mark first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARRAY = re.compile(r"\s*\[\s*(?=\{|\]\s*\Z)")
_SPACE = re.compile(r"[\s,]*")
_HOLDERS = ("data", "rows", "examples", "samples", "train", "test")


class RowError(ValueError):
    """A row that cannot be used.

    Attributes:
        reason: What is wrong, in words that many rows share.
        detail: What is wrong with this one.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keep reason and detail apart, so that rejects can be counted by reason."""
        self.reason = reason
        self.detail = detail or reason
        super().__init__(self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a file.

    Attributes:
        number: Its line, from 1.
        value: The JSON value; None when it could not be read.
        error: Why it could not be read; None when it could.
        end: Bytes of the file read so far, for the progress bar.
    """

    number: int
    value: Any = None
    error: RowError | None = None
    end: int = 0


class _DuplicateError(ValueError):
    pass


def read_rows(path: Path) -> Iterator[Line]:
    """Yield every row of a JSONL file, a JSON array, or a JSON object that holds an array.

    Raises:
        InputError: If the file cannot be opened, is empty, or is too large a document.
    """
    try:
        with path.open("rb") as file:
            yield from _rows(path, file)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}); nothing was imported"
        ) from error


def _rows(path: Path, file: BinaryIO) -> Iterator[Line]:
    size = path.stat().st_size
    if size == 0:
        raise InputError(f"{path.name} is empty; nothing was imported")
    encoding = _encoding(file)
    head = file.read(4096).decode(encoding, "replace")
    file.seek(0)
    if _ARRAY.match(head) or (path.suffix == ".json" and head.lstrip("\ufeff \t\r\n")[:1] == "{"):
        document = _document(path, file, encoding)
        if document is not None:
            yield from document
            return
        file.seek(0)
    lines = _utf8_lines(file) if encoding == "utf-8-sig" else _wide_lines(file, encoding)
    yield from lines


def _encoding(file: BinaryIO) -> str:
    start = file.read(4)
    file.seek(0)
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8-sig")


def _utf8_lines(file: BinaryIO) -> Iterator[Line]:
    end = 0
    for number, raw in enumerate(iter(file.readline, b""), start=1):
        end += len(raw)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            wrong = RowError("not UTF-8", f"not UTF-8 at byte {error.start + 1} of the line")
            yield Line(number=number, error=wrong, end=end)
            continue
        line = _line(number, text.removeprefix("\ufeff") if number == 1 else text, end)
        if line is not None:
            yield line


def _wide_lines(file: BinaryIO, encoding: str) -> Iterator[Line]:
    text = io.TextIOWrapper(file, encoding=encoding, newline="\n")
    number = 0
    try:
        for number, raw in enumerate(text, start=1):
            line = _line(number, raw, file.tell())
            if line is not None:
                yield line
    except UnicodeError as error:
        wrong = RowError(f"not {encoding.upper()}", f"not {encoding.upper()}: {error}")
        yield Line(number=number + 1, error=wrong, end=file.tell())
    finally:
        text.detach()


def _line(number: int, text: str, end: int) -> Line | None:
    """Return a line's row; None for a blank line."""
    if not text.strip():
        return None
    try:
        return Line(number=number, value=decode(text), end=end)
    except RowError as error:
        is_cut = error.reason.startswith("not JSON") and not text.endswith("\n")
        wrong = RowError("incomplete last line", error.detail) if is_cut else error
        return Line(number=number, error=wrong, end=end)


def decode(text: str) -> Any:
    """Return the JSON value of a text, numbers that Python or SQLite would change kept as text.

    Raises:
        RowError: If it is not one JSON value, names a key twice or is nested too deeply.
    """
    try:
        return _DECODER.decode(text)
    except _DuplicateError as error:
        raise RowError("a key occurs twice", f"the key {error} occurs twice") from error
    except json.JSONDecodeError as error:
        rest = text[error.pos :].strip()
        if error.msg == "Extra data" and rest == ",":
            raise RowError(
                "a comma after the row", "a comma after the row: not JSON lines"
            ) from error
        raise RowError("not JSON", f"not JSON: {error.msg}, column {error.colno}") from error
    except RecursionError as error:
        raise RowError("nested too deeply") from error


def _document(path: Path, file: BinaryIO, encoding: str) -> Iterator[Line] | None:
    """Return the rows of a file that is one JSON value; None if it is lines after all."""
    size = path.stat().st_size
    if size > DOCUMENT_MB * 2**20:
        raise InputError(
            f"{path.name} is one JSON document of {size / 2**20:.0f} MB, which would fill the "
            "memory; nothing was imported; convert it to JSONL, one row a line"
        )
    try:
        text = file.read().decode(encoding)
    except UnicodeError:
        return None
    if _ARRAY.match(text):
        return _elements(text, _ARRAY.match(text).end(), size)  # type: ignore[union-attr]
    return _object(text, size)


def _object(text: str, size: int) -> Iterator[Line] | None:
    try:
        value = decode(text)
    except RowError:
        return None
    held = next((value[name] for name in _HOLDERS if isinstance(value.get(name), list)), [value])
    return (Line(number=1, value=row, end=size) for row in held)


def _elements(text: str, start: int, size: int) -> Iterator[Line]:
    """Yield the elements of an array, each with the line it begins on."""
    place, number, counted = start, 1, 0
    while place < len(text) and text[place] != "]":
        number += text.count("\n", counted, place)
        counted = place
        error = None
        value: Any = None
        try:
            value, end = _DECODER.raw_decode(text, place)
        except _DuplicateError as found:
            error = RowError("a key occurs twice", f"the key {found} occurs twice")
            _, end = _PLAIN.raw_decode(text, place)
        except (json.JSONDecodeError, RecursionError) as found:
            wrong = RowError("not JSON", f"not JSON: {found}; the rest of the array is unreadable")
            yield Line(number=number, error=wrong, end=size)
            return
        yield Line(number=number, value=value, error=error, end=size * end // len(text))
        place = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    number += text.count("\n", counted, place)
    if place >= len(text):
        yield Line(number=number, error=RowError("the array is not closed"), end=size)
    elif text[place + 1 :].strip():
        yield Line(number=number, error=RowError("something follows the array"), end=size)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DuplicateError(repr(next(name for name in names if names.count(name) > 1)))
    return found


def _integer(text: str) -> int | str:
    if len(text) > 20:
        return text
    value = int(text)
    return value if -(2**63) <= value < 2**63 else text


def _float(text: str) -> float | str:
    value = float(text)
    return value if math.isfinite(value) else text


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_integer, parse_float=_float)
_PLAIN = json.JSONDecoder(parse_int=_integer)
