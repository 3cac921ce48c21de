"""The conversations as lines of a list: title and when it was spoken in last."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from o1desk.gui.shown import one_line
from o1desk.store.conversations import Conversation

_Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
TIME_ROLE = Qt.ItemDataRole.UserRole + 1
BUSY_ROLE = Qt.ItemDataRole.UserRole + 2


class ConversationModel(QAbstractListModel):
    """Lines of the list.

    Signals:
        renamed: A person gave a conversation another title (id, title).
    """

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._lines: list[Conversation] = []
        self._busy: frozenset[int] = frozenset()

    def show(self, lines: Sequence[Conversation]) -> None:
        """Show other lines; those that stay keep their place in the view."""
        new = list(lines)
        if [each.id for each in new] == [each.id for each in self._lines]:
            self._lines = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def set_busy(self, busy: frozenset[int]) -> None:
        """Mark the conversations in which an answer is being written."""
        if busy != self._busy:
            changed, self._busy = busy ^ self._busy, busy
            for row, line in enumerate(self._lines):
                if line.id in changed:
                    self.dataChanged.emit(self.index(row), self.index(row), [BUSY_ROLE])

    def row_of(self, conversation: int | None) -> int:
        """Return the line of a conversation; -1 when it is not in the list."""
        rows = (row for row, line in enumerate(self._lines) if line.id == conversation)
        return next(rows, -1)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return one_line(line.title) or self.tr("Untitled")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole or role == TIME_ROLE:
            return self._when(line.updated)
        if role == ID_ROLE:
            return line.id
        if role == BUSY_ROLE:
            return line.id in self._busy
        return None

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not str(value).strip():
            return False
        self.renamed.emit(self._lines[index.row()].id, str(value).strip())
        return True

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def _when(self, stamp: str) -> str:
        """Return a time as people say it: the hour today, the day before that."""
        moment = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs).toLocalTime()
        locale = QLocale()
        days = moment.date().daysTo(QDateTime.currentDateTime().date())
        if days == 0:
            return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
        if days == 1:
            return self.tr("Yesterday")
        return locale.toString(moment.date(), QLocale.FormatType.ShortFormat)
