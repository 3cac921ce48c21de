"""Column widths, order and visibility of a table, in sizes that survive scale and updates."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget
from typing_extensions import override

from o1desk.gui.models.columns import Column
from o1desk.gui.theme import Theme

NARROWEST_EM, WIDEST_EM = 1.5, 120.0
PAD, GAP, ARROW = 8, 5, 8  # pixels at 100 %
SINGLE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TableHeader(QHeaderView):
    """A header that knows its columns by key; a right click chooses which are shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a header without columns.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._columns: tuple[Column, ...] = ()
        self._widths_em: dict[str, float] = {}
        self._room = 0
        self._is_fitting = False
        self._hovered = -1
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionResized.connect(self._on_section_resized)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Take the usual widths of other columns."""
        self._columns = tuple(columns)
        self._widths_em = {column.key: column.width_em for column in columns}
        self.setMinimumSectionSize(self._px(NARROWEST_EM))
        self.fit()

    def set_room(self, width: int) -> None:
        """Say how wide the table is, pixels; a stretching column takes what is left."""
        self._room = width
        self.fit()

    def fit(self) -> None:
        """Give every column its width."""
        self._is_fitting = True
        for section, column in enumerate(self._columns):
            self.resizeSection(section, self._px(self._widths_em[column.key]))
        shown = [n for n in range(len(self._columns)) if not self.isSectionHidden(n)]
        left = self._room - sum(self.sectionSize(section) for section in shown)
        wide = [section for section in shown if self._columns[section].does_stretch]
        for section in wide if left > 0 else ():
            self.resizeSection(section, self.sectionSize(section) + left // len(wide))
        self._is_fitting = False

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        keys = [column.key for column in self._columns]
        if key in keys and (is_shown or self.count() - self.hiddenSectionCount() > 1):
            self.setSectionHidden(keys.index(key), not is_shown)
            self.fit()

    def save(self) -> dict[str, Any]:
        """Return order, hidden columns and widths by key."""
        order = [self._columns[self.logicalIndex(n)].key for n in range(len(self._columns))]
        hidden = [c.key for n, c in enumerate(self._columns) if self.isSectionHidden(n)]
        widths = {key: round(float(width), 2) for key, width in self._widths_em.items()}
        return {"order": order, "hidden": hidden, "widths_em": widths}

    def restore(self, state: Any) -> None:
        """Be as `save` saw it; what does not fit is passed over."""
        if not isinstance(state, dict):
            return
        keys = [column.key for column in self._columns]
        for place, key in enumerate(key for key in _texts(state.get("order")) if key in keys):
            self.moveSection(self.visualIndex(keys.index(key)), place)
        for key in _texts(state.get("hidden")):
            self.set_shown(key, False)
        widths = state.get("widths_em")
        for key, width in widths.items() if isinstance(widths, dict) else ():
            if key in keys and isinstance(width, int | float):
                self._widths_em[key] = min(max(float(width), NARROWEST_EM), WIDEST_EM)
        self.fit()

    def first_shown(self) -> int:
        """Return the column that stands leftmost."""
        places = (self.logicalIndex(place) for place in range(self.count()))
        return next((each for each in places if not self.isSectionHidden(each)), 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid() or logicalIndex >= len(self._columns):
            return
        column, color, px = self._columns[logicalIndex], self._theme.color, self._theme.px
        painter.save()
        is_hovered = column.is_sortable and logicalIndex == self._hovered
        painter.fillRect(rect, color("hover" if is_hovered else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color("border"))
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        font = self._theme.font("small", bold=True)
        metrics, arrow = QFontMetrics(font), px(ARROW + GAP) if sorts else 0
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        room = inner.width() - arrow
        words = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        used = metrics.horizontalAdvance(words)
        shift = {"left": 0, "right": room - used, "center": (room - used) // 2}[column.align]
        inner.setLeft(inner.left() + shift)
        painter.setFont(font)
        painter.setPen(color("text" if sorts else "muted"))
        painter.drawText(inner, SINGLE_LINE, words)
        if sorts:
            place = QPointF(inner.left() + used + px(GAP), rect.center().y() + 0.5)
            self._paint_arrow(painter, place)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, left: QPointF) -> None:
        """Paint a triangle that points up for smallest first."""
        edge = self._theme.px(ARROW)
        is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, base = (-edge / 4, edge / 4) if is_up else (edge / 4, -edge / 4)
        points = [
            QPointF(left.x(), left.y() + base),
            QPointF(left.x() + edge, left.y() + base),
            QPointF(left.x() + edge / 2, left.y() + tip),
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawPolygon(points)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section, column in enumerate(self._columns):
            action = menu.addAction(column.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setData(column.key)
        menu.triggered.connect(self._on_column_chosen)
        menu.popup(event.globalPos())

    @Slot(QAction)
    def _on_column_chosen(self, action: QAction) -> None:
        self.set_shown(action.data(), action.isChecked())

    @Slot(int, int, int)
    def _on_section_resized(self, section: int, old: int, new: int) -> None:
        del old
        if not self._is_fitting and new and section < len(self._columns):
            self._widths_em[self._columns[section].key] = new / self._em()

    def _em(self) -> float:
        return QFontMetrics(self._theme.font()).horizontalAdvance("m" * 10) / 10

    def _px(self, width_em: float) -> int:
        return round(width_em * self._em())


def _texts(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def parsed(text: str) -> dict[str, Any]:
    """Return a saved state; an empty one for anything that is not one."""
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
