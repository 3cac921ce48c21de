"""Files that survive a kill: atomic replacement, and lines that are whole or absent.

A reader never sees half a file written here. Append-only files lose at most the line that was
being written; `repair_lines` takes that remainder away before anybody appends again.
"""

import errno
import json
import os
import time
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from o1desk.core.errors import NoSpaceError

ON_WINDOWS = os.name == "nt"
SHARING_TRIES = 10  # Windows: a virus scanner may hold the target for a moment
SHARING_WAIT_S = 0.05


def write_atomic(path: Path, data: bytes | str) -> None:
    """Replace a file in one step: the old content or the new one, never a mixture.

    The bytes are on disk before the name changes, so the promise holds across a power cut too.

    Args:
        path: Target; its folder must exist.
        data: New content; text is written as UTF-8 with its line breaks as they are.

    Raises:
        NoSpaceError: If the disk is full; the old file is untouched.
        OSError: For every other refusal of the file system.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    name = path.parent / f".{path.name}.{uuid.uuid4().hex[:8]}.tmp"
    # Unlike mkstemp's, these permissions follow the user's umask: others may read what they may.
    handle = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        replace(name, path)
    except OSError as error:
        name.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpaceError(
                f"The disk is full: {path.name} needs {len(raw) / 2**20:.1f} MB in {path.parent}; "
                "the previous version was kept; free some space and try again"
            ) from error
        raise
    sync_folder(path.parent)


def replace(source: Path, target: Path) -> None:
    """Move a file over another, waiting out a sharing violation on Windows.

    Raises:
        OSError: If the target stays locked, or the file system refuses.
    """
    for attempt in range(SHARING_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if not ON_WINDOWS or attempt == SHARING_TRIES - 1:
                raise
            time.sleep(SHARING_WAIT_S)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a rename inside the folder durable; Windows has no such call and needs none."""
    if ON_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_gone(folder: Path) -> bool:
    """Return whether a folder is no longer where it was, or the disk that held it is gone."""
    try:
        return not folder.is_dir()
    except OSError:
        return True


def write_json(path: Path, value: Any) -> None:
    """Write one JSON value atomically, indented for people.

    Raises:
        ValueError: If the value holds NaN or infinity.
    """
    write_atomic(path, json.dumps(value, ensure_ascii=True, allow_nan=False, indent=1) + "\n")


def write_lines(path: Path, values: Iterable[Any]) -> None:
    """Write JSON lines atomically."""
    write_atomic(path, "".join(f"{line_of(value)}\n" for value in values))


def line_of(value: Any) -> str:
    """Return a value as one JSON line without its line break.

    Text outside ASCII is escaped, so that a lone surrogate from a model survives the file.
    """
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def read_lines(path: Path) -> Iterator[Any]:
    """Yield the JSON value of each complete line; a missing file has none.

    A last line without its line break was being written when the writer died: it is left out.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            if line.endswith(b"\n"):
                yield json.loads(line)


def append_line(handle: int, line: bytes) -> None:
    """Append a line to an open file, whole or not at all.

    Args:
        handle: A descriptor opened for appending, by nobody else.
        line: The line with its line break.

    Raises:
        OSError: If the disk refuses; the file is as it was.
    """
    start = os.fstat(handle).st_size
    try:
        written = os.write(handle, line)
        while written < len(line):
            written += os.write(handle, line[written:])
    except OSError:
        os.ftruncate(handle, start)
        raise


def repair_lines(path: Path) -> int:
    """Cut off what follows the last readable line; return how many lines remain.

    A power cut may leave zeros or half a line; both are dropped, everything before stays.
    """
    good_bytes = good_lines = 0
    if not path.exists():
        return 0
    with path.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n") or not _is_json(line):
                break
            good_bytes += len(line)
            good_lines += 1
    if good_bytes < path.stat().st_size:
        os.truncate(path, good_bytes)
    return good_lines


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
