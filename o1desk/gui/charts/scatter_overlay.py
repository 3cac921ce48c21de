"""What lies over the points of a scatter chart: intervals, labels, the point pointed at."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from o1desk.gui.charts.decimate import Floats
from o1desk.gui.charts.plot import PlotPlane
from o1desk.gui.theme import Theme

DOT_PX = 9.0
MAX_LABELS = 24  # with more points, labels show in the title row only


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cloud:
    """The points of one name.

    Attributes:
        title: In the legend.
        x: Finite positions. Shape (N,).
        y: Finite values. Shape (N,).
        low: Lower ends of intervals, or None.
        high: Upper ends.
        labels: One for each point, "" for none.
        color: Index of the theme's series colours.
        connected: Whether a line joins the points.
    """

    title: str
    x: Floats
    y: Floats
    low: Floats | None
    high: Floats | None
    labels: tuple[str, ...]
    color: int
    connected: bool

    def label(self, at: int) -> str:
        """Return the label of a point, the title of the cloud when it has none."""
        return self.labels[at] or self.title

    def heights(self) -> list[Floats]:
        """Return everything that must fit into the vertical range."""
        return [column for column in (self.y, self.low, self.high) if column is not None]


class Place(NamedTuple):
    """One point."""

    cloud: Cloud
    at: int


class ScatterOverlay(QWidget):
    """The layer over the plane of a scatter chart.

    Attributes:
        clouds: What is drawn below.
        empty_text: One sentence in the middle, or "".
    """

    def __init__(self, theme: Theme, plane: PlotPlane) -> None:
        """Lie over the whole plane, so that a label may hang over the plot."""
        super().__init__(plane)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._plane = plane
        self.clouds: list[Cloud] = []
        self.empty_text = ""
        self._pointed: Place | None = None

    def place(self) -> None:
        """Cover the plane, and paint everything again."""
        if self.geometry() != self._plane.rect():
            self.setGeometry(self._plane.rect())
        self.update()

    def point_at(self, place: Place | None) -> None:
        """Highlight a point, or none."""
        if place != self._pointed:
            self._pointed = place
            self.update()

    def pointed(self) -> Place | None:
        """Return the highlighted point."""
        return self._pointed

    def _pixel(self, x: float, y: float) -> QPointF:
        corner = QPointF(self._plane.plot_rect().topLeft())
        return corner + QPointF(self._plane.pixel_x(x), self._plane.pixel_y(y))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.empty_text:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("faint"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self._plane.plot_rect(), flags, self.empty_text)
            return
        painter.setFont(self._theme.font("small"))
        for cloud in self.clouds:
            self._paint_intervals(painter, cloud)
        if sum(len(cloud.x) for cloud in self.clouds) <= MAX_LABELS:
            self._paint_labels(painter)
        if self._pointed is not None:
            self._paint_pointed(painter, self._pointed)

    def _paint_intervals(self, painter: QPainter, cloud: Cloud) -> None:
        if cloud.low is None or cloud.high is None:
            return
        color = self._theme.series(cloud.color)
        color.setAlphaF(0.5)
        painter.setPen(QPen(color, self._theme.scale))
        radius = DOT_PX * self._theme.scale / 2
        for at in np.flatnonzero(np.isfinite(cloud.low) & np.isfinite(cloud.high)).tolist():
            x, y = float(cloud.x[at]), float(cloud.y[at])
            middle = self._pixel(x, y)
            for end, side in ((float(cloud.high[at]), -1), (float(cloud.low[at]), 1)):
                tip = self._pixel(x, end)
                start = middle + QPointF(0, side * radius)
                if (tip.y() - start.y()) * side > 0:
                    painter.drawLine(QLineF(start, tip))

    def _paint_labels(self, painter: QPainter) -> None:
        """Write every label beside its point where it overlaps nothing; else leave it out."""
        radius = DOT_PX * self._theme.scale / 2
        dots = [
            (self._pixel(x, y), cloud.labels[at])
            for cloud in self.clouds
            for at, (x, y) in enumerate(zip(cloud.x.tolist(), cloud.y.tolist(), strict=True))
        ]
        taken = [
            QRectF(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius) for spot, _ in dots
        ]
        painter.setPen(self._theme.color("muted"))
        bounds = QRectF(self._plane.plot_rect()).adjusted(0, -radius, 2 * radius, 0)
        for spot, text in dots:
            for place in self._places(painter, spot, text) if text else ():
                if bounds.contains(place) and not any(place.intersects(t) for t in taken):
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                    taken.append(place)
                    break

    def _places(self, painter: QPainter, spot: QPointF, text: str) -> list[QRectF]:
        metrics, gap = painter.fontMetrics(), self._theme.px(7)
        wide, tall = metrics.horizontalAdvance(text) + 2.0, float(metrics.height())
        x, y = spot.x(), spot.y()
        return [
            QRectF(x + gap, y - tall / 2, wide, tall),
            QRectF(x - gap - wide, y - tall / 2, wide, tall),
            QRectF(x - wide / 2, y - gap - tall, wide, tall),
            QRectF(x - wide / 2, y + gap, wide, tall),
        ]

    def _paint_pointed(self, painter: QPainter, place: Place) -> None:
        spot = self._pixel(float(place.cloud.x[place.at]), float(place.cloud.y[place.at]))
        color = self._theme.series(place.cloud.color)
        painter.setPen(QPen(color, 2 * self._theme.scale))
        radius = DOT_PX * self._theme.scale * 0.8
        painter.drawEllipse(spot, radius, radius)
