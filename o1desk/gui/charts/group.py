"""Charts that belong together: one crosshair, one zoom, one x range."""

from PySide6.QtCore import QObject
from shiboken6 import isValid

from o1desk.gui.charts.line import LineChart
from o1desk.gui.charts.ranges import Range


class ChartGroup(QObject):
    """The charts of one run."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without charts."""
        super().__init__(parent)
        self._charts: list[LineChart] = []
        self._x_title = ""
        self._zoom: Range | None = None

    def charts(self) -> list[LineChart]:
        """Return the charts in the order they came."""
        return list(self._charts)

    def add(self, chart: LineChart) -> None:
        """Let a chart share crosshair, zoom and x range; a deleted chart leaves by itself."""
        if chart in self._charts:
            return
        self._charts.append(chart)
        chart.join()
        chart.pointed.connect(self.point_at)
        chart.zoom_wanted.connect(self.set_zoom)
        chart.extent_changed.connect(self._on_extent_changed)
        chart.destroyed.connect(self._on_destroyed)
        if self._x_title:
            chart.set_x_title(self._x_title)
        chart.set_zoom(self._zoom)
        self._on_extent_changed()

    def set_x_title(self, text: str) -> None:
        """Say what the horizontal axis of all charts counts, e.g. "step"."""
        self._x_title = text
        for chart in self._charts:
            chart.set_x_title(text)

    def set_x_kind(self, kind: str) -> None:
        """Change what x counts in all charts, one of `ticks.X_KINDS`; the zoom is reset."""
        self._zoom = None
        for chart in self._charts:
            chart.set_x_kind(kind)

    def set_smoothing(self, weight: float) -> None:
        """Smooth the lines of all charts, 0 to 0.99."""
        for chart in self._charts:
            chart.set_smoothing(weight)

    def point_at(self, x: float | None) -> None:
        """Put the crosshair of all charts at a data x, or take it away."""
        for chart in self._charts:
            chart.point_at(x)

    def set_zoom(self, zoom: Range | None) -> None:
        """Show this x range in all charts, or everything."""
        self._zoom = zoom
        for chart in self._charts:
            chart.set_zoom(zoom)

    def _on_extent_changed(self) -> None:
        extents = [e for e in (chart.lines.extent() for chart in self._charts) if e is not None]
        whole: Range | None = None
        if extents:
            whole = (min(e[0] for e in extents), max(e[1] for e in extents))
        for chart in self._charts:
            chart.set_shared_extent(whole)

    def _on_destroyed(self) -> None:
        self._charts = [chart for chart in self._charts if isValid(chart)]
