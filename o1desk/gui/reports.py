"""Reports of bugs in the window: one box at a time, with the text to copy."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Reports(QObject):
    """Shows reports over a window."""

    def __init__(self, window: QWidget) -> None:
        """Show none yet."""
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None

    def show_bug(self, text: str) -> None:
        """Report a bug of the window; while a report is open, others go to the log alone."""
        words = QCoreApplication.translate(
            "reports", "Something in the window went wrong. Your data and running work are kept."
        )
        self._show(words, text)

    def show_crash(self, text: str) -> None:
        """Show what the fault handler wrote when the last start crashed."""
        words = QCoreApplication.translate(
            "reports", "The last start ended in a crash. What was stored before is kept."
        )
        self._show(words, text)

    def _show(self, words: str, text: str) -> None:
        if self._box is not None or self._window.isHidden():
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("O1 Desk")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setDetailedText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_closed)
        self._box = box
        box.open()

    def _on_closed(self) -> None:
        self._box = None
