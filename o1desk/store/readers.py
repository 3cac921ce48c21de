"""Connections that read, beside the one that writes and without waiting for it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from o1desk.core.errors import StoreUnavailableError
from o1desk.store.connect import DamagedStoreError, explained, open_reader


class Readers:
    """Read-only connections, lent to one caller at a time and kept for the next.

    Attributes:
        saw_damage: Whether SQLite called the file corrupt: the next start has to check it.
    """

    def __init__(self, path: Path, data: Path, *, immutable: bool = False) -> None:
        """Remember the file; connections are opened when needed."""
        self.saw_damage = False
        self._path = path
        self._data = data
        self._immutable = immutable
        self._idle: list[sqlite3.Connection] = []
        self._gate = threading.Lock()
        self._closed = False

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; SQLite's refusals become sentences.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
        """
        try:
            with explained(self._data, "read the database"):
                connection = self._take()
                try:
                    yield connection
                finally:
                    self._give(connection)
        except DamagedStoreError:
            self.saw_damage = True
            raise

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
        """
        with self.connection() as connection:
            return connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close what is idle; what is lent is closed when it comes back."""
        with self._gate:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._gate:
            if self._closed:
                raise StoreUnavailableError("The store is closed; open it again")
            if self._idle:
                return self._idle.pop()
        return open_reader(self._path, immutable=self._immutable)

    def _give(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        with self._gate:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()
