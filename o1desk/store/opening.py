"""From a data folder to an open database: ownership, soundness, version, upgrade.

The order matters. Nothing is written before the file is known to be ours, sound and not newer than
this program, so a refusal leaves every byte as it was.
"""

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.locks import FileLock
from o1desk.store import backups, health, session
from o1desk.store.connect import (
    APPLICATION_ID,
    DATABASE,
    SCHEMA_VERSION,
    explained,
    is_damage,
    open_reader,
    open_writer,
    pragma,
)
from o1desk.store.owner import claim
from o1desk.store.place import place_of
from o1desk.store.readers import Readers
from o1desk.store.upgrade import apply, upgrade
from o1desk.store.writer import Writer, empty_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open database.

    Attributes:
        path: The database file.
        readers: Connections that read.
        writer: The one that writes; None when open read-only.
        lock: Ownership of the data folder; None when open read-only.
        notices: Sentences the user should see.
        copy: Folder of the copy that is read instead of an older database; None for none.
    """

    path: Path
    readers: Readers
    writer: Writer | None
    lock: FileLock | None
    notices: tuple[str, ...]
    copy: tempfile.TemporaryDirectory[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a database says of itself.

    Attributes:
        version: Number of migrations applied; 0 for an empty file.
        made_by: Version of the program that last changed the schema.
        min_reader: Oldest schema version whose program can read this one.
        is_clean: Whether the last writer closed it.
    """

    version: int
    made_by: str
    min_reader: int
    is_clean: bool


def open_writable(data: Path) -> Opened:
    """Open the database of a data folder for writing, made if missing.

    Raises:
        StoreUnavailableError: If somebody else owns the folder, it cannot be written, or the
            database is damaged, foreign or newer than this program.
        NoSpaceError: If there is no room for a new database.
    """
    with explained(data, "open the database"):
        data.mkdir(parents=True, exist_ok=True)
        lock = claim(data)
        try:
            return _open_owned(data, lock)
        except BaseException:
            lock.release()
            raise


def _open_owned(data: Path, lock: FileLock) -> Opened:
    health.check_marker(data)
    path = data / DATABASE
    notices = [_made_sound(path)] if path.exists() else []
    place = place_of(data)
    connection = open_writer(path, place.journal)
    try:
        notices += [place.notice, upgrade(connection, data)]
        session.begin(connection, is_log_empty=empty_log(connection))
    except BaseException:
        connection.close()
        raise
    return Opened(
        path=path,
        readers=Readers(path, data),
        writer=Writer(connection, data),
        lock=lock,
        notices=tuple(notice for notice in notices if notice),
    )


def open_readable(data: Path) -> Opened:
    """Open the database of a data folder without the power to change it.

    Works beside a program that writes, on a read-only folder, and for databases of later versions
    that still allow it, so that everything can be exported. One of an earlier version is read
    from a copy that was brought to this one.

    Raises:
        StoreUnavailableError: If there is none, it is damaged or foreign, or too new to be read.
        NoSpaceError: If there is no room for the copy of an older one.
    """
    path = data / DATABASE
    if not path.exists():
        raise StoreUnavailableError(f"There is no database in {data}; nothing was changed")
    with explained(data, "open the database"):
        immutable = _needs_immutable(path)
        identity = identify(path, immutable=immutable)
        if identity.version > SCHEMA_VERSION and identity.min_reader > SCHEMA_VERSION:
            raise _too_new(identity, "it cannot even be read")
        if identity.version < SCHEMA_VERSION:
            return _open_copy(path, data, immutable=immutable)
        readers = Readers(path, data, immutable=immutable)
        return Opened(path=path, readers=readers, writer=None, lock=None, notices=())


