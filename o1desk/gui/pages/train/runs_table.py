"""The table of runs: sorted, narrowed, and selected by rows."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from o1desk.gui.pages.train.run_entries import RunEntry
from o1desk.gui.pages.train.runs_model import Column, RunsModel, RunsProxy
from o1desk.gui.theme import Theme

ROW_PX = 30
WIDTHS_PX = {
    Column.CREATED: 112, Column.KIND: 176, Column.STATE: 84, Column.MODEL: 76,
    Column.PRACTISED: 160, Column.STEPS: 52, Column.BEST: 136, Column.TIME: 92, Column.NOTE: 84,
}  # fmt: skip


class RunsTable(QTableView):
    """Runs as rows.

    Attributes:
        proxy: The rows in the order and selection that is shown.

    Signals:
        selection_changed: Other rows are selected.
        open_asked: A run should be shown (id).
        remove_asked: The selected runs should be removed.
    """

    selection_changed = Signal()
    open_asked = Signal(str)
    remove_asked = Signal()

    def __init__(self, theme: Theme, model: RunsModel) -> None:
        """Show a model, the newest run first."""
        super().__init__()
        self._runs = model
        self.proxy = RunsProxy(self)
        self.proxy.setSourceModel(model)
        self.setModel(self.proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.CREATED, Qt.SortOrder.DescendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Runs"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in WIDTHS_PX.items():
            self.setColumnWidth(column, theme.px(width))
        self.doubleClicked.connect(self._on_double)
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        self._bind(QKeySequence(Qt.Key.Key_Return)).connect(self._on_return)
        delete = QKeySequence(QKeySequence.StandardKey.Delete)
        self._bind(delete).connect(self.remove_asked)

    def chosen(self) -> list[RunEntry]:
        """Return the selected runs, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.entry(row) for row in rows]

    def choose(self, *run_ids: str) -> None:
        """Select runs."""
        selection = QItemSelection()
        for run_id in run_ids:
            row = self._runs.row_of(run_id)
            if row >= 0:
                first = self.proxy.mapFromSource(self._runs.index(row, 0))
                last = self.proxy.mapFromSource(self._runs.index(row, len(Column) - 1))
                selection.select(first, last)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)

    def entry(self, row: int) -> RunEntry:
        """Return the run of a row that is shown."""
        return self._runs.entry(self.proxy.mapToSource(self.proxy.index(row, 0)).row())

    def _bind(self, key: QKeySequence) -> SignalInstance:
        shortcut = QShortcut(key, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        return shortcut.activated

    def _on_return(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.open_asked.emit(chosen[0].row.id)

    def _on_double(self, index: QModelIndex) -> None:
        self.open_asked.emit(self.entry(index.row()).row.id)
