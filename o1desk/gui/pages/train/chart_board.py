"""The charts of one run: a grid that fills the width, with one crosshair and one zoom.

New numbers only make charts dirty. Those that can be seen get them a few at a time, some times a
second; the others wait until somebody scrolls to them.
"""

import time
from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from o1desk.gui.charts.group import ChartGroup
from o1desk.gui.charts.line import LineChart
from o1desk.gui.pages.train.chart_panel import ChartPanel
from o1desk.gui.pages.train.chart_plan import (
    INTERVALS,
    Plot,
    lines_of,
    metric_title,
    plan,
)
from o1desk.gui.pages.train.positions import CLOCK, SECONDS, STEP, TOKENS, position_of, positions
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.theme import Theme

PUSH_MS = 200  # after new numbers
AT_ONCE, NEXT_MS = 4, 20  # charts that are filled in one turn, and the time between two turns
LEAST_WIDTH_PX = 300
POINTS_UP_TO = 12  # so few values are told one by one with dots
ABOVE_PX = 240  # so far outside the view a chart is filled already


class ChartBoard(QWidget):
    """The charts of one run.

    Attributes:
        group: What they share.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._record: RunRecord | None = None
        self._kind, self._smoothing = STEP, 0.0
        self._is_log = self._is_clipped = self._has_advanced = False
        self._marked: tuple[int, str, str] | None = None
        self._panels: dict[str, ChartPanel] = {}
        self._columns = self._known = 0
        self.group = ChartGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._push)

    @property
    def charts(self) -> dict[str, LineChart]:
        """The charts that are shown, by the key of their plot."""
        return {key: panel.chart for key, panel in self._panels.items()}

    # --- what is shown ---

    def show_record(self, record: RunRecord) -> None:
        """Show a run."""
        if self._record is not None:
            self._record.metrics_arrived.disconnect(self._on_metrics)
            self._record.loaded.disconnect(self.renew)
        self._record = record
        self._marked = None
        record.metrics_arrived.connect(self._on_metrics)
        record.loaded.connect(self.renew)
        self.renew()

    def set_kind(self, kind: str) -> None:
        """Choose what the horizontal axis counts."""
        if kind != self._kind:
            self._kind = kind
            self.group.set_x_kind(kind)
            self.group.set_x_title(self._kind_title())
            self._mark()
            self._touch(self._panels.values())

    def set_smoothing(self, weight: float) -> None:
        """Smooth all lines, 0 to 0.99."""
        self._smoothing = weight
        self.group.set_smoothing(weight)

    def set_log(self, is_on: bool) -> None:
        """Make the value axis logarithmic where that suits."""
        self._is_log = is_on
        for panel in self._panels.values():
            panel.chart.set_log_y(is_on and panel.plot.can_log)

    def set_clipped(self, is_on: bool) -> None:
        """Let the value axes leave out the outermost values."""
        self._is_clipped = is_on
        for panel in self._panels.values():
            panel.chart.set_clip_outliers(is_on)

    def set_advanced(self, is_on: bool) -> None:
        """Show the charts that tell little by themselves too."""
        if is_on != self._has_advanced:
            self._has_advanced = is_on
            self.renew()

    def mark(self, step: int, text: str, tone: str) -> None:
        """Draw a line at a step in every chart, instead of an earlier one."""
        self._marked = (step, text, tone)
        self._mark()

    def renew(self) -> None:
        """Show what the run has now, with all its points."""
        record = self._record
        if record is None:
            return
        wanted = plan(
            record.method,
            record.series,
            is_live=record.is_active,
            has_advanced=self._has_advanced,
        )
        self._known = len(record.series)
        keys = [plot.key for plot in wanted]
        for key in [key for key in self._panels if key not in keys]:
            panel = self._panels.pop(key)
            self._grid.removeWidget(panel)
            panel.deleteLater()
        for plot in wanted:
            if plot.key not in self._panels:
                self._panels[plot.key] = self._new_panel(plot)
        self._panels = {key: self._panels[key] for key in keys}
        self._lay_out(is_forced=True)
        self._mark()
        self._touch(self._panels.values())

    def _new_panel(self, plot: Plot) -> ChartPanel:
        panel = ChartPanel(self._theme, plot)
        self.group.add(panel.chart)
        panel.chart.set_empty_text(self.tr("Comes with the first step"))
        panel.chart.set_x_kind(self._kind)
        panel.chart.set_x_title(self._kind_title())
        panel.chart.set_smoothing(self._smoothing)
        panel.chart.set_log_y(self._is_log and plot.can_log)
        panel.chart.set_clip_outliers(self._is_clipped)
        return panel

    def _kind_title(self) -> str:
        titles = {
            STEP: self.tr("step"),
            SECONDS: self.tr("time at work"),
            CLOCK: self.tr("clock"),
            TOKENS: self.tr("tokens"),
        }
        return titles[self._kind]

    # --- new numbers ---

    def _on_metrics(self, names: frozenset[str]) -> None:
        record = self._record
        if record is None:
            return
        if len(record.series) != self._known:
            self.renew()
        self._touch(panel for panel in self._panels.values() if panel.concerns(names))

    def _touch(self, panels: Iterable[ChartPanel]) -> None:
        for panel in panels:
            panel.is_dirty = True
        self.look()

    def look(self) -> None:
        """Fill the charts that came into view soon."""
        if not self._timer.isActive():
            self._timer.start(PUSH_MS)

    def flush(self) -> None:
        """Fill and draw every chart now, also those that are not in view."""
        for panel in self._panels.values():
            self._fill(panel)
            panel.chart.flush()

    def _push(self) -> None:
        """Give a few charts that can be seen their numbers; the others follow soon."""
        view = self.visibleRegion().boundingRect()
        if view.isEmpty():
            return
        view.adjust(0, -self._theme.px(ABOVE_PX), 0, self._theme.px(ABOVE_PX))
        dirty = [p for p in self._panels.values() if p.is_dirty and view.intersects(p.geometry())]
        dirty.sort(key=_filled_s)
        for panel in dirty[:AT_ONCE]:
            self._fill(panel)
        if len(dirty) > AT_ONCE:
            self._timer.start(NEXT_MS)

    def _fill(self, panel: ChartPanel) -> None:
        record = self._record
        if record is None:
            return
        panel.is_dirty, panel.filled_s = False, time.monotonic()
        panel.names = lines_of(panel.plot, record.series)
        for name in panel.drawn - set(panel.names):
            panel.chart.remove_series(name)
        for color, name in enumerate(panel.names):
            series = record.series[name]
            ends = INTERVALS.get(name)
            low, high = (
                (record.at_steps(end, series.steps) for end in ends) if ends else (None, None)
            )
            panel.chart.set_series(
                name,
                positions(record, series, self._kind),
                series.values,
                title=metric_title(name),
                low=low,
                high=high,
                color=color,
                points=bool(ends) or len(series) <= POINTS_UP_TO,
            )
        panel.drawn = set(panel.names)

    def _mark(self) -> None:
        for panel in self._panels.values():
            panel.chart.clear_marks()
        if self._marked is None or self._record is None:
            return
        step, text, tone = self._marked
        place = position_of(self._record, step, self._kind)
        for panel in self._panels.values():
            if place is not None:
                panel.chart.mark(place, text, tone)

    # --- the grid ---

    def _lay_out(self, *, is_forced: bool = False) -> None:
        gap = self._grid.spacing()
        columns = max(1, (self.width() + gap) // (self._theme.px(LEAST_WIDTH_PX) + gap))
        if columns == self._columns and not is_forced:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for at, panel in enumerate(self._panels.values()):
            self._grid.addWidget(panel, at // columns, at % columns)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.look()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()


def _filled_s(panel: ChartPanel) -> float:
    return panel.filled_s
