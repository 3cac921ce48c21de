"""Arrows between the branches at one place of a conversation: "2 / 3"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button, label


class BranchArrows(QWidget):
    """Hidden while there is only one branch.

    Signals:
        stepped: The branch so many places further is wanted (int).
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Start with one branch."""
        super().__init__()
        self._theme = theme
        self._is_built = False
        self.hide()

    def _build(self) -> None:
        """Make the arrows; most places never need them."""
        self._is_built, theme = True, self._theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._back = icon_button(theme, "chevron-left", self.tr("Previous version"), self._on_back)
        self._forward = icon_button(
            theme, "chevron-right", self.tr("Next version"), self._on_forward
        )
        self._place = label("", "small")
        for widget in (self._back, self._place, self._forward):
            layout.addWidget(widget)

    def show_place(self, index: int, count: int, *, is_free: bool) -> None:
        """Say which branch is shown.

        Args:
            index: Its place, from 0.
            count: How many there are.
            is_free: Whether another one can be shown now.
        """
        self.setVisible(count > 1)
        if count < 2:
            return
        if not self._is_built:
            self._build()
        self._place.setText(f"{index + 1} / {count}")
        why = "" if is_free else self.tr("Wait for the answer, or stop it")
        self._back.setEnabled(is_free and index > 0)
        self._forward.setEnabled(is_free and index < count - 1)
        self._back.setToolTip(why or self.tr("Previous version"))
        self._forward.setToolTip(why or self.tr("Next version"))

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_forward(self) -> None:
        self.stepped.emit(1)
