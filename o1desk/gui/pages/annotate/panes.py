"""The two sides of the page: what is in hand in the middle of its room, and the panel beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import scrolled

LEAST_PX, MOST_PX, SHARE = 280, 440, 0.31  # width of the panel until somebody moves the edge


class Panes(QSplitter):
    """Two sides with an edge that can be moved."""

    def __init__(self, theme: Theme, middle: QWidget, panel: QWidget) -> None:
        """Put two widgets side by side.

        Args:
            theme: The look.
            middle: Takes what the panel leaves.
            panel: Scrolls where it is too high.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._is_moved = False
        self.setChildrenCollapsible(False)
        area = scrolled(panel)
        area.setMinimumWidth(theme.px(LEAST_PX))
        self.addWidget(middle)
        self.addWidget(area)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._on_moved)

    def kept_sizes(self) -> list[int]:
        """Return the widths if somebody chose them, in pixels."""
        return self.sizes() if self._is_moved else []

    def restore_sizes(self, sizes: object) -> None:
        """Take widths that somebody chose; anything else is passed over."""
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(size) is int for size in sizes):
            self._is_moved = True
            self.setSizes(sizes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_moved:
            px = self._theme.px
            panel = max(px(LEAST_PX), min(round(self.width() * SHARE), px(MOST_PX)))
            self.setSizes([self.width() - panel, panel])

    def _on_moved(self) -> None:
        self._is_moved = True


def centred(content: QWidget) -> QWidget:
    """Return a content that stays in the middle of more room than it takes."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(0)
    line.addWidget(content, 1)
    line.addStretch(0)
    return holder
