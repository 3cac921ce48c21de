"""The table of runs: what each cell says, and what it is sorted by."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from o1desk.gui.error_words import in_words
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.pages.train.result_card import percent
from o1desk.gui.pages.train.run_entries import RunEntry, practised
from o1desk.gui.run_words import state_text, state_tone
from o1desk.gui.shown import isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text, local_time

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WORDS_ROLE = int(Qt.ItemDataRole.UserRole) + 2
CELL_CHARS = 120
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    CREATED = 0
    KIND = 1
    STATE = 2
    MODEL = 3
    PRACTISED = 4
    STEPS = 5
    BEST = 6
    TIME = 7
    NOTE = 8
    TAGS = 9


NUMBERS = frozenset({Column.STEPS, Column.BEST, Column.TIME})
TONES = {"good": "good", "bad": "bad", "warn": "warn", "accent": "accent"}


class RunsModel(QAbstractTableModel):
    """Runs, newest first."""

    def __init__(
        self, theme: Theme, parent: QObject, model_title: Callable[[str], str] = str
    ) -> None:
        """Start empty.

        Args:
            theme: The look.
            parent: Owner.
            model_title: Returns what people read of a model reference.
        """
        super().__init__(parent)
        self._theme, self._model_title = theme, model_title
        self._entries: list[RunEntry] = []

    def set_entries(self, entries: Sequence[RunEntry]) -> None:
        """Show runs; what only changed stays where it is."""
        if [each.row.id for each in entries] == [each.row.id for each in self._entries]:
            self._entries = list(entries)
            if entries:
                last = self.index(len(entries) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> RunEntry:
        """Return the run of a row."""
        return self._entries[row]

    def row_of(self, run_id: str) -> int:
        """Return the row of a run; -1 for none."""
        found = (n for n, entry in enumerate(self._entries) if entry.row.id == run_id)
        return next(found, -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == SORT_ROLE:
            return _order(entry, column, self._text(entry, column))
        if role == WORDS_ROLE:
            return _words(entry)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.STATE:
            tone = TONES.get(state_tone(entry.row.state))
            return None if tone is None else self._theme.color(tone)
        return None

    def _title(self, column: Column) -> str:
        titles = {
            Column.CREATED: self.tr("Started"),
            Column.KIND: self.tr("Kind"),
            Column.STATE: self.tr("State"),
            Column.MODEL: self.tr("Model"),
            Column.PRACTISED: self.tr("Practised"),
            Column.STEPS: self.tr("Steps"),
            Column.BEST: self.tr("Best held-out"),
            Column.TIME: self.tr("Time"),
            Column.NOTE: self.tr("Note"),
            Column.TAGS: self.tr("Tags"),
        }
        return titles[column]

    def _text(self, entry: RunEntry, column: Column) -> str:
        row = entry.row
        if column == Column.BEST:
            return self._best(entry)
        texts = {
            Column.CREATED: lambda: local_time(row.created),
            Column.KIND: lambda: kind_text(row.role, entry.method),
            Column.STATE: lambda: state_text(row.state),
            Column.MODEL: lambda: isolate(one_line(self._model_title(entry.model), CELL_CHARS)),
            Column.PRACTISED: lambda: practised(entry.settings),
            Column.STEPS: lambda: QLocale().toString(entry.steps) if entry.steps else "",
            Column.TIME: lambda: "" if entry.seconds is None else duration_text(entry.seconds),
            Column.NOTE: lambda: isolate(one_line(row.note, CELL_CHARS)),
            Column.TAGS: lambda: isolate(one_line(", ".join(row.tags), CELL_CHARS)),
        }
        return texts[column]()

    def _best(self, entry: RunEntry) -> str:
        best = entry.best
        if best is None:
            return ""
        words = self.tr("{rate} at step {n}")
        return words.format(rate=percent(best.rate), n=QLocale().toString(best.step))


class RunsProxy(QSortFilterProxyModel):
    """The runs of one role that a search finds, in the order of a column."""

    def __init__(self, parent: QObject) -> None:
        """Show trainings."""
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self._role, self._parts = "train", tuple[str, ...]()

    def narrow(self, role: str, text: str) -> None:
        """Show a role ("" for all) and what a search finds."""
        self._role, self._parts = role, tuple(text.casefold().split())
        self.invalidate()

    @override
    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        model = self.sourceModel()
        assert isinstance(model, RunsModel)  # noqa: S101 - no other is set
        entry = model.entry(source_row)
        if self._role and entry.row.role != self._role:
            return False
        words = _words(entry)
        return all(part in words for part in self._parts)


def _order(entry: RunEntry, column: Column, text: str) -> object:
    if column == Column.CREATED:
        return entry.row.id
    if column == Column.STEPS:
        return entry.steps
    if column == Column.BEST:
        return -1.0 if entry.best is None else entry.best.rate
    if column == Column.TIME:
        return -1.0 if entry.seconds is None else entry.seconds
    return text.casefold()


def _words(entry: RunEntry) -> str:
    row = entry.row
    parts = (
        row.id, row.role, entry.method, row.state.value, entry.model, row.note, *row.tags,
        practised(entry.settings), state_text(row.state), kind_text(row.role, entry.method),
    )  # fmt: skip
    return " ".join(parts).casefold()


def _tip(entry: RunEntry, column: Column) -> str | None:
    tips = {
        Column.CREATED: entry.row.id,
        Column.STATE: in_words(entry.row.message),
        Column.MODEL: entry.model,
        Column.NOTE: entry.row.note,
    }
    found = tips.get(column)
    return tooltip_text(found) if found else None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
