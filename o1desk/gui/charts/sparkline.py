"""A tiny line without axes, for a table row or a card; also painted by delegates."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme


class Sparkline(QWidget):
    """The course of a number at a glance; colour, end and shape, no figures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, color: int = 0) -> None:
        """Make an empty line.

        Args:
            theme: The look in force.
            parent: Qt parent.
            color: Index of the theme's series colours.
        """
        super().__init__(parent)
        self._theme = theme
        self._color = color
        self._values: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_values(self, values: list[float]) -> None:
        """Show these values from left to right; what is not finite is a gap."""
        if values != self._values:
            self._values = list(values)
            self.update()

    def values(self) -> list[float]:
        """Return what is shown."""
        return list(self._values)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(88), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = 1.5 * self._theme.scale
        paint_sparkline(
            painter, QRectF(self.rect()), self._values, self._theme.series(self._color), width
        )


def paint_sparkline(
    painter: QPainter, place: QRectF, values: list[float], color: QColor, width: float
) -> None:
    """Paint a line of values into a rectangle, with a dot at its end.

    Args:
        painter: Its state is left as it was.
        place: Where.
        values: From left to right; what is not finite is a gap.
        color: Of the line.
        width: Of the line in pixels.
    """
    runs = spark_runs(values, place.adjusted(2 * width, 2 * width, -2 * width, -2 * width))
    if not runs:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caps, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, caps, joins))
    for run in runs:
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        else:
            painter.drawPoint(run[0])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(runs[-1][-1], 1.5 * width, 1.5 * width)
    painter.restore()


def spark_runs(values: list[float], place: QRectF) -> list[list[QPointF]]:
    """Return the points of every stretch without a gap, in pixels; none without a finite value."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return []
    low, spread = min(finite), max(finite) - min(finite)
    pace = place.width() / max(1, len(values) - 1)
    runs: list[list[QPointF]] = [[]]
    for number, value in enumerate(values):
        if math.isfinite(value):
            share = (value - low) / spread if spread else 0.5
            x = place.left() + (number * pace if len(values) > 1 else place.width())
            runs[-1].append(QPointF(x, place.bottom() - share * place.height()))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
