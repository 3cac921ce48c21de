"""A field to search with: what was typed is told once the typing pauses."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from o1desk.gui.icons import icon
from o1desk.gui.theme import Theme

PAUSE_MS = 150


class SearchField(QLineEdit):
    """A line edit with a magnifying glass and a way to clear it.

    Signals:
        settled: The text after a pause in typing, or at once with Enter; never the same one twice.
    """

    settled = Signal(str)

    def __init__(self, theme: Theme, hint: str) -> None:
        """Start empty.

        Args:
            theme: The look.
            hint: Shown while it is empty; its accessible name too.
        """
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        glass = icon(theme, "search", size=16)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_typed)
        self.returnPressed.connect(self._tell)

    def put(self, text: str) -> None:
        """Show a text and tell it at once."""
        self.setText(text)
        self._tell()

    def _on_typed(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.settled.emit(text)
