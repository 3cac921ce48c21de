"""A note that is kept while it is typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.theme import Theme

HEIGHT_PX = 44
REST_MS = 400  # what is typed is stored when the keys rest so long


class NoteField(QPlainTextEdit):
    """A note on a step or on the whole.

    Leaving the field, Ctrl+Enter and Escape store at once; going to another sample stores the
    note where it was written.

    Signals:
        noted: A note to store: the sample, the step or None, the text, and number of the visit.
        left: The user is done with the field.
    """

    noted = Signal(object, object, str, int)
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty.

        Args:
            theme: The look.
            name: What the field is for.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(HEIGHT_PX))
        self._item: Item | None = None
        self._step: int | None = None
        self._kept = ""
        self._visit = 0
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._on_edited)

    def show_note(self, item: Item | None, step: int | None, text: str) -> None:
        """Show the note of something; what is being typed about it is left alone."""
        is_same = item is not None and self._item is not None and item.id == self._item.id
        if not is_same or step != self._step:
            self.flush()
            self._visit += 1
        elif text == self._kept:
            self._item = item
            return
        self._item, self._step, self._kept = item, step, text
        self.setReadOnly(item is None)
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def flush(self) -> None:
        """Hand over what was typed, if it is new."""
        self._timer.stop()
        text = self.toPlainText().strip()
        if text != self._kept and self._item is not None:
            self._kept = text
            self.noted.emit(self._item, self._step, text, self._visit)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._visit += 1

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_control):
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._timer.start()
