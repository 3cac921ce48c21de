"""The keys of the Annotate page, each of them changeable; two actions may not share one."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit

from o1desk.gui.pages.annotate.keys import ACTIONS, Action, keys_of, title_of
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

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
        self._trouble.hide()
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
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble:
            usual = {action.name: list(action.keys) for action in ACTIONS}
            changed = {name: keys for name, keys in typed.items() if keys != usual[name]}
            self._session.settings.set(SETTING, changed)
            self.refresh()

    def _trouble_in(self, typed: dict[str, list[str]]) -> str:
        owners: dict[str, str] = {}
        titles = {action.name: title_of(action) for action in ACTIONS}
        for name, keys in typed.items():
            if not keys:
                return self.tr("{name} needs at least one key").format(name=titles[name])
            for key in keys:
                if key in owners:
                    return self.tr("{key} means both: {one}, {other}").format(
                        key=key, one=titles[owners[key]], other=titles[name]
                    )
                owners[key] = name
        return ""


def _keys_in(text: str) -> list[str]:
    sequences = (QKeySequence(part.strip()) for part in text.split(","))
    return [sequence.toString() for sequence in sequences if not sequence.isEmpty()]
