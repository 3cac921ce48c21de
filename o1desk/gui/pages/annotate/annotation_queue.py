"""The queue of annotation: filled from the store, kept up to date, found again after a restart."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.gui.pages.annotate import place as places
from o1desk.gui.pages.annotate.place import Place
from o1desk.gui.pages.annotate.sample_queue import KINDS, SampleQueue
from o1desk.gui.session import Session
from o1desk.store.filters import SampleFilter

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 7  # one order of the random queue, so that a restart goes on in it
REFRESH_MS = 2000  # new samples may come in their hundreds
GROWING = ("unlabelled", "random")  # queues that new samples join


class AnnotationQueue(QObject):
    """Which samples are asked about.

    Attributes:
        kind: Which queue, one of `KINDS`.
        chosen: What it is narrowed to.
        samples: Its samples, and where we are among them.
        is_filling: Whether its samples are being looked up.

    Signals:
        filled: It holds other samples now: step to begin with, None for the first open one.
        changed: Samples joined or left, or another one is in hand.
        failed: The store could not be read (Exception).
    """

    filled = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Hold nothing; `resume` fills it."""
        super().__init__(parent)
        self._session, self._store = session, session.store
        self.kind = KINDS[0]
        self.chosen = SampleFilter()
        self.samples = SampleQueue()
        self._asked: tuple[int, int | None] | None = None
        self._again: Callable[[], None] = self.resume
        self._filling = 0
        self.is_filling = False
        self._later = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._later.timeout.connect(self.refresh)
        session.tables_changed.connect(self._on_tables)

    def resume(self) -> None:
        """Go on where the last session stopped."""
        self._again = self.resume
        self.is_filling = True
        state = self._store.state
        self._session.ops.read(
            lambda: state.get(places.KEY), self._on_place, fail=self._on_failed, owner=self
        )

    def choose(
        self, kind: str, chosen: SampleFilter | None = None, *, place: Place | None = None
    ) -> None:
        """Fill the queue.

        Args:
            kind: One of `KINDS`.
            chosen: What it is narrowed to; None leaves that as it is.
            place: Where to go on in it; None begins.
        """
        self.kind = kind
        self.chosen = self.chosen if chosen is None else chosen
        self._again = partial(self.choose, kind, self.chosen, place=place)
        self.is_filling = True
        self._filling += 1
        filling = self._filling

        def fill(ids: list[int]) -> None:
            if filling == self._filling:
                self._fill(ids, place)

        self._session.ops.read(self._reader(), fill, fail=self._on_failed, owner=self)

    def again(self) -> None:
        """Fill it once more as it was to be filled last, such as after a failure."""
        self._again()

    def ask(self, row_id: int, step: int | None) -> None:
        """Begin with a sample when the queue is filled."""
        self._asked = (row_id, step)

    def keep(self, sample: int, step: int) -> None:
        """Remember where we are."""
        if self._store.is_read_only:
            return
        place = Place(
            kind=self.kind,
            environment=self.chosen.environment,
            judgement=self.chosen.judgement,
            sample=sample,
            step=step,
            trail=tuple(self.samples.trail),
            following=self.samples.following,
        ).to_json()
        state = self._store.state
        self._session.ops.write(lambda: state.set(places.KEY, place))

    def refresh(self) -> None:
        """Leave out samples that were removed, and add those that are new."""
        kind, grows, store = self.kind, self.kind in GROWING, self._store
        read = self._reader()

        def look() -> tuple[list[int], list[int]]:
            return read() if grows else [], store.samples.removed()

        def take(found: tuple[list[int], list[int]]) -> None:
            was_empty = not self.samples.ids
            if kind == self.kind and not self.is_filling and self.samples.refresh(*found):
                self.changed.emit()
                if was_empty:
                    self.filled.emit(None)

        self._session.ops.read(look, take, fail=self._on_failed, owner=self)

    def _reader(self) -> Any:
        labels, kind, chosen = self._store.labels, self.kind, self.chosen
        annotator = str(self._session.settings.get("annotate.name"))

        def look() -> list[int]:
            return labels.queue(kind, chosen, annotator=annotator, seed=SEED)

        return look

    def _fill(self, ids: list[int], place: Place | None) -> None:
        self.is_filling = False
        self._again = partial(self.choose, self.kind)
        step = None
        if place is not None and place.sample is not None:
            self.samples.resume(ids, place.sample, place.trail, place.following)
            step = place.step
        else:
            self.samples.fill(ids)
        if self._asked is not None:
            row_id, step = self._asked
            self._asked = None
            self.samples.go_to(row_id)
        self.changed.emit()
        self.filled.emit(step)

    def _on_place(self, value: Any) -> None:
        place = places.place_of(value)
        chosen = SampleFilter(environment=place.environment, judgement=place.judgement)
        self.choose(place.kind, chosen, place=place)

    def _on_failed(self, error: Exception) -> None:
        self.is_filling = False
        self.failed.emit(error)

    def _on_tables(self, changed: frozenset[str]) -> None:
        if "sample" in changed and not self._later.isActive():
            self._later.start()
