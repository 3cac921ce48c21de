"""Paints plain text in lines of one width; a long text is laid out only where it is looked at."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from o1desk.gui.shown import columns_of, cut_units, shown_text

MOST_COLUMNS = 800  # no line of a window holds more characters
LEADING = 0.2  # air between lines, share of a line
KEPT_LAYOUTS = 64


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph in lines, of which `first` to `last` are shown."""

    layout: QTextLayout
    first: int
    last: int

    def top(self) -> float:
        return self.layout.lineAt(self.first).y()

    def height(self, pitch: float) -> float:
        return (self.last - self.first) * pitch


class TextBlock:
    """A text of any length that becomes lines on demand.

    Attributes:
        is_cut: Whether there is more text than lines were allowed.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: int,
        *,
        most_lines: int | None = None,
        is_tail: bool = False,
    ) -> None:
        """Prepare a text.

        Args:
            text: As it is stored; markup is text.
            font: Letters.
            width: Length of a line, pixels.
            most_lines: How many lines are shown; None for all.
            is_tail: Whether the last lines are shown instead of the first.
        """
        self._font, self._metrics = font, QFontMetricsF(font)
        self._width = max(width, 1)
        self.pitch = math.ceil(self._metrics.height() * (1 + LEADING))
        self._ellipsis = ""
        self.is_cut = False
        self._parts: dict[int, _Part] = {}
        if most_lines is None:
            self._paragraphs = shown_text(text).split("\n")
        else:
            self._limit(text, most_lines, is_tail=is_tail)
        self._heights = [self._guess(each) for each in self._paragraphs]
        if most_lines is not None:
            for index, part in self._parts.items():
                self._heights[index] = part.height(self.pitch)

    @property
    def height(self) -> int:
        """Height of all lines in pixels; a guess where nobody looked yet."""
        return math.ceil(sum(self._heights))

    def settle(self, top: float, bottom: float) -> bool:
        """Lay out what lies between two heights; return whether the height of all changed."""
        before, y, index = self.height, 0.0, 0
        while index < len(self._paragraphs) and y < bottom:
            if y + self._heights[index] > top:
                self._heights[index] = self._part(index).height(self.pitch)
            y += self._heights[index]
            index += 1
        return self.height != before

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        """Paint the lines that meet a rectangle with the painter's pen; (x, y) is the corner."""
        for index in range(len(self._paragraphs)):
            if y >= clip.bottom():
                break
            if y + self._heights[index] > clip.top():
                self._paint_part(painter, index, QPointF(x, y), clip)
            y += self._heights[index]

    def _paint_part(self, painter: QPainter, index: int, corner: QPointF, clip: QRectF) -> None:
        part = self._part(index)
        at = QPointF(corner.x(), corner.y() - part.top())
        is_last = index == len(self._paragraphs) - 1
        if self._ellipsis and is_last:
            for number in range(part.first, part.last - 1):
                part.layout.lineAt(number).draw(painter, at)
            line = part.layout.lineAt(part.last - 1)
            painter.setFont(self._font)
            base = QPointF(at.x(), at.y() + line.y() + line.ascent())
            painter.drawText(base, self._ellipsis)
        elif part.last - part.first < part.layout.lineCount():
            for number in range(part.first, part.last):
                part.layout.lineAt(number).draw(painter, at)
        else:
            part.layout.draw(painter, at, [], clip)

    def _limit(self, text: str, most: int, *, is_tail: bool) -> None:
        """Keep the paragraphs of the first or last lines and lay them out."""
        reach = most * MOST_COLUMNS
        head = text[-reach:] if is_tail else text[:reach]
        paragraphs = shown_text(head).split("\n")
        order = range(len(paragraphs))
        left, kept = most, []
        for index in reversed(order) if is_tail else order:
            layout = self._lay_out(paragraphs[index])
            count = layout.lineCount()
            shown = min(count, left)
            first = count - shown if is_tail else 0
            kept.append((index, _Part(layout, first, first + shown)))
            left -= shown
            self.is_cut = shown < count
            if left == 0:
                break
        self.is_cut |= len(kept) < len(paragraphs) or len(head) < len(text)
        kept.sort(key=lambda pair: pair[0])
        self._paragraphs = [paragraphs[index] for index, _ in kept]
        self._parts = {number: part for number, (_, part) in enumerate(kept)}
        if self.is_cut and not is_tail:
            self._ellipsis = self._last_line(kept[-1][1], self._paragraphs[-1])

    def _last_line(self, part: _Part, paragraph: str) -> str:
        start = part.layout.lineAt(part.last - 1).textStart()
        rest = cut_units(paragraph, start, start + MOST_COLUMNS)
        return self._metrics.elidedText(rest + " …", Qt.TextElideMode.ElideRight, self._width)

    def _part(self, index: int) -> _Part:
        part = self._parts.get(index)
        if part is None:
            if len(self._parts) >= KEPT_LAYOUTS:
                self._parts.pop(next(iter(self._parts)))
            layout = self._lay_out(self._paragraphs[index])
            part = self._parts[index] = _Part(layout, 0, layout.lineCount())
        return part

    def _lay_out(self, paragraph: str) -> QTextLayout:
        layout = QTextLayout(paragraph, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0.0, y))
            y += self.pitch
        layout.endLayout()
        return layout

    def _guess(self, paragraph: str) -> float:
        return guess_lines(columns_of(paragraph), self._width, self._metrics) * self.pitch


def guess_lines(columns: int, width: float, metrics: QFontMetricsF) -> int:
    """Return about how many lines so many columns of text take."""
    return max(1, math.ceil(columns * metrics.averageCharWidth() / max(width, 1.0)))
