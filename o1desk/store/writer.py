"""The one thread that writes.

Work is queued and runs in the order it came, each piece in one transaction: all of it is stored or
none. SQLite below 3.51.3 can corrupt a file when two connections write or checkpoint at the same
moment; with one writer that cannot happen. Readers cannot write, so they do not count.
"""

import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from o1desk.core.errors import StoreUnavailableError
from o1desk.store import session
from o1desk.store.connect import (
    BUSY_MS,
    DATABASE,
    DamagedStoreError,
    explained,
    is_busy,
)

LOCKED_S = 60.0  # what is to be stored waits so long for another program's lock
LOG_BYTES = 4 * 2**20  # as long as SQLite itself would let it grow

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


def empty_log(connection: sqlite3.Connection) -> bool:
    """Bring everything in the write-ahead log into the file; False if a reader is in the way.

    SQLite would do so by itself, but without telling; what the file alone holds has to be known
    (`session`).
    """
    busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Make a part of a transaction all or nothing, so that the rest can go on without it."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


class Writer:
    """Runs pieces of work on the only connection that may write.

    Attributes:
        changes: Rows written since the start; tells whether a backup is due.
        saw_damage: Whether SQLite called the file corrupt: the next start has to check it.
    """

    def __init__(self, connection: sqlite3.Connection, data: Path) -> None:
        """Take over the connection; it is closed by `close`."""
        self.changes = 0
        self.saw_damage = False
        self._connection = connection
        self._data = data
        self._log = data / f"{DATABASE}-wal"
        self._is_log_empty = False
        self._queue: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._closed = False
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work[T], *, doing: str, durable: bool = False) -> Future[T]:
        """Queue a piece of work; never blocks.

        Args:
            work: Receives the connection inside a transaction; what it returns is the result.
            doing: What it does, for the sentence if it fails: "store the label".
            durable: Survive a power cut the moment it returns; for what a person did by hand.

        Raises:
            StoreUnavailableError: If the store is closed.
        """
        future: Future[T] = Future()

        def job() -> None:
            try:
                future.set_result(self._transaction(work, doing, durable=durable))
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits
                self.saw_damage |= isinstance(error, DamagedStoreError)
                future.set_exception(error)

        with self._gate:
            if self._closed:
                raise StoreUnavailableError(
                    "The store is closed; nothing was stored; open it again"
                )
            self._queue.put(job)
        return future

    def run(self, work: Work[T], *, doing: str, durable: bool = False) -> T:
        """Queue a piece of work and wait for its result.

        Called from inside another piece of work it would wait for itself, so it refuses.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
            NoSpaceError: If the disk is full; nothing of the work was stored.
            RuntimeError: If called on the writer's own thread.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("work on the writer must use the connection it was given")
        return self.submit(work, doing=doing, durable=durable).result()

    def close(self) -> None:
        """Finish what is queued and close the connection."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            job()

    def _transaction(self, work: Work[T], doing: str, *, durable: bool) -> T:
        connection = self._connection
        with explained(self._data, doing):
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            before = connection.total_changes
            self._begin()
            try:
                result = work(connection)
                session.count(connection, is_first=self._is_log_empty)
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may already have rolled back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._is_log_empty = False
            self.changes += connection.total_changes - before - 1
            self._shorten_log()
            return result

    def _begin(self) -> None:
        """Begin a transaction; a lock of another program is waited for, unless the store closes."""
        limit = time.monotonic() + LOCKED_S
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not is_busy(error) or self._closed or time.monotonic() >= limit:
                    raise
            else:
                return

    def _shorten_log(self) -> None:
        """Bring a long log into the file, unless somebody reads it right now: then next time."""
        if not self._log.exists() or self._log.stat().st_size < LOG_BYTES:
            return
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            self._is_log_empty = empty_log(self._connection)
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
