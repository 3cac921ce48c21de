"""The three buttons that rate the step in hand, or the whole."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from o1desk.gui.pages.annotate.key_button import KeyButton
from o1desk.gui.pages.annotate.keys import all_hints, hint
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.step_card import MARKS

ORDER = (-1, 0, 1)
TITLE_PX = 66


class RatingBar(QWidget):
    """Buttons for -1, 0 and +1; none is chosen until somebody rates.

    Signals:
        rated: The value that was pressed.
        cleared: The value that holds was pressed once more.
    """

    rated = Signal(int)
    cleared = Signal()

    def __init__(self, theme: Theme, words: Mapping[int, str], actions: Mapping[int, str]) -> None:
        """Build the buttons.

        Args:
            theme: The look.
            words: What each value means.
            actions: Names of the actions behind the values, for their keys.
        """
        super().__init__()
        self._actions = dict(actions)
        self._value: int | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._title = label("", "muted")
        self._title.setMinimumWidth(theme.px(TITLE_PX))
        layout.addWidget(self._title)
        self.buttons: dict[int, KeyButton] = {}
        for value in ORDER:
            sign, tone = MARKS[value]
            made = KeyButton(theme, words[value], self._on_clicked, sign=sign, tone=tone)
            made.setCheckable(True)
            made.setProperty("value", value)
            self.buttons[value] = made
            layout.addWidget(made)
        layout.addStretch(1)

    @property
    def value(self) -> int | None:
        """The value that is shown; None for none."""
        return self._value

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the keys on the buttons."""
        for value, made in self.buttons.items():
            name = self._actions[value]
            made.set_key(hint(name, keys), f"{made.text()} ({all_hints(name, keys)})")

    def show_rating(self, title: str, value: int | None, *, is_open: bool = True) -> None:
        """Show a rating; None for none yet.

        Args:
            title: What is rated.
            value: -1, 0, +1 or None.
            is_open: Whether it may be rated.
        """
        self._value = value
        self._title.setText(title)
        for each, made in self.buttons.items():
            made.setChecked(each == value)
            made.setEnabled(is_open)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton):
            value = int(sender.property("value"))
            sender.setChecked(value == self._value)  # what is shown is what is stored
            if value == self._value:
                self.cleared.emit()
            else:
                self.rated.emit(value)
