"""Large files written piece by piece, and still whole or absent."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from o1desk.core.files import replace, sync_folder


@contextmanager
def prepared(target: Path) -> Iterator[TextIO]:
    """Write the file that `publish` will put in place; an error leaves nothing behind.

    Raises:
        OSError: If the disk refuses.
    """
    part = part_of(target)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def publish(target: Path) -> None:
    """Put a prepared file in place, in one step."""
    replace(part_of(target), target)
    sync_folder(target.parent)


def part_of(target: Path) -> Path:
    """Return where a file is prepared: beside its place, so that it can be renamed."""
    return target.with_name(f".{target.name}.part")
