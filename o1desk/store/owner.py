"""One process owns the database: the app, or the command line that has the data folder."""

from pathlib import Path

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.locks import FileLock

LOCK = "o1desk.sqlite.lock"


def claim(data: Path) -> FileLock:
    """Become the owner; the system takes the lock back when the process ends, however it ends.

    Raises:
        StoreUnavailableError: If another process is the owner, or the folder cannot be written.
    """
    lock = FileLock(data / LOCK)
    try:
        is_mine = lock.acquire()
    except OSError as error:
        raise StoreUnavailableError(
            f"The data folder {data} cannot be written ({error.strerror}); nothing was changed; "
            "choose another folder or open this one read-only"
        ) from error
    if not is_mine:
        raise StoreUnavailableError(
            f"Another O1 Desk uses the data folder {data}; nothing was changed; close it, wait "
            "until it is done, or choose another data folder"
        )
    return lock
