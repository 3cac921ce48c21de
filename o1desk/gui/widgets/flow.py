"""A layout that fills lines from left to right and begins a new one when a line is full."""

from functools import partial

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from typing_extensions import override


class FlowLayout(QLayout):
    """Widgets in lines, as words in a paragraph.

    The items are made here. Of one that Qt made, Python may hold the wrapper of an older item that
    lay at the same address and is gone: the program dies over it.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        """Start empty; `gap` in pixels."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.destroyed.connect(partial(_drop, self._items))
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addWidget(self, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_real=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_real=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_real: bool) -> int:
        """Lay out for a width; return the height that takes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if lines[-1] and x + size.width() > rect.width():
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        y = rect.y()
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            if is_real:
                self._place_line(line, QPoint(rect.x(), y), height)
            y += height + self._gap
        return y - self._gap - rect.y()

    def _place_line(
        self, line: list[tuple[QLayoutItem, QSize]], corner: QPoint, height: int
    ) -> None:
        """Put the items of a line side by side, in the middle of its height."""
        x = corner.x()
        for item, size in line:
            y = corner.y() + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap


def _drop(items: list[QLayoutItem]) -> None:
    """Free the items of a layout that is gone: Qt took them over and frees only its own."""
    for item in items:
        if shiboken6.isValid(item):
            shiboken6.delete(item)
    items.clear()
