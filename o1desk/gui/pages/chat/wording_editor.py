"""In the place of a question: a field for other words of it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from o1desk.gui.pages.chat.composer import QuestionEdit
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button


class WordingEditor(QFrame):
    """A field for other words of a question.

    Signals:
        typed: The words are others (str).
        accepted: The new words (str).
        cancelled: The old words stay.
    """

    typed = Signal(str)
    accepted = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        """Start with these words."""
        super().__init__()
        self._field = QuestionEdit(theme)
        self._field.setAccessibleName(self.tr("New wording of the question"))
        self._field.insert(text)
        self._field.sent.connect(self._accept)
        self._field.textChanged.connect(self._on_text_changed)
        self._ask = button(self.tr("Ask again"), self._accept, kind="primary")
        self.setFocusProxy(self._field)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addStretch(1)
        line.addWidget(button(self.tr("Cancel"), self.cancelled.emit))
        line.addWidget(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._field)
        layout.addLayout(line)

    def set_free(self, *, is_free: bool) -> None:
        """Allow or forbid asking; what is written stays."""
        self._ask.setEnabled(is_free)
        self._ask.setToolTip("" if is_free else self.tr("Wait for the answer, or stop it"))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcut while words are edited."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self.typed.emit(self._field.toPlainText())

    def _accept(self) -> None:
        text = self._field.toPlainText()
        if text.strip() and self._ask.isEnabled():
            self.accepted.emit(text)
