"""One group: the problem, its reference answer, and every answer that was sampled to it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from o1desk.core.words import filled
from o1desk.gui.environment_words import environment_title, level_title
from o1desk.gui.pages.train.answer_card import AnswerCard
from o1desk.gui.pages.train.group_model import right_of
from o1desk.gui.shown import one_line
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, chip, icon_button, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.store.rollouts import RolloutGroup

AT_ONCE = 2  # cards built in one go, so that a group of 256 never holds up the window
MOST = 64
PROMPT_LINES = 6
REFERENCE_CHARS = 120


class GroupView(QWidget):
    """A group and its answers.

    Signals:
        pin_toggled: The problem should be followed over the steps, or no longer (bool).
        step_chosen: Another step in which the pinned problem was asked (int).
        data_asked: A sample should be shown on the Data page (row).
        annotate_asked: A sample should be labelled (row).
    """

    pin_toggled = Signal(bool)
    step_chosen = Signal(int)
    data_asked = Signal(int)
    annotate_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._next = 0
        self._group: RolloutGroup | None = None
        content, self._list = column(theme, gap=8)
        self._head = Card(theme, kind="sunken")
        self._prompt = PlainText(theme, max_lines=PROMPT_LINES)
        self._prompt.setAccessibleName(self.tr("Problem"))
        self._facts = FlowLayout(gap=theme.px(4))
        self._pin = icon_button(
            theme, "pin", self.tr("Follow this problem over the steps"), is_checkable=True
        )
        self._pin.clicked.connect(self.pin_toggled)
        self._pinned = QWidget()
        self._pinned_flow = FlowLayout(self._pinned, gap=theme.px(4))
        self._pinned.hide()
        self._build_head()
        self._more = label("", "small")
        self._more.hide()
        self._list.addWidget(self._head)
        self._list.addWidget(self._more)
        self._list.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_some)
        self._head.hide()

    @property
    def group(self) -> RolloutGroup | None:
        """The group that is shown."""
        return self._group

    @property
    def cards(self) -> list[AnswerCard]:
        """The answers that are shown."""
        found = (self._list.itemAt(n) for n in range(self._list.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, AnswerCard)]

    def show_group(self, group: RolloutGroup | None, *, is_pinned: bool) -> None:
        """Show a group, or nothing."""
        self._pin.setChecked(is_pinned)
        if group == self._group:
            return
        self._group = group
        for card in self.cards:
            self._list.removeWidget(card)
            card.deleteLater()
        self._head.setVisible(group is not None)
        if group is None:
            self._more.hide()
            self._timer.stop()
            return
        self._prompt.set_text(group.prompt)
        self._show_facts(group)
        left_out = len(group.members) - MOST
        self._more.setText(self.tr("%Ln more are not shown", "", max(left_out, 0)))
        self._more.setVisible(left_out > 0)
        self._next = 0
        self._build_some()
        self._timer.start(0)

    def show_pinned_steps(self, steps: Sequence[int], now: int) -> None:
        """Offer the steps in which the pinned problem was asked; none takes the line away."""
        while (item := self._pinned_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._pinned.setVisible(bool(steps))
        if not steps:
            return
        words = self.tr("Asked in step:") if len(steps) > 1 else self.tr("Asked in this step only")
        self._pinned_flow.addWidget(label(words, "small"))
        for step in steps if len(steps) > 1 else ():
            made = button(str(step), self._on_step, kind="quiet")
            made.setCheckable(True)
            made.setChecked(step == now)
            made.setProperty("step", step)
            self._pinned_flow.addWidget(made)

    def _build_head(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(self._prompt, 1)
        line.addWidget(self._pin)
        self._head.body.addLayout(line)
        self._head.body.addLayout(self._facts)
        self._head.body.addWidget(self._pinned)

    def _show_facts(self, group: RolloutGroup) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        where = f"{environment_title(group.environment)}, {level_title(group.level).lower()}"
        self._facts.addWidget(chip(where))
        if group.answer:
            reference = self.tr("reference: %1")
            self._facts.addWidget(
                chip(filled(reference, [one_line(group.answer, REFERENCE_CHARS)]))
            )
        right = self.tr("{n} of {all} right").format(n=right_of(group), all=len(group.members))
        self._facts.addWidget(chip(right, "good" if right_of(group) else "bad"))

    def _build_some(self) -> None:
        group = self._group
        if group is None or self._next >= min(len(group.members), MOST):
            self._timer.stop()
            return
        largest = max((abs(m.advantage) for m in group.members if m.advantage), default=0.0)
        for at in range(self._next, min(self._next + AT_ONCE, len(group.members), MOST)):
            card = AnswerCard(self._theme, at + 1, group.members[at], largest)
            card.data_asked.connect(self.data_asked)
            card.annotate_asked.connect(self.annotate_asked)
            self._list.insertWidget(self._list.indexOf(self._more), card)
        self._next += AT_ONCE

    def _on_step(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step_chosen.emit(int(sender.property("step")))
