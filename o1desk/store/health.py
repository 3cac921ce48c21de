"""Is the database file sound, and what happens to one that is not.

A damaged file is never deleted and never overwritten: it moves, with its journals, to
`damaged/<time>/`, and a marker stops every start until somebody chose a backup or an empty store.
"""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.errors import InputError
from o1desk.core.files import replace, sync_folder, write_json
from o1desk.store import clock, session
from o1desk.store.connect import (
    DATABASE,
    DamagedStoreError,
    is_damage,
    open_reader,
    open_writer,
    quick_check,
)

DAMAGED = "damaged"
MARKER = f"{DATABASE}.is-damaged"
JOURNALS = ("-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a look at the database file showed.

    Attributes:
        fault: What is broken, as SQLite words it; empty when nothing is.
        stale_wal: Whether the write-ahead log is what breaks it: the file alone is sound.
    """

    fault: str = ""
    stale_wal: bool = False


def journal(path: Path, suffix: str) -> Path:
    """Return a journal file of a database."""
    return path.with_name(path.name + suffix)


def is_unclean(path: Path) -> bool:
    """Return whether the last writer did not close: it left a log, or a file cut short."""
    return is_unclean_log(path) or _is_short(path)


def is_unclean_log(path: Path) -> bool:
    """Return whether a log with something in it lies beside the file."""
    logs = (journal(path, suffix) for suffix in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size > 0 for log in logs)


def _is_short(path: Path) -> bool:
    """Return whether the file holds fewer pages than its own header says."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < len(_MAGIC) or not head.startswith(_MAGIC):
        return True
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    is_count_valid = head[24:28] == head[92:96]
    return is_count_valid and path.stat().st_size < page * int.from_bytes(head[28:32], "big")


def roll_back(path: Path) -> None:
    """Let SQLite undo what a killed writer left in a rollback journal; a reader cannot.

    Raises:
        sqlite3.Error: If SQLite refuses for another reason than damage.
    """
    hot = journal(path, "-journal")
    if not hot.exists() or hot.stat().st_size == 0:
        return
    try:
        connection = open_writer(path, "delete")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise


def look(path: Path) -> Finding:
    """Check the whole file without changing a byte of it.

    Raises:
        sqlite3.Error: If SQLite refuses for another reason than damage.
    """
    has_wal = is_unclean_log(path)
    if has_wal and not _belongs(path):
        alone = _fault(path, immutable=True)
        told = alone or "it was written for another state of the database"
        return Finding(fault=told, stale_wal=not alone)
    fault = _fault(path, immutable=False)
    if not fault:
        return Finding()
    return Finding(fault=fault, stale_wal=has_wal and not _fault(path, immutable=True))


def _belongs(path: Path) -> bool:
    """Return whether the log beside the file can have been written for it."""
    alone = _session(path, immutable=True)
    replayed = _session(path, immutable=False)
    if alone is None or replayed is None:
        return True  # one of the two cannot be read: the check of all pages decides
    return replayed.follows(alone)


def _session(path: Path, *, immutable: bool) -> session.Session | None:
    try:
        connection = open_reader(path, immutable=immutable)
    except sqlite3.DatabaseError:
        return None
    try:
        return session.read(connection)
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()


def _fault(path: Path, *, immutable: bool) -> str:
    try:
        connection = open_reader(path, immutable=immutable)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return str(error)
        raise
    try:
        return quick_check(connection)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return str(error)
        raise
    finally:
        connection.close()


def move_wal_aside(path: Path) -> Path:
    """Move a log that does not belong to the file away; return the folder it went to."""
    folder = _new_folder(path.parent)
    for suffix in JOURNALS:
        _move(journal(path, suffix), folder)
    sync_folder(path.parent)
    return folder


def set_aside(path: Path) -> Path:
    """Move a database and its journals to a new folder under `damaged/`; return that folder."""
    folder = _new_folder(path.parent)
    for suffix in JOURNALS:
        _move(journal(path, suffix), folder)
    _move(path, folder)
    sync_folder(path.parent)
    return folder


def report_damage(path: Path, fault: str, backup: Path | None) -> DamagedStoreError:
    """Set the damaged files aside, leave the marker, and return the error that tells of it."""
    folder = set_aside(path)
    write_json(
        path.parent / MARKER,
        {"fault": fault, "kept": str(folder), "backup": str(backup) if backup else ""},
    )
    return _error(fault, folder, backup)


def check_marker(data: Path) -> None:
    """Refuse to go on while a damaged database waits for a decision.

    Raises:
        DamagedStoreError: If it does.
    """
    marker = data / MARKER
    if not marker.exists():
        return
    try:
        told = json.loads(marker.read_text("utf-8"))
    except ValueError:
        told = {}
    backup = Path(told["backup"]) if told.get("backup") else None
    kept = Path(told.get("kept") or data / DAMAGED)
    raise _error(str(told.get("fault", "unreadable")), kept, backup)


def start_empty(data: Path) -> None:
    """Decide to begin with an empty database; what was set aside stays.

    Raises:
        InputError: If a database is there: nothing is thrown away by accident.
    """
    if (data / DATABASE).exists():
        raise InputError(f"There is a database in {data}; nothing was changed; move it away first")
    (data / MARKER).unlink(missing_ok=True)


def _error(fault: str, folder: Path, backup: Path | None) -> DamagedStoreError:
    offer = (
        f"restore the last good backup, {backup.name}, or rebuild from the run folders"
        if backup
        else "there is no backup: rebuild from the run folders"
    )
    return DamagedStoreError(
        f"The database is damaged ({fault}); it was kept in {folder}; {offer}",
        kept=folder,
        backup=backup,
    )


def _new_folder(data: Path) -> Path:
    folder = data / DAMAGED / clock.name_of(clock.now())
    folder.mkdir(parents=True)
    return folder


def _move(source: Path, folder: Path) -> None:
    if source.exists():
        replace(source, folder / source.name)
