"""The buttons under the chain: rate the step, rate the whole, and go on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.pages.annotate.key_button import KeyButton
from o1desk.gui.pages.annotate.keys import ACTIONS, all_hints, hint, title_of
from o1desk.gui.pages.annotate.rating_bar import RatingBar
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import rule

VALUES = {
    -1: QT_TRANSLATE_NOOP("annotate", "Wrong"),
    0: QT_TRANSLATE_NOOP("annotate", "Neutral"),
    1: QT_TRANSLATE_NOOP("annotate", "Right"),
}
UNSURE = QT_TRANSLATE_NOOP("annotate", "Not sure")
BUTTONS = {
    "edit": (QT_TRANSLATE_NOOP("annotate", "Edit"), "quiet"),
    "write": (QT_TRANSLATE_NOOP("annotate", "Write"), "quiet"),
    "undo": (QT_TRANSLATE_NOOP("annotate", "Undo"), "quiet"),
    "back": (QT_TRANSLATE_NOOP("annotate", "Previous"), ""),
    "next": (QT_TRANSLATE_NOOP("annotate", "Next"), "primary"),
}


def value_words() -> dict[int, str]:
    """Return what the values of a step mean, in the language in force."""
    return {value: _translated(text) for value, text in VALUES.items()}


class RatingCard(Card):
    """Two rows of ratings and a row of buttons.

    Attributes:
        step_bar: Rates the step in hand.
        whole_bar: Rates the whole.

    Signals:
        asked: Name of the action behind a button that was pressed.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Build the buttons."""
        super().__init__(theme)
        words = value_words()
        self.step_bar = RatingBar(theme, words, {-1: "bad", 0: "neutral", 1: "good"})
        self.whole_bar = RatingBar(
            theme,
            words | {0: _translated(UNSURE)},
            {-1: "all_bad", 0: "all_neutral", 1: "all_good"},
        )
        self.buttons = {name: self._button(theme, name) for name in BUTTONS}
        for part in (self.step_bar, self.whole_bar, rule()):
            self.body.addWidget(part)
        self.body.addLayout(self._last_line(theme))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the keys on the buttons."""
        self.step_bar.show_keys(keys)
        self.whole_bar.show_keys(keys)
        titles = {action.name: title_of(action) for action in ACTIONS}
        for name, made in self.buttons.items():
            made.set_key(hint(name, keys), f"{titles[name]} ({all_hints(name, keys)})")
        rates = [*self.step_bar.buttons.values(), *self.whole_bar.buttons.values()]
        width = max(made.sizeHint().width() for made in rates)
        for made in rates:
            made.set_width(width)  # both rows stand in the same columns

    def show_item(self, item: Item, step: int, *, is_open: bool) -> None:
        """Show the ratings of what is in hand.

        Args:
            item: The sample.
            step: Index of the step.
            is_open: Whether the step is to be rated.
        """
        title = self.tr("Step {n}").format(n=step + 1) if item.length else self.tr("No steps")
        self.step_bar.show_rating(title, item.mark(step).value, is_open=is_open)
        self.whole_bar.show_rating(self.tr("The whole"), item.mark(None).value)
        self.buttons["edit"].setEnabled(bool(item.length))

    def _last_line(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        for name in ("edit", "write", "undo"):
            line.addWidget(self.buttons[name])
        line.addStretch(1)
        for name in ("back", "next"):
            line.addWidget(self.buttons[name])
        return line

    def _button(self, theme: Theme, name: str) -> KeyButton:
        text, kind = BUTTONS[name]
        made = KeyButton(theme, _translated(text), self._on_pressed, kind=kind)
        made.setProperty("action", name)
        return made

    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton):
            self.asked.emit(str(sender.property("action")))


def _translated(text: str) -> str:
    return QCoreApplication.translate("annotate", text)
