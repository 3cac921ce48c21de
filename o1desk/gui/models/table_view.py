"""The view of a paged table: rows chosen by key and mouse, kept by id when other rows come."""

import json

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from o1desk.gui.models.delegates import CellDelegate, row_height
from o1desk.gui.models.row_keeper import RowKeeper, selected_rows
from o1desk.gui.models.table_header import TableHeader, parsed
from o1desk.gui.models.table_model import Index, PagedTable
from o1desk.gui.shown import for_clipboard
from o1desk.gui.theme import Theme

MOST_COPIED = 10_000


class TableView(QTableView):
    """Shows a `PagedTable`; rows are named by their ids.

    Signals:
        row_opened: Id of a row that was double-clicked or entered.
        remove_asked: Ids that somebody pressed Delete on (list of int).
        ids_selected: Ids of the rows that are chosen now (list of int).
        current_changed: Id of the row the keys move, or None.
    """

    row_opened = Signal(object)
    remove_asked = Signal(object)
    ids_selected = Signal(object)
    current_changed = Signal(object)

    def __init__(self, theme: Theme, model: PagedTable, parent: QWidget | None = None) -> None:
        """Show a model.

        Args:
            theme: The look.
            model: The rows.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme, self._table = theme, model
        self._header = TableHeader(theme, self)
        self._cells = CellDelegate(theme, self)
        self._sort: tuple[str, bool] | None = None
        self._set_up()
        self.setModel(model)
        self._header.set_columns(model.columns)
        keeper = RowKeeper(self, model)
        keeper.selection_lost.connect(self._on_selection_lost)
        keeper.current_lost.connect(self._on_current_lost)
        model.texts_read.connect(_to_clipboard)
        theme.changed.connect(self._on_theme_changed)

    # --- rows by id ---

    def selected_ids(self) -> list[int]:
        """Return the ids of the chosen rows, in the order of the table."""
        return [self._table.row_id(row) for row in selected_rows(self)]

    def current_id(self) -> int | None:
        """Return the id of the row the keys move; None for none."""
        row = self.currentIndex().row()
        return self._table.row_id(row) if 0 <= row < self._table.rowCount() else None

    def select_id(self, row_id: int) -> bool:
        """Choose a row and scroll to it; False if it is not in the table."""
        row = self._table.row_of(row_id)
        if row is None:
            return False
        self.setCurrentIndex(self._table.index(row, self._header.first_shown()))
        self.scrollTo(self.currentIndex())
        return True

    def copy_rows(self) -> None:
        """Copy the chosen rows, tab separated; rows that were not read yet are read first."""
        rows = selected_rows(self)[:MOST_COPIED]
        sections = [self._header.logicalIndex(n) for n in range(self._header.count())]
        shown = [each for each in sections if not self._header.isSectionHidden(each)]
        if rows:
            self._table.read_texts(rows, shown)

    # --- header ---

    def save_header(self) -> str:
        """Return widths, order, hidden columns and sorting as one line of text."""
        return json.dumps(self._header.save() | {"sort": self._sort}, sort_keys=True)

    def restore_header(self, text: str) -> None:
        """Be as `save_header` saw it; what does not fit is passed over."""
        state = parsed(text)
        self._header.restore(state)
        match state.get("sort"):
            case [str(key), bool(is_descending)]:
                self.show_sorting(key, is_descending)
            case _:
                pass

    def sorting(self) -> tuple[str, bool] | None:
        """Return the column that sorts and whether largest first; None for the usual order."""
        return self._sort

    def show_sorting(self, key: str, is_descending: bool) -> None:
        """Show by which column the rows are sorted; asks nobody to sort them."""
        for section, column in enumerate(self._table.columns):
            if column.key == key and column.is_sortable:
                orders = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
                self._sort = (key, is_descending)
                self._header.setSortIndicatorShown(True)
                self._header.setSortIndicator(section, orders[is_descending])

    @Slot(int)
    def _on_section_clicked(self, section: int) -> None:
        column = self._table.columns[section]
        if column.is_sortable:
            is_again = self._sort is not None and self._sort[0] == column.key
            is_descending = bool(is_again and self._sort and not self._sort[1])
            self.show_sorting(column.key, is_descending)
            self._table.sort(section, self._header.sortIndicatorOrder())

    @Slot()
    def _on_selection_lost(self) -> None:
        self.ids_selected.emit([])

    @Slot()
    def _on_current_lost(self) -> None:
        self._cells.current_row = -1
        self.current_changed.emit(None)

    # --- keys and mouse ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.end()
        super().paintEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current_id()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.row_opened.emit(current)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_ids():
            self.remove_asked.emit(self.selected_ids())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the shortcuts of the page, and a search would read every row."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.row_opened.emit(self._table.row_id(row))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.ids_selected.emit(self.selected_ids())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._cells.current_row = current.row()
        self._cells.first_column = self._header.first_shown()
        self.viewport().update()
        if current.row() != previous.row():
            self.current_changed.emit(self.current_id())

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._hover(-1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.set_room(self.viewport().width())

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._set_heights()
        self._header.fit()
        self.viewport().update()

    def _set_heights(self) -> None:
        height = row_height(self._theme)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    def _set_up(self) -> None:
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # What scrolls out and in is a strip; without a ground of its own every cell is painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._header.sectionClicked.connect(self._on_section_clicked)
        self._set_heights()


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(for_clipboard(text))
