"""A layout that fills lines from left to right and begins a new one when a line is full.

What follows a stretch stands at the right edge, as long as all of it has room on one line.
"""

from functools import partial

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget, QWidgetItem
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
        self._stretch: QLayoutItem | None = None
        self._gap = gap
        self.destroyed.connect(partial(_drop, self._items))
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addWidget(self, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addStretch(self) -> None:  # noqa: N802 - as in the layouts of Qt
        """Let what follows stand at the right edge when there is room for it."""
        self._stretch = QSpacerItem(0, 0)
        self.addItem(self._stretch)

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
        lines, pushed = self._lines(rect.width())
        y = rect.y()
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            if is_real:
                at = len(line) - pushed if len(lines) == 1 else len(line)
                self._place_line(line[:at], QPoint(rect.x(), y), height)
                pushed_width = self._width(line[at:])
                x = max(rect.x() + rect.width() - pushed_width, rect.x())
                self._place_line(line[at:], QPoint(x, y), height)
            y += height + self._gap
        return y - self._gap - rect.y()

    def _lines(self, width: int) -> tuple[list[list[tuple[QLayoutItem, QSize]]], int]:
        """Return what stands on each line, and how many of all stand behind the stretch."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = pushed = 0
        is_behind = False
        for item in self._items:
            widget = item.widget()
            is_behind = is_behind or item is self._stretch
            if item is self._stretch or (widget is not None and widget.isHidden()):
                continue
            size = item.sizeHint()
            if lines[-1] and x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
            pushed += is_behind
        return lines, pushed

    def _width(self, line: list[tuple[QLayoutItem, QSize]]) -> int:
        return sum(size.width() for _, size in line) + self._gap * max(len(line) - 1, 0)

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
