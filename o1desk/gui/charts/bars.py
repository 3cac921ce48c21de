"""Horizontal bars with labels and values, painted without pyqtgraph.

`Histogram` and `Sparkline` are offered here too: they are the other charts that need no axes.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.charts.chart import Chart
from o1desk.gui.charts.header import escaped
from o1desk.gui.charts.histogram import Histogram
from o1desk.gui.charts.legend import ELIDE, MIDDLE, figures
from o1desk.gui.charts.sparkline import Sparkline
from o1desk.gui.charts.ticks import ABSENT
from o1desk.gui.theme import Theme

__all__ = ["Bar", "BarChart", "Histogram", "Sparkline"]

LABEL_SHARE = 0.42  # of the width at most
ROW, BAR = 26, 8  # pixels at 100 %
TONES = ("accent", "good", "warn", "bad", "muted")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: Stands at the left.
        value: Length of the bar; what is not finite or below zero has none.
        text: The value as text, at the right.
        tone: "accent", "good", "warn", "bad" or "muted".
        low: Lower end of an interval around the value.
        high: Upper end.
    """

    label: str
    value: float
    text: str = ""
    tone: str = "accent"
    low: float | None = None
    high: float | None = None

    def reach(self) -> float:
        """Return the largest finite number of the bar, at least 0."""
        ends = (self.value, self.high if self.high is not None else 0.0)
        return max([0.0, *(end for end in ends if math.isfinite(end))])


class BarChart(Chart):
    """Bars below each other, all on one scale."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, title: str = "") -> None:
        """Make an empty chart.

        Args:
            theme: The look in force.
            parent: Qt parent.
            title: Stands above the bars; empty for none.
        """
        super().__init__(theme, title=title, parent=parent)
        self._rows = _Rows(theme, self)
        self._empty_text = ""
        self.box.addWidget(self._rows)
        self.box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_bars(self, bars: list[Bar], *, maximum: float | None = None) -> None:
        """Show these bars.

        Args:
            bars: From top to bottom.
            maximum: Value of a full bar; None takes the largest value or interval end.
        """
        self._rows.maximum = maximum
        self._rows.show_bars(list(bars))
        self.touch(0)

    def set_empty_text(self, text: str) -> None:
        """Say in one sentence what will be here, for as long as there is nothing."""
        self._empty_text = text
        self.touch(0)

    @override
    def refresh(self) -> None:
        self._rows.empty_text = self._empty_text or self.tr("Nothing to show yet")
        self._rows.fit()

    @override
    def summary(self) -> str:
        bars = [f"{bar.label} {bar.text or bar.value}" for bar in self._rows.bars]
        if not bars:
            return filled(self.tr("%1: no data yet."), (self.accessibleName(),))
        return filled(self.tr("%1: %2."), (self.accessibleName(), "; ".join(bars)))

    @override
    def as_table(self) -> list[list[str]]:
        heading = [self.tr("Name"), self.tr("Value"), self.tr("Lower end"), self.tr("Upper end")]
        bars = self._rows.bars
        return [heading, *([b.label, *map(_plain, (b.value, b.low, b.high))] for b in bars)]


class _Rows(QWidget):
    """The bars themselves."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bars: list[Bar] = []
        self.maximum: float | None = None
        self.empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: list[Bar]) -> None:
        """Take these bars and the height they need."""
        self.bars = bars
        self.fit()

    def fit(self) -> None:
        """Take the height that the bars need at the present scale."""
        self.setFixedHeight(max(1, len(self.bars)) * self._theme.px(ROW))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(figures(self._theme.font("small")))
        if not self.bars:
            painter.setPen(self._theme.color("faint"))
            painter.drawText(self.rect(), MIDDLE, self.empty_text)
            return
        full = self.maximum or max(bar.reach() for bar in self.bars) or 1.0
        track = self._track(painter.fontMetrics())
        for number, bar in enumerate(self.bars):
            row = QRect(0, number * self._theme.px(ROW), self.width(), self._theme.px(ROW))
            self._paint_texts(painter, bar, row, track)
            self._paint_bar(painter, bar, row, track, full)

    def _track(self, metrics: QFontMetrics) -> tuple[int, int]:
        """Return where bars begin and end, so that the texts beside them have room."""
        gap = self._theme.px(12)
        label = max(metrics.horizontalAdvance(bar.label) for bar in self.bars)
        value = max(metrics.horizontalAdvance(bar.text) for bar in self.bars)
        left = min(label, round(self.width() * LABEL_SHARE)) + gap
        return left, max(left + 1, self.width() - value - (gap if value else 0))

    def _paint_texts(self, painter: QPainter, bar: Bar, row: QRect, track: tuple[int, int]) -> None:
        room = track[0] - self._theme.px(12)
        name = painter.fontMetrics().elidedText(bar.label, ELIDE, room + 1)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(row, MIDDLE, name)
        painter.setPen(self._theme.color("text"))
        painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, bar.text)

    def _paint_bar(
        self, painter: QPainter, bar: Bar, row: QRect, track: tuple[int, int], full: float
    ) -> None:
        px = self._theme.px
        left, width = track[0], track[1] - track[0]
        thick = px(BAR)
        place = QRectF(left, row.center().y() - thick / 2 + 0.5, width, thick)
        radius = thick / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("grid"))
        painter.drawRoundedRect(place, radius, radius)
        if math.isfinite(bar.value) and bar.value > 0:
            part = min(bar.value / full, 1.0) * width
            painter.setBrush(self._theme.color(bar.tone if bar.tone in TONES else "accent"))
            filled_part = QRectF(left, place.top(), max(part, thick), thick)
            painter.drawRoundedRect(filled_part, radius, radius)
        if bar.low is not None and bar.high is not None:
            self._paint_interval(painter, place, bar.low / full, bar.high / full)

    def _paint_interval(self, painter: QPainter, place: QRectF, low: float, high: float) -> None:
        if not (math.isfinite(low) and math.isfinite(high)):
            return
        first, last = (place.left() + min(max(e, 0.0), 1.0) * place.width() for e in (low, high))
        middle, half = place.center().y(), self._theme.px(4)
        painter.setPen(QPen(self._theme.color("text"), max(1, self._theme.px(1))))
        painter.drawLine(QLineF(first, middle, last, middle))
        for end in (first, last):
            painter.drawLine(QLineF(end, middle - half, end, middle + half))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = event.y() // self._theme.px(ROW)
            if 0 <= number < len(self.bars) and self._is_cut(self.bars[number]):
                QToolTip.showText(event.globalPos(), escaped(self.bars[number].label), self)
                return True
        return super().event(event)

    def _is_cut(self, bar: Bar) -> bool:
        metrics = QFontMetrics(figures(self._theme.font("small")))
        return metrics.horizontalAdvance(bar.label) > self.width() * LABEL_SHARE


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if math.isfinite(value) else ABSENT
