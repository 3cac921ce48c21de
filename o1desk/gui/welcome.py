"""The first thing the window paints: three lines about what this is, while the folder opens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label


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
        layout.addWidget(label(self.tr("Opening your data folder"), "small"), 0, centre)
        layout.addStretch(3)
