"""The row of buttons for the step in hand, or for the whole; the keys are printed on them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from o1desk.gui.pages.annotate.keys import hint
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label

SIGNS = {-1: "\u2717", 0: "\u2013", 1: "\u2713"}


class RatingBar(QWidget):
    """Three buttons, -1, 0 and +1.

    Signals:
        rated: The value that was pressed.
    """

    rated = Signal(int)

    def __init__(
        self,
        theme: Theme,
        words: Mapping[int, str],
        actions: Mapping[int, str],
        keys: Mapping[str, Sequence[str]],
    ) -> None:
        """Build the buttons.

        Args:
            theme: The look.
            words: What each value means.
            actions: Names of the actions behind the values, for their keys.
            keys: Keys by action.
        """
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._title = label("", "muted")
        self._title.setMinimumWidth(theme.px(90))
        layout.addWidget(self._title)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[int, QPushButton] = {}
        for value in (-1, 0, 1):
            key = hint(actions[value], keys)
            made = QPushButton(f"{SIGNS[value]}  {words[value]}   {key}")
            made.setCheckable(True)
            made.setAccessibleName(words[value])
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons[value] = made
            self._group.addButton(made, value + 1)
            layout.addWidget(made)
        layout.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)

    def show_rating(self, title: str, value: int | None, *, is_open: bool = True) -> None:
        """Show a rating; None for none yet.

        Args:
            title: What is rated.
            value: -1, 0, +1 or None.
            is_open: Whether it may be rated.
        """
        self._title.setText(title)
        for each, made in self._buttons.items():
            made.setChecked(each == value)
            made.setEnabled(is_open)

    def _on_clicked(self, number: int) -> None:
        self.rated.emit(number - 1)
