"""The command palette: type a few letters of anything that can be done or opened."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.fuzzy import score
from o1desk.gui.keysheet import keys_of
from o1desk.gui.page import Command
from o1desk.gui.theme import Theme

MOST = 60
WIDTH_PX, HEIGHT_PX = 560, 380
_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
}  # fmt: skip


class Palette(QFrame):
    """A field and the list of what fits; Enter does the first, Escape leaves."""

    def __init__(self, theme: Theme, window: QWidget, commands: Sequence[Command]) -> None:
        """Show every command that can be done now."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._window = theme, window
        self._commands = [c for c in commands if c.is_ready is None or c.is_ready()]
        layout = QVBoxLayout(self)
        edge = theme.px(8)
        layout.setContentsMargins(edge, edge, edge, edge)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Type a command, a page, a run, a model"))
        self._field.setAccessibleName(self.tr("Command"))
        self._field.textChanged.connect(self._refresh)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setProperty("frame", "none")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemActivated.connect(self._on_activated)
        self._list.itemClicked.connect(self._on_activated)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        self._refresh("")

    def open(self) -> None:
        """Appear over the upper middle of the window."""
        window = self._window
        width = min(self._theme.px(WIDTH_PX), window.width() - 40)
        height = min(self._theme.px(HEIGHT_PX), window.height() - 80)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + self._theme.px(56))
        self.show()
        self._field.setFocus()

    def add(self, commands: Sequence[Command]) -> None:
        """Offer more, found in the meantime."""
        self._commands += commands
        self._refresh(self._field.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                self._move(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_activated(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))

    def _refresh(self, typed: str) -> None:
        rated = [(score(typed, c.title, c.words), n) for n, c in enumerate(self._commands)]
        if typed.strip():
            rated = sorted((r for r in rated if r[0] > 0), key=lambda r: (-r[0], r[1]))
        self._list.clear()
        for _, number in rated[:MOST]:
            command = self._commands[number]
            keys = keys_of(command)
            made = QListWidgetItem(f"{command.title}    {keys}" if keys else command.title)
            made.setData(Qt.ItemDataRole.UserRole, number)
            self._list.addItem(made)
        if not rated:
            nothing = QListWidgetItem(self.tr("Nothing is called like that"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)

    def _on_activated(self, chosen: QListWidgetItem | None) -> None:
        number = None if chosen is None else chosen.data(Qt.ItemDataRole.UserRole)
        if number is not None:
            self.close()
            self._commands[number].run()
