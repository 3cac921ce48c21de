"""How one series is drawn: interval, raw line, smooth line and dots as pyqtgraph items.

A line as thick as it looks good is slow to stroke when it zig-zags over the whole height. A line
with a lot of ink is therefore drawn one pixel thin, and above a thousand points without
antialiasing; at that density nobody sees the difference.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from o1desk.gui.charts.decimate import Floats, lonely
from o1desk.gui.charts.series import Drawn

SMOOTH_POINTS = 1_000  # above it lines are drawn without antialiasing
INK_PX = 5_000.0  # longer lines, measured vertically, are drawn thin
JOINED_POINTS = 200  # up to here joints are mitred, above segments are drawn one by one
MAX_DOTS = 400  # more dots than this are a smear
FAINT = 0.28
BAND = 0.16


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a series looks.

    Attributes:
        color: Of line, interval and dots.
        paper: Colour behind, around the dots.
        width: Of the line in device pixels.
        dot: Diameter of a dot in pixels.
        dashed: Whether the line is dashed.
        pixels_per_y: Pixels of one unit upwards.
    """

    color: QColor
    paper: QColor
    width: float
    dot: float
    dashed: bool
    pixels_per_y: float


class Curve:
    """The pyqtgraph items of one series."""

    def __init__(self, view_box: Any, order: int) -> None:
        """Add empty items to a ViewBox; the first of several lies on top."""
        self._view_box = view_box
        self._band = QGraphicsPathItem()
        self._raw: Any = pg.PlotCurveItem()
        self._smooth: Any = pg.PlotCurveItem()
        self._dots: Any = pg.ScatterPlotItem(pxMode=True)
        for item, layer in ((self._band, 0), (self._raw, 1), (self._smooth, 2), (self._dots, 3)):
            item.setZValue(layer * 100 - order)
            view_box.addItem(item, ignoreBounds=True)

    def remove(self) -> None:
        """Take the items out of the ViewBox."""
        for item in (self._band, self._raw, self._smooth, self._dots):
            self._view_box.removeItem(item)

    def draw(self, drawn: Drawn, look: Look) -> None:
        """Show these points in this look."""
        self._draw_band(drawn, look)
        faint = QColor(look.color)
        faint.setAlphaF(FAINT)
        has_smooth = drawn.smooth is not None
        _draw_line(self._raw, drawn.x, drawn.y, look, faint if has_smooth else look.color)
        if drawn.smooth is not None:
            _draw_line(self._smooth, *drawn.smooth, look, look.color)
        self._smooth.setVisible(has_smooth)
        self._draw_dots(drawn, look)

    def _draw_band(self, drawn: Drawn, look: Look) -> None:
        path = QPainterPath()
        pen = QPen(Qt.PenStyle.NoPen)
        if drawn.band is not None:
            path = band_path(*drawn.band)
            if lonely(drawn.band[1]).any():
                pen = line_pen(look.color.rgba(), 1.0, dashed=False)
        fill = QColor(look.color)
        fill.setAlphaF(BAND)
        self._band.setPen(pen)
        self._band.setBrush(QBrush(fill))
        self._band.setPath(path)
        self._band.setVisible(not path.isEmpty())

    def _draw_dots(self, drawn: Drawn, look: Look) -> None:
        shown = np.isfinite(drawn.y)
        if not drawn.points or np.count_nonzero(shown) > MAX_DOTS:
            shown = lonely(drawn.y)
        places = np.flatnonzero(shown)[-MAX_DOTS:]
        self._dots.setVisible(bool(len(places)))
        if len(places):
            pen = line_pen(look.paper.rgba(), look.dot / 5, dashed=False)
            self._dots.setData(
                x=drawn.x[places],
                y=drawn.y[places],
                size=look.dot,
                pen=pen,
                brush=QBrush(look.color),
            )


def band_path(low_x: Floats, low: Floats, high_x: Floats, high: Floats) -> QPainterPath:
    """Return the area between two lines; gaps cut it, a single position is an upright stroke."""
    path = QPainterPath()
    for start, stop in _runs(low):
        left, right = low_x[start], low_x[stop - 1]
        upper = (high_x >= left) & (high_x <= right) & np.isfinite(high)
        xs = np.concatenate([low_x[start:stop], high_x[upper][::-1]])
        ys = np.concatenate([low[start:stop], high[upper][::-1]])
        points = [QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def _runs(values: Floats) -> list[tuple[int, int]]:
    """Return start and stop of every stretch of finite values."""
    edges = np.diff(np.concatenate([[False], np.isfinite(values), [False]]).astype(np.int8))
    starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return list(zip(starts.tolist(), stops.tolist(), strict=True))


def _draw_line(item: Any, x: Floats, y: Floats, look: Look, color: QColor) -> None:
    gaps = bool(np.isnan(y).any())
    ink = float(np.nansum(np.abs(np.diff(y)))) * look.pixels_per_y if len(y) > 1 else 0.0
    heavy = ink > INK_PX or color.alpha() < 255
    item.setData(
        x=x,
        y=y,
        connect="finite" if gaps else "all",
        skipFiniteCheck=not gaps,
        antialias=len(x) <= SMOOTH_POINTS,
        pen=line_pen(color.rgba(), 1.0 if heavy else look.width, dashed=look.dashed and not heavy),
    )
    has_joints = heavy or look.dashed or len(x) <= JOINED_POINTS
    item.setSegmentedLineMode("off" if has_joints else "on")


@lru_cache(maxsize=256)
def line_pen(rgba: int, width: float, *, dashed: bool) -> QPen:
    """Return a pen whose width is in pixels whatever the zoom."""
    pen = QPen(QColor.fromRgba(rgba), width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4.0, 3.0])
    return pen
