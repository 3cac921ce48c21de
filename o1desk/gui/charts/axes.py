"""Ticks, grid and titles around a plot, painted in pixels."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from o1desk.gui.charts.legend import ELIDE, figures
from o1desk.gui.charts.ranges import Range
from o1desk.gui.charts.ticks import Tick
from o1desk.gui.theme import Theme

LEFT_ROOM = 40  # pixels at 100 %; wide enough for most labels, so charts below each other align
TITLE_SHARE = 0.2  # of the width; beyond it the title of the axis gets a row of its own


class Axes:
    """What stands left of a plot and below it.

    Attributes:
        across: Ticks of the horizontal axis.
        upwards: Ticks of the value axis.
        title: What the horizontal axis counts.
    """

    def __init__(self, theme: Theme) -> None:
        """Start without ticks."""
        self._theme = theme
        self.across: list[Tick] = []
        self.upwards: list[Tick] = []
        self.title = ""

    def plot_in(self, whole: QRect) -> QRect:
        """Return what the texts around it leave of a rectangle."""
        px, metrics = self._theme.px, self._metrics()
        left = max(px(LEFT_ROOM), self._widest(self.upwards) + px(8))
        top = metrics.height() // 2 + 1
        rows = 2 if self._has_title_row(whole.width()) else 1
        return whole.adjusted(left, top, -px(8), -(rows * metrics.height() + px(6)))

    def room_upwards(self, height: int) -> int:
        """Return about how many ticks fit above each other in so many pixels."""
        return max(2, height // self._theme.px(30))

    def fitting(self, ticks: Callable[[int], list[Tick]], x_range: Range, width: int) -> list[Tick]:
        """Return as many horizontal ticks as have room for their labels.

        Args:
            ticks: Makes about so many ticks.
            x_range: What the axis will show.
            width: Of the axis in pixels.
        """
        gap = self._theme.px(12)
        pixels = width / (x_range[1] - x_range[0])
        made: list[Tick] = []
        for count in range(max(2, width // self._theme.px(56)), 0, -1):
            made = ticks(count)
            wide = self._widest(made) + gap
            if all((b[0] - a[0]) * pixels >= wide for a, b in pairwise(made)):
                break
        return made

    def paint(
        self, painter: QPainter, whole: QRect, plot: QRect, ranges: tuple[Range, Range]
    ) -> None:
        """Paint everything.

        Args:
            painter: Where.
            whole: The widget.
            plot: The plot inside it.
            ranges: Of x and y.
        """
        painter.setFont(self._font())
        self._paint_values(painter, plot, ranges[1])
        if self.across:
            painter.setPen(QPen(self._theme.color("border_strong"), 1))
            painter.drawLine(plot.left(), plot.bottom() + 1, plot.right(), plot.bottom() + 1)
        free = self._paint_title(painter, whole, plot)
        self._paint_positions(painter, plot, ranges[0], free)

    def _paint_values(self, painter: QPainter, plot: QRect, shown: Range) -> None:
        height = painter.fontMetrics().height()
        width = plot.left() - self._theme.px(8)
        grid, ink = self._theme.color("grid"), self._theme.color("faint")
        for value, text in self.upwards:
            y = plot.top() + round((shown[1] - value) / (shown[1] - shown[0]) * plot.height())
            painter.setPen(grid)
            painter.drawLine(plot.left(), y, plot.right(), y)
            painter.setPen(ink)
            where = QRect(0, y - height // 2, width, height)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight, text)

    def _paint_title(self, painter: QPainter, whole: QRect, plot: QRect) -> int:
        """Paint the title at the right; return up to where labels may reach."""
        px, metrics = self._theme.px, painter.fontMetrics()
        below = metrics.height() if self._has_title_row(whole.width()) else 0
        title = metrics.elidedText(self.title, ELIDE, plot.width())
        left = plot.right() + px(8) - metrics.horizontalAdvance(title)
        painter.setPen(self._theme.color("faint"))
        painter.drawText(QPoint(left, plot.bottom() + px(5) + below + metrics.ascent()), title)
        return whole.right() if below or not title else left - px(8)

    def _paint_positions(self, painter: QPainter, plot: QRect, shown: Range, limit: int) -> None:
        px, metrics = self._theme.px, painter.fontMetrics()
        base = plot.bottom() + px(5) + metrics.ascent()
        pixels = plot.width() / (shown[1] - shown[0])
        free = 0
        for value, text in self.across:
            wide = metrics.horizontalAdvance(text)
            left = max(plot.left() + round((value - shown[0]) * pixels) - wide // 2, 0)
            left = min(left, plot.right() + px(8) - wide)
            if left >= free and left + wide <= limit:
                painter.drawText(QPoint(left, base), text)
                free = left + wide + px(8)

    def _has_title_row(self, width: int) -> bool:
        """Return whether title or labels are too long to stand beside each other."""
        wide = max(self._widest(self.across), self._metrics().horizontalAdvance(self.title))
        return bool(self.title) and wide > width * TITLE_SHARE

    def _widest(self, ticks: list[Tick]) -> int:
        metrics = self._metrics()
        return max((metrics.horizontalAdvance(text) for _, text in ticks), default=0)

    def _font(self) -> QFont:
        return figures(self._theme.font("small"))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())
