"""A line chart of a metric along a run: smoothing, intervals, gaps, marks, zoom and crosshair.

Positions and values are kept whole; every redraw decimates the visible stretch anew, so a zoom
shows what was measured.
"""

import math
from functools import partial

from numpy.typing import ArrayLike
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.charts.curves import Curve, Look
from o1desk.gui.charts.overlay import TONES, Mark
from o1desk.gui.charts.ranges import Range
from o1desk.gui.charts.series import FALLING, RISING, Series, tidied
from o1desk.gui.charts.smoothing import MAX_WEIGHT
from o1desk.gui.charts.ticks import STEP, X_KINDS, log_ticks, value_ticks, x_ticks
from o1desk.gui.charts.wording import Wording
from o1desk.gui.charts.zoom import ZoomChart
from o1desk.gui.theme import Theme

MAX_POINTS = 2_000  # drawn points of one series
POINTS_PER_PIXEL = 2  # the highest and the lowest of a column
LINE_PX, DOT_PX = 1.6, 6.4


class LineChart(ZoomChart):
    """Lines over steps, tokens or time."""

    def __init__(  # noqa: PLR0913 - the settings of a chart
        self,
        theme: Theme,
        *,
        title: str,
        unit: str = "",
        percent: bool = False,
        y_range: Range | None = None,
        x_kind: str = STEP,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look in force.
            title: Stands above the chart.
            unit: Of the values.
            percent: Whether values are shares in [0, 1], shown in per cent.
            y_range: Fixed vertical range; None follows the data.
            x_kind: What x counts: one of `ticks.X_KINDS`.
            parent: Qt parent.
        """
        super().__init__(theme, title=title, parent=parent)
        self._words = Wording(unit, percent, x_kind)
        self._fixed_y = y_range
        self._curves: dict[str, Curve] = {}
        self._marks: list[Mark] = []
        self._empty_text = ""
        self.header.entry_clicked.connect(self.toggle)

    # --- data ---

    def set_series(  # noqa: PLR0913 - the parts of a line
        self,
        name: str,
        x: ArrayLike,
        y: ArrayLike,
        *,
        title: str = "",
        low: ArrayLike | None = None,
        high: ArrayLike | None = None,
        color: int | None = None,
        points: bool = False,
        dashed: bool = False,
    ) -> None:
        """Put a line on the chart, or new points on a line.

        Args:
            name: Key of the line.
            x: Positions. Where they go back (a resumed run), what they overtake is dropped.
            y: Values; what is not finite is a gap with a mark.
            title: In the legend; the name when empty.
            low: Lower end of an interval around the values; drawn only together with `high`.
            high: Upper end.
            color: Index of the theme's series colours; None takes the next free one.
            points: Whether every point gets a dot.
            dashed: Whether the line is dashed.
        """
        has_band = low is not None and high is not None
        columns = tidied(x, y, *((low, high) if low is not None and high is not None else ()))
        series = Series(
            title=title or name,
            x=columns[0],
            y=columns[1],
            low=columns[2] if has_band else None,
            high=columns[3] if has_band else None,
            color=self.lines.color_for(name) if color is None else color,
            points=points,
            dashed=dashed,
        )
        self.lines.put(name, series)
        self.touch()
        self.extent_changed.emit()

    def remove_series(self, name: str) -> None:
        """Take a line away; a name that is not there is no error."""
        if self.lines.remove(name):
            curve = self._curves.pop(name, None)
            if curve is not None:
                curve.remove()
            self.touch()
            self.extent_changed.emit()

    def clear(self) -> None:
        """Take all lines and marks away and show everything again."""
        for name in list(self.lines.all()):
            self.remove_series(name)
        self._marks.clear()
        self._zoom = None
        self.point_at(None)
        self.touch()

    def toggle(self, name: str) -> None:
        """Switch a line off or on."""
        self.lines.toggle(name)
        self.touch(0)

    def mark(self, x: float, text: str, tone: str) -> None:
        """Draw a vertical line with a short text.

        Args:
            x: Where.
            text: What happened there.
            tone: "good", "warn", "bad" or "accent".

        Raises:
            ValueError: If the tone is none of these.
        """
        if tone not in TONES:
            raise ValueError(f"Unknown tone {tone!r}; known are {', '.join(TONES)}.")
        if math.isfinite(x):
            self._marks.append(Mark(float(x), text, tone))
            self.touch()

    def clear_marks(self) -> None:
        """Take all marks away."""
        self._marks.clear()
        self.touch()

    # --- settings ---

    def set_smoothing(self, weight: float) -> None:
        """Smooth all lines with this weight, 0 to 0.99; the measured ones stay, faintly."""
        self.lines.weight = min(max(float(weight), 0.0), MAX_WEIGHT)
        self.touch(0)

    def set_log_y(self, on: bool) -> None:
        """Make the value axis logarithmic; values at or below zero are gaps then."""
        self.lines.log = on
        self.touch(0)

    def set_clip_outliers(self, on: bool) -> None:
        """Let the value axis ignore the outermost values."""
        self.lines.clip = on
        self.touch(0)

    def set_x_title(self, text: str) -> None:
        """Say what the horizontal axis counts, e.g. "step"."""
        self._words.x_title = text
        self.plane.set_x_title(text)
        self.touch(0)

    def set_x_kind(self, kind: str) -> None:
        """Change what x counts; the zoom is reset.

        Raises:
            ValueError: If the kind is none of `ticks.X_KINDS`.
        """
        if kind not in X_KINDS:
            raise ValueError(f"Unknown kind {kind!r}; known are {', '.join(X_KINDS)}.")
        self._words.x_kind = kind
        self._zoom = None
        self.touch(0)

    def set_empty_text(self, text: str) -> None:
        """Say in one sentence what will be here, for as long as there is nothing."""
        self._empty_text = text
        self.touch(0)

    # --- drawing ---

    @override
    def refresh(self) -> None:
        shown, has_data = self.shown(), self.lines.has_data()
        self.header.set_legend(self._words.legend(self.lines, self.theme))
        self.box.activate()
        self._lay_axes(shown, has_data)
        self.overlay.empty_text = "" if has_data else self._empty_text or self.tr("No data yet")
        self.overlay.marks = self._marks
        self.overlay.gaps = list(self.lines.gaps(shown))
        self.overlay.dots = [self.dot(*place) for place in self.lines.ends(shown)]
        self.overlay.place()
        self._draw_lines(shown)
        self.point_at(self.overlay.crosshair())

    def _lay_axes(self, shown: Range, has_data: bool) -> None:
        values = self._fixed_y
        if values is None or self.lines.log:
            values = self.lines.value_range(shown, percent=self._words.percent)
        if not has_data:
            self.plane.set_axes(shown, values, [], [])
            return
        vertical = log_ticks if self.lines.log else value_ticks
        self.plane.set_axes(
            shown,
            values,
            self.plane.fitting(partial(x_ticks, *shown, kind=self._words.x_kind), shown),
            vertical(*values, self.plane.room_upwards(), percent=self._words.percent),
        )

    def _draw_lines(self, shown: Range) -> None:
        plot = self.plane.plot_rect()
        limit = min(MAX_POINTS, max(64, POINTS_PER_PIXEL * plot.width()))
        low, high = self.plane.y_range
        for order, (name, series) in enumerate(self.lines.all().items()):
            if name not in self._curves:
                self._curves[name] = Curve(self.plane.view_box, order)
            look = Look(
                color=self.theme.series(series.color),
                paper=self.theme.color("surface"),
                width=LINE_PX * self.theme.scale * self.devicePixelRatioF(),
                dot=DOT_PX * self.theme.scale,
                dashed=series.dashed,
                pixels_per_y=plot.height() / (high - low),
            )
            self._curves[name].draw(self.lines.drawn(name, shown, limit), look)

    # --- words ---

    @override
    def write_values(self) -> None:
        cross, words = self.overlay.crosshair(), self._words
        if len(self.lines) < 2:
            texts = [words.readout(s, cross) for s in self.lines.on().values()]
            self.header.set_readout("".join(texts), is_small=cross is not None)
            return
        text = words.heading() if cross is None else words.place(cross)
        self.header.set_readout(text, is_small=True)
        self.header.set_values(words.values_at(self.lines, cross))

    @override
    def summary(self) -> str:
        parts = []
        end = self.lines.extent()
        for series in self.lines.on().values():
            at = series.last()
            if at < 0:
                continue
            number = self._words.number(float(series.y[at]))
            trend = self._trend(series.trend())
            if len(self.lines) == 1:
                parts.append(filled(self.tr("%1, %2"), (number, trend)))
            else:
                parts.append(filled(self.tr("%1 %2, %3"), (series.title, number, trend)))
        if end is None or not parts:
            return filled(self.tr("%1: no data yet."), (self.title(),))
        words = (self.title(), "; ".join(parts), self._words.place(end[1]))
        return filled(self.tr("%1: %2; at %3."), words)

    def _trend(self, trend: str) -> str:
        if trend == RISING:
            return self.tr("rising")
        return self.tr("falling") if trend == FALLING else self.tr("steady")

    @override
    def as_table(self) -> list[list[str]]:
        return self.lines.table(self._words.x_title or self._words.x_kind)

    @override
    def menu_actions(self, menu: QMenu) -> list[QAction]:
        actions = super().menu_actions(menu)
        if len(self.lines) > 1:
            menu.triggered.connect(self._on_chosen)
            for name, series in self.lines.all().items():
                action = QAction(series.title.replace("&", "&&"), menu, checkable=True)
                action.setChecked(self.lines.is_on(name))
                action.setData(name)
                actions.append(action)
        return actions

    def _on_chosen(self, action: QAction) -> None:
        name = action.data()
        if isinstance(name, str):
            self.toggle(name)
