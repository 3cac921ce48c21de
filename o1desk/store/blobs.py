"""Cells too large for a row live in files named by their content.

A row keeps the first part of the text, enough for lists and search; the whole is read only when
somebody opens the row. The file is on disk before the row that needs it, so a kill in between
leaves a file nobody needs, never a row without its text.
"""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.files import write_atomic
from o1desk.store.gate import FLAG_ESCAPED, FLAG_LARGE, escape, has_surrogate, unescape

LARGE_CHARS = 1_000_000  # above this a cell leaves its row
KEPT_CHARS = 65_536  # what stays in the row


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One large cell of a row that is about to be written."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The text cells of one row, ready for SQLite.

    Attributes:
        values: What goes into the row, by column.
        flags: The row's `flags`.
        large: Cells that continue in a blob file.
    """

    values: Mapping[str, str]
    flags: int
    large: tuple[Cell, ...]


class BlobFolder:
    """Content-addressed files under the data folder.

    Attributes:
        folder: Where they lie.
    """

    def __init__(self, folder: Path) -> None:
        """Remember the folder; it is made with the first blob."""
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the content with this hash lies."""
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep some bytes and return their hash; known content is not written again.

        Raises:
            NoSpaceError: If the disk is full.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes with this hash.

        Raises:
            StoreUnavailableError: If the file is gone or no longer what it was.
        """
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoreUnavailableError(
                f"A long text cannot be read ({path.name[:12]}: {error.strerror}); the rest of the "
                "data is unharmed; bring the file back from a copy of the data folder"
            ) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreUnavailableError(
                f"A long text is damaged ({path.name[:12]}); the rest of the data is unharmed; "
                "bring the file back from a copy of the data folder"
            )
        return data

    def pack(self, texts: Mapping[str, str]) -> Texts:
        """Make the text cells of one row fit for SQLite.

        Raises:
            NoSpaceError: If a large cell does not fit on the disk.
        """
        flags = 0
        values = dict(texts)
        if any(has_surrogate(text) for text in values.values()):
            flags |= FLAG_ESCAPED
            values = {name: escape(text) for name, text in values.items()}
        large = tuple(
            self._moved(values, name) for name in texts if len(values[name]) > LARGE_CHARS
        )
        return Texts(values=values, flags=flags | (FLAG_LARGE if large else 0), large=large)

    def _moved(self, values: dict[str, str], name: str) -> Cell:
        data = values[name].encode("utf-8")
        values[name] = values[name][:KEPT_CHARS]
        return Cell(name=name, sha256=self.put(data), bytes=len(data))

    def unpack(
        self,
        connection: sqlite3.Connection,
        row: tuple[str, int, int],
        flags: int,
        values: Mapping[str, str],
    ) -> dict[str, str]:
        """Return what `pack` was given.

        Args:
            connection: Where the row was read.
            row: Table, id and index (0 outside steps) of the row.
            flags: The row's `flags`.
            values: Its text cells.

        Raises:
            StoreUnavailableError: If a blob file is gone or damaged.
        """
        texts = dict(values)
        if flags & FLAG_LARGE:
            sql = "SELECT name, sha256 FROM large_cell WHERE owner=? AND owner_id=? AND idx=?"
            for name, sha256 in connection.execute(sql, row).fetchall():
                if name in texts:
                    texts[name] = self.get(sha256).decode("utf-8")
        if flags & FLAG_ESCAPED:
            texts = {name: unescape(text) for name, text in texts.items()}
        return texts


def keep_large(
    connection: sqlite3.Connection, row: tuple[str, int, int], large: tuple[Cell, ...]
) -> None:
    """Note where the large cells of a row continue."""
    if not large:
        return
    connection.executemany(
        "INSERT OR REPLACE INTO large_cell (owner, owner_id, idx, name, sha256, bytes) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [(*row, cell.name, cell.sha256, cell.bytes) for cell in large],
    )
