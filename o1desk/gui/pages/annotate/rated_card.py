"""A step as a card that can be rated: its tint, its mark, and three places to press."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from o1desk.gui.models.step_model import StepModel, StepView
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.card_layout import KEPT_CARDS, CardLayout
from o1desk.gui.widgets.certainty import blend
from o1desk.gui.widgets.step_card import MARK, MARKS, PAD_X, PAD_Y, CardState, Fold, StepCard

ORDER = (-1, 0, 1)
SPACE, REACH, STRIPE, LEAST = (
    6,
    4,
    3,
    280,
)  # pixels at 100 %: between targets, around them, current step
TINT, CLOSED = 0.55, 0.45


@dataclass(slots=True)
class Rules:
    """What holds for all cards of a chain.

    Attributes:
        end: So many steps are to be rated.
        pointed: Row and value under the pointer; None for none.
    """

    end: int = 0
    pointed: tuple[int, int] | None = None


class RatedCard(StepCard):
    """A step with three targets at its right end: wrong, neutral, right."""

    def __init__(
        self, theme: Theme, step: StepView, width: int, *, row: int, fold: Fold, rules: Rules
    ) -> None:
        """Lay a step out.

        Args:
            theme: The look.
            step: What to show.
            width: Width of the card, pixels.
            row: Its row.
            fold: How much of the text to show.
            rules: What holds for all cards.
        """
        self._row, self._rules = row, rules
        self._state = CardState()
        # A list that has no room yet would break long texts into lines of one letter.
        super().__init__(theme, step, max(width, theme.px(LEAST)), fold=fold)

    def target_rect(self, corner: QPointF, value: int) -> QRectF:
        """Return where the target of a value stands on a card at a corner."""
        px = self._theme.px
        pitch = px(MARK) + px(SPACE)
        x = corner.x() + self._width - px(PAD_X) - px(MARK) - (1 - value) * pitch
        return QRectF(x, corner.y() + px(PAD_Y), px(MARK), px(MARK))

    def target_at(self, corner: QPointF, point: QPointF) -> int | None:
        """Return the value whose target lies at a point; None for none."""
        if not self._is_open:
            return None
        reach = self._theme.px(REACH)
        rects = ((value, self.target_rect(corner, value)) for value in ORDER)
        hits = (
            value
            for value, rect in rects
            if rect.adjusted(-reach + 1, -2 * reach, reach - 1, 2 * reach).contains(point)
        )
        return next(hits, None)

    @property
    def _is_open(self) -> bool:
        return self._row < self._rules.end

    @override
    def paint(self, painter: QPainter, corner: QPointF, state: CardState, clip: QRect) -> None:
        self._state = state
        painter.save()
        if not self._is_open:
            painter.setOpacity(CLOSED)
        super().paint(painter, corner, state, clip)
        painter.restore()

    @override
    def _paint_frame(self, painter: QPainter, frame: QRectF, state: CardState) -> None:
        color, px = self._theme.color, self._theme.px
        fill, edge = color("surface"), color("border")
        if self.step.label in MARKS:
            tone = MARKS[self.step.label][1]
            fill = blend(fill, color(f"{tone}_soft"), TINT)
            edge = blend(edge, color(tone), 0.25)
        if state.is_current:
            edge = color("accent" if state.has_focus else "border_strong")
        elif state.is_hovered or state.is_highlighted:
            edge = color("border_strong")
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        radius = px(8)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if state.is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            stripe = QRectF(frame.left() + px(3), frame.top() + px(8), px(STRIPE), 0)
            stripe.setBottom(frame.bottom() - px(8))
            painter.drawRoundedRect(stripe, px(STRIPE) / 2, px(STRIPE) / 2)

    @override
    def _paint_side(self, painter: QPainter, frame: QRectF, below: float) -> None:
        is_near = self._is_open and (self._state.is_current or self._state.is_hovered)
        for value in ORDER:
            rect = self.target_rect(frame.topLeft(), value)
            if value == self.step.label:
                self._paint_target(painter, rect, value, is_chosen=True)
            elif is_near:
                self._paint_target(painter, rect, value, is_chosen=False)

    def _paint_target(
        self, painter: QPainter, rect: QRectF, value: int, *, is_chosen: bool
    ) -> None:
        sign, tone = MARKS[value]
        color = self._theme.color
        fill, edge, ink = color("surface"), color("border_strong"), color("muted")
        if is_chosen:
            fill, edge, ink = color(tone), color(tone), color("surface")
        elif self._rules.pointed == (self._row, value):
            fill, edge, ink = color(f"{tone}_soft"), color(tone), color(tone)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(ink)
        self._draw(painter, rect, sign, Qt.AlignmentFlag.AlignCenter)

    @override
    def _has_side(self) -> bool:
        return False

    @override
    def _right_width(self) -> int:
        px = self._theme.px
        return 3 * px(MARK) + 2 * px(SPACE) + px(16)

    @override
    def _side_height(self) -> int:
        return self._theme.px(MARK)


class RatedLayout(CardLayout):
    """Cards that can be rated, in one column."""

    def __init__(self, theme: Theme, model: StepModel) -> None:
        """Lay out nothing yet."""
        super().__init__(theme, model)
        self.rules = Rules()

    def rated_card(self, row: int) -> RatedCard:
        """Return the card of a row, laid out."""
        card = self._cards.get(row)
        if not isinstance(card, RatedCard):
            card = RatedCard(
                self._theme,
                self._model.step(row),
                self.width,
                row=row,
                fold=self.fold(row),
                rules=self.rules,
            )
            self._cards[row] = card
            if len(self._cards) > KEPT_CARDS:
                self._cards.popitem(last=False)
        self._cards.move_to_end(row)
        return card

    @override
    def card(self, row: int) -> StepCard:
        return self.rated_card(row)

    @override
    def _note_label(self, row: int) -> None:
        """Every card has room for its label already."""
