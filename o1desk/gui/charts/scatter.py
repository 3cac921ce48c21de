"""Points in a plane, such as accuracy against tokens: one dot for each way to think."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.charts.chart import Chart
from o1desk.gui.charts.curves import line_pen
from o1desk.gui.charts.legend import LegendEntry
from o1desk.gui.charts.plot import PlotPlane
from o1desk.gui.charts.ranges import Range, padded, spread
from o1desk.gui.charts.scatter_overlay import DOT_PX, Cloud, Place, ScatterOverlay
from o1desk.gui.charts.ticks import TOKENS, format_x, value_ticks, x_ticks
from o1desk.gui.charts.wording import Wording
from o1desk.gui.theme import Theme

NEAR_PX = 18.0  # how far from a dot the pointer may be


class ScatterChart(Chart):
    """Named clouds of labelled points."""

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        unit: str = "",
        percent: bool = False,
        x_kind: str = TOKENS,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look in force.
            title: Stands above the chart.
            unit: Of the values upwards.
            percent: Whether these are shares in [0, 1], shown in per cent.
            x_kind: What x counts: one of `ticks.X_KINDS`.
            parent: Qt parent.
        """
        super().__init__(theme, title=title, parent=parent)
        self._words = Wording(unit, percent, x_kind)
        self._clouds: dict[str, Cloud] = {}
        self._items: dict[str, tuple[Any, Any]] = {}
        self._empty_text = ""
        self.plane = PlotPlane(theme, self)
        self.overlay = ScatterOverlay(theme, self.plane)
        self.box.addWidget(self.plane, 1)
        self.plane.moved.connect(self._on_moved)
        self.plane.hover_left.connect(self._on_left)
        self.plane.resized.connect(self._on_resized)

    def set_points(  # noqa: PLR0913 - the parts of a cloud
        self,
        name: str,
        x: ArrayLike,
        y: ArrayLike,
        title: str = "",
        labels: Sequence[str] = (),
        *,
        low: ArrayLike | None = None,
        high: ArrayLike | None = None,
        color: int | None = None,
        connected: bool = False,
    ) -> None:
        """Put points on the chart, or replace those of a name.

        Args:
            name: Key of the cloud.
            x: Positions; points that are not finite are left out.
            y: Values.
            title: In the legend; the name when empty.
            labels: One for each point; may be shorter.
            low: Lower end of an interval around each value; drawn only together with `high`.
            high: Upper end.
            color: Index of the theme's series colours; None takes the next free one.
            connected: Whether a thin line joins the points from left to right.
        """
        has_bars = low is not None and high is not None
        given = (x, y, low, high) if low is not None and high is not None else (x, y, y, y)
        columns = [np.asarray(c, dtype=np.float64).reshape(-1) for c in given]
        length = min(len(column) for column in columns)
        table = np.stack([column[:length] for column in columns])
        kept = np.flatnonzero(np.isfinite(table[:2]).all(axis=0))
        if color is None:
            known = self._clouds.get(name)
            color = known.color if known else len(self._clouds)
        self._clouds[name] = Cloud(
            title=title or name,
            x=table[0, kept],
            y=table[1, kept],
            low=table[2, kept] if has_bars else None,
            high=table[3, kept] if has_bars else None,
            labels=tuple(labels[i] if i < len(labels) else "" for i in kept.tolist()),
            color=color,
            connected=connected,
        )
        self.touch()

    def remove_points(self, name: str) -> None:
        """Take a cloud away; a name that is not there is no error."""
        if self._clouds.pop(name, None) is not None:
            for item in self._items.pop(name, ()):
                self.plane.view_box.removeItem(item)
            self.touch()

    def clear(self) -> None:
        """Take all points away."""
        for name in list(self._clouds):
            self.remove_points(name)

    def set_x_title(self, text: str) -> None:
        """Say what the horizontal axis counts, e.g. "tokens"."""
        self._words.x_title = text
        self.plane.set_x_title(text)
        self.touch(0)

    def set_empty_text(self, text: str) -> None:
        """Say in one sentence what will be here, for as long as there is nothing."""
        self._empty_text = text
        self.touch(0)

    # --- drawing ---

    @override
    def refresh(self) -> None:
        has_data = any(len(cloud.x) for cloud in self._clouds.values())
        self.header.set_legend(self._legend())
        self.box.activate()
        x_range, y_range = self._ranges()
        up, across = self.plane.room_upwards(), partial(x_ticks, *x_range, kind=self._words.x_kind)
        self.plane.set_axes(
            x_range,
            y_range,
            self.plane.fitting(across, x_range) if has_data else [],
            value_ticks(*y_range, up, percent=self._words.percent) if has_data else [],
        )
        self.overlay.empty_text = "" if has_data else self._empty_text or self.tr("No data yet")
        self.overlay.clouds = list(self._clouds.values())
        self.overlay.place()
        for order, (name, cloud) in enumerate(self._clouds.items()):
            self._draw(name, cloud, order)
        self._write(None)

    def _ranges(self) -> tuple[Range, Range]:
        across = spread(cloud.x for cloud in self._clouds.values())
        up = spread(column for cloud in self._clouds.values() for column in cloud.heights())
        x_range = padded(across) if across else (0.0, 1.0)
        return x_range, padded(up, percent=self._words.percent) if up else (0.0, 1.0)

    def _draw(self, name: str, cloud: Cloud, order: int) -> None:
        if name not in self._items:
            self._items[name] = (pg.PlotCurveItem(), pg.ScatterPlotItem(pxMode=True))
            for layer, item in enumerate(self._items[name]):
                item.setZValue(layer * 100 - order)
                self.plane.view_box.addItem(item, ignoreBounds=True)
        line, dots = self._items[name]
        color, paper = self.theme.series(cloud.color), self.theme.color("surface").rgba()
        dots.setData(
            x=cloud.x,
            y=cloud.y,
            size=DOT_PX * self.theme.scale,
            pen=line_pen(paper, 1.5 * self.theme.scale, dashed=False),
            brush=QBrush(color),
        )
        line.setVisible(cloud.connected and len(cloud.x) > 1)
        order_x = np.argsort(cloud.x, kind="stable")
        color.setAlphaF(0.5)
        pen = line_pen(color.rgba(), self.theme.scale * self.devicePixelRatioF(), dashed=False)
        line.setData(x=cloud.x[order_x], y=cloud.y[order_x], pen=pen, antialias=True)

    def _legend(self) -> list[LegendEntry]:
        if len(self._clouds) < 2:
            return []
        return [
            LegendEntry(
                name=name,
                title=cloud.title,
                value="",
                color=self.theme.series(cloud.color),
                is_dot=True,
            )
            for name, cloud in self._clouds.items()
        ]

    # --- pointing ---

    def nearest(self, pixel: QPointF) -> Place | None:
        """Return the point nearest to a pixel of the plot, None when none is near."""
        best: Place | None = None
        least = NEAR_PX * self.theme.scale
        for cloud in self._clouds.values():
            for at, (x, y) in enumerate(zip(cloud.x.tolist(), cloud.y.tolist(), strict=True)):
                away = math.hypot(
                    self.plane.pixel_x(x) - pixel.x(), self.plane.pixel_y(y) - pixel.y()
                )
                if away < least:
                    best, least = Place(cloud, at), away
        return best

    def _on_moved(self, pixel: QPointF) -> None:
        self._write(self.nearest(pixel))

    def _on_left(self) -> None:
        self._write(None)

    def _on_resized(self) -> None:
        self.overlay.place()
        self.touch(0)

    def _write(self, place: Place | None) -> None:
        self.overlay.point_at(place)
        text = "" if place is None else self._sentence(place.cloud, place.at)
        self.header.set_readout(text or self._words.heading(), is_small=True)

    def _sentence(self, cloud: Cloud, at: int) -> str:
        x = format_x(float(cloud.x[at]), self._words.x_kind)
        words = (cloud.label(at), self._words.number(float(cloud.y[at])), x, self._words.x_title)
        return filled(self.tr("%1: %2 at %3 %4"), words).strip()

    # --- words ---

    def _all(self) -> Iterator[tuple[Cloud, int]]:
        for cloud in self._clouds.values():
            for at in range(len(cloud.x)):
                yield cloud, at

    @override
    def summary(self) -> str:
        points = list(self._all())
        if not points:
            return filled(self.tr("%1: no data yet."), (self.title(),))
        best = max(points, key=_height)
        words = (self.title(), str(len(points)), self._sentence(*best))
        return filled(self.tr("%1: %2 points; highest is %3."), words)

    @override
    def as_table(self) -> list[list[str]]:
        heading = [self.tr("Name"), self.tr("Label"), self._words.x_title or "x", self.title()]
        rows = [
            [cloud.title, cloud.label(at), f"{cloud.x[at]:.10g}", f"{cloud.y[at]:.10g}"]
            for cloud, at in self._all()
        ]
        return [heading, *rows]


def _height(point: tuple[Cloud, int]) -> float:
    cloud, at = point
    return float(cloud.y[at])
