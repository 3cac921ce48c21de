"""Ask it now: a question to the policy as it stands, answered between two steps of the training."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from o1desk.core import trace
from o1desk.gui.pages.train.asking import Asked
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.labels import button, chip, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.steps import StepCards, StepView

KEPT = 30  # cards; older questions scroll out of the list
ANSWER_LINES = 14


class AskBox(QWidget):
    """A field, and the answers above each other, newest first."""

    def __init__(self, theme: Theme) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._theme = theme
        self._record: RunRecord | None = None
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Question to the policy in training"))
        self._field.setPlaceholderText(self.tr("347 + 85 - 126 ="))
        self._field.returnPressed.connect(self._on_ask)
        self._button = button(self.tr("Ask"), self._on_ask, kind="primary")
        self._why = label("", "small", is_wrapped=True)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._field, 1)
        line.addWidget(self._button)
        self._cards: list[tuple[Asked, _AnswerCard]] = []
        content, self._list = column(theme, gap=8)
        self._list.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(line)
        layout.addWidget(self._why)
        layout.addWidget(scrolled(content), 1)

    @property
    def draft(self) -> str:
        """What is typed and not asked."""
        return self._field.text()

    @draft.setter
    def draft(self, text: str) -> None:
        self._field.setText(text)

    def show_record(self, record: RunRecord) -> None:
        """Show what was asked of a run."""
        if record is self._record:
            self.refresh()
            return
        if self._record is not None:
            self._record.asking.changed.disconnect(self.refresh)
        self._record = record
        for _, card in self._cards:
            card.deleteLater()
        self._cards.clear()
        record.asking.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show new questions and answers, and whether one can be asked now."""
        record = self._record
        if record is None:
            return
        can_ask = record.asking.is_possible
        self._field.setEnabled(can_ask)
        self._button.setEnabled(can_ask)
        self._why.setText(self._reason(record))
        for asked in record.asking.asked[-KEPT:]:
            self._show(asked)

    def _reason(self, record: RunRecord) -> str:
        if record.asking.is_possible:
            return self.tr("It answers after the step in hand, as it stands then.")
        if record.is_active:
            return self.tr("It can be asked as soon as its worker has started.")
        return self.tr("The run is over: chat with one of its checkpoints instead.")

    def _show(self, asked: Asked) -> None:
        for known, card in self._cards:
            if known is asked:
                card.show_answer(asked)
                return
        card = _AnswerCard(self._theme, asked)
        self._cards.append((asked, card))
        self._list.insertWidget(0, card)
        if len(self._cards) > KEPT:
            self._cards.pop(0)[1].deleteLater()

    def _on_ask(self) -> None:
        record = self._record
        if record is not None and record.asking.ask(self._field.text()):
            self._field.clear()


class _AnswerCard(Card):
    """One question and its answer."""

    def __init__(self, theme: Theme, asked: Asked) -> None:
        super().__init__(theme)
        self._theme = theme
        self._is_told = False
        prompt = PlainText(theme, max_lines=4)
        prompt.set_text(asked.prompt)
        self.body.addWidget(prompt)
        self._waiting = label(self.tr("Waiting for the end of the step\u2026"), "muted")
        self.body.addWidget(self._waiting)
        self.show_answer(asked)

    def show_answer(self, asked: Asked) -> None:
        if self._is_told or asked.is_waiting:
            return
        self._is_told = True
        self._waiting.hide()
        if asked.trouble:
            self.body.addWidget(label(asked.trouble, tone="warn", is_wrapped=True))
            return
        step = QLocale().toString(asked.step or 0)
        self.body.addWidget(chip(self.tr("after step {n}").format(n=step), "accent"))
        thinking, answer, _ = trace.split(asked.text)
        steps = trace.steps_of(thinking)
        if steps:
            cards = StepCards(self._theme)
            cards.set_steps(StepView(index=n, text=s.text) for n, s in enumerate(steps))
            self.body.addWidget(cards)
        box = Card(self._theme, kind="accent")
        said = PlainText(self._theme, max_lines=ANSWER_LINES)
        said.set_text((answer or asked.answer).strip() or self.tr("It came to no answer."))
        box.body.addWidget(said)
        self.body.addWidget(box)
