"""A table over ids: rows are read in pages when they come into view, never while painting.

The scroll bar is honest, because the ids are all there. A page that has not come yet shows "…";
what was scrolled past meanwhile is not read at all.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from o1desk.gui.models.columns import ALIGNMENTS, AWAY, GONE, Cell, Column, Row
from o1desk.gui.models.page_reads import PAGE, Fetch, IdOf, PageRead, TextsRead
from o1desk.gui.models.verdicts import face_of
from o1desk.gui.shown import isolate, one_line, tooltip_text, visible_marks

KEPT_PAGES = 50
ASK_MS = 15  # scrolling past many pages asks for the last ones only
MOST_ASKED = 3
CELL_CHARACTERS = 300
TIP_CHARACTERS = 800
_NO_PARENT = QModelIndex()

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Run: TypeAlias = Callable[[Callable[[], Any], Callable[[Any], None]], None]


class PagedTable(QAbstractTableModel):
    """Rows by id, page by page.

    Signals:
        sort_asked: Key of a column and whether largest first; the owner gives other ids.
        texts_read: Rows as text, tab separated, that `read_texts` asked for.
    """

    sort_asked = Signal(str, bool)
    texts_read = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        run: Run,
        parent: QObject | None = None,
        *,
        id_of: IdOf = attrgetter("id"),
    ) -> None:
        """Start without rows.

        Args:
            columns: What is shown.
            fetch: Reads the rows of some ids, without those that are gone; called off the
                window's thread.
            run: Calls the first function off the window's thread and the second one, a method of
                this model, with its result on it.
            parent: Owner.
            id_of: Returns the id of a row.
        """
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch, self._run, self._id_of = fetch, run, id_of
        self._ids: list[int] = []
        self._rows: dict[int, int] | None = None
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._generation = 0
        self._has_marks = False
        self._timer = QTimer(self, singleShot=True, interval=ASK_MS)
        self._timer.timeout.connect(self._ask)

    # --- ids and rows ---

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other rows; those that were read are read again."""
        self.beginResetModel()
        self._ids, self._rows = list(ids), None
        self._forget()
        self.endResetModel()

    def ids(self) -> list[int]:
        """Return the ids in order; a list to read, not to change."""
        return self._ids

    def row_id(self, row: int) -> int:
        """Return the id of a row."""
        return self._ids[row]

    def row_of(self, row_id: int) -> int | None:
        """Return the row that shows an id; None if there is none."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(row_id)

    def row(self, row: int) -> Row | None:
        """Return a row that was read; None while it was not."""
        page = self._pages.get(row // PAGE)
        return None if page is None else page[row % PAGE]

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """Read rows again that changed; None for all. Old text stays until the new one is there.

        Args:
            ids: Which.
        """
        if ids is None:
            pages = set(self._pages)
        else:
            rows = [row for each in ids if (row := self.row_of(each)) is not None]
            pages = {row // PAGE for row in rows} & set(self._pages)
        self._generation += 1
        pages |= self._asked
        self._asked.clear()
        self._wanted.update(dict.fromkeys(sorted(pages)))
        if pages:
            self._timer.start()

    def set_marks_visible(self, has_marks: bool) -> None:
        """Show invisible characters as marks, or not."""
        if has_marks != self._has_marks:
            self._has_marks = has_marks
            if self._ids:
                last = self.index(len(self._ids) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)

    def stored_text(self, row: int, column: int) -> str:
        """Return the text of a cell as it is stored; empty while it was not read."""
        values = self.row(row)
        return "" if values is None else self.columns[column].text(values)

    def read_texts(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Read the stored texts of many cells; they come with `texts_read`, tab separated.

        Args:
            rows: Which rows, whether they were read or not.
            columns: Which columns, in the order they stand in.
        """
        ids = [self._ids[row] for row in rows]
        self._run(TextsRead(self._fetch, ids, [self.columns[n] for n in columns]), self._on_texts)

    def _on_texts(self, text: str) -> None:
        self.texts_read.emit(text)

    # --- what views ask for ---

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[column.align]
        if role not in _ROLES:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        values = self.row(index.row())
        text = "" if values is None else column.text(values)
        if column.look == "verdict":
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return face_of(text).words if is_spoken and values is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cell(index.row(), index.column()).text
        is_long = len(text) > 1.5 * column.width_em or "\n" in text
        return tooltip_text(text[:TIP_CHARACTERS]) if is_long else None

    def cell(self, row: int, column: int) -> Cell:
        """Return what is painted of a cell, and ask for its page if it was not read."""
        page = self._page(row // PAGE)
        if page is None:
            return AWAY
        values, kind = page[row % PAGE], self.columns[column]
        if values is None:
            return GONE
        text = kind.text(values)
        if kind.look == "verdict":
            return Cell(text)
        tone = kind.tone(values) if kind.tone is not None else ""
        share = kind.share(values) if kind.share is not None else None
        return Cell(self._line(text), tone or "text", share)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[column.align]
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the owner for another order; nothing is sorted here."""
        if 0 <= column < len(self.columns) and self.columns[column].is_sortable:
            is_descending = order == Qt.SortOrder.DescendingOrder
            self.sort_asked.emit(self.columns[column].key, is_descending)

    def _line(self, text: str) -> str:
        head = text[: 4 * CELL_CHARACTERS]
        line = one_line(visible_marks(head) if self._has_marks else head, CELL_CHARACTERS)
        return line if line.isascii() else isolate(line)

    # --- pages ---

    def _page(self, number: int) -> Sequence[Row | None] | None:
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
        elif number not in self._asked:
            self._wanted[number] = None
            self._wanted.move_to_end(number)
            if not self._timer.isActive():
                self._timer.start()
        return page

    def _ask(self) -> None:
        """Read the pages that were wanted last; others are asked for again when seen again."""
        newest = list(reversed(self._wanted))
        known = [number for number in newest if number in self._pages]
        self._wanted.clear()
        for number in dict.fromkeys((*newest[:MOST_ASKED], *known)):
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            if ids:
                self._asked.add(number)
                place = self._generation, number
                self._run(PageRead(self._fetch, self._id_of, ids, place), self._on_page)

    def _on_page(self, result: tuple[tuple[int, int], Sequence[Row | None]]) -> None:
        (generation, number), rows = result
        if generation != self._generation:
            return
        self._asked.discard(number)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first = number * PAGE
        last = min(first + PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        self._generation += 1


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
