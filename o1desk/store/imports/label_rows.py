"""Labels from another O1 Desk: they find their sample by its content."""

import sqlite3

from o1desk.store.imports.lines import RowError
from o1desk.store.label_rows import put_row
from o1desk.store.native import LabelOf


def put_label(connection: sqlite3.Connection, found: LabelOf) -> bool:
    """Store a label unless its annotator already judged this target here; return whether it did.

    Raises:
        RowError: If its sample or step is not in the store, or its value is none.
    """
    sql = "SELECT id FROM sample WHERE key = ?"
    sample = connection.execute(sql, (found.key,)).fetchone()
    if sample is None:
        raise RowError("the label's sample is not here", f"no sample {found.key}; import it first")
    label = found.label
    known = connection.execute(
        "SELECT 1 FROM label WHERE sample_id = ? AND coalesce(step_idx, -1) = ? "
        "AND annotator = ? AND source = ?",
        (sample[0], -1 if label.step is None else label.step, label.annotator, label.source),
    ).fetchone()
    if known is not None:
        return False
    try:
        put_row(connection, label, sample[0])
    except sqlite3.IntegrityError as error:
        raise RowError("the label says something a label cannot say", str(error)) from error
    return True
