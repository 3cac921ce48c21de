"""A live strip along one message: tokens per second or memory while it is being written.

The whole message stays in sight: when there are too many points, neighbours become one.
"""

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.charts.legend import ELIDE, MIDDLE, figures
from o1desk.gui.charts.ticks import format_value
from o1desk.gui.theme import Theme

MAX_POINTS = 600
REPAINT_MS = 100
HEADROOM = 1.15  # of the highest value


class RateStrip(QWidget):
    """A filled line from the start of a message to now, with the present and highest value."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        title: str = "",
        unit: str = "",
        color: int = 0,
    ) -> None:
        """Make an empty strip.

        Args:
            theme: The look in force.
            parent: Qt parent.
            title: What is measured.
            unit: Of the values.
            color: Index of the theme's series colours.
        """
        super().__init__(parent)
        self._theme, self._title, self._unit, self._color = theme, title, unit, color
        self._points: list[tuple[float, float]] = []
        self._pace = 0.0
        self._peak = math.nan
        self._now = math.nan
        self._empty_text = ""
        self._timer = QTimer(self, singleShot=True, interval=REPAINT_MS)
        self._timer.timeout.connect(self._repaint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title or self.tr("Live strip"))
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_empty_text(self, text: str) -> None:
        """Say in a few words what will be here, for as long as there is nothing."""
        if text != self._empty_text:
            self._empty_text = text
            self.update()

    def append(self, t_seconds: float, value: float) -> None:
        """Add a measurement.

        Args:
            t_seconds: Time since the start of the message; earlier than the last is ignored.
            value: Measured value; what is not finite is ignored.
        """
        if not (math.isfinite(t_seconds) and math.isfinite(value)):
            return
        if self._points and t_seconds < self._points[-1][0]:
            return
        self._now = value
        self._peak = value if math.isnan(self._peak) else max(self._peak, value)
        last = self._points[-1][0] if self._points else -math.inf
        if len(self._points) > 1 and t_seconds - self._points[-2][0] < self._pace:
            self._points[-1] = (t_seconds, (self._points[-1][1] + value) / 2)
        elif t_seconds > last or not self._points:
            self._points.append((t_seconds, value))
        else:
            self._points[-1] = (t_seconds, value)
        if len(self._points) > MAX_POINTS:
            self._thin()
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Begin a new message."""
        self._points.clear()
        self._pace = 0.0
        self._peak = self._now = math.nan
        self.update()

    def points(self) -> list[tuple[float, float]]:
        """Return seconds and value of what is drawn, at most 600."""
        return list(self._points)

    def peak(self) -> float:
        """Return the highest value of the message, NaN without any."""
        return self._peak

    def summary(self) -> str:
        """Return one sentence for screen readers."""
        if math.isnan(self._now):
            if self._empty_text:
                return filled(self.tr("%1: %2."), (self.accessibleName(), self._empty_text))
            return filled(self.tr("%1: no data yet."), (self.accessibleName(),))
        words = (self.accessibleName(), self._text(self._now), self._text(self._peak))
        return filled(self.tr("%1: %2 now, at most %3."), words)

    def _text(self, value: float) -> str:
        return format_value(value, unit=self._unit)

    def _thin(self) -> None:
        """Make one point of two neighbours, and take later ones half as often."""
        first, *rest = self._points
        pairs = zip(rest[::2], rest[1::2], strict=False)
        merged = [(second[0], (one[1] + second[1]) / 2) for one, second in pairs]
        if len(rest) % 2:
            merged.append(rest[-1])
        self._points = [first, *merged]
        self._pace = (self._points[-1][0] - first[0]) / len(merged)

    def _repaint(self) -> None:
        self.update()
        if QAccessible.isActive():
            self.setAccessibleDescription(self.summary())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setAccessibleDescription(self.summary())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(64))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = figures(self._theme.font("small"))
        painter.setFont(font)
        line = QFontMetrics(font).height()
        self._paint_texts(painter, QRect(0, 0, self.width(), line))
        top = line + self._theme.px(4)
        self._paint_curve(painter, QRectF(0, top, self.width(), self.height() - top - 1))

    def _paint_texts(self, painter: QPainter, row: QRect) -> None:
        metrics = painter.fontMetrics()
        right = ""
        if not math.isnan(self._now):
            right = filled(self.tr("%1 · max %2"), (self._text(self._now), self._text(self._peak)))
        room = row.width() - metrics.horizontalAdvance(right) - self._theme.px(8)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(row, MIDDLE, metrics.elidedText(self._title, ELIDE, max(0, room)))
        painter.setPen(self._theme.color("text"))
        painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, right)

    def _paint_curve(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(self._theme.color("grid"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if not self._points:
            self._paint_empty(painter, place)
            return
        first, last = self._points[0][0], self._points[-1][0]
        span = last - first or 1.0
        top = self._peak * HEADROOM if self._peak > 0 else 1.0
        edge = 2 * self._theme.scale
        dots = [
            QPointF(
                place.left() + (t - first) / span * (place.width() - edge),
                place.bottom() - max(0.0, value) / top * (place.height() - edge),
            )
            for t, value in self._points
        ]
        self._paint_area(painter, place, dots)
        caps, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        color = self._theme.series(self._color)
        painter.setPen(QPen(color, 1.4 * self._theme.scale, Qt.PenStyle.SolidLine, caps, joins))
        for start, stop in pairwise(dots):
            painter.drawLine(start, stop)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(dots[-1], edge, edge)

    def _paint_empty(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(self._theme.color("faint"))
        text = painter.fontMetrics().elidedText(self._empty_text, ELIDE, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_area(self, painter: QPainter, place: QRectF, dots: list[QPointF]) -> None:
        area = QPainterPath(QPointF(dots[0].x(), place.bottom()))
        for dot in dots:
            area.lineTo(dot)
        area.lineTo(dots[-1].x(), place.bottom())
        shade = QLinearGradient(place.topLeft(), place.bottomLeft())
        for stop, alpha in ((0.0, 0.28), (1.0, 0.02)):
            color = self._theme.series(self._color)
            color.setAlphaF(alpha)
            shade.setColorAt(stop, color)
        painter.fillPath(area, shade)
