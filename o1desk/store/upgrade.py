"""Bring an older database to the present schema, with a verified copy made first.

All steps run in one transaction together with the new version number, so a failure or a kill in
the middle leaves the old database as it was, in use and complete.
"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import o1desk
from o1desk.core.errors import StoreUnavailableError
from o1desk.store import backups, clock
from o1desk.store.connect import APPLICATION_ID, SCHEMA_VERSION, pragma
from o1desk.store.failpoints import failpoint

if TYPE_CHECKING:
    from sqlite_utils import Migrations

MIN_READER = 1  # the oldest schema version whose program can still read this schema


def upgrade(
    connection: sqlite3.Connection,
    data: Path,
    *,
    steps: "Migrations | None" = None,
    target: int = SCHEMA_VERSION,
) -> str:
    """Apply every step that the database lacks.

    Args:
        connection: The writing connection, outside a transaction.
        data: The data folder, for the copy.
        steps: The migrations; None for those of this version.
        target: How many steps there are.

    Returns:
        A sentence for the user; empty when nothing was done or the database is new.

    Raises:
        StoreUnavailableError: If a step fails; the old database is unchanged.
    """
    version = pragma(connection, "user_version")
    if version == target:
        return ""
    copy = _copy_first(connection, data, version) if version else None
    try:
        apply(connection, steps, target)
    except (sqlite3.DatabaseError, ArithmeticError, LookupError, ValueError, RuntimeError) as error:
        if copy is None:
            raise
        raise StoreUnavailableError(
            f"The database could not be brought from version {version} to {target} ({error}); "
            f"it is unchanged and a copy is {copy.name}; use the previous O1 Desk and report this"
        ) from error
    if copy is None:
        return ""
    return f"The database was brought from version {version} to {target}; a copy is {copy.name}"


def _copy_first(connection: sqlite3.Connection, data: Path, version: int) -> Path:
    folder = data / backups.FOLDER
    folder.mkdir(exist_ok=True)
    made = clock.now()
    part = folder / f".{clock.name_of(made)}.part"
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        name = f"{backups.BEFORE}{version}-{clock.name_of(made)}.sqlite"
        return backups.finish(part, folder / name, made).path
    finally:
        part.unlink(missing_ok=True)


def apply(
    connection: sqlite3.Connection,
    steps: "Migrations | None" = None,
    target: int = SCHEMA_VERSION,
) -> None:
    """Apply every step that the database lacks, without a copy made first.

    Raises:
        sqlite3.Error: If a step fails; the database is unchanged.
        ValueError: If a step left a reference to nothing; the database is unchanged.
    """
    # sqlite_utils brings pandas along where it is installed: only a database in need pays for it.
    from sqlite_utils import Database

    from o1desk.store.migrations import MIGRATIONS

    # Rebuilding a table would trip over references to it; they are checked at the end instead.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        database = Database(connection, recursive_triggers=False, execute_plugins=False)
        (steps or MIGRATIONS).apply(database)
        failpoint("migrate.applied")
        _finish(connection, target)
        failpoint("migrate.commit")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _finish(connection: sqlite3.Connection, target: int) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ValueError(f"a row of {broken[0]} refers to nothing")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {target}")
    connection.executemany(
        "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
        [("made_by", o1desk.__version__), ("min_reader_version", str(MIN_READER))],
    )
