"""Judgements of people and machines: labels of steps and samples, preferences between samples.

What a person decided is on disk, safe from a power cut, when the call returns.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from o1desk.core.errors import InputError
from o1desk.store import clock
from o1desk.store.access import Access
from o1desk.store.filters import SampleFilter
from o1desk.store.gate import name_text
from o1desk.store.label_progress import LabelProgress, progress_of
from o1desk.store.label_queue import queue_of
from o1desk.store.label_rows import (
    FLAG_PREFIX,
    HUMAN,
    LABELS,
    Label,
    copy_rows,
    label_of,
    put_row,
    take_rows,
)
from o1desk.store.writer import Work

__all__ = ["FLAG_PREFIX", "HUMAN", "Label", "LabelProgress", "Labels", "Preference"]

T = TypeVar("T")


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
        return self._store(lambda connection: put_row(connection, label, label.sample), "label")

    def submit(self, label: Label) -> Future[int]:
        """Queue a label without waiting; it is on disk, safe from a power cut, when it is done.

        The future gives its id, or raises what `put` would.

        Raises:
            StoreUnavailableError: If the store is read-only or closed.
        """
        work = _guarded(lambda connection: put_row(connection, label, label.sample), "label")
        return self._access.submit(work, doing="store the label", durable=True)

    def put_many(self, labels: Iterable[Label]) -> list[int]:
        """Store labels, all or none; return their ids.

        Raises:
            InputError: If a sample or step does not exist, or a value is not -1, 0 or +1.
        """
        given = list(labels)
        return self._store(
            lambda connection: [put_row(connection, label, label.sample) for label in given],
            "label",
        )

    def copy(self, from_sample: int, to_sample: int, steps: Mapping[int, int]) -> list[int]:
        """Put the labels of steps that an edit left as they were on the edited sample.

        Labels of the whole sample stay behind: they speak of another text.

        Args:
            from_sample: Row of the original.
            to_sample: Row of the edit.
            steps: Index in the edit by index in the original.

        Returns:
            The ids of the copies.

        Raises:
            InputError: If the edit or one of its steps does not exist.
        """
        return self._store(
            lambda connection: copy_rows(connection, from_sample, to_sample, steps), "label"
        )

    def remove(self, row_id: int) -> Label | None:
        """Take a label back; return it so that it can be put again."""
        return next(iter(self.remove_many([row_id])), None)

    def remove_many(self, ids: Iterable[int]) -> list[Label]:
        """Take labels back in one transaction; return those there were, to be put again."""
        given = list(ids)
        return self._access.write(
            lambda connection: take_rows(connection, given),
            doing="remove the labels",
            durable=True,
        )

    def get(self, row_id: int) -> Label | None:
        """Return one label."""
        row = self._access.one(f"{LABELS} WHERE id = ?", (row_id,))
        return None if row is None else label_of(row)

    def of_sample(self, sample: int) -> list[tuple[int, Label]]:
        """Return the labels of a sample and of its steps, with their ids."""
        rows = self._access.rows(f"{LABELS} WHERE sample_id = ? ORDER BY step_idx, id", (sample,))
        return [(row[0], label_of(row)) for row in rows]

    def each(self) -> Iterator[Label]:
        """Yield every label, oldest first."""
        after = 0
        while rows := self._access.rows(f"{LABELS} WHERE id > ? ORDER BY id LIMIT 500", (after,)):
            after = rows[-1][0]
            yield from map(label_of, rows)

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
        return self._store(
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

    def queue(self, kind: str, chosen: SampleFilter, *, annotator: str, seed: int) -> list[int]:
        """Return samples in the order in which they are put before an annotator.

        Args:
            kind: "random"; "unlabelled": those no person labelled, in the same random order;
                "mine": those the annotator labelled, labelled last first; "flagged": those
                anybody flagged, flagged last first.
            chosen: Which samples.
            annotator: Who is asked.
            seed: The same seed gives the same order, whatever was done or added since.

        Raises:
            UnknownNameError: If there is no such kind.
        """
        with self._access.reading() as connection:
            return queue_of(connection, kind, chosen, annotator=annotator, seed=seed)

    def progress(self, annotator: str) -> LabelProgress:
        """Return what an annotator did, today and in all."""
        with self._access.reading() as connection:
            return progress_of(connection, annotator)

    def _store(self, work: Work[T], what: str) -> T:
        return self._access.write(_guarded(work, what), doing=f"store the {what}", durable=True)


def _guarded(work: Work[T], what: str) -> Work[T]:
    """Return work whose refusals by the database are sentences."""

    def guarded(connection: sqlite3.Connection) -> T:
        try:
            return work(connection)
        except sqlite3.IntegrityError as error:
            raise InputError(
                f"This {what} is about something that is not there, or says something that a "
                f"{what} cannot say ({error}); nothing was stored"
            ) from error

    return guarded
