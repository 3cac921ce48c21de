"""Annotate: the problem on top, its steps below, the ratings under them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.environment_words import environment_title
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.annotate.desk import AnnotationDesk, annotation_desk
from o1desk.gui.pages.annotate.edit_dialog import EditDialog, WriteDialog
from o1desk.gui.pages.annotate.edits import Replace, by_hand, with_step
from o1desk.gui.pages.annotate.keys import ACTIONS, action_of, keys_of, title_of
from o1desk.gui.pages.annotate.rating_bar import RatingBar
from o1desk.gui.pages.annotate.side_panel import SidePanel
from o1desk.gui.pages.data.words import word
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, row, scrolled
from o1desk.gui.widgets.empty import EmptyState
from o1desk.gui.widgets.labels import button, chip, label, set_chip
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.steps import StepCards, StepView

DISK_S = 0.25  # how long a key may stay down for the disk
SIDE_PX = 290
RATINGS = {"bad": -1, "neutral": 0, "good": 1}
OVERALL = {"all_bad": -1, "all_neutral": 0, "all_good": 1}


class AnnotatePage(Page):
    """The third tab."""

    KEY = "annotate"
    ICON = "annotate"

    def __init__(self, session: Session) -> None:
        """Build the page around the annotation of the session."""
        super().__init__(session)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk: AnnotationDesk = annotation_desk(session)
        self._keys = keys_of(session.settings.get("annotate.keys"))
        self._side = SidePanel(self.theme, self._desk)
        self._runs = self._key_table()
        self._side.flagged.connect(self._on_flag)
        self._side.step_noted.connect(self._on_step_note)
        self._side.whole_noted.connect(self._on_whole_note)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._item_view())
        self._stack.addWidget(self._empty())
        side, rows = column(self.theme, edge=0)
        rows.setContentsMargins(0, self.theme.px(16), self.theme.px(16), self.theme.px(16))
        rows.addWidget(self._side)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._stack)
        area = scrolled(side)
        area.setMinimumWidth(self.theme.px(SIDE_PX))
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self._desk.item_changed.connect(self._show_item)
        self._desk.labels_changed.connect(self._show_labels)
        self._desk.step_changed.connect(self._show_step)
        self._show_item()

    @override
    def title(self) -> str:
        return self.tr("Annotate")

    @override
    def commands(self) -> Sequence[Command]:
        return [
            Command(
                key=f"annotate.{action.name}",
                title=title_of(action),
                run=self._runs[action.name],
                words=", ".join(self._keys[action.name]),
            )
            for action in ACTIONS
        ]

    @override
    def entered(self) -> None:
        self.setFocus()
        self._desk.look_progress()
        if self._desk.item is None:
            self._desk.choose_queue(self._desk.kind)

    @override
    def show_target(self, **what: Any) -> None:
        if "sample" in what:
            self._desk.show_sample(int(what["sample"]))

    # --- layout ---

    def _item_view(self) -> QWidget:
        content, rows = column(self.theme, edge=16, gap=12)
        rows.addWidget(self._problem_card())
        self._steps = StepCards(self.theme)
        self._steps.set_max_height(1_000_000)
        self._steps.step_clicked.connect(self._desk.set_step)
        self._steps.setFocusProxy(self)
        rows.addWidget(self._steps, 1)
        rows.addWidget(self._answer_card())
        rows.addWidget(self._ratings())
        return content

    def _problem_card(self) -> Card:
        card = Card(self.theme)
        heads, line = row(self.theme)
        self._environment, self._level, self._origin = chip("", "accent"), chip(""), chip("")
        for part in (self._environment, self._level, self._origin):
            line.addWidget(part)
        line.addStretch(1)
        self._mode = chip(self.tr("keys rate"), "good")
        self._mode.setToolTip(self.tr("Single keys rate steps unless a text field is being edited"))
        line.addWidget(self._mode)
        card.body.addWidget(heads)
        self._prompt = PlainText(self.theme, max_lines=8)
        card.body.addWidget(self._prompt)
        self._reference = label("", "muted", is_wrapped=True)
        card.body.addWidget(self._reference)
        return card

    def _answer_card(self) -> Card:
        card = Card(self.theme, kind="sunken")
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Answer"), "muted"))
        self._answer = PlainText(self.theme, max_lines=4)
        line.addWidget(self._answer, 1)
        self._verdict = chip("")
        line.addWidget(self._verdict)
        card.body.addLayout(line)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return card

    def _ratings(self) -> Card:
        card = Card(self.theme)
        words = {-1: self.tr("Wrong"), 0: self.tr("Neutral"), 1: self.tr("Right")}
        self._step_bar = RatingBar(
            self.theme, words, {-1: "bad", 0: "neutral", 1: "good"}, self._keys
        )
        self._step_bar.rated.connect(self._rate_step)
        self._whole_bar = RatingBar(
            self.theme,
            words | {0: self.tr("Not sure")},
            {-1: "all_bad", 0: "all_neutral", 1: "all_good"},
            self._keys,
        )
        self._whole_bar.rated.connect(self._rate_whole)
        card.body.addWidget(self._step_bar)
        card.body.addWidget(self._whole_bar)
        buttons, line = row(self.theme)
        line.addWidget(button(self.tr("Edit step  E"), self._edit, kind="quiet"))
        line.addWidget(button(self.tr("Write a chain  W"), self._write, kind="quiet"))
        line.addWidget(button(self.tr("Undo  Z"), self.session.undo.undo, kind="quiet"))
        line.addStretch(1)
        line.addWidget(button(self.tr("Previous  \u2190"), self._back))
        line.addWidget(button(self.tr("Next  \u21b5"), self._next, kind="primary"))
        card.body.addWidget(buttons)
        return card

    def _empty(self) -> QWidget:
        return EmptyState(
            self.theme, "annotate",
            self.tr("This queue is empty. Make samples on the Data page, choose another queue, or "
                    "write a chain of thought yourself."),
            action=(self.tr("Make samples"), self._to_data),
            second=(self.tr("Write a chain by hand"), self._write),
        )  # fmt: skip

    # --- what is shown ---

    def _show_item(self) -> None:
        item = self._desk.item
        self._stack.setCurrentIndex(1 if item is None else 0)
        if item is None:
            return
        problem = item.sample.problem
        self._environment.setText(environment_title(problem.environment))
        self._level.setText(word("level", problem.level))
        self._origin.setText(word("origin", item.sample.origin))
        self._prompt.set_text(problem.prompt)
        self._answer.set_text(item.sample.trace.answer or "\u2013")
        self._show_labels()
        self._show_step()

    def _show_labels(self) -> None:
        item = self._desk.item
        if item is None:
            return
        self._steps.set_steps(
            [
                StepView(
                    index=index,
                    text=step.text,
                    label=item.labels[index].value if index in item.labels else None,
                    note=item.labels[index].critique if index in item.labels else "",
                )
                for index, step in enumerate(item.sample.trace.steps)
            ]
        )
        self._steps.show_step(self._desk.step)
        self._show_reference()
        self._show_bars()

    def _show_reference(self) -> None:
        item = self._desk.item
        if item is None:
            return
        is_hidden = self.session.settings.get("annotate.hide_reference") and not item.labels
        answer = item.sample.problem.answer
        text = self.tr("Reference answer: {answer}").format(answer=answer[:200])
        if is_hidden:
            text = self.tr("The reference answer appears after your first rating")
        self._reference.setText(text if answer else "")
        self._reference.setVisible(bool(answer))
        judgement = str(item.sample.verdict.judgement) if item.sample.verdict else "unchecked"
        tones = {"correct": "good", "incorrect": "bad"}
        self._verdict.setText(word("judgement", judgement))
        set_chip(self._verdict, tones.get(judgement, "plain"))
        self._verdict.setVisible(not is_hidden)

    def _show_step(self) -> None:
        self._steps.show_step(self._desk.step)
        self._show_bars()

    def _show_bars(self) -> None:
        item, step = self._desk.item, self._desk.step
        if item is None:
            return
        labels = item.labels
        title = self.tr("Step {n}").format(n=step + 1)
        value = labels[step].value if step in labels else None
        self._step_bar.show_rating(title, value, is_open=self._is_open(step))
        whole = labels.get(None)
        judged = None if whole is None else whole.value
        self._whole_bar.show_rating(self.tr("The whole"), judged)

    def _is_open(self, step: int) -> bool:
        item = self._desk.item
        if item is None or not item.sample.trace.steps:
            return False
        if not self.session.settings.get("annotate.stop_at_first_error"):
            return True
        return item.first_error is None or step <= item.first_error

    # --- keys ---

    def _key_table(self) -> dict[str, Any]:
        rate = {name: self._rates(value) for name, value in RATINGS.items()}
        whole = {name: self._rates_whole(value) for name, value in OVERALL.items()}
        return {
            **rate,
            **whole,
            "down": lambda: self._desk.move_step(1),
            "up": lambda: self._desk.move_step(-1),
            "rest_neutral": self._rest_neutral,
            "clear": self._clear,
            "note": self._side.focus_note,
            "flag": self._side.open_flags,
            "edit": self._edit,
            "write": self._write,
            "undo": self.session.undo.undo,
            "next": self._next,
            "back": self._back,
        }

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = action_of(event, self._keys)
        if (name and not event.isAutoRepeat()) or name in ("up", "down"):
            self._runs[name]()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """What a key decided is on disk when the key comes up."""
        if action_of(event, self._keys) in (*RATINGS, *OVERALL, "clear", "rest_neutral"):
            self._desk.wait_for_disk(DISK_S)
        super().keyReleaseEvent(event)

    # --- deeds ---

    def _rates(self, value: int) -> Any:
        def run() -> None:
            self._rate_step(value)

        return run

    def _rates_whole(self, value: int) -> Any:
        def run() -> None:
            self._rate_whole(value)

        return run

    def _rate_step(self, value: int) -> None:
        step = self._desk.step
        if not self._is_open(step):
            self.session.toast(
                self.tr("What follows the first error is not judged; Settings can change that")
            )
            self._show_bars()
            return
        words = {-1: self.tr("wrong"), 0: self.tr("neutral"), 1: self.tr("right")}
        text = self.tr("Rate step {n} as {word}").format(n=step + 1, word=words[value])
        self._desk.rate(value, step, text)
        if self._is_open(step + 1):
            self._desk.move_step(1)

    def _rate_whole(self, value: int) -> None:
        words = {-1: self.tr("wrong"), 0: self.tr("not sure"), 1: self.tr("right")}
        self._desk.rate(value, None, self.tr("Rate the whole as {word}").format(word=words[value]))

    def _rest_neutral(self) -> None:
        self._desk.rate_rest(0, self.tr("Rate the rest as neutral"))

    def _clear(self) -> None:
        step = self._desk.step
        self._desk.clear(step, self.tr("Take back the rating of step {n}").format(n=step + 1))

    def _next(self) -> None:
        if not self._desk.move(1):
            self.session.toast(self.tr("That was the last one of this queue"), tone="good")

    def _back(self) -> None:
        self._desk.move(-1)

    def _on_flag(self, name: str) -> None:
        self._desk.flag(name, self.tr("Flag the problem"))
        self.setFocus()

    def _on_step_note(self, text: str) -> None:
        self._desk.write_note(self._desk.step, text, self.tr("Write a note"))

    def _on_whole_note(self, text: str) -> None:
        self._desk.write_note(None, text, self.tr("Write a note"))

    def _edit(self) -> None:
        item, step = self._desk.item, self._desk.step
        if item is None or not item.sample.trace.steps:
            return
        dialog = EditDialog(self.theme, self, step, item.sample.trace.steps[step].text)

        def keep(text: str) -> None:
            if text and text != item.sample.trace.steps[step].text:
                edited = with_step(item.sample, step, text)
                self.session.undo.push(Replace(self.session, self._desk, edited, step))

        dialog.kept.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self) -> None:
        item = self._desk.item
        problem = item.sample.problem if item is not None else None
        dialog = WriteDialog(self.session, self, problem)
        store, ops = self.session.store, self.session.ops

        def keep(prompt: str, reference: str, steps: str, answer: str) -> None:
            def work() -> int:
                sample = by_hand(prompt, reference, steps, answer, problem)
                return store.samples.add([sample], by_hand=True).ids[0]

            ops.write(work, self._desk.show_sample, changed=("sample", "problem"), owner=self._desk)

        dialog.kept.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _to_data(self) -> None:
        self.session.open("data")
