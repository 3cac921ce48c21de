"""Below a question that has no answer, because the program ended before there was one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label


class Unanswered(QWidget):
    """Says so and offers to ask.

    Signals:
        again: The question should be asked.
    """

    again = Signal()

    def __init__(self, theme: Theme) -> None:
        """Offer to ask."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        line.addWidget(label(self.tr("This question has no answer yet"), "muted"))
        line.addWidget(button(self.tr("Ask it now"), self.again.emit))
        line.addStretch(1)
