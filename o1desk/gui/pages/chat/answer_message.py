"""An answer in the transcript, from the first moment of waiting to its final shape."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from o1desk.core.words import filled
from o1desk.gui.models.verdicts import method_text
from o1desk.gui.pages.chat.answer_footer import AnswerFooter
from o1desk.gui.pages.chat.answer_status import ended_text, status_text
from o1desk.gui.pages.chat.branches import BranchArrows
from o1desk.gui.pages.chat.candidates import Candidates, chains_of
from o1desk.gui.pages.chat.fault_card import FaultCard
from o1desk.gui.pages.chat.follower import Follower
from o1desk.gui.pages.chat.outcome import Pending
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.shown import one_line
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import chip, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.steps import AnswerBox, ThinkingBlock
from o1desk.rewards.extract import final_answer, has_box

RAW_LINES = 30


class AnswerMessage(QWidget):
    """Thinking, answer, votes, faults, figures.

    Attributes:
        turn: The message; None while it is being written.
        thinking: The chain of thought.
        answer: The final answer.
        branches: Arrows between the answers to one question.
        status: A line about what is going on, or why the answer ends where it ends.
        footer: Figures and buttons; None while it is being written.
        candidates: The chains of a vote; None for a single chain.
        fault: What went wrong; None when nothing did.

    Signals:
        again: The question should be asked once more (id).
        rated: A thumb was pressed (id, value).
        annotated: The answer should be annotated (id).
        store_wanted: The answer should be stored again (id).
        model_wanted: Another model should be picked.
    """

    again = Signal(int)
    rated = Signal(int, int)
    annotated = Signal(int)
    store_wanted = Signal(int)
    model_wanted = Signal()

    def __init__(self, theme: Theme, *, name: str, view: str) -> None:
        """Start empty.

        Args:
            theme: The look.
            name: Who writes and how.
            view: How much of the thinking is open at first (a `ThinkingView`).
        """
        super().__init__()
        self._theme = theme
        self.turn: Turn | None = None
        self.branches = BranchArrows(theme)
        self.thinking = ThinkingBlock(theme, view)
        self.answer = AnswerBox(theme)
        self.status = label("", "muted", is_wrapped=True)
        self.footer: AnswerFooter | None = None
        self.candidates: Candidates | None = None
        self.fault: FaultCard | None = None
        self._raw: PlainText | None = None
        self._follower = Follower(self.thinking, self.answer)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(8))
        self._head.addWidget(label(name, "small"))
        self._head.addStretch(1)
        self._head.addWidget(self.branches)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        self._layout.addLayout(self._head)
        for part in (self.thinking, self.answer, self.status):
            part.hide()
            self._layout.addWidget(part)

    def follow(self, pending: Pending) -> None:
        """Show what there is of an answer so far; called again whenever there is more."""
        self._tell(status_text(pending))
        self._follower.follow(pending.stream)

    def name_missing(self) -> None:
        """Say that the model that wrote this is not on this computer any more."""
        self._head.insertWidget(1, chip(self.tr("not there any more"), "warn"))

    def show_turn(self, turn: Turn, question: str) -> None:
        """Show an answer that ended; what a person opened while it was written stays open."""
        self.turn = turn
        self._show_thinking(turn)
        self._show_answer(turn)
        self._tell(ended_text(turn))
        if len(chains_of(turn)) > 1:
            self.candidates = Candidates(self._theme, turn)
            self._layout.addWidget(self.candidates)
        if turn.failure is not None:
            self.fault = FaultCard(self._theme, turn)
            self.fault.again.connect(self._on_again)
            self.fault.store_wanted.connect(self._on_store)
            self.fault.model_wanted.connect(self.model_wanted)
            self._layout.addWidget(self.fault)
        if turn.text or turn.thinking:
            self._add_footer(turn, question)

    def _add_footer(self, turn: Turn, question: str) -> None:
        self.footer = AnswerFooter(self._theme, turn, question)
        self.footer.again.connect(self._on_again)
        self.footer.rated.connect(self._on_rated)
        self.footer.annotated.connect(self._on_annotated)
        self.footer.raw.toggled.connect(self._on_raw)
        self._layout.addWidget(self.footer)

    def set_free(self, *, is_free: bool) -> None:
        """Allow or forbid what would begin another answer."""
        if self.footer is not None:
            self.footer.set_free(is_free=is_free)

    def _show_thinking(self, turn: Turn) -> None:
        steps = turn.steps
        told = [step.text for step in self.thinking.steps()]
        thought_s = turn.details.get("thought_s")
        seconds = thought_s if isinstance(thought_s, float) else None
        cost = turn.cost
        tokens = cost.tokens_thinking if cost is not None and cost.calls == 1 else None
        is_same = self._follower.has_begun and told == [step.text for step in steps]
        if is_same and not self.thinking.is_streaming():
            return
        if is_same or (self._follower.has_begun and self.thinking.is_streaming()):
            is_cut = not turn.details.get("is_closed", True)
            self.thinking.finish(seconds or 0.0, tokens or 0, stopped=is_cut)
        else:
            self.thinking.set_final(steps, seconds, tokens)
            if not turn.details.get("is_closed", True):
                self.thinking.finish(seconds or 0.0, tokens or 0, stopped=True)
        self.thinking.setVisible(bool(steps))

    def _show_answer(self, turn: Turn) -> None:
        if self.answer.text() == turn.text:
            self.answer.finish()
        else:
            self.answer.set_text(turn.text)
        verdict: Any = turn.details.get("verdict")
        if isinstance(verdict, dict):
            judgement = str(verdict.get("judgement") or "")
            method = method_text(str(verdict.get("method") or ""))
            reference = one_line(str(verdict.get("reference") or ""), 40)
            if judgement == "incorrect" and reference:
                method = filled(self.tr("%1: %2 is right"), [method, reference])
            self.answer.set_verdict(judgement, method, str(verdict.get("detail") or ""))
        if has_box(turn.text):
            self.answer.set_extracted(final_answer(turn.text))
        self.answer.setVisible(bool(turn.text))

    def _tell(self, text: str) -> None:
        if text != self.status.text():
            self.status.setText(text)
        self.status.setVisible(bool(text))

    def _on_raw(self, is_raw: bool) -> None:
        if self._raw is None and self.turn is not None:
            self._raw = PlainText(self._theme, max_lines=RAW_LINES, is_mono=True)
            self._raw.setAccessibleName(self.tr("Text exactly as the model wrote it"))
            self._raw.set_text(str(self.turn.details.get("raw") or ""))
            self._layout.insertWidget(1, self._raw)
        if self._raw is not None and self.turn is not None:
            self._raw.setVisible(is_raw)
            self.thinking.setVisible(not is_raw and bool(self.thinking.steps()))
            self.answer.setVisible(not is_raw and bool(self.turn.text))

    def _on_again(self) -> None:
        if self.turn is not None:
            self.again.emit(self.turn.id)

    def _on_store(self) -> None:
        if self.turn is not None:
            self.store_wanted.emit(self.turn.id)

    def _on_rated(self, value: int) -> None:
        if self.turn is not None:
            self.rated.emit(self.turn.id, value)

    def _on_annotated(self) -> None:
        if self.turn is not None:
            self.annotated.emit(self.turn.id)
