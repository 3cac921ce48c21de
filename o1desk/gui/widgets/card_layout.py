"""Where each card of a long list lies; only cards that somebody looks at are laid out."""

from collections import OrderedDict

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QFontMetricsF

from o1desk.gui.models.step_model import StepModel, StepView
from o1desk.gui.shown import columns_of
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.row_heights import RowHeights
from o1desk.gui.widgets.step_card import BADGE, GAP, MOST_LINES, PAD_X, PAD_Y, Fold, StepCard
from o1desk.gui.widgets.text_block import LEADING

KEPT_CARDS = 200


class CardLayout:
    """The cards of a model in one column.

    Attributes:
        heights: Height of each card, guessed until it was looked at.
        width: Width of the cards, pixels.
    """

    def __init__(self, theme: Theme, model: StepModel) -> None:
        """Lay out nothing yet."""
        self._theme, self._model = theme, model
        self._cards: OrderedDict[int, StepCard] = OrderedDict()
        self._folds: dict[int, Fold] = {}
        self.heights = RowHeights()
        self.width = 0
        self._has_labels = False

    def begin(self) -> None:
        """Forget everything about rows: they are others now."""
        self._folds.clear()
        self.lay_out(self.width)

    def lay_out(self, width: int) -> None:
        """Lay out for a width; open and folded cards stay so."""
        self.width = width
        self._cards.clear()
        steps = [self._model.step(row) for row in range(self._model.rowCount())]
        self._has_labels = any(step.label is not None for step in steps)
        lines = [self._lines_of(step) for step in steps]
        self.heights.reset(self._guessed(np.array(lines, dtype=np.float64).reshape(-1, 2)))

    def insert(self, row: int) -> None:
        """A row came; those behind it moved."""
        for behind in [each for each in self._cards if each >= row]:
            del self._cards[behind]
        lines = np.array([self._lines_of(self._model.step(row))], dtype=np.float64)
        self.heights.insert(row, int(self._guessed(lines)[0]))
        self._note_label(row)

    def remove_last(self) -> None:
        """The last row went."""
        self.heights.remove_last()
        self._cards.pop(len(self.heights), None)

    def change(self, row: int) -> None:
        """A row shows something else."""
        self._cards.pop(row, None)
        self.heights.doubt(row)
        self._note_label(row)

    def card(self, row: int) -> StepCard:
        """Return the card of a row, laid out."""
        card = self._cards.get(row)
        if card is None:
            is_streaming = row == self._model.streaming_row
            card = StepCard(
                self._theme,
                self._model.step(row),
                self.width,
                fold=self.fold(row),
                is_streaming=is_streaming,
                has_labels=self._has_labels,
            )
            self._cards[row] = card
            if len(self._cards) > KEPT_CARDS:
                self._cards.popitem(last=False)
        self._cards.move_to_end(row)
        return card

    def fold(self, row: int) -> Fold:
        """Return how much of a row is shown."""
        return self._folds.get(row, Fold.USUAL)

    def set_fold(self, row: int, fold: Fold) -> None:
        """Show more or less of a row."""
        self._folds[row] = fold
        self.change(row)

    def set_all_folds(self, fold: Fold) -> None:
        """Show the same of every row."""
        self._folds = dict.fromkeys(range(self._model.rowCount()), fold)
        self.lay_out(self.width)

    def settle(self, top: int, bottom: int) -> int:
        """Measure the cards between two heights.

        Returns:
            By how many pixels what lies above `top` grew, so that a view can scroll along.
        """
        grown_above = 0
        row = self.heights.row_at(top)
        while 0 <= row < len(self.heights) and (start := self.heights.top(row)) < bottom:
            card = self.card(row)
            if card.settle(top - start, bottom - start) or not self.heights.is_exact(row):
                grown = self.heights.measure(row, card.height)
                grown_above += grown if start < top else 0
            row += 1
        return grown_above

    def _note_label(self, row: int) -> None:
        """Make room for labels on all cards when the first one comes."""
        if not self._has_labels and self._model.step(row).label is not None:
            self.lay_out(self.width)

    def _lines_of(self, step: StepView) -> tuple[int, int]:
        """Return how wide a text is in narrow letters, and its line breaks."""
        text = step.text[: MOST_LINES * 400]
        return columns_of(text), text.count("\n")

    def _guessed(self, lines: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        metrics = QFontMetricsF(self._theme.font())
        px = self._theme.px
        room = max(self.width - px(2 * PAD_X + BADGE), px(80))
        count = np.ceil(lines[:, 0] * metrics.averageCharWidth() / room) + lines[:, 1]
        pitch = np.ceil(metrics.height() * (1 + LEADING))
        body = np.clip(count, 1, MOST_LINES) * pitch
        guessed = np.maximum(body, px(BADGE)) + px(2 * PAD_Y + GAP)
        return np.asarray(guessed, dtype=np.int64)
