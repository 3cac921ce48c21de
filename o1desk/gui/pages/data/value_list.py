"""A short list of values with their counts: a press chooses one, another press lets it go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from o1desk.gui.shown import isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

FIRST_FEW = 10  # listed before somebody asks for the rest
ROW_PX = 24
TITLE_CHARACTERS = 80
VALUE, COUNT, CHOSEN = (Qt.ItemDataRole.UserRole + n for n in range(3))
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One line of the list.

    Attributes:
        value: What is chosen.
        title: What people read; untrusted text as it is stored.
        count: Figure at the right end; empty for none.
        tip: More about it.
    """

    value: str
    title: str
    count: str = ""
    tip: str = ""


class ValueDelegate(QStyledItemDelegate):
    """Paints title and count; the title never runs into the count."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        """Paint in the colours of a theme."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._theme.px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, is_chosen = self._theme, bool(index.data(CHOSEN))
        painter.save()
        self._paint_ground(painter, option, is_chosen=is_chosen)
        rect = option.rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        count = str(index.data(COUNT) or "")
        small = theme.font("small")
        used = QFontMetrics(small).horizontalAdvance(count)
        painter.setFont(small)
        painter.setPen(theme.color("accent" if is_chosen else "muted"))
        painter.drawText(rect, LINE | Qt.AlignmentFlag.AlignRight, count)
        rect.setRight(rect.right() - used - theme.px(8 if count else 0))
        self._paint_title(painter, rect, index, is_chosen=is_chosen)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool
    ) -> None:
        theme, state = self._theme, option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        name = "accent_soft" if is_chosen else "hover" if is_hovered else ""
        painter.setPen(theme.color("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(name) if name else Qt.BrushStyle.NoBrush)
        if name or has_focus:
            edge = theme.px(4)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), edge, edge)

    def _paint_title(
        self, painter: QPainter, rect: QRect, index: Index, *, is_chosen: bool
    ) -> None:
        is_more = index.data(VALUE) is None
        font = self._theme.font(bold=is_chosen)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent" if is_chosen or is_more else "text"))
        text = f"\u2713 {index.data()}" if is_chosen else str(index.data())
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, LINE, elided)


class ValueList(QListWidget):
    """Values with counts; at most one is chosen.

    Signals:
        picked: The value that is chosen now; empty for none.
        menu_asked: A value, and where on the screen its menu should open (str, QPoint).
    """

    picked = Signal(str)
    menu_asked = Signal(str, object)

    def __init__(self, theme: Theme, title: str) -> None:
        """Start empty.

        Args:
            theme: The look.
            title: What the values are of, for screen readers.
        """
        super().__init__()
        self._theme = theme
        self._values: list[Value] = []
        self._chosen = ""
        self._is_long = self._is_second = False
        self.setItemDelegate(ValueDelegate(theme, self))
        self.setProperty("frame", "none")
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.itemClicked.connect(self._on_clicked)

    @property
    def chosen(self) -> str:
        """The value that is chosen; empty for none."""
        return self._chosen

    def show_values(self, values: Sequence[Value], chosen: str) -> None:
        """List values; the chosen one is marked, and listed even if it has no count."""
        self._values, self._chosen = list(values), chosen
        if chosen and all(each.value != chosen for each in values):
            self._values.append(Value(value=chosen, title=chosen, count="0"))
        self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self.clear()
        few = self._values if self._is_long else self._few()
        for each in few:
            self.addItem(self._line(each))
        rest = len(self._values) - len(few)
        if rest:
            self.addItem(QListWidgetItem(self.tr("%Ln more", "", rest)))
        if self.hasFocus() and 0 <= row < self.count():
            self.setCurrentRow(row)
        self.setFixedHeight(max(self.count() * self._theme.px(ROW_PX), 1) + 2)

    def _few(self) -> list[Value]:
        """Return the first values and the chosen one; a rest of one is no rest."""
        if len(self._values) <= FIRST_FEW + 1:
            return self._values
        return [v for n, v in enumerate(self._values) if n < FIRST_FEW or v.value == self._chosen]

    def _line(self, value: Value) -> QListWidgetItem:
        made = QListWidgetItem(isolate(one_line(value.title, TITLE_CHARACTERS)))
        is_chosen = value.value == self._chosen
        made.setData(VALUE, value.value)
        made.setData(COUNT, value.count)
        made.setData(CHOSEN, is_chosen)
        spoken = f"{made.text()}: {value.count}" if value.count else made.text()
        made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        made.setToolTip(tooltip_text(value.tip or value.title))
        return made

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if self._is_second:  # of a double click, whose first click did it already
            self._is_second = False
            return
        value = item.data(VALUE)
        if value is None:
            self._is_long = True
            self._fill()
            return
        self._chosen = "" if value == self._chosen else str(value)
        self.picked.emit(self._chosen)

    def _on_menu(self) -> None:
        item = self.currentItem()
        if self.currentRow() >= 0 and item.data(VALUE) is not None:
            place = self.visualItemRect(item).center()
            self.menu_asked.emit(str(item.data(VALUE)), self.viewport().mapToGlobal(place))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._is_second = True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_second = False
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in CHOOSING and item is not None:
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)
