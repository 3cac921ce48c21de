"""Waits with what would take an open dialog or menu away: its owner must stay until it is left."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class Undisturbed(QObject):
    """Knows whether somebody is in the middle of a dialog or a menu.

    Signals:
        freed: The one that was asked about is gone; another one may be open.
    """

    freed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watched: QWidget | None = None

    def is_free(self) -> bool:
        """Return whether nothing is open; if something is, `freed` follows when it is left."""
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if found is not None and found is not self._watched:
            self._watched = found
            found.installEventFilter(self)
            found.destroyed.connect(self._on_left)
        return found is None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Hide:
            watched.removeEventFilter(self)
            watched.destroyed.disconnect(self._on_left)
            self._on_left()
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        self._watched = None
        self.freed.emit()
