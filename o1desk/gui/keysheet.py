"""The sheet of all keys: what can be done without the mouse, here and everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from o1desk.gui.page import Command
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.labels import chip, label


class KeySheet(QDialog):
    """Shortcuts in groups."""

    def __init__(
        self, theme: Theme, window: QWidget, groups: Sequence[tuple[str, Sequence[Command]]]
    ) -> None:
        """List the commands of each group that have a key."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(520), theme.px(520))
        layout = QVBoxLayout(self)
        content, rows = column(theme, edge=8, gap=12)
        for title, commands in groups:
            keyed = [command for command in commands if command.shortcut or command.shortcut_text]
            if keyed:
                rows.addWidget(label(title, "lead"))
                rows.addLayout(self._grid(theme, keyed))
        rows.addStretch(1)
        layout.addWidget(scrolled(content), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)

    def _grid(self, theme: Theme, commands: Sequence[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setColumnStretch(0, 1)
        for row, command in enumerate(commands):
            grid.addWidget(label(command.title), row, 0)
            grid.addWidget(chip(keys_of(command)), row, 1)
        return grid


def keys_of(command: Command) -> str:
    """Return the keys of a command as people read them; empty for none."""
    sequence = QKeySequence(command.shortcut)
    bound = sequence.toString(QKeySequence.SequenceFormat.NativeText) or command.shortcut
    return ", ".join(keys for keys in (bound, command.shortcut_text) if keys)
