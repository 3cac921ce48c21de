"""Labels on their way to the disk: in order, at once, and kept here while the disk refuses."""

import dataclasses
from collections.abc import Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from o1desk.core.errors import InputError, NoSpaceError, StoreUnavailableError
from o1desk.gui.ops import sentence_of
from o1desk.gui.session import Session
from o1desk.store.labels import HUMAN, Label, Labels


class Change(NamedTuple):
    """What becomes of the label of a step (None: of the whole); None is no label."""

    step: int | None
    before: Label | None
    after: Label | None

    @property
    def annotator(self) -> str:
        """Whose label it is."""
        label = self.after or self.before
        return label.annotator if label is not None else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes of one sample that belong together."""

    sample: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a write came, and what stopped it."""

    stored: int
    error: Exception | None = None


class LabelBook(QObject):
    """Writes labels off the window's thread, in the order in which they were given.

    Attributes:
        trouble: Why labels are not on disk, in one sentence; empty while all are.

    Signals:
        stored: Labels reached the disk.
        refused: The store will never take a label: row of its sample.
        trouble_changed: `trouble` is another.
    """

    stored = Signal()
    refused = Signal(int)
    trouble_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Have nothing to write."""
        super().__init__(parent)
        self._session = session
        self._failed: list[Batch] = []
        self._under_way: list[list[Batch]] = []
        self._last: Future[None] | None = None
        self.trouble = ""

    @property
    def unsaved(self) -> int:
        """How many labels the disk refused so far."""
        return sum(len(batch.changes) for batch in self._failed)

    def put(self, sample: int, changes: Sequence[Change]) -> None:
        """Store changes of the labels of a sample; what failed before goes first."""
        batches = [*self._failed, Batch(sample, tuple(changes))]
        self._failed = []
        self._send(batches)

    def retry(self) -> None:
        """Try to store again what the disk refused."""
        batches, self._failed = self._failed, []
        if batches:
            self._send(batches)

    def wanted(self, sample: int, annotator: str) -> dict[int | None, Label | None]:
        """Return somebody's labels of a sample that may not be on disk; None takes one away."""
        waiting = [*self._failed, *(batch for sent in self._under_way for batch in sent)]
        changes = [each for batch in waiting if batch.sample == sample for each in batch.changes]
        return {each.step: each.after for each in changes if each.annotator == annotator}

    def wait(self, timeout_s: float) -> None:
        """Return when the last label is safe on disk, or when the time is over."""
        if self._last is not None:
            wait([self._last], timeout=timeout_s)

    def _send(self, batches: list[Batch]) -> None:
        labels, done = self._session.store.labels, Future[None]()
        self._under_way.append(batches)
        self._last = done

        def work() -> Outcome:
            try:
                return _store(labels, batches)
            finally:
                done.set_result(None)

        def settle(outcome: Outcome) -> None:
            self._settle(batches, outcome)

        self._session.ops.write(work, settle, changed=("label",), owner=self)

    def _settle(self, batches: list[Batch], outcome: Outcome) -> None:
        self._under_way = [sent for sent in self._under_way if sent is not batches]
        self._forget(batches[: outcome.stored])
        rest = batches[outcome.stored :]
        if outcome.error is not None and _is_final(outcome.error):
            self._session.toast(sentence_of(outcome.error), tone="bad")
            self.refused.emit(rest[0].sample)
            rest = rest[1:]
        elif outcome.error is not None:
            self._failed += rest
            self._say(sentence_of(outcome.error))
            return
        if rest:
            self._send(rest)
            return
        if not self._failed:
            self._say("")
        self.stored.emit()

    def _forget(self, stored: Sequence[Batch]) -> None:
        """Give up failed changes of labels that were stored anew since."""
        newer = {_target(batch, change) for batch in stored for change in batch.changes}
        kept = [
            dataclasses.replace(
                batch,
                changes=tuple(c for c in batch.changes if _target(batch, c) not in newer),
            )
            for batch in self._failed
        ]
        self._failed = [batch for batch in kept if batch.changes]

    def _say(self, sentence: str) -> None:
        self.trouble = sentence
        self.trouble_changed.emit()


def _target(batch: Batch, change: Change) -> tuple[int, int | None, str]:
    return batch.sample, change.step, change.annotator


def _is_final(error: Exception) -> bool:
    """Return whether trying again is of no use: the label itself is refused."""
    may_pass = isinstance(error, StoreUnavailableError | NoSpaceError)
    return isinstance(error, InputError) and not may_pass


def _store(labels: Labels, batches: Sequence[Batch]) -> Outcome:
    """Write batches one after the other up to the first that fails."""
    for number, batch in enumerate(batches):
        try:
            _store_batch(labels, batch)
        except Exception as error:  # noqa: BLE001 - told by the caller on the window's thread
            return Outcome(number, error)
    return Outcome(len(batches))


def _store_batch(labels: Labels, batch: Batch) -> None:
    put = [_with_added_time(change) for change in batch.changes if change.after is not None]
    if put:
        labels.put_many([label for label in put if label is not None])
    gone = {(each.step, each.annotator) for each in batch.changes if each.after is None}
    if gone:
        labels.remove_many(
            row_id
            for row_id, label in labels.of_sample(batch.sample)
            if label.source == HUMAN and (label.step, label.annotator) in gone
        )


def _with_added_time(change: Change) -> Label | None:
    """Return the label with the time that is new: the store adds up."""
    if change.after is None:
        return None
    known = change.before.seconds if change.before is not None else 0.0
    return dataclasses.replace(change.after, seconds=max(0.0, change.after.seconds - known))
