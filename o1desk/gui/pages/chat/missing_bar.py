"""Above the composer of an old chat whose model is not on this computer any more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label


class MissingBar(QFrame):
    """Names the model and offers to pick another.

    Signals:
        model_wanted: Another model should be picked.
    """

    model_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("card", "warn")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        line.setSpacing(theme.px(12))
        self.text = label("", is_wrapped=True)
        line.addWidget(self.text, 1)
        line.addWidget(button(self.tr("Pick another model"), self.model_wanted.emit))
        self.hide()

    def show_text(self, text: str) -> None:
        """Say something; "" hides the bar."""
        self.text.setText(text)
        self.setVisible(bool(text))
