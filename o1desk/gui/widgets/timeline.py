"""A strip with one segment per step: how long it took, and how sure the model was."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from o1desk.gui.models.step_model import StepView
from o1desk.gui.shown import one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.certainty import doubt_color, doubt_of, doubt_words
from o1desk.gui.widgets.step_card import figures_of

# Pixels at 100 %.
HEIGHT, BAR, SEPARATOR, NARROWEST = 16, 8, 2, 5
SHADES = 32
TEXT_CHARACTERS = 200


class TimelineStrip(QWidget):
    """Segments in a row, as wide as their steps took long (or as many tokens as they have).

    Signals:
        hovered: Row of the step under the pointer; -1 for none.
        pressed: Row of the step that was pressed.
    """

    hovered = Signal(int)
    pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty strip.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._steps: list[StepView] = []
        self._ends: npt.NDArray[np.float64] | None = None
        self._hovered = self._highlighted = -1
        self._shades: list[QColor] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline of the steps"))
        theme.changed.connect(self._on_theme_changed)

    def set_steps(self, steps: Iterable[StepView]) -> None:
        """Show other steps."""
        self._steps = list(steps)
        self._ends = None
        self._hover(-1)
        self.update()

    def append_step(self, step: StepView) -> None:
        """Add a step at the end."""
        self._steps.append(step)
        self._ends = None
        self.update()

    def set_highlight(self, row: int) -> None:
        """Set a segment apart, for example while its card is current; -1 for none."""
        if row != self._highlighted:
            self._highlighted = row
            self.update()

    def row_at(self, x: float) -> int:
        """Return the step at a place in pixels; -1 without steps."""
        if not self._steps or not 0 <= x < max(self.width(), 1):
            return -1
        share = x / max(self.width(), 1)
        found = int(np.searchsorted(self._all_ends(), share, side="right"))
        return min(found, len(self._steps) - 1)

    def words(self, row: int) -> str:
        """Return what the tooltip of a segment says."""
        step = self._steps[row]
        head = self.tr("Step {number}").format(number=step.index + 1)
        facts = [each for each in (head, figures_of(step), doubt_words(step)) if each]
        return " · ".join(facts) + "\n" + one_line(step.text, TEXT_CHARACTERS)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if len(self._steps) * self._theme.px(NARROWEST) <= self.width():
            self._paint_segments(painter)
        else:
            self._paint_columns(painter)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position().x()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().x())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(row)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().x())
            words = tooltip_text(self.words(row)) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _paint_segments(self, painter: QPainter) -> None:
        start = 0.0
        for row, end in enumerate(self._all_ends() * self.width()):
            left = start + (self._theme.px(SEPARATOR) / 2 if row else 0)
            right = end - (self._theme.px(SEPARATOR) / 2 if row < len(self._steps) - 1 else 0)
            self._paint_segment(painter, row, left, max(right, left + 1))
            start = end

    def _paint_segment(self, painter: QPainter, row: int, left: float, right: float) -> None:
        rect = QRectF(QPointF(left, 0), QPointF(right, self.height()))
        if row not in (self._hovered, self._highlighted):
            edge = (self.height() - self._theme.px(BAR)) / 2
            rect.adjust(0, edge, 0, -edge)
        painter.setBrush(self._color(row))
        radius = min(self._theme.px(3), rect.width() / 2)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_columns(self, painter: QPainter) -> None:
        """Paint one column per pixel where steps are too many for segments."""
        places = (np.arange(self.width()) + 0.5) / max(self.width(), 1)
        rows = np.searchsorted(self._all_ends(), places, side="right")
        edge = (self.height() - self._theme.px(BAR)) // 2
        marked = (self._hovered, self._highlighted)
        for x, row in enumerate(np.minimum(rows, len(self._steps) - 1)):
            top = 0 if row in marked else edge
            painter.fillRect(x, top, 1, self.height() - 2 * top, self._color(int(row)))

    def _color(self, row: int) -> QColor:
        doubt = doubt_of(self._steps[row])
        if doubt is None:
            return doubt_color(self._theme, None)
        if not self._shades:
            self._shades = [doubt_color(self._theme, n / SHADES) for n in range(SHADES + 1)]
        return self._shades[round(doubt * SHADES)]

    def _all_ends(self) -> npt.NDArray[np.float64]:
        """Return where each segment ends, as shares of the width."""
        if self._ends is None:
            sizes = np.array([step.ms for step in self._steps], dtype=np.float64)
            if not sizes.any():
                sizes = np.array([step.tokens for step in self._steps], dtype=np.float64)
            if not sizes.any():
                sizes = np.ones(len(self._steps))
            ends = np.cumsum(np.maximum(sizes, 0.0))
            self._ends = ends / ends[-1]
        return self._ends

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.hovered.emit(row)
            self.update()

    def _on_theme_changed(self) -> None:
        self._shades.clear()
        self.updateGeometry()
        self.update()
