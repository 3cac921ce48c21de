"""What lies over the lines: crosshair, dots, marks, gaps, the stretch being selected.

A transparent widget of its own, so that a movement of the crosshair repaints two narrow strips.
"""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from o1desk.gui.charts.legend import ELIDE
from o1desk.gui.charts.plot import PlotPlane
from o1desk.gui.theme import Theme

GRAVEST = ("bad", "warn", "good", "accent")
QUIET = "accent"  # of many marks, these are ticks whose text shows at the crosshair only
MANY_MARKS = 8
NEAR_PX = 4
TONES = ("good", "warn", "bad", "accent")


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical mark: where, what it says, and its tone."""

    x: float
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot on a line, in data coordinates of the plane."""

    x: float
    y: float
    color: QColor


class Overlay(QWidget):
    """The layer over the plane of a line chart.

    Attributes:
        marks: Vertical marks.
        gaps: Data x of values that are not finite.
        dots: Dots at the end of the lines.
        empty_text: One sentence in the middle, or "".
    """

    def __init__(self, theme: Theme, plane: PlotPlane) -> None:
        """Lie over the plot of a plane."""
        super().__init__(plane)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._plane = plane
        self.marks: list[Mark] = []
        self.gaps: list[float] = []
        self.dots: list[Dot] = []
        self.empty_text = ""
        self._cross: float | None = None
        self._cross_dots: list[Dot] = []
        self._selection: tuple[float, float] | None = None

    def place(self) -> None:
        """Cover the plot and half a dot around it, and paint everything again."""
        edge = self._edge()
        rect = self._plane.plot_rect().adjusted(-edge, -edge, edge, edge)
        if rect != self.geometry():
            self.setGeometry(rect)
        self.update()

    def crosshair(self) -> float | None:
        """Return the data x of the crosshair, or None."""
        return self._cross

    def set_crosshair(self, x: float | None, dots: list[Dot]) -> None:
        """Move the crosshair to a data x with a dot on every line, or take it away."""
        self._update_strip()
        self._cross, self._cross_dots = x, dots
        self._update_strip()

    def select(self, start: float, end: float) -> None:
        """Shade the stretch that a drag covers."""
        self._selection = (start, end)
        self.update()

    def clear_selection(self) -> None:
        """Take the shade away."""
        self._selection = None
        self.update()

    def _update_strip(self) -> None:
        if self._cross is None:
            return
        if self.marks:  # the text of a mark shows beside the crosshair
            self.update()
            return
        for x in (self._cross, *(dot.x for dot in self._cross_dots)):
            half = self._theme.px(6)
            middle = round(self._plane.pixel_x(x)) + self._edge()
            self.update(QRect(middle - half, 0, 2 * half + 1, self.height()))

    def _edge(self) -> int:
        return self._theme.px(5)

    def _plot(self) -> QRectF:
        size = self._plane.plot_rect().size()
        return QRectF(0, 0, size.width(), size.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self._edge(), self._edge())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        if self.empty_text:
            self._paint_empty(painter)
            return
        if self._selection is not None:
            self._paint_selection(painter, *self._selection)
        self._paint_gaps(painter)
        self._paint_marks(painter)
        if self._cross is None:
            self._paint_dots(painter, self.dots)
            return
        painter.setPen(QPen(self._theme.color("border_strong"), 1))
        x = round(self._plane.pixel_x(self._cross)) + 0.5
        painter.drawLine(QLineF(x, 0, x, self._plot().height()))
        self._paint_dots(painter, self._cross_dots)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("faint"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._plot(), flags, self.empty_text)

    def _paint_selection(self, painter: QPainter, start: float, end: float) -> None:
        left, right = sorted((self._plane.pixel_x(start), self._plane.pixel_x(end)))
        color = self._theme.color("accent")
        color.setAlphaF(0.14)
        painter.fillRect(QRectF(left, 0, right - left, self._plot().height()), color)

    def _paint_gaps(self, painter: QPainter) -> None:
        half = self._theme.px(5) / 2
        y = self._plot().height() - half - self._theme.px(3)
        painter.setPen(QPen(self._theme.color("warn"), self._theme.px(3) / 2))
        for x in sorted({round(self._plane.pixel_x(gap)) for gap in self.gaps}):
            painter.drawLine(QLineF(x - half, y - half, x + half, y + half))
            painter.drawLine(QLineF(x - half, y + half, x + half, y - half))

    def _paint_dots(self, painter: QPainter, dots: list[Dot]) -> None:
        radius = self._theme.px(7) / 2
        painter.setPen(QPen(self._theme.color("surface"), self._theme.px(3) / 2))
        for dot in dots:
            painter.setBrush(dot.color)
            where = QPointF(self._plane.pixel_x(dot.x), self._plane.pixel_y(dot.y))
            painter.drawEllipse(where, radius, radius)

    def _paint_marks(self, painter: QPainter) -> None:
        """Draw every mark, and the texts that have room: the gravest first."""
        plot = self._plot()
        places = [(round(self._plane.pixel_x(mark.x)) + 0.5, mark) for mark in self.marks]
        seen = [place for place in places if -1 <= place[0] <= plot.width() + 1]
        quiet = QUIET if len(seen) > MANY_MARKS else ""
        for x, mark in seen:
            color = self._theme.color(mark.tone)
            color.setAlphaF(0.75)
            painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
            tall = self._theme.px(6) if mark.tone == quiet else plot.height()
            painter.drawLine(QLineF(x, 0, x, tall))
        taken: list[QRectF] = []
        for x, mark in sorted(seen, key=_gravity):
            pill = self._pill(painter, mark, x)
            if mark.tone != quiet and any(pill.intersects(other) for other in taken):
                pill.translate(0, pill.height() + 2)
            near = self._cross is not None and abs(self._plane.pixel_x(self._cross) - x) < NEAR_PX
            free = mark.tone != quiet and not any(pill.intersects(other) for other in taken)
            if near or free:
                self._paint_pill(painter, mark, pill)
                taken.append(pill)

    def _pill(self, painter: QPainter, mark: Mark, x: float) -> QRectF:
        px, metrics, room = self._theme.px, painter.fontMetrics(), self._plot().width()
        wide = min(metrics.horizontalAdvance(mark.text) + px(10), room)
        left = x + px(3) if x + px(3) + wide <= room else x - px(3) - wide
        return QRectF(max(0.0, left), 0, wide, metrics.height() + px(2))

    def _paint_pill(self, painter: QPainter, mark: Mark, pill: QRectF) -> None:
        px, metrics = self._theme.px, painter.fontMetrics()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"{mark.tone}_soft"))
        painter.drawRoundedRect(pill, px(4), px(4))
        painter.setPen(self._theme.color(mark.tone))
        text = metrics.elidedText(mark.text, ELIDE, round(pill.width()) - px(10) + 1)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _gravity(place: tuple[float, Mark]) -> tuple[int, float]:
    return GRAVEST.index(place[1].tone), place[0]
