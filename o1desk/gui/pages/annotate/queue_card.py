"""Which samples are asked about, and how many there are."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QSizePolicy

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.progress import seconds_left
from o1desk.gui.pages.annotate.sample_queue import KINDS
from o1desk.gui.pages.data.words import word
from o1desk.gui.session import Session
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.cards import Card, row
from o1desk.gui.widgets.labels import label
from o1desk.store.filters import SampleFilter

WORDS = {
    "unlabelled": QT_TRANSLATE_NOOP("annotate", "Not labelled yet"),
    "random": QT_TRANSLATE_NOOP("annotate", "Random"),
    "mine": QT_TRANSLATE_NOOP("annotate", "Review mine"),
    "flagged": QT_TRANSLATE_NOOP("annotate", "Flagged"),
}
SHORTEST = 6  # letters that the narrow boxes always show


class QueueCard(Card):
    """Queue, what it is narrowed to, and the place in it.

    Signals:
        chosen: Something was chosen; the keys go back to rating.
    """

    chosen = Signal()

    def __init__(self, session: Session, desk: AnnotationDesk) -> None:
        """Build the boxes.

        Args:
            session: The session.
            desk: The annotation.
        """
        super().__init__(session.theme, self.tr("Queue"))
        self._session, self._desk = session, desk
        self._place = label("", "small")
        self.head.addWidget(self._place)
        self.kinds = self._box(self.tr("Queue"))
        for kind in KINDS:
            self.kinds.addItem(QCoreApplication.translate("annotate", WORDS[kind]), kind)
        self.environments = self._box(self.tr("Family of problems"))
        self.verdicts = self._box(self.tr("What the checker says"))
        self.body.addWidget(self.kinds)
        line, boxes = row(session.theme)
        boxes.addWidget(self.environments, 1)
        boxes.addWidget(self.verdicts, 1)
        self.body.addWidget(line)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Place in the queue"))
        self.body.addWidget(self._bar)
        self._show_facets({})
        desk.queue.changed.connect(self.refresh)
        desk.item_changed.connect(self.refresh)
        desk.progress.changed.connect(self.refresh)
        self.refresh()

    @property
    def place(self) -> str:
        """Where we are, as people read it."""
        return self._place.text()

    def look(self) -> None:
        """Look up what the queue can be narrowed to."""
        samples = self._session.store.samples
        self._session.ops.read(samples.facets, self._show_facets, owner=self)

    def refresh(self) -> None:
        """Show the queue and the place in it."""
        queue = self._desk.queue
        number = QLocale().toString
        total, at = len(queue.samples.ids), queue.samples.at
        place = self.tr("{at} of {n}").format(at=number(min(at + 1, total)), n=number(total))
        left = seconds_left(self._desk.progress.found, queue.samples.left)
        parts = [place, remaining_text(left)] if left else [place]
        self._place.setText(" \u00b7 ".join(parts) if total else "")
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(min(at + 1, total))
        _choose(self.kinds, queue.kind)
        _choose(self.environments, queue.chosen.environment)
        _choose(self.verdicts, queue.chosen.judgement)

    def _show_facets(self, found: dict[str, list[tuple[str, int]]]) -> None:
        for box, name, every in (
            (self.environments, "environment", self.tr("All families")),
            (self.verdicts, "judgement", self.tr("Any verdict")),
        ):
            box.clear()
            box.addItem(every, "")
            known = sorted((word(name, value), value) for value, _ in found.get(name, []))
            for text, value in known:
                box.addItem(text, value)
        self.refresh()

    def _box(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(SHORTEST)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.activated.connect(self._on_chosen)
        return made

    def _on_chosen(self) -> None:
        passing = SampleFilter(
            environment=str(self.environments.currentData()),
            judgement=str(self.verdicts.currentData()),
        )
        self._desk.choose_queue(str(self.kinds.currentData()), passing)
        self.chosen.emit()


def _choose(box: QComboBox, value: str) -> None:
    """Show a value; one that the box does not know yet joins it."""
    index = box.findData(value)
    if index < 0:
        box.addItem(word("environment", value), value)
        index = box.count() - 1
    box.setCurrentIndex(index)
