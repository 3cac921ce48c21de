"""Annotation at work: the queue, the sample in hand, and labels that are on disk at key-up.

Every rating is a command of the session's undo stack; undoing one of an earlier sample brings that
sample back.
"""

import dataclasses
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from o1desk.core.types import Sample
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.annotate.changes import Write
from o1desk.gui.session import Session
from o1desk.store.filters import SampleFilter
from o1desk.store.label_progress import LabelProgress
from o1desk.store.labels import FLAG_PREFIX, Label

T = TypeVar("T")
PLACE = "annotate.place"  # key of the store's state table
QUEUES = ("unlabelled", "random", "mine", "flagged")
IDLE_S = 120.0  # longer pauses between two keys are not work on the sample
SEED = 7  # one order of the random queue, so that a restart goes on in it


@dataclass(slots=True, kw_only=True)
class Item:
    """The sample in hand.

    Attributes:
        id: Its row.
        sample: Problem, steps, answer.
        labels: The annotator's label of each step; None stands for the whole.
    """

    id: int
    sample: Sample
    labels: dict[int | None, Label] = field(default_factory=dict)

    @property
    def first_error(self) -> int | None:
        """Index of the first step rated wrong."""
        wrong = [
            step for step, label in self.labels.items() if step is not None and label.value < 0
        ]
        return min(wrong) if wrong else None


