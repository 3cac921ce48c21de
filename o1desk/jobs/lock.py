"""One O1 Desk per data folder: two writers would spoil the database."""

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from o1desk.core.errors import FolderInUseError, InputError
from o1desk.core.locks import FileLock
from o1desk.jobs.process import is_same_process

LOCK_FILE = "o1desk.lock"


class DataLock:
    """Owns a data folder from `acquire` to `release`, or inside a `with` block.

    The system takes the lock back when its holder dies, so a stale one cannot stay. Where the
    file system knows no locks, pid and start time in the file decide.
    """

    def __init__(self, data: Path) -> None:
        """Remember the folder; nothing is locked yet."""
        self._path = data / LOCK_FILE
        self._lock = FileLock(self._path)

    def acquire(self) -> None:
        """Take the folder.

        Raises:
            FolderInUseError: If another O1 Desk has it.
            InputError: If it cannot be written; nothing was changed.
        """
        try:
            mine = self._lock.acquire()
        except OSError:
            mine = not self._is_named_alive()
        if not mine:
            holder = self._holder().get("pid", "of unknown number")
            raise FolderInUseError(
                f"Another O1 Desk (process {holder}) uses the data folder {self._path.parent}; "
                "nothing was changed; close it, or choose another folder with --data"
            )
        me = {"pid": os.getpid(), "started": psutil.Process().create_time()}
        try:
            self._path.write_text(json.dumps(me), encoding="utf-8")
        except OSError as error:
            self._lock.release()
            raise InputError(
                f"The data folder {self._path.parent} cannot be written ({error.strerror}); "
                "nothing was changed; choose another folder with --data"
            ) from error

    def release(self) -> None:
        """Give the folder back."""
        self._lock.release()

    def __enter__(self) -> "DataLock":
        """Take the folder."""
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the folder back."""
        self.release()

    def _holder(self) -> dict[str, Any]:
        try:
            holder = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return holder if isinstance(holder, dict) else {}

    def _is_named_alive(self) -> bool:
        holder = self._holder()
        pid, started = holder.get("pid"), holder.get("started")
        if not isinstance(pid, int) or not isinstance(started, float):
            return False
        return pid != os.getpid() and is_same_process(pid, started)
