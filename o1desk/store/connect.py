"""Connections with the settings the store relies on, and SQLite's errors as sentences.

Measured defaults are not what is wanted here: foreign keys are off and the schema is trusted. All
connections are in autocommit mode, so that every transaction is one that the store began.
"""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from o1desk.core.errors import NoSpaceError, StoreUnavailableError

DATABASE = "o1desk.sqlite"
APPLICATION_ID = 0x4F314453  # "O1DS"
SCHEMA_VERSION = 2  # the number of migrations; a test compares
BUSY_MS = 5000

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_FULL = frozenset({sqlite3.SQLITE_FULL})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class DamagedStoreError(StoreUnavailableError):
    """The database file is corrupt.

    Attributes:
        kept: Folder that the damaged files were moved to; None while they are where they were.
        backup: The newest good backup; None when there is none.
    """

    def __init__(
        self, message: str, *, kept: Path | None = None, backup: Path | None = None
    ) -> None:
        """Keep the paths beside the sentence."""
        super().__init__(message)
        self.kept = kept
        self.backup = backup


def open_writer(path: Path, journal: str = "wal") -> sqlite3.Connection:
    """Open the one connection that writes; the file is made if missing.

    Args:
        path: The database file.
        journal: "wal", or "delete" on disks without shared memory.

    Raises:
        sqlite3.Error: If SQLite refuses; `explained` turns it into a sentence.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _configure(connection)
        connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")  # the writer decides
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """Open a connection that can only read, and never checkpoints.

    Args:
        path: The database file.
        immutable: Ignore journals and locks; for files that nobody can be writing.

    Raises:
        sqlite3.Error: If SQLite refuses.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        _configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",  # mapped memory makes damage worse
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the value of a numeric pragma."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def quick_check(connection: sqlite3.Connection) -> str:
    """Return "" if the file is sound, else the first fault as SQLite words it."""
    try:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return str(error)
    return "" if found == "ok" else found


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether SQLite says that the file itself is broken."""
    return _primary(error) in _DAMAGE


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another program holds a lock."""
    return _primary(error) in _BUSY


def free_mb(folder: Path) -> float:
    """Return the free space of the disk that holds a folder, MB (1024 x 1024 bytes)."""
    return shutil.disk_usage(folder).free / 2**20


@contextmanager
def explained(data: Path, doing: str) -> Iterator[None]:
    """Turn what SQLite and the file system refuse into one sentence.

    Args:
        data: The data folder.
        doing: What was tried, as it reads after "Could not": "store the samples".

    Raises:
        NoSpaceError: If the disk is full.
        DamagedStoreError: If the database file is corrupt.
        StoreUnavailableError: If it is locked, read-only or out of reach.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if _primary(error) == sqlite3.SQLITE_ERROR:
            raise  # a faulty statement is a bug, not a state of the disk
        raise _operational(error, data, doing) from error
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        raise _operational(error, data, doing) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(data, doing) from error
        raise StoreUnavailableError(
            f"Could not {doing}: {error.strerror or error}; nothing of it was stored; "
            f"check the data folder {data}"
        ) from error


def _operational(
    error: sqlite3.Error, data: Path, doing: str
) -> StoreUnavailableError | NoSpaceError:
    code = _primary(error)
    if code in _FULL or "disk is full" in str(error):
        return _full(data, doing)
    if code in _DAMAGE:
        return DamagedStoreError(
            f"Could not {doing}: the database is damaged ({error}); nothing of it was stored; "
            "start again to have it checked and to choose a backup"
        )
    if code in _BUSY:
        return StoreUnavailableError(
            f"Could not {doing}: another program has locked the database; nothing of it was "
            "stored; close that program and try again"
        )
    if code == sqlite3.SQLITE_READONLY:
        return StoreUnavailableError(
            f"Could not {doing}: the data folder {data} cannot be written; nothing was changed; "
            "choose another folder or open this one read-only"
        )
    return StoreUnavailableError(
        f"Could not {doing}: {error}; nothing of it was stored; check the data folder {data}"
    )


def _full(data: Path, doing: str) -> NoSpaceError:
    return NoSpaceError(
        f"Could not {doing}: the disk is full ({free_mb(data):.1f} MB free in {data}); "
        "nothing of it was stored; free some space and try again"
    )


def _primary(error: sqlite3.Error) -> int:
    # Python sets the extended code; errors it raises by itself have none.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
