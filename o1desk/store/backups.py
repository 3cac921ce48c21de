"""Copies of the database that are known to open, thinned with age, and the way back.

The copy is made by SQLite's own backup call while the program works, checked, and only then given
its name: a file in `backups/` is a good one.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.files import replace, sync_folder
from o1desk.store import clock, health
from o1desk.store.connect import (
    APPLICATION_ID,
    DATABASE,
    SCHEMA_VERSION,
    open_reader,
    pragma,
    quick_check,
)
from o1desk.store.owner import claim

FOLDER = "backups"
AUTO = "auto-"
BEFORE = "pre-v"  # made before a migration; never thinned

# How many of each age are kept: the newest of each of the last N hours, days, weeks and months
# that have a backup at all.
KEEP: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda t: (t.date(), t.hour)),
    (7, lambda t: t.date()),
    (4, lambda t: t.isocalendar()[:2]),
    (6, lambda t: (t.year, t.month)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup.

    Attributes:
        path: The file.
        made: When, UTC.
        bytes: Its size.
        is_automatic: False for the copy made before a migration.
    """

    path: Path
    made: datetime
    bytes: int
    is_automatic: bool


def to_delete(moments: Iterable[datetime]) -> set[datetime]:
    """Return which backups have become superfluous: 12 hourly, 7 daily, 4 weekly, 6 monthly stay.

    The newest is always kept. Nothing depends on the present time, so a clock that jumps deletes
    nothing.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept: set[datetime] = set(newest_first[:1])
    for count, period in KEEP:
        seen: dict[object, datetime] = {}
        for moment in newest_first:
            seen.setdefault(period(moment), moment)
        kept.update(list(seen.values())[:count])
    return set(newest_first) - kept


def listing(data: Path) -> list[Backup]:
    """Return the backups of a data folder, newest first."""
    found = []
    for path in sorted((data / FOLDER).glob("*.sqlite")):
        is_automatic = path.name.startswith(AUTO)
        moment = clock.moment_of(path.stem.rpartition("-")[2])
        if moment is not None and (is_automatic or path.name.startswith(BEFORE)):
            size = path.stat().st_size
            found.append(Backup(path=path, made=moment, bytes=size, is_automatic=is_automatic))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def last_good(data: Path) -> Path | None:
    """Return the newest backup that opens and passes its check."""
    return next((b.path for b in listing(data) if not fault_of(b.path)), None)


def fault_of(path: Path) -> str:
    """Return "" if the file is a sound O1 Desk database that this version reads, else why not."""
    try:
        connection = open_reader(path, immutable=True)
        try:
            if pragma(connection, "application_id") != APPLICATION_ID:
                return "not an O1 Desk database"
            if pragma(connection, "user_version") > SCHEMA_VERSION:
                return "made by a later version"
            return quick_check(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        return str(error)


def create(source: sqlite3.Connection, data: Path) -> Backup:
    """Copy the open database to a verified backup and thin the older ones.

    Raises:
        sqlite3.Error: If SQLite cannot read or write; no file is left behind.
        InputError: If the copy does not pass its check; no file is left behind.
    """
    folder = data / FOLDER
    folder.mkdir(exist_ok=True)
    made = clock.now()
    part = folder / f".{clock.name_of(made)}.part"
    try:
        _copy(source, part)
        backup = finish(part, folder / f"{AUTO}{clock.name_of(made)}.sqlite", made)
    finally:
        part.unlink(missing_ok=True)
    thin(data)
    return backup


def _copy(source: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        source.backup(copy)
        # One file, without journals beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        copy.close()


def finish(part: Path, path: Path, made: datetime) -> Backup:
    """Check a finished copy, put it on disk and give it its name.

    Raises:
        InputError: If the copy does not pass its check.
    """
    fault = fault_of(part)
    if fault:
        raise InputError(f"The backup did not pass its check ({fault}); the database is unchanged")
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    replace(part, path)
    sync_folder(path.parent)
    is_automatic = path.name.startswith(AUTO)
    size = path.stat().st_size
    return Backup(path=path, made=made, bytes=size, is_automatic=is_automatic)


def thin(data: Path) -> list[Path]:
    """Delete automatic backups that have become superfluous; return them."""
    automatic = {b.made: b.path for b in listing(data) if b.is_automatic}
    gone = [automatic[moment] for moment in to_delete(automatic)]
    for path in gone:
        path.unlink(missing_ok=True)
    return sorted(gone)


def restore(data: Path, name: str) -> Path:
    """Put a backup in the place of the database; the present one is kept under `damaged/`.

    Args:
        data: The data folder.
        name: File name of the backup, as `listing` gives it.

    Returns:
        The folder the present database was moved to, or the data folder if there was none.

    Raises:
        UnknownNameError: If there is no such backup.
        InputError: If the backup is not sound; nothing was changed.
        StoreUnavailableError: If a store is open on the folder.
    """
    known = {backup.path.name: backup.path for backup in listing(data)}
    if name not in known:
        raise UnknownNameError("backup", name, known)
    fault = fault_of(known[name])
    if fault:
        raise InputError(f"The backup {name} cannot be used ({fault}); nothing was changed")
    lock = claim(data)
    try:
        return _put_in_place(data, known[name])
    finally:
        lock.release()


def _put_in_place(data: Path, backup: Path) -> Path:
    part = data / f".{DATABASE}.restored"
    shutil.copyfile(backup, part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    target = data / DATABASE
    has_files = target.exists() or any(health.journal(target, s).exists() for s in health.JOURNALS)
    kept = health.set_aside(target) if has_files else data
    replace(part, target)
    sync_folder(data)
    (data / health.MARKER).unlink(missing_ok=True)
    return kept