class AnnotationDesk(QObject):
    """What outlives the page.

    Attributes:
        kind: Which queue.
        ids: Its samples in order.
        at: Place in the queue.
        item: The sample in hand; None for an empty queue.
        step: Index of the step in hand.
        progress: What the annotator did; None before it was looked up.
        guideline: Version of the guideline that labels follow.

    Signals:
        item_changed: Another sample is in hand.
        labels_changed: A label of the sample in hand is another.
        step_changed: Another step is in hand.
        queue_changed: Another queue, or it was filled.
        progress_changed: `progress` is another.
    """

    item_changed = Signal()
    labels_changed = Signal()
    step_changed = Signal()
    queue_changed = Signal()
    progress_changed = Signal()

    def __init__(self, session: Session) -> None:
        """Go on where the last session stopped."""
        super().__init__(session)
        self._session = session
        self._store = session.store
        self.kind = QUEUES[0]
        self.ids: list[int] = []
        self.at = 0
        self.item: Item | None = None
        self.step = 0
        self.progress: LabelProgress | None = None
        self.guideline = "1"
        self._since_s = time.monotonic()
        self._last: Future[Any] | None = None
        self._wanted = 0
        session.ops.read(lambda: self._store.state.get(PLACE), self._on_place, owner=self)

    @property
    def annotator(self) -> str:
        """Whose labels these are."""
        return str(self._session.settings.get("annotate.name"))

    # --- queue ---

    def choose_queue(self, kind: str, *, then_sample: int | None = None) -> None:
        """Fill the queue.

        Args:
            kind: One of `QUEUES`.
            then_sample: The sample to begin with, if it is in there.
        """
        self.kind = kind
        annotator = self.annotator

        def look() -> list[int]:
            return self._store.labels.queue(kind, SampleFilter(), annotator=annotator, seed=SEED)

        def fill(ids: list[int]) -> None:
            self.ids = ids
            known = then_sample is not None and then_sample in ids
            self.at = ids.index(then_sample) if known and then_sample is not None else 0
            if then_sample is not None and not known:
                self.ids.insert(0, then_sample)
            self.queue_changed.emit()
            self._load()

        self._session.ops.read(look, fill, owner=self)
        self.look_progress()

    def show_sample(self, row_id: int, step: int = 0) -> None:
        """Take a sample in hand, put into the queue if it is not there."""
        if row_id in self.ids:
            self.at = self.ids.index(row_id)
        else:
            self.ids.insert(self.at, row_id)
            self.queue_changed.emit()
        self._load(step)

    def move(self, by: int) -> bool:
        """Go to another sample of the queue; False at its ends."""
        there = self.at + by
        if not 0 <= there < len(self.ids):
            return False
        self.at = there
        self._load()
        return True

    def swap(self, old: int, new: int) -> None:
        """Put a sample into the place of another and take it in hand."""
        step = self.step
        if old in self.ids:
            self.at = self.ids.index(old)
            self.ids[self.at] = new
        else:
            self.ids.insert(self.at, new)
        self.queue_changed.emit()
        self._load(step)

    def move_step(self, by: int) -> None:
        """Go to another step of the sample in hand."""
        if self.item is not None:
            self.set_step(self.step + by)

    def set_step(self, step: int) -> None:
        """Take a step in hand."""
        last = len(self.item.sample.trace.steps) - 1 if self.item else 0
        step = max(0, min(step, last))
        if step != self.step:
            self.step = step
            self.step_changed.emit()
            self._keep_place()

    def _load(self, step: int | None = None) -> None:
        self._wanted += 1
        wanted = self._wanted
        if not self.ids:
            self.item = None
            self.item_changed.emit()
            return
        row_id, annotator = self.ids[self.at], self.annotator

        def look() -> Item | None:
            sample = self._store.samples.get(row_id)
            if sample is None:
                return None
            labels = {
                label.step: label
                for _, label in self._store.labels.of_sample(row_id)
                if label.source == "human" and label.annotator == annotator
            }
            return Item(id=row_id, sample=sample, labels=labels)

        def show(item: Item | None) -> None:
            if wanted == self._wanted:
                self._take(item, step)

        self._session.ops.read(look, show, owner=self)

    def _take(self, item: Item | None, step: int | None) -> None:
        is_same = self.item is not None and item is not None and item.id == self.item.id
        self.item = item
        self._since_s = time.monotonic()
        if item is not None:
            self.step = self._first_open(item) if step is None else step
        if is_same:
            self.labels_changed.emit()
            self.step_changed.emit()
        else:
            self.item_changed.emit()
        self._keep_place()

    @staticmethod
    def _first_open(item: Item) -> int:
        steps = range(len(item.sample.trace.steps))
        return next((index for index in steps if index not in item.labels), 0)

    # --- labels ---

    def rate(self, value: int, step: int | None, text: str) -> None:
        """Rate a step, or the whole with `step` None; `text` names it for Undo."""
        if self.item is None:
            return
        old = self.item.labels.get(step)
        reason = old.reason if old is not None and step is None else ""
        critique = old.critique if old is not None else ""
        self._change(step, self._label(step, value, critique=critique, reason=reason), text)

    def rate_rest(self, value: int, text: str) -> None:
        """Rate the step in hand and all that follow and have no rating yet."""
        if self.item is None:
            return
        steps = range(self.step, len(self.item.sample.trace.steps))
        pairs = [
            (step, None, self._label(step, value)) for step in steps if step not in self.item.labels
        ]
        if pairs:
            self._session.undo.push(Write(self, self.item.id, pairs, text))

    def clear(self, step: int | None, text: str) -> None:
        """Take a rating back."""
        if self.item is not None and step in self.item.labels:
            self._change(step, None, text)

    def write_note(self, step: int | None, critique: str, text: str) -> None:
        """Put a note on a step, or on the whole; the rating stays, or is neutral."""
        if self.item is None:
            return
        old = self.item.labels.get(step)
        if critique == (old.critique if old else ""):
            return
        if not critique and old is not None and old.value == 0 and not old.reason:
            self._change(step, None, text)
            return
        value = old.value if old is not None else 0
        reason = old.reason if old is not None else ""
        self._change(step, self._label(step, value, critique=critique, reason=reason), text)

    def flag(self, word: str, text: str) -> None:
        """Flag the problem with a word; the same word again takes the flag away."""
        if self.item is None:
            return
        old = self.item.labels.get(None)
        reason = FLAG_PREFIX + word
        if old is not None and old.reason == reason:
            reason = ""
        value = old.value if old is not None else 0
        critique = old.critique if old is not None else ""
        if not reason and value == 0 and not critique:
            self._change(None, None, text)
        else:
            self._change(None, self._label(None, value, critique=critique, reason=reason), text)

    def wait_for_disk(self, timeout_s: float) -> None:
        """Return when the last label is safe on disk, or when the time is over."""
        if self._last is not None:
            futures_wait(self._last, timeout_s)

    def _label(
        self, step: int | None, value: int, *, critique: str = "", reason: str = ""
    ) -> Label:
        assert self.item is not None  # noqa: S101 - the callers looked
        now = time.monotonic()
        seconds, self._since_s = min(now - self._since_s, IDLE_S), now
        return Label(
            sample=self.item.id,
            step=step,
            value=value,
            annotator=self.annotator,
            critique=critique,
            reason=reason,
            seconds=round(seconds, 2),
            guideline=self.guideline,
        )

    def _change(self, step: int | None, new: Label | None, text: str) -> None:
        assert self.item is not None  # noqa: S101 - the callers looked
        old = self.item.labels.get(step)
        self._session.undo.push(Write(self, self.item.id, [(step, old, new)], text))

    # --- called by the undo stack ---

    def apply(self, sample: int, labels: Sequence[tuple[int | None, Label | None]]) -> None:
        """Store labels (None removes one), and show them when their sample is in hand."""
        if self.item is not None and self.item.id == sample:
            for step, label in labels:
                if label is None:
                    self.item.labels.pop(step, None)
                else:
                    self.item.labels[step] = label
            self.labels_changed.emit()
        annotator = self.annotator
        self._last = self._write(lambda: self._store_labels(sample, annotator, labels), ("label",))

    def _store_labels(
        self, sample: int, annotator: str, labels: Sequence[tuple[int | None, Label | None]]
    ) -> None:
        put = [dataclasses.replace(label, seconds=label.seconds) for _, label in labels if label]
        if put:
            self._store.labels.put_many(put)
        gone = {step for step, label in labels if label is None}
        ids = [
            row_id
            for row_id, label in self._store.labels.of_sample(sample)
            if label.step in gone and label.annotator == annotator and label.source == "human"
        ]
        if ids:
            self._store.labels.remove_many(ids)

    def _write(self, work: Callable[[], T], changed: tuple[str, ...]) -> Future[T]:
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except Exception as error:
                future.set_exception(error)
                raise

        self._session.ops.write(
            run, self.look_progress_later, changed=changed, fail=self._on_failed, owner=self
        )
        return future

    def _on_failed(self, error: Exception) -> None:
        self._session.toast(sentence_of(error), tone="bad")
        self._load(self.step)

    # --- where we are ---

    def look_progress(self) -> None:
        """Look up what the annotator did."""
        annotator = self.annotator
        self._session.ops.read(
            lambda: self._store.labels.progress(annotator), self._on_progress, owner=self
        )

    def look_progress_later(self, done: object = None) -> None:
        """Look it up once everything that is being written is there."""
        del done
        self.look_progress()

    def _on_progress(self, progress: LabelProgress) -> None:
        self.progress = progress
        self.progress_changed.emit()

    def _on_place(self, place: Any) -> None:
        known = place if isinstance(place, dict) else {}
        kind = known.get("kind") if known.get("kind") in QUEUES else QUEUES[0]
        self.choose_queue(str(kind), then_sample=known.get("sample"))

    def _keep_place(self) -> None:
        if self.item is not None and not self._store.is_read_only:
            place = {"kind": self.kind, "sample": self.item.id, "step": self.step}
            self._session.ops.write(lambda: self._store.state.set(PLACE, place))


def annotation_desk(session: Session) -> AnnotationDesk:
    """Return the session's annotation, begun on the first call."""
    if "annotate" not in session.parts:
        session.parts["annotate"] = AnnotationDesk(session)
    made = session.parts["annotate"]
    assert isinstance(made, AnnotationDesk)  # noqa: S101 - nobody else uses this name
    return made


def futures_wait(future: "Future[Any]", timeout_s: float) -> None:
    """Wait for a future without caring how it ends; its failure is told elsewhere."""
    from concurrent.futures import wait

    wait([future], timeout=timeout_s)
