"""Where a verb writes, tried before the work so that none is done in vain."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from o1desk.core.errors import InputError


@contextmanager
def room_for(folder: Path) -> Iterator[None]:
    """Make a folder that the block will fill; one that it leaves empty by failing goes again.

    Raises:
        InputError: If the folder cannot be made or written.
    """
    is_new = not folder.exists()
    _make(folder)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):  # it holds something by now
                folder.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"probe")
    except OSError as error:
        raise InputError(
            f"The folder {folder} cannot be written ({error.strerror or error}); nothing was "
            "started; choose another with --out"
        ) from error
