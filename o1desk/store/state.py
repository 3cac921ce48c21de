"""Where the window was: small values by key, kept across restarts.

They survive the death of the program; a power cut may cost the last few.
"""

import sqlite3
from typing import Any

from o1desk.core.errors import InputError
from o1desk.store.access import Access
from o1desk.store.gate import name_text, pack_json, unpack_json


class State:
    """JSON values by key."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def get(self, key: str) -> Any | None:
        """Return the value of a key; None if there is none."""
        row = self._access.one("SELECT value FROM ui_state WHERE key = ?", (name_text(key),))
        return None if row is None else unpack_json(row[0])

    def set(self, key: str, value: Any | None) -> None:
        """Keep the value of a key; None forgets it.

        Raises:
            InputError: If the value has no JSON form; the old one is kept.
        """
        try:
            packed = None if value is None else pack_json(value)
        except (TypeError, RecursionError) as error:
            raise InputError(f"'{key}' cannot be kept ({error}); the old value stays") from error
        self._access.write(
            lambda connection: _put(connection, name_text(key), packed), doing="store a position"
        )


def _put(connection: sqlite3.Connection, key: str, packed: str | None) -> None:
    if packed is None:
        connection.execute("DELETE FROM ui_state WHERE key = ?", (key,))
        return
    connection.execute(
        "INSERT INTO ui_state (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, packed),
    )
