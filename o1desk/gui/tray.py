"""The icon in the system tray, there while work goes on without a window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon


class Tray(QSystemTrayIcon):
    """An icon with a small menu.

    Signals:
        show_asked: The window should come back.
        quit_asked: The program should end.
    """

    show_asked = Signal()
    quit_asked = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        """Build the menu."""
        super().__init__(icon, parent)
        self.setToolTip("O1 Desk")
        self._menu = QMenu()
        self.setContextMenu(self._menu)
        self.activated.connect(self._on_activated)
        self.messageClicked.connect(self.show_asked)
        self.speak()

    def speak(self) -> None:
        """Fill the menu in the language in force."""
        self._menu.clear()
        self._menu.addAction(self.tr("Show O1 Desk")).triggered.connect(self.show_asked)
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_asked)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.show_asked.emit()
