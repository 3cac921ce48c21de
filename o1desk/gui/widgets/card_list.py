"""A list of cards of different heights that lays out only what is seen."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.models.step_model import StepModel
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.card_layout import CardLayout
from o1desk.gui.widgets.step_card import GAP, CardState, Fold

NEAR_END_PX = 64
MAX_HEIGHT_PX = 480
Index = QModelIndex | QPersistentModelIndex


class CardList(QAbstractItemView):
    """Geometry and painting of cards; grows with them up to a height, then scrolls."""

    def __init__(self, theme: Theme, model: StepModel, parent: QWidget | None = None) -> None:
        """Show a model.

        Args:
            theme: The look.
            model: Whose rows are the cards.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme, self._steps = theme, model
        self._layout = CardLayout(theme, model)
        self._hovered = self._highlighted = -1
        self._max_height = MAX_HEIGHT_PX
        self._wanted = 0
        self._is_settling = False
        self._set_up()
        self.setModel(model)
        model.rowsRemoved.connect(self._on_rows_removed)
        theme.changed.connect(self._on_theme_changed)

    def set_max_height(self, height: int) -> None:
        """Say where growing ends and scrolling begins, pixels at 100 %."""
        self._max_height = height
        self._settle()

    def set_highlight(self, row: int) -> None:
        """Set a card apart, for example while its segment is hovered; -1 for none."""
        if row != self._highlighted:
            self._highlighted = row
            self.viewport().update()

    def _set_fold(self, row: int, fold: Fold) -> None:
        if row != self._steps.streaming_row:
            self._layout.set_fold(row, fold)
            self._settle()

    def _set_all(self, fold: Fold) -> None:
        self._layout.set_all_folds(fold)
        self._settle()

    def _is_near_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() <= self._theme.px(NEAR_END_PX)

    def _follow(self, follows: bool) -> None:
        if follows:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    # --- geometry, as item views ask for it ---

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._layout.heights):
            return QRect()
        heights = self._layout.heights
        top = heights.top(index.row()) - self.verticalOffset()
        height = heights.height(index.row()) - self._theme.px(GAP)
        return QRect(0, top, self.viewport().width(), height)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._layout.heights.row_at(point.y() + self.verticalOffset())
        index = self._steps.index(row) if row >= 0 else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        for _ in range(2):  # the first scroll measures cards, the second one lands
            rect, view = self.visualRect(index), self.viewport().rect()
            if not index.isValid() or (rect.top() <= 0 and rect.bottom() >= view.bottom()):
                return
            shift = max(0, rect.bottom() - view.bottom())
            if rect.top() < shift or hint == self.ScrollHint.PositionAtTop:
                shift = rect.top()
            self.verticalScrollBar().setValue(self.verticalOffset() + shift)

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        last = self._steps.rowCount() - 1
        row = max(self.currentIndex().row(), 0)
        page = self.viewport().height()
        heights = self._layout.heights
        actions = QAbstractItemView.CursorAction
        if not self.currentIndex().isValid():
            row = 0
        elif cursorAction in (actions.MoveDown, actions.MoveNext):
            row += 1
        elif cursorAction in (actions.MoveUp, actions.MovePrevious):
            row -= 1
        elif cursorAction == actions.MovePageDown:
            row = max(row + 1, heights.row_at(heights.top(row) + page))
        elif cursorAction == actions.MovePageUp:
            row = min(row - 1, heights.row_at(max(heights.top(row) - page, 0)))
        elif cursorAction in (actions.MoveHome, actions.MoveEnd):
            row = 0 if cursorAction == actions.MoveHome else last
        return self._steps.index(min(max(row, 0), last)) if last >= 0 else QModelIndex()

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._wanted)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._wanted)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._theme.px(24))
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._layout.heights.total - self._theme.px(GAP) - height))

    # --- what changes ---

    @override
    def reset(self) -> None:
        super().reset()
        self._hovered = self._highlighted = -1
        self._layout.begin()
        self.verticalScrollBar().setValue(0)
        self._settle()

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        for row in range(start, end + 1):
            self._layout.insert(row)
        self._settle()

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Iterable[int] = ()) -> None:
        super().dataChanged(topLeft, bottomRight, list(roles))
        for row in range(topLeft.row(), bottomRight.row() + 1):
            self._layout.change(row)
        self._settle()

    @Slot()
    def _on_rows_removed(self) -> None:
        self._layout.remove_last()
        self._settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._layout.width:
            self._lay_out_again()
        self._settle()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._settle()

    def _on_theme_changed(self) -> None:
        self._lay_out_again()
        self._settle()

    def _lay_out_again(self) -> None:
        """Lay out for the present width; what was at the top stays there."""
        heights = self._layout.heights
        row = heights.row_at(self.verticalOffset())
        into = self.verticalOffset() - heights.top(row) if row >= 0 else 0
        self._layout.lay_out(self.viewport().width())
        self.updateGeometries()
        if row >= 0:
            self.verticalScrollBar().setValue(heights.top(row) + into)

    def _settle(self) -> None:
        """Measure what is in view, and ask for the height that shows it."""
        if self._is_settling:
            return
        self._is_settling = True
        most = self._theme.px(self._max_height)
        self._layout.settle(0, most)
        for _ in range(4):  # measuring may bring other cards into view
            top = self.verticalOffset()
            grown = self._layout.settle(top, top + self.viewport().height())
            self.updateGeometries()
            if not grown:
                break
            self.verticalScrollBar().setValue(top + grown)
        self._is_settling = False
        wanted = min(max(self._layout.heights.total - self._theme.px(GAP), 0), most)
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()
        self.viewport().update()

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip, offset = event.rect(), self.verticalOffset()
        row = self._layout.heights.row_at(offset + clip.top())
        current = self.currentIndex().row()
        while 0 <= row < self._steps.rowCount():
            top = self._layout.heights.top(row) - offset
            if top > clip.bottom():
                break
            state = CardState(
                is_current=row == current,
                is_hovered=row == self._hovered,
                is_highlighted=row == self._highlighted,
                has_focus=self.hasFocus(),
            )
            self._layout.card(row).paint(painter, QPointF(0, top), state, clip)
            row += 1
        painter.end()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()  # the page scrolls instead
        else:
            super().wheelEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
