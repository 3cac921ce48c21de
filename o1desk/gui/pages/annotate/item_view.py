"""The left side: the problem, its steps, the answer, and the ratings under them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.pages.annotate.answer_card import AnswerCard
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.pages.annotate.problem_card import ProblemCard
from o1desk.gui.pages.annotate.rated_steps import RatedSteps
from o1desk.gui.pages.annotate.rating import Rating
from o1desk.gui.pages.annotate.rating_card import RatingCard, value_words
from o1desk.gui.pages.annotate.rating_strip import RatingStrip
from o1desk.gui.pages.annotate.trouble_strip import TroubleStrip
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import row
from o1desk.gui.widgets.labels import label

MOST_PX = 1160  # longer lines are hard to read


class ItemView(QWidget):
    """What is in hand.

    Attributes:
        problem: The problem.
        steps: The chain.
        answer: The answer.
        ratings: The buttons.
        trouble: What stands between us and the disk.
    """

    def __init__(self, session: Session, desk: AnnotationDesk, rating: Rating) -> None:
        """Build the cards.

        Args:
            session: The session.
            desk: The annotation.
            rating: What can be said.
        """
        super().__init__()
        theme = session.theme
        self.setMaximumWidth(theme.px(MOST_PX))
        self._desk, self._rating = desk, rating
        self.trouble = TroubleStrip(session, desk.book)
        self.problem = ProblemCard(theme)
        self.strip = RatingStrip(theme)
        self._count = label("", "small")
        self.steps = RatedSteps(theme, value_words())
        self.answer = AnswerCard(theme)
        self.ratings = RatingCard(theme)
        line, parts = row(theme, gap=12)
        parts.addWidget(self.strip, 1)
        parts.addWidget(self._count)
        rows = QVBoxLayout(self)
        edge = theme.px(16)
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.setSpacing(theme.px(8))
        for part in (self.trouble, self.problem, line):
            rows.addWidget(part)
        rows.addWidget(self.steps)
        rows.addWidget(self.answer)
        rows.addStretch(1)
        rows.addWidget(self.ratings)
        self._wire()

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the keys on buttons and tooltips."""
        self.ratings.show_keys(keys)
        self.answer.show_keys(keys)
        self.steps.set_keys(keys)

    @property
    def count(self) -> str:
        """How far the chain is rated, as people read it."""
        return self._count.text()

    def show_item(self) -> None:
        """Show another sample."""
        item = self._desk.item
        if item is None:
            return
        self.problem.show_sample(item.sample)
        self.steps.show_item(item)
        self.strip.set_steps(item.views)
        self.show_labels()
        self.show_step()

    def show_labels(self) -> None:
        """Show what is said of the sample now."""
        item = self._desk.item
        if item is None:
            return
        end = item.end(stops=self._desk.stops)
        self.steps.show_marks(item.marks, end)
        self.strip.show_values(item.values, end)
        self._count.setText(self._how_far(item))
        self.answer.show_sample(
            item.sample,
            is_revealed=self._rating.is_revealed(),
            suggested=self._rating.suggestion(),
            rated=item.mark(None).value,
        )
        self._show_bars()

    def show_step(self) -> None:
        """Show which step is in hand."""
        self.steps.show_step(self._desk.step)
        self.strip.set_highlight(self._desk.step)
        self._show_bars()

    def selected_text(self) -> str:
        """Return what is selected in the problem or the answer."""
        boxes = (self.problem.prompt, self.answer.answer, self.answer.reference)
        return next((text for text in (box.selected_text() for box in boxes) if text), "")

    def _show_bars(self) -> None:
        item, step = self._desk.item, self._desk.step
        if item is not None:
            self.ratings.show_item(item, step, is_open=self._rating.is_open(step))

    def _how_far(self, item: Item) -> str:
        number = QLocale().toString
        error = item.first_error
        if error is not None and self._desk.stops:
            return self.tr("First error at step {n}: the rest is not judged").format(
                n=number(error + 1)
            )
        return self.tr("{rated} of {n} steps rated").format(
            rated=number(len(item.values)), n=number(item.length)
        )

    def _wire(self) -> None:
        desk = self._desk
        desk.item_changed.connect(self.show_item)
        desk.labels_changed.connect(self.show_labels)
        desk.step_changed.connect(self.show_step)
        self.steps.step_clicked.connect(desk.set_step)
        self.strip.pressed.connect(desk.set_step)
        self.strip.hovered.connect(self.steps.set_highlight)
        self.steps.rated.connect(self._on_rated)
        self.answer.accept.clicked.connect(self._rating.accept)
        self.ratings.step_bar.rated.connect(self._rating.rate_step)
        self.ratings.step_bar.cleared.connect(self._rating.clear)
        self.ratings.whole_bar.rated.connect(self._rating.rate_whole)
        self.ratings.whole_bar.cleared.connect(self._rating.clear_whole)

    def _on_rated(self, row_index: int, value: int) -> None:
        self._rating.rate_step(value, row_index)
