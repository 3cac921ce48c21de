"""Who wrote last: one row that every transaction touches.

A write-ahead log that lies beside the wrong file (an old backup copied by hand) would be replayed
by SQLite without a word and put old pages over new ones. The row in the file and the row that the
log would make of it tell whether the two belong together.
"""

import secrets
import sqlite3
from dataclasses import dataclass

_READ = "SELECT token, previous, commits, base, is_open FROM session WHERE id = 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The last writer.

    Attributes:
        token: Random name of that writer.
        previous: The writer before it.
        commits: Transactions since the database was made.
        base: How many of them the file alone held when the log was begun.
        is_open: Whether it has not closed the database.
    """

    token: str
    previous: str
    commits: int
    base: int
    is_open: bool

    def follows(self, alone: "Session") -> bool:
        """Return whether a log that leads to this state was begun on a file with that one.

        A checkpoint that was interrupted leaves the file somewhere between the two.
        """
        is_same = alone.token in (self.token, self.previous)
        return is_same and self.base <= alone.commits <= self.commits


def read(connection: sqlite3.Connection) -> Session | None:
    """Return the last writer; None for a database that has none yet."""
    try:
        row = connection.execute(_READ).fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return None  # no such table: an empty file
    if row is None:
        return None
    token, previous, commits, base, is_open = row
    return Session(
        token=token, previous=previous, commits=commits, base=base, is_open=bool(is_open)
    )


def begin(connection: sqlite3.Connection, *, is_log_empty: bool) -> None:
    """Become the writer; with a log that a reader kept from being emptied, go on with its token."""
    last = read(connection)
    if last is not None and not is_log_empty:
        connection.execute("UPDATE session SET commits = commits + 1, is_open = 1")
        return
    commits = last.commits if last else 0
    connection.execute(
        "INSERT OR REPLACE INTO session (id, token, previous, commits, base, is_open) "
        "VALUES (1, ?, ?, ?, ?, 1)",
        (secrets.token_hex(8), last.token if last else "", commits + 1, commits),
    )


def count(connection: sqlite3.Connection, *, is_first: bool) -> None:
    """Note one more transaction, inside it.

    Args:
        connection: The writing connection.
        is_first: Whether it is the first of its log.
    """
    base = ", base = commits" if is_first else ""
    connection.execute(f"UPDATE session SET commits = commits + 1{base}")  # noqa: S608


def end(connection: sqlite3.Connection) -> None:
    """Note that the writer closes the database."""
    connection.execute("UPDATE session SET is_open = 0")