def _open_copy(path: Path, data: Path, *, immutable: bool) -> Opened:
    """Copy an older database to the temporary folder of the system and read the copy."""
    folder = tempfile.TemporaryDirectory(prefix="o1desk-")
    copy = Path(folder.name) / DATABASE
    try:
        source = open_reader(path, immutable=immutable)
        try:
            target = sqlite3.connect(copy, isolation_level=None)
            try:
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE").fetchone()
                apply(target)
            finally:
                target.close()
        finally:
            source.close()
    except BaseException:
        folder.cleanup()
        raise
    return Opened(
        path=copy,
        readers=Readers(copy, data),
        writer=None,
        lock=None,
        notices=("The database is of an earlier version; what you see is a copy of it as it was",),
        copy=folder,
    )


def close(opened: Opened) -> None:
    """Close every connection and give the folder back."""
    opened.readers.close()
    if opened.copy is not None:
        opened.copy.cleanup()
    if opened.writer is not None:
        try:
            if not opened.readers.saw_damage and not opened.writer.saw_damage:
                opened.writer.run(session.end, doing="close the database")
        finally:
            opened.writer.close()
            if opened.lock is not None:
                opened.lock.release()


def identify(path: Path, *, immutable: bool = False) -> Identity:
    """Read what a database says of itself.

    Raises:
        StoreUnavailableError: If it is not one of ours.
        sqlite3.Error: If SQLite cannot read it.
    """
    connection = open_reader(path, immutable=immutable)
    try:
        version = pragma(connection, "user_version")
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if pragma(connection, "application_id") != APPLICATION_ID and (version or tables):
            raise StoreUnavailableError(
                f"{path} is not an O1 Desk database; nothing was changed; move it away or choose "
                "another data folder"
            )
        told = dict(connection.execute("SELECT name, value FROM meta")) if tables else {}
        last = session.read(connection)
    finally:
        connection.close()
    return Identity(
        version=version,
        made_by=told.get("made_by", "?"),
        min_reader=int(told.get("min_reader_version", version)),
        is_clean=last is None or not last.is_open,
    )


def _made_sound(path: Path) -> str:
    """Look at an existing file before anything is written; return a notice, or "".

    Raises:
        DamagedStoreError: If the file is damaged; it was moved aside.
        StoreUnavailableError: If it is foreign or newer than this program.
    """
    if path.stat().st_size == 0 and not health.is_unclean_log(path):
        return _check_empty(path)
    notice = _repaired(path) if health.is_unclean(path) else ""
    try:
        identity = identify(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        raise _damaged(path, str(error)) from error
    if identity.version > SCHEMA_VERSION:
        raise _too_new(identity, "it can be opened read-only, to look and to export")
    if identity.version == 0:
        return _check_empty(path)
    return notice or ("" if identity.is_clean else _repaired(path))


def _check_empty(path: Path) -> str:
    # A start that was killed leaves an empty file; so does a disk that lost the content.
    backup = backups.last_good(path.parent)
    if backup is not None:
        raise health.report_damage(path, "the file is empty", backup)
    return ""


def _repaired(path: Path) -> str:
    health.roll_back(path)
    finding = health.look(path)
    if not finding.fault:
        return ""
    if not finding.stale_wal:
        raise _damaged(path, finding.fault)
    folder = health.move_wal_aside(path)
    return (
        f"The log beside the database did not belong to it ({finding.fault}); it was moved to "
        f"{folder} and the database was opened without it"
    )


def _damaged(path: Path, fault: str) -> StoreUnavailableError:
    return health.report_damage(path, fault, backups.last_good(path.parent))


def _too_new(identity: Identity, rest: str) -> StoreUnavailableError:
    return StoreUnavailableError(
        f"The database was made by O1 Desk {identity.made_by} or later (schema "
        f"{identity.version}, this version knows {SCHEMA_VERSION}); nothing was changed; install "
        f"that version; {rest}"
    )


def _needs_immutable(path: Path) -> bool:
    """Return whether the shared memory of a log cannot be made here: a read-only folder."""
    try:
        connection = open_reader(path)
    except sqlite3.DatabaseError:
        return False
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return not health.is_unclean(path)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return False
