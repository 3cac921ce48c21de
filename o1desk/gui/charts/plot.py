"""The plane of a chart: axes and grid painted in pixels, lines drawn by pyqtgraph inside them.

pyqtgraph's own axes, menus and mouse modes are left out: a ViewBox maps the curves, and this
widget owns the ranges, the ticks and the mouse. The wheel zooms only with Ctrl, so that a page
full of charts scrolls.
"""

from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.charts.axes import Axes
from o1desk.gui.charts.ranges import Range
from o1desk.gui.charts.ticks import Tick
from o1desk.gui.theme import Theme

DRAG_PX = 6  # a shorter drag is a click
ZOOM_PER_NOTCH = 0.8
NOTCH = 120  # eighths of a degree that one notch of a wheel reports


class PlotPlane(QWidget):
    """Axes around a ViewBox.

    Attributes:
        view_box: The pyqtgraph ViewBox that maps data to pixels.

    Signals:
        hovered: Data x under the pointer.
        moved: Position of the pointer in pixels of the plot.
        hover_left: The pointer is no longer over the plane.
        selecting: Data x where a drag began and where it is.
        range_selected: Data x where a drag began and ended.
        zoom_turned: Data x under the pointer and the factor of the new width.
        reset_wanted: Double click.
        resized: Ticks must be laid out again.
    """

    hovered = Signal(float)
    moved = Signal(QPointF)
    hover_left = Signal()
    selecting = Signal(float, float)
    range_selected = Signal(float, float)
    zoom_turned = Signal(float, float)
    reset_wanted = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start with an empty plane."""
        super().__init__(parent)
        self._theme = theme
        self.x_range: Range = (0.0, 1.0)
        self.y_range: Range = (0.0, 1.0)
        self._axes = Axes(theme)
        self._pressed_x: float | None = None
        self._plot = QRect()
        self.view_box: Any = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._view: Any = pg.GraphicsView(self, background=None)
        self._view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setAutoFillBackground(False)
        self._view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setCentralItem(self.view_box)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()

    # --- geometry ---

    def plot_rect(self) -> QRect:
        """Return where the data are drawn, in pixels of this widget."""
        return self._plot

    def pixel_x(self, x: float) -> float:
        """Return the pixel of a data x, counted from the left edge of the plot."""
        low, high = self.x_range
        return (x - low) / (high - low) * self.plot_rect().width()

    def pixel_y(self, y: float) -> float:
        """Return the pixel of a data y, counted from the top edge of the plot."""
        low, high = self.y_range
        return (high - y) / (high - low) * self.plot_rect().height()

    def data_x(self, pixel: float) -> float:
        """Return the data x under a pixel of this widget."""
        low, high = self.x_range
        plot = self.plot_rect()
        share = (pixel - plot.left()) / max(1, plot.width())
        return low + min(max(share, 0.0), 1.0) * (high - low)

    def room_upwards(self) -> int:
        """Return about how many ticks fit above each other."""
        return self._axes.room_upwards(self._plot.height())

    def fitting(self, ticks: Callable[[int], list[Tick]], x_range: Range) -> list[Tick]:
        """Return as many ticks of an x range as have room for their labels.

        Args:
            ticks: Makes about so many ticks.
            x_range: What the axis will show.
        """
        return self._axes.fitting(ticks, x_range, self._plot.width())

    def set_axes(
        self, x_range: Range, y_range: Range, x_ticks: list[Tick], y_ticks: list[Tick]
    ) -> None:
        """Show these ranges (high above low) with these ticks."""
        self.x_range, self.y_range = x_range, y_range
        self._axes.across, self._axes.upwards = x_ticks, y_ticks
        self._lay_out()
        self.view_box.setRange(
            xRange=self._wider(x_range, self._plot.width()),
            yRange=self._wider(y_range, self._plot.height()),
            padding=0,
        )
        self.update()

    def _edge(self) -> int:
        """Return by how many pixels the ViewBox reaches over the plot, so that no dot is cut."""
        return self._theme.px(5)

    def _wider(self, values: Range, pixels: int) -> Range:
        more = (values[1] - values[0]) / max(1, pixels) * self._edge()
        return (values[0] - more, values[1] + more)

    def set_x_title(self, title: str) -> None:
        """Write what the horizontal axis counts, at its right end."""
        self._axes.title = title
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        rect = self._axes.plot_in(self.rect())
        if rect.width() > 0 and rect.height() > 0 and rect != self._plot:
            self._plot = rect
            edge = self._edge()
            self._view.setGeometry(rect.adjusted(-edge, -edge, edge, edge))

    # --- Qt ---

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True  # the tip of the chart shows over its title; here it would hide the lines
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(180))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(96))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._axes.paint(painter, self.rect(), self._plot, (self.x_range, self.y_range))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed_x is not None:
            self.selecting.emit(self.data_x(self._pressed_x), self.data_x(x))
        elif (
            self.plot_rect().adjusted(-DRAG_PX, 0, DRAG_PX, 0).contains(event.position().toPoint())
        ):
            self.hovered.emit(self.data_x(x))
            self.moved.emit(event.position() - QPointF(self.plot_rect().topLeft()))
        else:
            self.hover_left.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_x = event.position().x()
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._pressed_x = self._pressed_x, None
        if start is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        end = event.position().x()
        first, second = self.data_x(start), self.data_x(end)
        if abs(end - start) >= DRAG_PX and first != second:
            self.range_selected.emit(min(first, second), max(first, second))
        else:
            self.hovered.emit(second)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_wanted.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = ZOOM_PER_NOTCH ** (turned / NOTCH)
            self.zoom_turned.emit(self.data_x(event.position().x()), factor)
            event.accept()
        else:
            event.ignore()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover_left.emit()
