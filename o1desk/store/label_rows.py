"""Labels as rows of the database and back; everything here runs on a given connection."""

import dataclasses
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.store import clock
from o1desk.store.gate import FLAG_ESCAPED, escape, has_surrogate, name_text, unescape

HUMAN = "human"
FLAG_PREFIX = "flag:"  # a flag is a whole-sample label of value 0 whose reason begins so
NOTE_ONLY = "note"  # reason of a label of value 0 that is a note and no rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One judgement of a step or of a whole sample.

    Attributes:
        sample: Row of the sample.
        step: Index of the step; None for the whole sample.
        value: -1 wrong, 0 neutral, +1 right.
        annotator: Who judged.
        source: "human", "model", "monte_carlo" or "verifier".
        critique: What is wrong, or why it is right, in words.
        reason: A word from the guideline's list.
        seconds: Time spent, seconds.
        guideline: Version of the guideline followed.
    """

    sample: int
    value: int
    step: int | None = None
    annotator: str = ""
    source: str = HUMAN
    critique: str = ""
    reason: str = ""
    seconds: float = 0.0
    guideline: str = ""


_PUT_LABEL = """
INSERT INTO label (sample_id, step_idx, annotator, source, value, reason, seconds, guideline,
  created, flags, critique)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (sample_id, coalesce(step_idx, -1), annotator, source) DO UPDATE SET
  value = excluded.value, reason = excluded.reason, critique = excluded.critique,
  flags = excluded.flags, guideline = excluded.guideline, created = excluded.created,
  seconds = label.seconds + excluded.seconds
RETURNING id
"""
LABELS = """
SELECT id, sample_id, value, step_idx, annotator, source, critique, reason, seconds, guideline,
  flags FROM label
"""


def put_row(connection: sqlite3.Connection, label: Label, sample: int) -> int:
    """Store a label of a sample, or change what the same annotator said before; return its id.

    The time spent adds up.

    Raises:
        sqlite3.IntegrityError: If the sample or step does not exist, or the value is none.
    """
    is_escaped = has_surrogate(label.critique)
    row = (
        sample,
        label.step,
        name_text(label.annotator),
        label.source,
        label.value,
        name_text(label.reason),
        label.seconds,
        name_text(label.guideline),
        clock.stamp(),
        FLAG_ESCAPED if is_escaped else 0,
        escape(label.critique) if is_escaped else label.critique,
    )
    return int(connection.execute(_PUT_LABEL, row).fetchone()[0])


def take_rows(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Label]:
    """Delete labels; return those that were there, in the order given."""
    taken = []
    for row_id in ids:
        row = connection.execute(f"{LABELS} WHERE id = ?", (row_id,)).fetchone()
        if row is not None:
            taken.append(label_of(row))
            connection.execute("DELETE FROM label WHERE id = ?", (row_id,))
    return taken


def copy_rows(
    connection: sqlite3.Connection, from_sample: int, to_sample: int, steps: Mapping[int, int]
) -> list[int]:
    """Put the labels of some steps on steps of another sample; return the new rows.

    What an annotator said of the other sample's step stands.

    Raises:
        sqlite3.IntegrityError: If the other sample or one of its steps does not exist.
    """
    sql = f"{LABELS} WHERE sample_id = ? AND step_idx IS NOT NULL ORDER BY step_idx, id"
    known = {_judge(row) for row in connection.execute(sql, (to_sample,))}
    copied = []
    for row in connection.execute(sql, (from_sample,)).fetchall():
        label = label_of(row)
        step = steps.get(row[3])
        if step is not None and (step, label.annotator, label.source) not in known:
            copy = dataclasses.replace(label, step=step, seconds=0.0)
            copied.append(put_row(connection, copy, to_sample))
    return copied


def _judge(row: tuple[Any, ...]) -> tuple[int, str, str]:
    return row[3], row[4], row[5]


def label_of(row: tuple[Any, ...]) -> Label:
    """Return the label of a row of `LABELS`."""
    names = Label.__dataclass_fields__
    order = (
        "sample", "value", "step", "annotator", "source", "critique", "reason", "seconds",
        "guideline",
    )  # fmt: skip
    values = dict(zip(order, row[1:10], strict=True))
    if row[10] & FLAG_ESCAPED:
        values["critique"] = unescape(values["critique"])
    return Label(**{name: values[name] for name in names})
