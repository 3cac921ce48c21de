"""How far the annotator came: looked up again a moment after the last label."""

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.gui.session import Session
from o1desk.store.label_progress import LabelProgress

LATER_MS = 300


class ProgressWatch(QObject):
    """What the annotator did.

    Attributes:
        found: The figures; None before they were looked up.

    Signals:
        changed: `found` is another.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._session = session
        self.found: LabelProgress | None = None
        self._timer = QTimer(self, singleShot=True, interval=LATER_MS)
        self._timer.timeout.connect(self.look)

    def look_later(self) -> None:
        """Look the figures up when the keys rest."""
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Look the figures up now."""
        labels = self._session.store.labels
        annotator = str(self._session.settings.get("annotate.name"))
        self._session.ops.read(lambda: labels.progress(annotator), self._take, owner=self)

    def _take(self, found: LabelProgress) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit()


def seconds_left(found: LabelProgress | None, samples: int) -> float | None:
    """Return the time that so many samples need at the speed of today; None when unknown."""
    if found is None or not found.samples_today or found.seconds_today <= 0:
        return None
    return samples * found.seconds_today / found.samples_today
