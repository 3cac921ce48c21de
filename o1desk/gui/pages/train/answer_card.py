"""One sampled answer of a group: verdict, reward and its parts, advantage, length, and the text."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from o1desk.core import trace
from o1desk.core.registry import leaves
from o1desk.gui.models.verdicts import face_of
from o1desk.gui.pages.train.advantage_bar import AdvantageBar
from o1desk.gui.reward_words import reward_title
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import chip, icon_button, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.store.rollouts import RolloutMember

THINKING_LINES, ANSWER_LINES = 10, 6
FACT_PX = 24
LEAST_PARTS = 2  # a single part says the same as the total


class AnswerCard(Card):
    """An answer.

    Signals:
        data_asked: It should be shown on the Data page (row of the sample).
        annotate_asked: It should be labelled (row of the sample).
    """

    data_asked = Signal(int)
    annotate_asked = Signal(int)

    def __init__(self, theme: Theme, number: int, member: RolloutMember, largest: float) -> None:
        """Show an answer.

        Args:
            theme: The look.
            number: Its place in the group, from 1.
            member: The answer.
            largest: Largest magnitude of an advantage in the group.
        """
        super().__init__(theme)
        self._theme, self._member = theme, member
        self.setAccessibleName(self.tr("Answer {n}").format(n=number))
        self.body.addLayout(self._head_line(number, largest))
        if len(member.parts) >= LEAST_PARTS:
            self.body.addLayout(self._parts_line())
        self._add_text()

    def _head_line(self, number: int, largest: float) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(4))
        facts = QWidget()
        flow = FlowLayout(facts, gap=self._theme.px(6))
        for part in self._facts(number, largest):
            part.setFixedHeight(self._theme.px(FACT_PX))
            flow.addWidget(part)
        line.addWidget(facts, 1)
        line.addWidget(icon_button(self._theme, "data", self.tr("Open in Data"), self._on_data))
        line.addWidget(
            icon_button(self._theme, "annotate", self.tr("Rate its steps"), self._on_annotate)
        )
        return line

    def _facts(self, number: int, largest: float) -> Iterator[QWidget]:
        member = self._member
        yield label(f"{number}", "muted")
        yield _verdict_chip(member)
        if member.truncated:
            cut = chip(self.tr("cut"), "warn")
            cut.setToolTip(self.tr("The length limit cut this answer"))
            yield cut
        if member.reward is not None:
            reward = chip(self.tr("reward {value}").format(value=_two(member.reward)))
            reward.setToolTip(self.tr("Total reward, all parts with their weights"))
            yield reward
        if member.advantage is not None:
            yield AdvantageBar(self._theme, member.advantage, largest)
        total = QLocale().toString(member.tokens_thinking + member.tokens_answer)
        tokens = label(self.tr("{n} tokens").format(n=total), "small")
        tokens.setToolTip(
            self.tr("{thinking} thinking, {answer} answer").format(
                thinking=member.tokens_thinking, answer=member.tokens_answer
            )
        )
        yield tokens

    def _parts_line(self) -> FlowLayout:
        flow = FlowLayout(gap=self._theme.px(4))
        titles = {name: reward_title(leaf) for name, leaf in leaves("reward").items()}
        for name, value in self._member.parts.items():
            said = "\u2013" if value is None else _two(value)
            flow.addWidget(chip(f"{titles.get(name, name)} {said}"))
        return flow

    def _add_text(self) -> None:
        thinking, answer, _ = trace.split(self._member.text)
        if thinking.strip():
            worked = PlainText(self._theme, max_lines=THINKING_LINES, is_mono=True)
            worked.set_text(thinking.strip("\n"))
            worked.setAccessibleName(self.tr("Thinking"))
            self.body.addWidget(worked)
        said = PlainText(self._theme, max_lines=ANSWER_LINES)
        text = (answer or self._member.answer).strip()
        said.set_text(text or self.tr("It came to no answer."))
        said.setAccessibleName(self.tr("Answer"))
        box = Card(self._theme, kind="sunken")
        box.body.addWidget(said)
        self.body.addWidget(box)

    def _on_data(self) -> None:
        self.data_asked.emit(self._member.sample_id)

    def _on_annotate(self) -> None:
        self.annotate_asked.emit(self._member.sample_id)


def _verdict_chip(member: RolloutMember) -> QLabel:
    face = face_of(member.judgement or "")
    return chip(f"{face.sign} {face.words}", face.tone)


def _two(value: float) -> str:
    return QLocale().toString(value, "f", 2)
