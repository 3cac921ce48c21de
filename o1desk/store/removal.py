"""What a person removed: hidden from every list, kept with its labels and lineage, given back.

Samples are hidden by a row of their own, everything with a name by the time in its `removed`.
"""

import sqlite3
from collections.abc import Iterable

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.store import clock
from o1desk.store.gate import name_text

REMOVED = "SELECT sample_id FROM removed_sample"
ANY_REMOVED = f"{REMOVED} LIMIT 1"

# Table, and the column people name its rows by.
NAMES = {
    "dataset": "name",
    "model": "ref",
    "adapter": "ref",
    "run": "id",
    "conversation": "id",
}


def hide_samples(connection: sqlite3.Connection, ids: Iterable[int]) -> int:
    """Hide samples; return how many were there and not hidden yet."""
    return connection.executemany(
        "INSERT OR IGNORE INTO removed_sample (sample_id, removed) "
        "SELECT id, ? FROM sample WHERE id = ?",
        [(clock.stamp(), row_id) for row_id in ids],
    ).rowcount


def show_samples(connection: sqlite3.Connection, ids: Iterable[int]) -> int:
    """Take hidden samples back; return how many were hidden."""
    return connection.executemany(
        "DELETE FROM removed_sample WHERE sample_id = ?", [(row_id,) for row_id in ids]
    ).rowcount


def hide(connection: sqlite3.Connection, table: str, name: str | int) -> None:
    """Hide a row of one of `NAMES`.

    Raises:
        UnknownNameError: If there is none of that name.
        InputError: If there is none of that number.
    """
    _mark(connection, table, name, clock.stamp())


def show(connection: sqlite3.Connection, table: str, name: str | int) -> None:
    """Take a hidden row back.

    Raises:
        UnknownNameError: If there is none of that name.
        InputError: If there is none of that number.
    """
    _mark(connection, table, name, None)


def _mark(connection: sqlite3.Connection, table: str, name: str | int, removed: str | None) -> None:
    key = name_text(name) if isinstance(name, str) else name
    column = NAMES[table]
    sql = f"UPDATE {table} SET removed = ? WHERE {column} = ?"  # noqa: S608 - our own names
    if connection.execute(sql, (removed, key)).rowcount == 0:
        if isinstance(name, int):
            raise InputError(f"There is no {table} {name}; nothing was changed")
        sql = f"SELECT {column} FROM {table} WHERE removed IS NULL"  # noqa: S608 - our own names
        known = [str(row[0]) for row in connection.execute(sql)]
        raise UnknownNameError(table, str(name), known)
