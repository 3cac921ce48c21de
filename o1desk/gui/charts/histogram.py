"""How values are spread: upright bars over their range, painted without pyqtgraph."""

import math

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.charts.chart import Chart
from o1desk.gui.charts.decimate import Floats
from o1desk.gui.charts.legend import figures
from o1desk.gui.charts.ticks import format_value
from o1desk.gui.theme import Theme

BINS = 24


class Histogram(Chart):
    """Counts of values in equally wide bins."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        title: str = "",
        unit: str = "",
        percent: bool = False,
    ) -> None:
        """Make an empty histogram.

        Args:
            theme: The look in force.
            parent: Qt parent.
            title: Stands above it; empty for none.
            unit: Of the values.
            percent: Whether values are shares in [0, 1], shown in per cent.
        """
        super().__init__(theme, title=title, parent=parent)
        self._unit, self._percent = unit, percent
        self._values: Floats = np.empty(0)
        self._empty_text = ""
        self._columns = _Columns(theme, self)
        self._columns.pointed.connect(self._on_pointed)
        self.box.addWidget(self._columns, 1)

    def set_values(self, values: ArrayLike, *, bins: int = BINS, color: int = 0) -> None:
        """Count these values.

        Args:
            values: What is not finite is left out.
            bins: How many bins at most; whole numbers are never split between two.
            color: Index of the theme's series colours.
        """
        array = np.asarray(values, dtype=np.float64).reshape(-1)
        self._values = array[np.isfinite(array)]
        self._columns.counts, self._columns.edges = counted(self._values, bins)
        self._columns.color = color
        self._columns.forget_pointer()
        self.touch(0)

    def set_empty_text(self, text: str) -> None:
        """Say in one sentence what will be here, for as long as there is nothing."""
        self._empty_text = text
        self.touch(0)

    @override
    def refresh(self) -> None:
        empty = self._empty_text or self.tr("No data yet")
        self._columns.empty_text = "" if len(self._values) else empty
        ends = [self._values.min(), self._values.max()] if len(self._values) else []
        self._columns.ends = [self._number(float(end)) for end in ends]
        self._write()
        self._columns.update()

    def _write(self) -> None:
        median = self._number(float(np.median(self._values))) if len(self._values) else ""
        text = filled(self.tr("median %1"), (median,)) if median else ""
        self.header.set_readout(text, is_small=True)

    def _on_pointed(self, number: int | None) -> None:
        if number is None:
            self._write()
            return
        low, high = self._columns.edges[number : number + 2].tolist()
        if is_whole(self._values):
            low, high = math.ceil(low), math.floor(high)
        ends = [format_value(end, percent=self._percent) for end in (low, high)]
        count = format_value(float(self._columns.counts[number]))
        if ends[0] == ends[1]:
            text = filled(self.tr("%1: %2"), (ends[0], count))
        else:
            text = filled(self.tr("%1 to %2: %3"), (*ends, count))
        self.header.set_readout(text, is_small=True)

    def _number(self, value: float) -> str:
        return format_value(float(value), unit=self._unit, percent=self._percent)

    @override
    def summary(self) -> str:
        name = self.accessibleName()
        if not len(self._values):
            return filled(self.tr("%1: no data yet."), (name,))
        quarters = [self._number(q) for q in np.percentile(self._values, (25, 50, 75))]
        words = (name, format_value(float(len(self._values))), *quarters)
        return filled(self.tr("%1: %2 values, median %4, half of them from %3 to %5."), words)

    @override
    def as_table(self) -> list[list[str]]:
        edges, counts = self._columns.edges, self._columns.counts
        heading = [self.tr("From"), self.tr("To"), self.tr("Count")]
        rows = zip(edges[:-1].tolist(), edges[1:].tolist(), counts.tolist(), strict=True)
        return [heading, *([f"{low:.10g}", f"{high:.10g}", f"{n:.0f}"] for low, high, n in rows)]


def counted(values: Floats, bins: int) -> tuple[Floats, Floats]:
    """Return counts and edges of equally wide bins over finite values, both empty without any."""
    if not len(values):
        return np.empty(0), np.empty(0)
    low, high = float(values.min()), float(values.max())
    if is_whole(values):
        width = max(1.0, float(np.ceil((high - low + 1) / bins)))
        bins = int(np.ceil((high - low + 1) / width))
        edges = low - 0.5 + width * np.arange(bins + 1)
    elif high == low:
        edges = np.array([low - 0.5, high + 0.5])
    else:
        edges = low + (high - low) / bins * np.arange(bins + 1)
        edges[-1] = high
    counts = np.histogram(values, bins=edges)[0].astype(np.float64)
    return counts, np.asarray(edges, dtype=np.float64)


def is_whole(values: Floats) -> bool:
    """Return whether all values are whole numbers."""
    return bool((values == np.round(values)).all())


class _Columns(QWidget):
    """The bars themselves.

    Signals:
        pointed: Number of the bin under the pointer, or None.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.counts: Floats = np.empty(0)
        self.edges: Floats = np.empty(0)
        self.ends: list[str] = []
        self.color = 0
        self.empty_text = ""
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(96))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(56))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("faint"))
        if not len(self.counts):
            painter.setFont(self._theme.font("body"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty_text)
            return
        painter.setFont(figures(self._theme.font("small")))
        line = painter.fontMetrics().height()
        base = self.height() - line - self._theme.px(6)
        self._paint_ends(painter, QRect(0, self.height() - line, self.width(), line))
        self._paint_columns(painter, base)
        painter.setPen(self._theme.color("border_strong"))
        painter.drawLine(0, base, self.width(), base)

    def _paint_ends(self, painter: QPainter, row: QRect) -> None:
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for text, side in zip(self.ends, sides, strict=True):
            painter.drawText(row, side, text)

    def _paint_columns(self, painter: QPainter, base: int) -> None:
        wide = self.width() / len(self.counts)
        gap = min(self._theme.px(2), wide / 4)
        most = float(self.counts.max()) or 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        for number, count in enumerate(self.counts.tolist()):
            if not count:
                continue
            color = self._theme.series(self.color)
            if self._hovered is not None and number != self._hovered:
                color.setAlphaF(0.45)
            painter.setBrush(color)
            tall = max(1.5, count / most * (base - self._theme.px(4)))
            place = QRectF(number * wide + gap / 2, base - tall, wide - gap, tall)
            painter.drawPath(_rounded_top(place, min(self._theme.px(2), place.width() / 2)))

    def forget_pointer(self) -> None:
        """Highlight nothing: the bins are others."""
        self._hovered = None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self.counts):
            wide = self.width() / len(self.counts)
            self._point(min(max(0, int(event.position().x() / wide)), len(self.counts) - 1))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _point(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self.pointed.emit(number)
            self.update()


def _rounded_top(place: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(place.bottomLeft())
    path.lineTo(place.left(), place.top() + radius)
    path.quadTo(place.topLeft(), place.topLeft() + QPointF(radius, 0))
    path.lineTo(place.right() - radius, place.top())
    path.quadTo(place.topRight(), place.topRight() + QPointF(0, radius))
    path.lineTo(place.bottomRight())
    path.closeSubpath()
    return path
