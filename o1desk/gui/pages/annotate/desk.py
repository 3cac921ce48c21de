"""Annotation at work: the sample and the step in hand, and where we go from here.

It lives as long as the session; the page is a view of it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.annotate.annotation_queue import AnnotationQueue
from o1desk.gui.pages.annotate.guideline import Guideline
from o1desk.gui.pages.annotate.item import Item, read_item
from o1desk.gui.pages.annotate.label_book import Change, LabelBook
from o1desk.gui.pages.annotate.progress import ProgressWatch
from o1desk.gui.session import Session
from o1desk.store.filters import SampleFilter


class AnnotationDesk(QObject):
    """What outlives the page.

    Attributes:
        queue: Which samples are asked about.
        item: The sample in hand; None for an empty queue.
        step: Index of the step in hand.
        is_loading: Whether another sample is on its way; keys wait for it.
        trouble: Why no sample could be read, in one sentence; empty while all is well.
        book: Labels on their way to the disk.
        guideline: What labels follow.
        progress: What the annotator did.

    Signals:
        item_changed: Another sample is in hand.
        labels_changed: Labels of the sample in hand are others.
        step_changed: Another step is in hand.
        loaded: What was on its way is in hand; comes after the signals above.
        waiting: Something is on its way, or could not be read (`is_loading`, `trouble`).
    """

    item_changed = Signal()
    labels_changed = Signal()
    step_changed = Signal()
    loaded = Signal()
    waiting = Signal()

    def __init__(self, session: Session) -> None:
        """Go on where the last session stopped."""
        super().__init__(session)
        self._session = session
        self.item: Item | None = None
        self.step = 0
        self.is_loading = True
        self.trouble = ""
        self.queue = AnnotationQueue(session, self)
        self.book = LabelBook(session, self)
        self.guideline = Guideline(session, self)
        self.progress = ProgressWatch(session, self)
        self._loading = 0
        self._again: Callable[[], None] | None = None  # what failed, to be tried once more
        self.queue.filled.connect(self._load)
        self.queue.failed.connect(self._on_queue_failed)
        self.book.stored.connect(self.progress.look_later)
        self.book.refused.connect(self._on_refused)
        # It ends with the session, which may be closed before the settings are.
        self.destroyed.connect(session.settings.on_change(self._on_setting))
        self.queue.resume()

    @property
    def annotator(self) -> str:
        """Whose labels these are."""
        return str(self._session.settings.get("annotate.name"))

    @property
    def stops(self) -> bool:
        """Whether the first error ends an item."""
        return bool(self._session.settings.get("annotate.stop_at_first_error"))

    def choose_queue(self, kind: str, chosen: SampleFilter | None = None) -> None:
        """Begin another queue, narrowed to some samples; None leaves that as it is."""
        self._wait()
        self.queue.choose(kind, chosen)

    def show_sample(self, row_id: int, step: int | None = None) -> None:
        """Take a sample in hand, put into the queue if it is not there."""
        if self.queue.is_filling:
            self.queue.ask(row_id, step)
        else:
            self.queue.samples.go_to(row_id)
            self._go(step)

    def bring(self, row_id: int, step: int | None) -> None:
        """Have a sample in hand; if it is already, go to a step of it (None: stay)."""
        if self.is_loading or self.item is None or self.item.id != row_id:
            self.show_sample(row_id, step)
        elif step is not None:
            self.set_step(step)

    def move(self, by: int) -> bool:
        """Go to another sample of the queue; False at its ends."""
        if not self.queue.samples.move(by):
            return False
        self._go(None)
        return True

    def swap(self, old: int, new: int) -> None:
        """Put a sample into the place of another and take it in hand, at the same step."""
        self.queue.samples.swap(old, new)
        self._go(self.step)

    def drop(self, row_id: int) -> None:
        """Leave a sample out of the queue; the next one is in hand if it was this one."""
        self.queue.samples.drop(row_id)
        self._go(None)

    def reload(self) -> None:
        """Read the sample in hand again; fill the queue again if there is none."""
        if not self.is_loading:
            if self.item is None:
                again = self._again or self.queue.again
                self._wait()
                again()
            else:
                self._load(self.step)

    def set_step(self, step: int) -> None:
        """Take a step in hand."""
        last = self.item.length - 1 if self.item else 0
        step = max(0, min(step, last))
        if step != self.step:
            self.step = step
            self.step_changed.emit()
            self._keep_place()

    def apply(self, sample: int, changes: list[Change]) -> None:
        """Store changes of labels, and show them if their sample is in hand."""
        self.book.put(sample, changes)
        if self.item is not None and self.item.id == sample:
            mine = [change for change in changes if change.annotator == self.annotator]
            self.item.overlay({change.step: change.after for change in mine})
            self.labels_changed.emit()

    def tell(self, text: str) -> None:
        """Say what was done."""
        self._session.toast(text)

    # --- what comes back ---

    def _go(self, step: int | None) -> None:
        self.queue.changed.emit()
        self._load(step)

    def _load(self, step: int | None) -> None:
        self._loading += 1
        loading, row_id, annotator = self._loading, self.queue.samples.current, self.annotator
        if row_id is None:
            self._take(None, None)
            return
        self._wait()
        store, wanted = self._session.store, self.book.wanted(row_id, annotator)

        def show(item: Item | None) -> None:
            if loading != self._loading:
                return
            if item is None:
                self.drop(row_id)
                return
            item.overlay(wanted | self.book.wanted(row_id, annotator))
            self._take(item, step)

        def fail(error: Exception) -> None:
            if loading == self._loading:
                self._on_failed(error, partial(self._load, step))

        self._session.ops.read(
            lambda: read_item(store, row_id, annotator), show, fail=fail, owner=self
        )

    def _take(self, item: Item | None, step: int | None) -> None:
        is_same = self.item is not None and item is not None and item.id == self.item.id
        self.item, self.is_loading, self.trouble = item, False, ""
        if item is not None:
            wanted = item.first_step(stops=self.stops) if step is None else step
            self.step = max(0, min(wanted, item.length - 1))
        if is_same:
            self.labels_changed.emit()
            self.step_changed.emit()
        else:
            self.item_changed.emit()
        self._keep_place()
        self.loaded.emit()

    def _keep_place(self) -> None:
        if self.item is not None:
            self.queue.keep(self.item.id, self.step)

    def _on_refused(self, sample: int) -> None:
        if self.item is not None and self.item.id == sample:
            self._load(self.step)

    def _wait(self) -> None:
        self.is_loading, self.trouble, self._again = True, "", None
        self.waiting.emit()

    def _on_setting(self, key: str, value: Any) -> None:
        """Another annotator has another queue to review; the others do not ask who it is."""
        del value
        if key == "annotate.name" and self.queue.kind == "mine":
            self.choose_queue("mine")

    def _on_queue_failed(self, error: Exception) -> None:
        self._on_failed(error, self.queue.again)

    def _on_failed(self, error: Exception, again: Callable[[], None]) -> None:
        self.is_loading = False
        if self.item is None:  # the page has room to say it
            self.trouble, self._again = sentence_of(error), again
            self.waiting.emit()
        else:
            self._session.toast(sentence_of(error), tone="bad")
        self.loaded.emit()


def annotation_desk(session: Session) -> AnnotationDesk:
    """Return the session's annotation, begun on the first call."""
    if "annotate" not in session.parts:
        session.parts["annotate"] = AnnotationDesk(session)
    made = session.parts["annotate"]
    assert isinstance(made, AnnotationDesk)  # noqa: S101 - nobody else uses this name
    return made
