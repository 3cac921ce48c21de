"""The first thing the window paints: three lines about what this is, while the folder opens."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label

LONG_MS = 1500  # from here on the user wants to know why


class Welcome(QWidget):
    """Three lines."""

    def __init__(self, theme: Theme) -> None:
        """Write them."""
        super().__init__()
        self.setObjectName("page")
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(8))
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(label(self.tr("Welcome to O1 Desk"), "title"), 0, centre)
        for text in (
            self.tr("Teach a model to think, on this computer: generate, label, train, chat."),
            self.tr("Everything stays in one folder on your disk; nothing is sent anywhere."),
        ):
            layout.addWidget(label(text, "muted"), 0, centre)
        self._state = label(self.tr("Opening your data folder"), "small")
        layout.addWidget(self._state, 0, centre)
        layout.addStretch(3)
        QTimer.singleShot(LONG_MS, self._say_long)

    def _say_long(self) -> None:
        self._state.setText(
            self.tr(
                "Still opening your data folder: a long check, a slow disk, or another program "
                "that has locked the database"
            )
        )
