"""Models and adapters by the reference people type; a new reference makes its row."""

import re
import sqlite3

from o1desk.store import clock
from o1desk.store.gate import name_text

_ADAPTER = re.compile(r"(?P<run>.+?)(?::(?P<step>\d+))?")


def model_id(connection: sqlite3.Connection, ref: str) -> int | None:
    """Return the row of a model reference such as "starter"; None for the empty one."""
    if not ref:
        return None
    ref = name_text(ref)
    known = connection.execute("SELECT id FROM model WHERE ref = ?", (ref,)).fetchone()
    if known is not None:
        return int(known[0])
    cursor = connection.execute(
        "INSERT INTO model (ref, created) VALUES (?, ?)", (ref, clock.stamp())
    )
    return int(cursor.lastrowid or 0)


def adapter_id(connection: sqlite3.Connection, ref: str, model: int | None = None) -> int | None:
    """Return the row of an adapter reference "RUN:STEP"; None for the empty one.

    The run is linked when it is known; `link_adapters` does it for a run that comes later.
    """
    if not ref:
        return None
    ref = name_text(ref)
    found = connection.execute("SELECT id, model_id FROM adapter WHERE ref = ?", (ref,)).fetchone()
    if found is None:
        run, step = split_adapter(ref)
        cursor = connection.execute(
            "INSERT INTO adapter (ref, run_id, step, model_id, created) "
            "VALUES (?, (SELECT id FROM run WHERE id = ?), ?, ?, ?)",
            (ref, run, step, model, clock.stamp()),
        )
        return int(cursor.lastrowid or 0)
    if found[1] is None and model is not None:
        connection.execute("UPDATE adapter SET model_id = ? WHERE id = ?", (model, found[0]))
    return int(found[0])


def split_adapter(ref: str) -> tuple[str, int | None]:
    """Return run and step of "RUN:STEP"; the step is None when it is not named."""
    found = _ADAPTER.fullmatch(ref)
    if found is None or found["step"] is None or len(found["step"]) > 18:
        return ref, None
    return found["run"], int(found["step"])


def link_adapters(connection: sqlite3.Connection, run: str) -> None:
    """Connect adapters that were named before their run was known."""
    connection.execute(
        "UPDATE adapter SET run_id = ? WHERE run_id IS NULL AND (ref = ? OR "
        "substr(ref, 1, length(?) + 1) = ? || ':')",
        (run, run, run, run),
    )
