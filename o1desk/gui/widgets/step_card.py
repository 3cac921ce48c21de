"""One step of a chain of thought as a painted card."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from o1desk.gui.models.step_model import StepView
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.certainty import blend, doubt_color, doubt_of
from o1desk.gui.widgets.text_block import TextBlock

MOST_LINES = 12  # a longer step shows so many until somebody asks for more
NOTE_LINES = 4
MARKS = {1: ("✓", "good"), 0: ("?", "warn"), -1: ("✗", "bad")}
# Pixels at 100 %.
GAP, PAD_X, PAD_Y, BADGE, MARK, BAR_WIDTH, BAR = 8, 12, 10, 22, 20, 72, 4
NARROW = 440


class Fold(Enum):
    """How much of a step is shown."""

    LINE = "line"
    USUAL = "usual"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CardState:
    """What sets a card apart while it is painted."""

    is_current: bool = False
    is_hovered: bool = False
    is_highlighted: bool = False
    has_focus: bool = False


class StepCard:
    """A step laid out for a width.

    Attributes:
        step: What it shows.
        fold: How much of it is shown.
    """

    def __init__(
        self,
        theme: Theme,
        step: StepView,
        width: int,
        *,
        fold: Fold = Fold.USUAL,
        is_streaming: bool = False,
        has_labels: bool = False,
    ) -> None:
        """Lay a step out.

        Args:
            theme: The look.
            step: What to show.
            width: Width of the card, pixels.
            fold: How much of the text to show.
            is_streaming: Whether it is still being written; then its end is shown.
            has_labels: Whether any step of the chain has a label; all make room for one then.
        """
        self.step, self.fold = step, fold
        self._theme, self._width, self._is_streaming = theme, width, is_streaming
        self._mark_room = theme.px(MARK + 8) if has_labels else 0
        self._small = QFontMetricsF(theme.font("small"))
        self._meta = figures_of(step)
        self._doubt = None if is_streaming else doubt_of(step)
        self._is_narrow = width < theme.px(NARROW)
        self._left = theme.px(PAD_X + BADGE + PAD_X)
        text_width = width - self._left - theme.px(PAD_X) - self._right_width()
        lines = {Fold.LINE: 1, Fold.USUAL: MOST_LINES, Fold.ALL: None}[fold]
        self._text = TextBlock(
            step.text, theme.font(), text_width, most_lines=lines, is_tail=is_streaming
        )
        note = step.note if fold is not Fold.LINE else ""
        self._note = (
            TextBlock(note, theme.font("small"), text_width, most_lines=NOTE_LINES)
            if note
            else None
        )

    @property
    def height(self) -> int:
        """Height with the gap to the next card, pixels."""
        px = self._theme.px
        left = max(self._body_height(), px(BADGE))
        return max(left, 0 if self._is_narrow else self._side_height()) + px(2 * PAD_Y + GAP)

    @property
    def has_more(self) -> bool:
        """Whether a press on "more" or "less" does something."""
        return self.fold is Fold.ALL or (
            self.fold is Fold.USUAL and self._text.is_cut and not self._is_streaming
        )

    def settle(self, top: float, bottom: float) -> bool:
        """Lay out the text between two heights of the card; return whether it grew or shrank."""
        if self.fold is not Fold.ALL:
            return False
        offset = self._theme.px(PAD_Y)
        return self._text.settle(top - offset, bottom - offset)

    def badge_rect(self, corner: QPointF) -> QRectF:
        """Return where the number stands on a card at a corner."""
        px = self._theme.px
        return QRectF(corner.x() + px(PAD_X), corner.y() + px(PAD_Y) - px(1), px(BADGE), px(BADGE))

    def more_rect(self, corner: QPointF) -> QRectF:
        """Return where "more" stands; empty when all is shown."""
        if not self.has_more:
            return QRectF()
        width = self._small.horizontalAdvance(self._more_words()) + self._theme.px(8)
        top = corner.y() + self._theme.px(PAD_Y) + self._text.height
        return QRectF(corner.x() + self._left, top, width, self._line())

    def paint(self, painter: QPainter, corner: QPointF, state: CardState, clip: QRect) -> None:
        """Paint the card with its upper left corner at a point."""
        px = self._theme.px
        frame = QRectF(corner.x(), corner.y(), self._width, self.height - px(GAP))
        self._paint_frame(painter, frame, state)
        self._paint_badge(painter, self.badge_rect(corner))
        color = "muted" if self.fold is Fold.LINE or self._is_streaming else "text"
        painter.setPen(self._theme.color(color))
        x, y = corner.x() + self._left, corner.y() + px(PAD_Y)
        self._text.paint(painter, x, y, QRectF(clip))
        y += self._text.height
        painter.setFont(self._theme.font("small"))
        if self.has_more:
            painter.setPen(self._theme.color("accent"))
            self._draw(painter, QRectF(x, y, frame.width(), self._line()), self._more_words())
            y += self._line()
        if self._note is not None:
            painter.setPen(self._theme.color("muted"))
            self._note.paint(painter, x, y + px(4), QRectF(clip))
            y += px(4) + self._note.height
        self._paint_side(painter, frame, y)

    def _paint_frame(self, painter: QPainter, frame: QRectF, state: CardState) -> None:
        color = self._theme.color
        fill = color("surface")
        if state.is_highlighted:
            fill = blend(fill, color("accent_soft"), 0.6)
        edge = color("border")
        if state.is_current and state.has_focus:
            edge = color("accent")
        elif state.is_current or state.is_hovered or state.is_highlighted:
            edge = color("border_strong")
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        radius = self._theme.px(8)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        color = self._theme.color
        fill, ink = color("sunken"), color("muted")
        if self._is_streaming:
            fill, ink = color("accent_soft"), color("accent")
        words = QLocale().toString(self.step.index + 1)
        font = self._theme.font("small", bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(words) + self._theme.px(8)
        if wide > rect.width():
            font.setPixelSize(max(7, round(font.pixelSize() * rect.width() / wide)))
        _pill(painter, rect, fill)
        painter.setFont(font)
        painter.setPen(ink)
        self._draw(painter, rect, words, Qt.AlignmentFlag.AlignCenter)

    def _paint_side(self, painter: QPainter, frame: QRectF, below: float) -> None:
        """Paint figures, bar and label at the right, or under the text of a narrow card."""
        px = self._theme.px
        x = frame.right() - px(PAD_X)
        top = below + px(4) if self._is_narrow else frame.top() + px(PAD_Y)
        if self._is_narrow and not self._has_side():
            return
        if self.step.label in MARKS:
            sign, tone = MARKS[self.step.label]
            rect = QRectF(x - px(MARK), top - px(1), px(MARK), px(MARK))
            self._paint_mark(painter, rect, sign, tone)
        x -= self._mark_room
        left = frame.left() + self._left
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        align = Qt.AlignmentFlag.AlignLeft if self._is_narrow else Qt.AlignmentFlag.AlignRight
        line = QRectF(left, top, x - left, px(18))
        self._draw(painter, line, self._meta, align | Qt.AlignmentFlag.AlignVCenter)
        if self._doubt is not None:
            used = self._small.horizontalAdvance(self._meta) + px(12) if self._meta else 0.0
            bar_x = left + used if self._is_narrow else x - px(BAR_WIDTH)
            bar_y = top + px(7) if self._is_narrow else top + px(20)
            self._paint_bar(painter, QRectF(bar_x, bar_y, px(BAR_WIDTH), px(BAR)))

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        doubt = self._doubt or 0.0
        _pill(painter, rect, self._theme.color("border"))
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * doubt))
        _pill(painter, filled, doubt_color(self._theme, doubt))

    def _paint_mark(self, painter: QPainter, rect: QRectF, sign: str, tone: str) -> None:
        _pill(painter, rect, self._theme.color(f"{tone}_soft"))
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._theme.color(tone))
        self._draw(painter, rect, sign, Qt.AlignmentFlag.AlignCenter)

    def _draw(
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, words)

    def _body_height(self) -> int:
        height = self._text.height + (self._line() if self.has_more else 0)
        if self._note is not None:
            height += self._theme.px(4) + self._note.height
        if self._is_narrow and self._has_side():
            height += self._theme.px(4 + 18)
        return height

    def _has_side(self) -> bool:
        return bool(self._meta) or self._doubt is not None or self.step.label in MARKS

    def _side_height(self) -> int:
        return self._theme.px(18 + (8 if self._doubt is not None else 0))

    def _right_width(self) -> int:
        if self._is_narrow or not self._has_side():
            return 0
        px = self._theme.px
        bar = px(BAR_WIDTH) if self._doubt is not None else 0
        sample = self._small.horizontalAdvance("8,888 tok · 88.8 s")  # one column for all cards
        meta = max(self._small.horizontalAdvance(self._meta), sample) if self._meta else 0
        return round(max(meta, bar)) + self._mark_room + px(16)

    def _line(self) -> int:
        return self._theme.px(20)

    def _more_words(self) -> str:
        if self.fold is Fold.ALL:
            return QCoreApplication.translate("StepCards", "Show less")
        words = QCoreApplication.translate("StepCards", "Show all {count} characters")
        return words.format(count=QLocale().toString(len(self.step.text)))


def figures_of(step: StepView) -> str:
    """Return the length and the time of a step with their units; empty when unknown."""
    parts = []
    if step.tokens:
        words = QCoreApplication.translate("StepCards", "{count} tok")
        parts.append(words.format(count=QLocale().toString(step.tokens)))
    if step.ms:
        words = QCoreApplication.translate("StepCards", "{seconds} s")
        seconds = step.ms / 1000
        digits = 2 if seconds < 0.1 else 1
        parts.append(words.format(seconds=QLocale().toString(seconds, "f", digits)))
    return " · ".join(parts)


def _pill(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = min(rect.width(), rect.height()) / 2
    painter.drawRoundedRect(rect, radius, radius)
