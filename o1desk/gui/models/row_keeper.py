"""Keeps what is chosen and what is in view when a table gets other ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal, Slot
from PySide6.QtWidgets import QTableView

from o1desk.gui.models.table_model import PagedTable


@dataclass(frozen=True, slots=True)
class _Kept:
    """What must survive other ids: what was chosen, and which row stood where."""

    selected: list[int]
    current: int | None
    anchors: list[tuple[int, int]]
    column: int


class RowKeeper(QObject):
    """Remembers rows by id before a reset and finds them again afterwards.

    Signals:
        selection_lost: Rows were chosen, and none of them is there any more.
        current_lost: The current row is not there any more.
    """

    selection_lost = Signal()
    current_lost = Signal()

    def __init__(self, view: QTableView, table: PagedTable) -> None:
        """Watch a view whose model is a table; make it after the view has its model."""
        super().__init__(view)
        self._view, self._table = view, table
        self._kept: _Kept | None = None
        table.modelAboutToBeReset.connect(self._on_reset_begun)
        table.modelReset.connect(self._on_reset)

    @Slot()
    def _on_reset_begun(self) -> None:
        first = self._view.rowAt(0)
        last = self._view.rowAt(self._view.viewport().height() - 1)
        last = self._table.rowCount() - 1 if last < 0 else last
        rows = list(range(first, last + 1)) if first >= 0 else []
        current = self._view.currentIndex().row()
        if current in rows:  # the row that somebody reads is the best anchor
            rows.insert(0, current)
        if self._view.verticalScrollBar().value() == 0:
            rows = []  # who looks at the top wants to see what comes there
        anchors = [(self._table.row_id(row), self._view.rowViewportPosition(row)) for row in rows]
        column = max(self._view.currentIndex().column(), 0)
        selected = [self._table.row_id(row) for row in selected_rows(self._view)]
        self._kept = _Kept(selected, self._id_at(current), anchors, column)

    @Slot()
    def _on_reset(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        self._view.updateGeometries()
        model = self._view.selectionModel()
        rows = [row for each in kept.selected if (row := self._table.row_of(each)) is not None]
        current = None if kept.current is None else self._table.row_of(kept.current)
        flags = QItemSelectionModel.SelectionFlag
        if current is not None:
            index = self._table.index(current, kept.column)
            model.setCurrentIndex(index, flags.NoUpdate)
        model.select(self._selection_of(rows), flags.ClearAndSelect | flags.Rows)
        self._restore_scroll(kept.anchors)
        if not rows and kept.selected:
            self.selection_lost.emit()
        if current is None and kept.current is not None:
            self.current_lost.emit()

    def _restore_scroll(self, anchors: Iterable[tuple[int, int]]) -> None:
        height = self._view.verticalHeader().defaultSectionSize()
        for row_id, place in anchors:
            row = self._table.row_of(row_id)
            if row is not None:
                self._view.verticalScrollBar().setValue(row * height - place)
                return

    def _selection_of(self, rows: Sequence[int]) -> QItemSelection:
        selection = QItemSelection()
        last_column = len(self._table.columns) - 1
        for first, last in _stretches(sorted(rows)):
            selection.select(self._table.index(first, 0), self._table.index(last, last_column))
        return selection

    def _id_at(self, row: int) -> int | None:
        return self._table.row_id(row) if 0 <= row < self._table.rowCount() else None


def selected_rows(view: QTableView) -> list[int]:
    """Return the rows that are chosen, in order; cheap for many thousands."""
    rows: set[int] = set()
    selection = view.selectionModel().selection()
    for number in range(selection.count()):
        stretch = selection.at(number)
        rows.update(range(stretch.top(), stretch.bottom() + 1))
    return sorted(rows)


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of rows without gaps."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
