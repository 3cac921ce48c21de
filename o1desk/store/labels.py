"""Judgements of people and machines: labels of steps and samples, preferences between samples.

What a person decided is on disk, safe from a power cut, when the call returns.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from o1desk.core.errors import InputError
from o1desk.store import clock
from o1desk.store.access import Access
from o1desk.store.gate import FLAG_ESCAPED, escape, has_surrogate, name_text, unescape
from o1desk.store.writer import Work

HUMAN = "human"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """Which of two answers to one problem is better.

    Attributes:
        chosen: Row of the better sample (either one for a tie).
        rejected: Row of the other.
        outcome: "chosen", "tie" or "both_bad".
        annotator: Who judged.
        source: "human", "model" or "verifier".
        seconds: Time spent, seconds.
    """

    chosen: int
    rejected: int
    outcome: str = "chosen"
    annotator: str = ""
    source: str = HUMAN
    seconds: float = 0.0


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
_LABELS = """
SELECT id, sample_id, value, step_idx, annotator, source, critique, reason, seconds, guideline,
  flags FROM label
"""


class Labels:
    """Labels by sample; one annotator has one label per target, and may change it."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def put(self, label: Label) -> int:
        """Store a label, or change what the same annotator said before; return its id.

        Raises:
            InputError: If the sample or step does not exist, or the value is not -1, 0 or +1.
        """
        return self._insert(lambda connection: put_row(connection, label, label.sample), "label")

    def remove(self, row_id: int) -> Label | None:
        """Take a label back; return it so that it can be put again."""
        label = self.get(row_id)
        self._access.write(
            lambda connection: connection.execute("DELETE FROM label WHERE id = ?", (row_id,)),
            doing="remove the label",
            durable=True,
        )
        return label

    def get(self, row_id: int) -> Label | None:
        """Return one label."""
        row = self._access.one(f"{_LABELS} WHERE id = ?", (row_id,))
        return None if row is None else _label_of(row)

    def of_sample(self, sample: int) -> list[tuple[int, Label]]:
        """Return the labels of a sample and of its steps, with their ids."""
        rows = self._access.rows(f"{_LABELS} WHERE sample_id = ? ORDER BY step_idx, id", (sample,))
        return [(row[0], _label_of(row)) for row in rows]

    def each(self) -> Iterator[Label]:
        """Yield every label, oldest first."""
        after = 0
        while rows := self._access.rows(f"{_LABELS} WHERE id > ? ORDER BY id LIMIT 500", (after,)):
            after = rows[-1][0]
            yield from map(_label_of, rows)

    def count(self) -> int:
        """Count all labels."""
        row = self._access.one("SELECT count(*) FROM label")
        return int(row[0]) if row else 0

    def made_reward(self, sample: int, name: str, labels: list[int]) -> None:
        """Note which labels a reward part of a sample was made of.

        Raises:
            InputError: If the reward part or a label does not exist.
        """

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT OR IGNORE INTO reward_label (sample_id, name, label_id) VALUES (?, ?, ?)",
                [(sample, name, label) for label in labels],
            )

        try:
            self._access.write(work, doing="store the labels of a reward")
        except sqlite3.IntegrityError as error:
            raise InputError(
                f"Reward '{name}' of sample {sample} or one of its labels does not exist; nothing "
                "was stored"
            ) from error

    def prefer(self, preference: Preference) -> int:
        """Store a preference; return its id.

        Raises:
            InputError: If a sample does not exist or both are the same.
        """
        row = (
            preference.chosen,
            preference.chosen,
            preference.rejected,
            preference.outcome,
            name_text(preference.annotator),
            preference.source,
            preference.seconds,
            clock.stamp(),
        )
        sql = (
            "INSERT INTO preference (problem_id, chosen_id, rejected_id, outcome, annotator, "
            "source, seconds, created) VALUES ((SELECT problem_id FROM sample WHERE id = ?), "
            "?, ?, ?, ?, ?, ?, ?) RETURNING id"
        )
        return self._insert(
            lambda connection: int(connection.execute(sql, row).fetchone()[0]), "preference"
        )

    def preferences(self) -> list[tuple[int, Preference]]:
        """Return every preference with its id, oldest first."""
        rows = self._access.rows(
            "SELECT id, chosen_id, rejected_id, outcome, annotator, source, seconds "
            "FROM preference ORDER BY id"
        )
        names = Preference.__dataclass_fields__
        return [(row[0], Preference(**dict(zip(names, row[1:], strict=True)))) for row in rows]

    def _insert(self, work: Work[int], what: str) -> int:
        try:
            return self._access.write(work, doing=f"store the {what}", durable=True)
        except sqlite3.IntegrityError as error:
            raise InputError(
                f"This {what} is about something that is not there, or says something that a "
                f"{what} cannot say ({error}); nothing was stored"
            ) from error


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


def _label_of(row: tuple[Any, ...]) -> Label:
    names = Label.__dataclass_fields__
    order = (
        "sample", "value", "step", "annotator", "source", "critique", "reason", "seconds",
        "guideline",
    )  # fmt: skip
    values = dict(zip(order, row[1:10], strict=True))
    if row[10] & FLAG_ESCAPED:
        values["critique"] = unescape(values["critique"])
    return Label(**{name: values[name] for name in names})
