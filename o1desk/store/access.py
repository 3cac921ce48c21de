"""What every repository needs: connections that read, the queue that writes, the blob folder."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from o1desk.core.errors import StoreUnavailableError
from o1desk.store.blobs import BlobFolder
from o1desk.store.readers import Readers
from o1desk.store.writer import Work, Writer

T = TypeVar("T")
PAGE = 100  # rows read at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The way to the database for one repository.

    Attributes:
        data: The data folder.
        blobs: Files of large cells.
        readers: Connections that read.
        writer: The queue of the one that writes; None when the store is read-only.
    """

    data: Path
    blobs: BlobFolder
    readers: Readers
    writer: Writer | None

    def write(self, work: Work[T], *, doing: str, durable: bool = False) -> T:
        """Run a piece of work in one transaction and return its result.

        Args:
            work: Receives the writing connection.
            doing: What it does, for the sentence if it fails: "store the label".
            durable: Survive a power cut the moment it returns.

        Raises:
            StoreUnavailableError: If the store is read-only, closed, locked or damaged.
            NoSpaceError: If the disk is full; nothing of the work was stored.
        """
        return self._writer(doing).run(work, doing=doing, durable=durable)

    def submit(self, work: Work[T], *, doing: str, durable: bool = False) -> futures.Future[T]:
        """Queue a piece of work without waiting, for threads that must not block.

        Raises:
            StoreUnavailableError: If the store is read-only or closed.
        """
        return self._writer(doing).submit(work, doing=doing, durable=durable)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees one state of the database until it is given back.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
        """
        with self.readers.connection() as connection:
            connection.execute("BEGIN")
            yield connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
        """
        return self.readers.rows(sql, tuple(values))

    def one(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query, or None.

        Raises:
            StoreUnavailableError: If the store is closed, locked or damaged.
        """
        found = self.rows(sql, values)
        return found[0] if found else None

    def each(
        self, ids: Sequence[int], read: Callable[[sqlite3.Connection, int], T | None]
    ) -> Iterator[T]:
        """Yield what `read` makes of each id, a page of ids per connection."""
        for start in range(0, len(ids), PAGE):
            with self.reading() as connection:
                found = [read(connection, row_id) for row_id in ids[start : start + PAGE]]
            yield from (value for value in found if value is not None)

    def _writer(self, doing: str) -> Writer:
        if self.writer is None:
            raise StoreUnavailableError(
                f"Could not {doing}: the data folder is open read-only; nothing was changed"
            )
        return self.writer
