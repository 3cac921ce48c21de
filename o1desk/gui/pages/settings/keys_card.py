"""The keys of the Annotate page, each of them changeable.

Two actions may not share one, and none may take what the window itself listens to.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit

from o1desk.core.words import filled
from o1desk.gui.pages.annotate.keys import ACTIONS, Action, keys_of, title_of
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label, set_tone

SETTING = "annotate.keys"
FIELD_PX = 160


class KeysCard(Card):
    """A field for each action; keys are parted by commas."""

    def __init__(self, session: Session) -> None:
        """Show the keys in force."""
        super().__init__(session.theme, self.tr("Keys of the Annotate page"))
        self._session = session
        theme = session.theme
        self._fields: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        half = (len(ACTIONS) + 1) // 2
        for place, action in enumerate(ACTIONS):
            column = 2 * (place // half)
            grid.addWidget(label(title_of(action)), place % half, column)
            grid.addWidget(self._field(action, theme.px(FIELD_PX)), place % half, column + 1)
        self.body.addLayout(grid)
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.head.addWidget(button(self.tr("Usual keys"), self.reset, kind="quiet"))
        self.refresh()

    def refresh(self) -> None:
        """Show the keys in force."""
        keys = keys_of(self._session.settings.get(SETTING))
        for name, field in self._fields.items():
            field.setText(", ".join(keys[name]))

    def reset(self) -> None:
        """Return to the usual keys."""
        self._session.settings.reset(SETTING)
        self._say("")
        self.refresh()

    def _field(self, action: Action, width: int) -> QLineEdit:
        made = QLineEdit()
        made.setFixedWidth(width)
        made.setAccessibleName(title_of(action))
        made.setToolTip(self.tr("Keys, parted by commas; for example: 1, B, Shift+N"))
        made.editingFinished.connect(self._keep)
        self._fields[action.name] = made
        return made

    def _keep(self) -> None:
        typed = {name: _keys_in(field.text()) for name, field in self._fields.items()}
        trouble = self._trouble_in(typed)
        self._say(trouble)
        if not trouble:
            usual = {action.name: list(action.keys) for action in ACTIONS}
            changed = {name: keys for name, keys in typed.items() if keys != usual[name]}
            self._session.settings.set(SETTING, changed)
            self._say(self._came_back(typed, keys_of(changed)), "warn")
            self.refresh()

    def _say(self, words: str, tone: str = "bad") -> None:
        self._trouble.setText(words)
        set_tone(self._trouble, tone)
        self._trouble.setVisible(bool(words))

    def _came_back(self, typed: dict[str, list[str]], kept: Mapping[str, Sequence[str]]) -> str:
        """Return why keys that were taken away are there again; empty when none is."""
        found = [key for name, keys in kept.items() for key in keys if key not in typed[name]]
        if not found:
            return ""
        template = self.tr(
            "%1 stays: every keyboard has digits and arrows. Give it to another action to move it."
        )
        return filled(template, [", ".join(found)])

    def _trouble_in(self, typed: dict[str, list[str]]) -> str:
        owners: dict[str, str] = {}
        titles = {action.name: title_of(action) for action in ACTIONS}
        elsewhere = self._keys_elsewhere()
        for name, keys in typed.items():
            if not keys:
                return self.tr("{name} needs at least one key").format(name=titles[name])
            for key in keys:
                if key in elsewhere:
                    template = self.tr("%1 cannot be used: in the whole window it means: %2")
                    return filled(template, [key, elsewhere[key]])
                if key in owners:
                    return self.tr("{key} means both: {one}, {other}").format(
                        key=key, one=titles[owners[key]], other=titles[name]
                    )
                owners[key] = name
        return ""

    def _keys_elsewhere(self) -> dict[str, str]:
        """Return keys that never reach the page, and what they do instead."""
        from o1desk.gui.global_commands import global_commands
        from o1desk.gui.window import MainWindow

        window = self.window()
        commands = global_commands(window) if isinstance(window, MainWindow) else []
        found = {QKeySequence(each.shortcut).toString(): each.title for each in commands}
        found |= dict.fromkeys(("Tab", "Shift+Tab"), self.tr("Move the keyboard on"))
        for copy in QKeySequence.keyBindings(QKeySequence.StandardKey.Copy):
            found[copy.toString()] = self.tr("Copy")
        return found


def _keys_in(text: str) -> list[str]:
    sequences = (QKeySequence(part.strip()) for part in text.split(","))
    return [text for sequence in sequences if (text := sequence.toString())]
