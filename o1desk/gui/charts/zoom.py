"""A chart over a horizontal range that can be zoomed and pointed at, alone or in a group.

Mouse: drag a stretch to zoom into it, Ctrl and wheel zoom around the pointer, double click shows
everything. Keys: left and right move the crosshair from step to step, + and - zoom, 0 shows
everything, Escape takes the crosshair away.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from o1desk.gui.charts.chart import Chart
from o1desk.gui.charts.lines import Lines
from o1desk.gui.charts.overlay import Dot, Overlay
from o1desk.gui.charts.plot import PlotPlane
from o1desk.gui.charts.ranges import Range, positions, zoomed
from o1desk.gui.theme import Theme

KEY_ZOOM = 0.7


class ZoomChart(Chart):
    """The movable part of a line chart.

    Attributes:
        lines: The data.
        plane: Axes and mouse.
        overlay: Crosshair and marks.

    Signals:
        pointed: Data x that the person points at, or None; a group passes it on.
        zoom_wanted: (low, high) of the x range that the person asks for, or None for everything.
        extent_changed: The x range of the data may be another.
    """

    pointed = Signal(object)
    zoom_wanted = Signal(object)
    extent_changed = Signal()

    def __init__(self, theme: Theme, *, title: str, parent: QWidget | None = None) -> None:
        """Make an empty chart."""
        super().__init__(theme, title=title, parent=parent)
        self.lines = Lines()
        self._zoom: Range | None = None
        self._shared: Range | None = None
        self._grouped = False
        self.plane = PlotPlane(theme, self)
        self.overlay = Overlay(theme, self.plane)
        self.box.addWidget(self.plane, 1)
        self.plane.hovered.connect(self._on_hovered)
        self.plane.hover_left.connect(self._on_hover_left)
        self.plane.selecting.connect(self._on_selecting)
        self.plane.range_selected.connect(self._on_range_selected)
        self.plane.zoom_turned.connect(self.zoom_by)
        self.plane.reset_wanted.connect(self.reset_zoom)
        self.plane.resized.connect(self._on_resized)

    def write_values(self) -> None:
        """Write the values at the crosshair, or the last ones, into the title row."""
        raise NotImplementedError

    # --- zoom ---

    def set_shared_extent(self, extent: Range | None) -> None:
        """Show this x range like all charts of a group; None for the data's own."""
        if extent != self._shared:
            self._shared = extent
            self.touch()

    def join(self) -> None:
        """Leave crosshair and zoom to a group that listens."""
        self._grouped = True

    def zoom(self) -> Range | None:
        """Return the x range that is zoomed to, or None."""
        return self._zoom

    def set_zoom(self, zoom: Range | None) -> None:
        """Show this x range, or everything."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.touch(0)

    def zoom_by(self, center: float, factor: float) -> None:
        """Zoom around a data x; a factor below 1 shows less."""
        if self.lines.has_data():
            self._want_zoom(zoomed(self._whole(), self.shown(), center, factor))

    def reset_zoom(self) -> None:
        """Show everything."""
        self._want_zoom(None)

    def shown(self) -> Range:
        """Return the x range that is shown."""
        return self._zoom or self._whole()

    def _whole(self) -> Range:
        return positions(self._shared or self.lines.extent())

    def _want_zoom(self, zoom: Range | None) -> None:
        if not self._grouped:
            self.set_zoom(zoom)
        self.zoom_wanted.emit(zoom)

    def _on_selecting(self, start: float, end: float) -> None:
        if self.lines.has_data():
            self._want_pointer(None)
            self.overlay.select(start, end)

    def _on_range_selected(self, low: float, high: float) -> None:
        self.overlay.clear_selection()
        if self.lines.has_data():
            self._want_zoom((low, high))

    def _on_resized(self) -> None:
        self.overlay.place()
        self.touch(0)

    # --- crosshair ---

    def point_at(self, x: float | None) -> None:
        """Put the crosshair at a data x and its values into the title row, or take it away."""
        cross = x if self.lines.has_data() else None
        places = [] if cross is None else self.lines.places_at(cross)
        self.overlay.set_crosshair(cross, [self.dot(*place) for place in places])
        self.write_values()

    def dot(self, x: float, y: float, color: int) -> Dot:
        """Return a dot in the colour of a line."""
        return Dot(x, y, self.theme.series(color))

    def _want_pointer(self, x: float | None) -> None:
        if not self._grouped:
            self.point_at(x)
        self.pointed.emit(x)

    def _on_hovered(self, x: float) -> None:
        if self.lines.has_data():
            self._want_pointer(self.lines.step_near(x))

    def _on_hover_left(self) -> None:
        self.overlay.clear_selection()
        if self.overlay.crosshair() is not None:
            self._want_pointer(None)

    # --- menu and keys ---

    @override
    def menu_actions(self, menu: QMenu) -> list[QAction]:
        reset = QAction(self.tr("Show everything"), menu)
        reset.setEnabled(self._zoom is not None)
        reset.triggered.connect(self.reset_zoom)
        return [reset]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Right:
            self._step(1)
        elif key == Qt.Key.Key_Left:
            self._step(-1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(self._middle(), KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(self._middle(), 1 / KEY_ZOOM)
        elif key == Qt.Key.Key_0:
            self.reset_zoom()
        elif key == Qt.Key.Key_Escape and self.overlay.crosshair() is not None:
            self._want_pointer(None)
        else:
            super().keyPressEvent(event)

    def _step(self, direction: int) -> None:
        """Move the crosshair to the next measured position; start at the near end."""
        if not self.lines.has_data():
            return
        low, high = self.shown()
        cross = self.overlay.crosshair()
        if cross is None:
            there = self.lines.step_near(high if direction < 0 else low)
        else:
            there = self.lines.step_after(cross, direction)
        if low <= there <= high:
            self._want_pointer(there)

    def _middle(self) -> float:
        cross = self.overlay.crosshair()
        return sum(self.shown()) / 2 if cross is None else cross
