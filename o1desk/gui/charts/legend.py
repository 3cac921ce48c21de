"""The legend of a chart: what each line is called and its number, in rows that do not jump."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

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


class Legend:
    """The entries and where they stand.

    Attributes:
        entries: In order.
        slots: Where the first of them stand; the others have no room.
    """

    def __init__(self, theme: Theme) -> None:
        """Start without entries."""
        self._theme = theme
        self._room = 0
        self._reserved: dict[str, int] = {}
        self.entries: list[LegendEntry] = []
        self.slots: list[QRect] = []

    def forget_sizes(self) -> None:
        """Measure everything anew: fonts are others."""
        self._reserved.clear()

    def set_values(self, values: dict[str, tuple[str, bool]]) -> None:
        """Change numbers, and whether they are stale, by name of the series."""
        self.entries = [
            replace(e, value=values[e.name][0], stale=values[e.name][1]) if e.name in values else e
            for e in self.entries
        ]

    def row_height(self) -> int:
        """Return the height of one row in pixels."""
        return QFontMetrics(self._font()).height() + self._theme.px(2)

    def name_at(self, point: QPoint) -> str | None:
        """Return the name of the entry at a point, or None."""
        for slot, entry in zip(self.slots, self.entries, strict=False):
            if slot.contains(point):
                return entry.name
        return None

    def place(self, top: int, width: int) -> None:
        """Let the entries flow into rows; a number keeps the widest room that it ever needed.

        Args:
            top: Of the first row in pixels.
            width: Of the rows.
        """
        self._room = width
        px, metrics = self._theme.px, QFontMetrics(self._font())
        row, room = self.row_height(), max(width, px(80))
        widest = room if len(self.entries) <= LEGEND_ROWS else (room - px(14)) // 2
        slots: list[QRect] = []
        x, line = 0, 0
        for entry in self.entries:
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
        self.slots = slots

    def paint(self, painter: QPainter) -> None:
        """Paint every entry that has a place, and how many have none."""
        for slot, entry in zip(self.slots, self.entries, strict=False):
            self._paint_entry(painter, slot, entry)
        hidden = len(self.entries) - len(self.slots)
        if hidden:
            row = QRect(0, self.slots[-1].top(), self._room, self.row_height())
            painter.setPen(self._theme.color("faint"))
            painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, f"+{hidden}")

    def _font(self) -> QFont:
        return figures(self._theme.font("small"))

    def _paint_entry(self, painter: QPainter, slot: QRect, entry: LegendEntry) -> None:
        px, metrics = self._theme.px, QFontMetrics(self._font())
        color = self._theme.color("faint") if entry.off else entry.color
        self._paint_swatch(painter, slot, entry, color)
        painter.setFont(self._font())
        text = slot.adjusted(px(15), 0, 0, 0)
        value = metrics.horizontalAdvance(entry.value)
        space = min(text.width() + px(8), self._room - text.left())
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
