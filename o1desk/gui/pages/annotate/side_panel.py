"""The right side: queue, notes, flags, progress and guidelines."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.annotate.desk import QUEUES, AnnotationDesk
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text
from o1desk.gui.widgets.cards import Card, column
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import label
from o1desk.store.labels import FLAG_PREFIX

QUEUE_WORDS = {
    "unlabelled": QT_TRANSLATE_NOOP("annotate", "Not labelled yet"),
    "random": QT_TRANSLATE_NOOP("annotate", "Random"),
    "mine": QT_TRANSLATE_NOOP("annotate", "Review mine"),
    "flagged": QT_TRANSLATE_NOOP("annotate", "Flagged"),
}
FLAGS = {
    "bad_problem": QT_TRANSLATE_NOOP("annotate", "bad problem"),
    "unclear": QT_TRANSLATE_NOOP("annotate", "unclear"),
    "give_up": QT_TRANSLATE_NOOP("annotate", "give up"),
    "other": QT_TRANSLATE_NOOP("annotate", "other"),
}
GUIDELINES = (
    QT_TRANSLATE_NOOP("annotate", "\u2713 right: true, and it brings the answer closer."),
    QT_TRANSLATE_NOOP("annotate", "\u2013 neutral: true but of no help, or you cannot tell."),
    QT_TRANSLATE_NOOP("annotate", "\u2717 wrong: false, or it leads away from the answer."),
    QT_TRANSLATE_NOOP("annotate", "What follows a wrong step is not judged: it stands on sand."),
)
NOTE_PX = 74


def translated(text: str) -> str:
    """Return a text of this page in the language in force."""
    return QCoreApplication.translate("annotate", text)


class NoteField(QPlainTextEdit):
    """A note; leaving it, Ctrl+Enter and Escape keep what was typed.

    Signals:
        kept: What was typed.
    """

    kept = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(NOTE_PX))
        self._stored = ""

    def show_note(self, text: str) -> None:
        """Show a stored note; what is being typed is left alone."""
        if not self.hasFocus() or text != self._stored:
            self._stored = text
            self.setPlainText(text)

    def keep(self) -> None:
        """Hand over what was typed, if it is new."""
        text = self.toPlainText().strip()
        if text != self._stored:
            self._stored = text
            self.kept.emit(text)

    @override
    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.keep()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_control):
            self.keep()
            parent = self.parentWidget()
            if parent is not None:
                parent.setFocus()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class SidePanel(QWidget):
    """What belongs to the sample in hand but is not its text.

    Signals:
        flagged: Word of a flag.
        step_noted: A note on the step in hand.
        whole_noted: A note on the whole.
    """

    flagged = Signal(str)
    step_noted = Signal(str)
    whole_noted = Signal(str)

    def __init__(self, theme: Theme, desk: AnnotationDesk) -> None:
        """Build the cards."""
        super().__init__()
        self._theme, self._desk = theme, desk
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(12))
        rows.addWidget(self._queue_card())
        rows.addWidget(self._notes_card())
        rows.addWidget(self._progress_card())
        rows.addWidget(self._guidelines_card())
        rows.addStretch(1)
        desk.queue_changed.connect(self.refresh)
        desk.item_changed.connect(self.refresh)
        desk.labels_changed.connect(self.refresh)
        desk.step_changed.connect(self.refresh)
        desk.progress_changed.connect(self._show_progress)
        self.refresh()
        self._show_progress()

    def focus_note(self) -> None:
        """Put the cursor into the note of the step in hand."""
        self._step_note.setFocus()

    def open_flags(self) -> None:
        """Put the focus on the first flag."""
        next(iter(self._flags.values())).setFocus()

    def refresh(self) -> None:
        """Show the sample in hand."""
        desk = self._desk
        self._queue.blockSignals(True)
        self._queue.setCurrentIndex(self._queue.findData(desk.kind))
        self._queue.blockSignals(False)
        number = QLocale().toString
        place = number(min(desk.at + 1, len(desk.ids)))
        self._place.setText(
            self.tr("{at} of {n} in this queue").format(at=place, n=number(len(desk.ids)))
        )
        labels = desk.item.labels if desk.item is not None else {}
        step, whole = labels.get(desk.step), labels.get(None)
        self._step_note.show_note(step.critique if step is not None else "")
        self._whole_note.show_note(whole.critique if whole is not None else "")
        reason = whole.reason if whole is not None else ""
        for word, made in self._flags.items():
            made.setChecked(reason == FLAG_PREFIX + word)
            made.setEnabled(desk.item is not None)

    def _queue_card(self) -> Card:
        card = Card(self._theme, self.tr("Queue"))
        self._queue = QComboBox()
        self._queue.setAccessibleName(self.tr("Queue"))
        for kind in QUEUES:
            self._queue.addItem(translated(QUEUE_WORDS[kind]), kind)
        self._queue.currentIndexChanged.connect(self._on_queue)
        card.body.addWidget(self._queue)
        self._place = label("", "muted")
        card.body.addWidget(self._place)
        return card

    def _notes_card(self) -> Card:
        card = Card(self._theme, self.tr("Notes and flags"))
        self._step_note = NoteField(self._theme, self.tr("Note on this step (M)"))
        self._step_note.kept.connect(self.step_noted)
        self._whole_note = NoteField(self._theme, self.tr("Note on the whole answer"))
        self._whole_note.kept.connect(self.whole_noted)
        card.body.addWidget(self._step_note)
        card.body.addWidget(self._whole_note)
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._theme.px(4))
        self._flags: dict[str, QPushButton] = {}
        for word, text in FLAGS.items():
            made = QPushButton(translated(text))
            made.setCheckable(True)
            made.setProperty("kind", "quiet")
            made.setAccessibleName(self.tr("Flag: {name}").format(name=translated(text)))
            made.setProperty("word", word)
            made.clicked.connect(self._on_flag)
            self._flags[word] = made
            flow.addWidget(made)
        card.body.addWidget(holder)
        return card

    def _progress_card(self) -> Card:
        card = Card(self._theme, self.tr("Your progress"))
        self._today, self._speed, self._split, self._agree = (
            label("", is_wrapped=True),
            label("", "muted", is_wrapped=True),
            label("", "muted", is_wrapped=True),
            label("", "muted", is_wrapped=True),
        )
        for part in (self._today, self._speed, self._split, self._agree):
            card.body.addWidget(part)
        return card

    def _guidelines_card(self) -> Card:
        card = Card(self._theme, self.tr("Guidelines"), kind="sunken")
        content, rows = column(self._theme, gap=4)
        for text in GUIDELINES:
            rows.addWidget(label(translated(text), "muted", is_wrapped=True))
        card.body.addWidget(content)
        return card

    def _show_progress(self) -> None:
        progress = self._desk.progress
        if progress is None:
            return
        self._today.setText(
            self.tr("Today %n label(s)", "", progress.today)
            + self.tr(" on %n sample(s)", "", progress.samples_today)
        )
        speed = ""
        if progress.today and progress.seconds_today > 0:
            each = progress.seconds_today / progress.today
            speed = self.tr("{time} for each label").format(time=duration_text(each))
        self._speed.setText(speed)
        self._speed.setVisible(bool(speed))
        counts = progress.by_value
        number = QLocale().toString
        self._split.setText(
            self.tr("In all: {good} right, {neutral} neutral, {bad} wrong").format(
                good=number(counts.get(1, 0)),
                neutral=number(counts.get(0, 0)),
                bad=number(counts.get(-1, 0)),
            )
        )
        agreed, judged = progress.agreement_with_verifier
        self._agree.setText(
            self.tr("The checker agrees on {agreed} of {judged} whole answers").format(
                agreed=number(agreed), judged=number(judged)
            )
        )
        self._agree.setVisible(bool(judged))

    def _on_queue(self) -> None:
        self._desk.choose_queue(str(self._queue.currentData()))

    def _on_flag(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.flagged.emit(str(sender.property("word")))
