"""The title row of a chart: title, the number that matters, and a legend only for several lines.

Painted, not made of labels: the row is redrawn with every movement of the crosshair, and text
that came from a model stays plain.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme

ELIDE = Qt.TextElideMode.ElideRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEGEND_ROWS = 3
USUAL_NUMBER = "0.000"


def figures(font: QFont) -> QFont:
    """Return the font with figures of equal width, so that a changing number does not jitter."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One line in the legend.

    Attributes:
        name: Key of the series.
        title: What stands there.
        value: Its number, as text.
        color: Of the line.
        dashed: Whether the line is dashed.
        is_dot: Whether it stands for points instead of a line.
        off: Whether the line is switched off.
        stale: Whether the number is from another step than the one pointed at.
    """

    name: str
    title: str
    value: str
    color: QColor
    dashed: bool = False
    is_dot: bool = False
    off: bool = False
    stale: bool = False


class ChartHeader(QWidget):
    """Title left, readout right, legend below.

    Signals:
        entry_clicked: Name of the series whose legend entry was clicked.
    """

    entry_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._readout = ""
        self._is_small = False
        self._entries: list[LegendEntry] = []
        self._slots: list[QRect] = []
        self._reserved: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._arrange()

    def title(self) -> str:
        """Return the title."""
        return self._title

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title = title
        self._arrange()

    def readout(self) -> str:
        """Return the text at the right."""
        return self._readout

    def set_readout(self, text: str, *, is_small: bool = False) -> None:
        """Change the text at the right of the title."""
        self._is_small = is_small
        if text != self._readout:
            shown = bool(text) == bool(self._readout)
            self._readout = text
            self.update() if shown else self._arrange()

    def legend(self) -> list[LegendEntry]:
        """Return the legend, empty when it is not shown."""
        return self._entries

    def set_legend(self, entries: list[LegendEntry]) -> None:
        """Show these lines."""
        if entries != self._entries:
            self._entries = entries
            self._arrange()

    def set_values(self, values: dict[str, tuple[str, bool]]) -> None:
        """Change the numbers in the legend without moving anything.

        Args:
            values: Text and whether it is stale, by name of the series.
        """
        self._entries = [
            replace(e, value=values[e.name][0], stale=values[e.name][1]) if e.name in values else e
            for e in self._entries
        ]
        self.update()

    # --- layout ---

    def _title_font(self) -> QFont:
        return self._theme.font("body", bold=True)

    def _small_font(self) -> QFont:
        return figures(self._theme.font("small"))

    def _row_height(self) -> int:
        return QFontMetrics(self._small_font()).height() + self._theme.px(2)

    def _arrange(self) -> None:
        px = self._theme.px
        has_row = bool(self._title or self._readout)
        top = QFontMetrics(self._title_font()).height() if has_row else 0
        self._slots = self._placed(top + (px(4) if has_row else 0))
        height = max([top, *(slot.bottom() + 1 for slot in self._slots)])
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self.update()

    def _placed(self, top: int) -> list[QRect]:
        """Let the entries flow into rows; a number keeps the widest room that it ever needed."""
        px, metrics = self._theme.px, QFontMetrics(self._small_font())
        row, room = self._row_height(), max(self.width(), px(80))
        widest = room if len(self._entries) <= LEGEND_ROWS else (room - px(14)) // 2
        slots: list[QRect] = []
        x, line = 0, 0
        for entry in self._entries:
            number = max(
                metrics.horizontalAdvance(USUAL_NUMBER) if entry.value else 0,
                metrics.horizontalAdvance(entry.value),
                self._reserved.get(entry.name, 0),
            )
            self._reserved[entry.name] = number
            wide = min(px(22) + metrics.horizontalAdvance(entry.title) + number, widest)
            if x and x + wide > room:
                x, line = 0, line + 1
            if line == LEGEND_ROWS:
                if slots[-1].right() + metrics.horizontalAdvance(" +00") > room:
                    slots.pop()
                break
            slots.append(QRect(x, top + line * row, wide, row))
            x += wide + px(14)
        return slots

    def _on_theme_changed(self) -> None:
        self._reserved.clear()
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter)
        for slot, entry in zip(self._slots, self._entries, strict=False):
            self._paint_entry(painter, slot, entry)
        hidden = len(self._entries) - len(self._slots)
        if hidden:
            row = QRect(0, self._slots[-1].top(), self.width(), self._row_height())
            painter.setPen(self._theme.color("faint"))
            painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, f"+{hidden}")

    def _paint_title(self, painter: QPainter) -> None:
        font = self._title_font()
        metrics = QFontMetrics(font)
        row = QRect(0, 0, self.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(row, MIDDLE, metrics.elidedText(self._title, ELIDE, row.width()))
        used = metrics.horizontalAdvance(self._title)
        room = row.width() - used - self._theme.px(12)
        font = figures(self._theme.font("small" if self._is_small else "body"))
        metrics = QFontMetrics(font)
        if room < metrics.horizontalAdvance("00.00"):
            return
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        text = metrics.elidedText(self._readout, ELIDE, room)
        painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, text)

    def _paint_entry(self, painter: QPainter, slot: QRect, entry: LegendEntry) -> None:
        px, metrics = self._theme.px, QFontMetrics(self._small_font())
        color = self._theme.color("faint") if entry.off else entry.color
        self._paint_swatch(painter, slot, entry, color)
        painter.setFont(self._small_font())
        text = slot.adjusted(px(15), 0, 0, 0)
        value = metrics.horizontalAdvance(entry.value)
        space = min(text.width() + px(8), self.width() - text.left())
        room = max(0, space - value - px(5))
        title = metrics.elidedText(entry.title, ELIDE, room)
        painter.setPen(self._theme.color("faint" if entry.off else "muted"))
        painter.drawText(text, MIDDLE, title)
        if entry.off:
            return
        painter.setPen(self._theme.color("faint" if entry.stale else "text"))
        start = metrics.horizontalAdvance(title) + px(5)
        painter.drawText(text.adjusted(start, 0, px(14), 0), MIDDLE, entry.value)

    def _paint_swatch(
        self, painter: QPainter, slot: QRect, entry: LegendEntry, color: QColor
    ) -> None:
        px = self._theme.px
        left, right = slot.left() + px(2), slot.left() + px(9)
        ends: list[tuple[float, float]] = [(left, right)]
        if entry.is_dot:
            ends = [((left + right) / 2, (left + right) / 2 + 0.1)]
        elif entry.dashed:
            ends = [(left, left + 0.5), (right - 0.5, right)]
        wide = px(7) if entry.is_dot else px(3)
        painter.setPen(QPen(color, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = QRectF(slot).center().y() + 0.5
        for start, stop in ends:
            painter.drawLine(QPointF(start, middle), QPointF(stop, middle))

    # --- mouse ---

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for slot, entry in zip(self._slots, self._entries, strict=False):
            if event.button() == Qt.MouseButton.LeftButton and slot.contains(point):
                self.entry_clicked.emit(entry.name)
                return
        super().mouseReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(any(slot.contains(event.position().toPoint()) for slot in self._slots))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            wide = QFontMetrics(self._title_font()).horizontalAdvance(self._title)
            if wide > self.width() and event.y() < self._row_height():
                QToolTip.showText(event.globalPos(), escaped(self._title), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def escaped(text: str) -> str:
    """Return text that a tool tip shows as it is, never as markup."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe}</span>"
