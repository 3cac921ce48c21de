"""Choices in groups as one list with headings, narrowed by what a person types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from o1desk.gui.shown import tooltip_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

DETAIL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
HEADING_ROLE = int(Qt.ItemDataRole.UserRole) + 2
MISSING_ROLE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose.

    Attributes:
        value: What is chosen.
        title: What people read.
        detail: More about it, in a quieter colour.
        group: Heading it stands under; empty for none. A group's choices follow each other.
        words: Further words under which it is found.
        is_missing: Whether it is known but not there.
    """

    value: Any
    title: str
    detail: str = ""
    group: str = ""
    words: str = ""
    is_missing: bool = False

    def fits(self, parts: Sequence[str]) -> bool:
        """Return whether every part of a search is found in it."""
        text = f"{self.title} {self.detail} {self.words} {self.value}".casefold()
        return all(part in text for part in parts)


class ChoiceModel(QAbstractListModel):
    """Headings (str) and choices, as rows."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._parts: list[str] = []
        self._rows: list[str | Choice] = []

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer choices."""
        self._choices = tuple(choices)
        self._lay_out()

    def narrow(self, text: str) -> None:
        """Keep what fits the words of a search."""
        self._parts = text.casefold().split()
        self._lay_out()

    def choice(self, row: int) -> Choice | None:
        """Return the choice of a row; None for a heading or outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Choice) else None

    def row_of(self, value: Any) -> int:
        """Return the row of a value, else of the first choice; -1 when there is none."""
        rows = [at for at, row in enumerate(self._rows) if isinstance(row, Choice)]
        same = [at for at in rows if self._rows[at].value == value]  # type: ignore[union-attr]
        return (same or rows or [-1])[0]

    def next_row(self, row: int, by: int) -> int:
        """Return the row of the choice that lies `by` choices further, as far as there are any."""
        rows = [at for at, each in enumerate(self._rows) if isinstance(each, Choice)]
        if not rows:
            return -1
        at = rows.index(row) if row in rows else 0
        return rows[min(max(at + by, 0), len(rows) - 1)]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return {Qt.ItemDataRole.DisplayRole: row, HEADING_ROLE: True}.get(role)
        return {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.ToolTipRole: tooltip_text(row.detail) or None,
            DETAIL_ROLE: row.detail,
            HEADING_ROLE: False,
            MISSING_ROLE: row.is_missing,
        }.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.choice(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = []
        group = ""
        for choice in self._choices:
            if not choice.fits(self._parts):
                continue
            if choice.group != group:
                group = choice.group
                self._rows += [group] if group else []
            self._rows.append(choice)
        self.endResetModel()
