"""A lock on a file that the system takes back when its holder dies, however it dies."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """One holder at a time, across processes; nobody waits.

    The file's content is never touched. A forked child does not keep the lock alive: it would
    outlive a killed parent and block the next start.

    Attributes:
        path: The file that is locked; made if missing, never deleted.
    """

    def __init__(self, path: Path) -> None:
        """Remember the file; nothing is locked yet."""
        self.path = path
        self._handle: int | None = None
        if sys.platform != "win32":
            os.register_at_fork(after_in_child=self._drop)

    def acquire(self) -> bool:
        """Take the lock; False if somebody else, in this process or another, has it.

        Raises:
            OSError: If the file cannot be opened, or its file system has no locks.
        """
        if self._handle is not None:
            return False
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return False
        except OSError:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        self._drop()

    def _drop(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def is_held(path: Path) -> bool:
    """Return whether somebody holds the lock of this file; a missing file is free."""
    if not path.exists():
        return False
    lock = FileLock(path)
    if not lock.acquire():
        return True
    lock.release()
    return False


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        # Far beyond the end, so that the content stays readable for others.
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
