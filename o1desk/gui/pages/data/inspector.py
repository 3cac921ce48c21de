"""The right side: one sample with its problem, answer, steps, labels, and where it came from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from o1desk.core.types import Sample
from o1desk.gui.environment_words import environment_title
from o1desk.gui.models.verdicts import method_text
from o1desk.gui.pages.data.inspected import (
    Inspected,
    inspected,
    overall_texts,
    reward_text,
)
from o1desk.gui.pages.data.provenance import provenance
from o1desk.gui.pages.data.sample_copies import SampleCopies
from o1desk.gui.pages.data.words import word
from o1desk.gui.session import Session
from o1desk.gui.shown import for_clipboard, isolate, one_line, soft_break, tooltip_text
from o1desk.gui.widgets.answer import AnswerBox
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.empty import EmptyState
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, chip, icon_button, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.steps import StepCards

PROMPT_LINES, RAW_LINES = 14, 400
TITLE_CHARACTERS, VALUE_CHARACTERS = 40, 300
# Steps grow as long as they are: the pane scrolls, not each part. A chain of thousands scrolls by
# itself, because every card in its height is laid out.
TALL = 4000


class Inspector(QStackedWidget):
    """Shows one sample.

    Signals:
        annotate_asked: The user wants to judge it (row id).
        problem_asked: Every attempt at its problem should be listed (row id of the problem).
        run_asked: Every sample of its run should be listed (run id).
    """

    annotate_asked = Signal(int)
    problem_asked = Signal(int)
    run_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        """Show that nothing is chosen."""
        super().__init__()
        self._session, self._theme = session, session.theme
        self._asked = 0
        self._is_raw = False
        self.shown: Inspected | None = None
        self.copies = SampleCopies(session, self)
        self.addWidget(
            EmptyState(self._theme, "search", self.tr("Choose a sample to see its steps"))
        )
        self.addWidget(self._build())

    def show_sample(self, row_id: int) -> None:
        """Look a sample up and show it; of several in a row the last one counts."""
        self._asked += 1
        asked, look = self._asked, inspected(self._session.store, row_id)
        self._session.ops.read(lambda: (asked, look()), self._on_found)

    def refresh(self) -> None:
        """Look up again what is shown: it may have another label."""
        if self.shown is not None:
            self.show_sample(self.shown.id)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._asked += 1
        self.shown = None
        self.setCurrentIndex(0)

    def show_inspected(self, found: Inspected) -> None:
        """Show a sample."""
        is_other = self.shown is None or self.shown.id != found.id
        self.shown = found
        sample = found.sample
        self._show_chips(sample)
        self._problem.set_text(sample.problem.prompt)
        self._reference.setText(soft_break(sample.problem.answer[:VALUE_CHARACTERS]))
        for part in (self._reference_title, self._reference):
            part.setVisible(bool(sample.problem.answer))
        self._show_answer(sample)
        self._steps_title.setText(self.tr("%Ln step(s)", "", len(found.steps)).upper())
        self._steps.set_steps(found.steps)
        self._show_raw()
        labels = overall_texts(found)
        self._labels.setText("\n".join(soft_break(line) for line in labels))
        for part in (self._labels_title, self._labels):
            part.setVisible(bool(labels))
        self._show_origin(found)
        self._run.setVisible(bool(sample.run))
        self.setCurrentIndex(1)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    # --- building ---

    def _build(self) -> QWidget:
        whole, rows = column(self._theme, gap=8)
        rows.addLayout(self._heads())
        content, inner = column(self._theme, gap=8)
        inner.setContentsMargins(0, 0, self._theme.px(4), 0)
        for part in self._parts():
            inner.addWidget(part)
        self._origin = QGridLayout()
        self._origin.setHorizontalSpacing(self._theme.px(12))
        self._origin.setVerticalSpacing(self._theme.px(4))
        self._origin.setColumnStretch(1, 1)
        inner.addLayout(self._origin)
        inner.addStretch(1)
        self._area: QScrollArea = scrolled(content)
        rows.addWidget(self._area, 1)
        rows.addLayout(self._buttons())
        return whole

    def _heads(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self._chips = FlowLayout(gap=self._theme.px(4))
        line.addLayout(self._chips, 1)
        raw = icon_button(
            self._theme, "raw", self.tr("Show the text exactly as it was written"),
            is_checkable=True,
        )  # fmt: skip
        raw.toggled.connect(self.show_raw)
        self._copy = icon_button(self._theme, "copy", self.tr("Copy the sample"), self._open_copies)
        for part in (raw, self._copy):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _parts(self) -> list[QWidget]:
        theme = self._theme
        self._problem = PlainText(theme, max_lines=PROMPT_LINES)
        self._problem.setAccessibleName(self.tr("Problem"))
        self._reference_title = self._section(self.tr("Reference answer"))
        self._reference = label("", is_wrapped=True)
        self._reference.setMinimumWidth(1)
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answer = AnswerBox(theme)
        self._answer.link_asked.connect(self._on_link)
        self._facts = label("", "small", is_wrapped=True)
        self._steps_title = self._section("")
        self._steps = StepCards(theme)
        self._steps.set_max_height(TALL)
        self._raw = PlainText(theme, max_lines=RAW_LINES, is_mono=True, is_framed=True)
        self._raw.setAccessibleName(self.tr("Raw text"))
        self._raw.hide()
        self._labels_title = self._section(self.tr("Labels"))
        self._labels = label("", is_wrapped=True)
        self._labels.setMinimumWidth(1)
        return [
            self._section(self.tr("Problem")), self._problem,
            self._reference_title, self._reference,
            self._answer, self._facts,
            self._steps_title, self._steps, self._raw,
            self._labels_title, self._labels,
            self._section(self.tr("Where it came from")),
        ]  # fmt: skip

    def _section(self, title: str) -> QLabel:
        return label(title.upper(), "section")

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout(gap=self._theme.px(6))
        annotate = button(
            self.tr("Annotate"), self._on_annotate, kind="primary",
            tip=self.tr("Judge its steps (Enter in the table)"),
        )  # fmt: skip
        attempts = button(
            self.tr("All attempts"), self._on_problem,
            tip=self.tr("List every attempt at this problem"),
        )  # fmt: skip
        self._run = button(
            self.tr("Its run"), self._on_run, tip=self.tr("List every sample of its run")
        )
        for part in (annotate, attempts, self._run):
            flow.addWidget(part)
        return flow

    # --- showing ---

    def _on_found(self, answer: tuple[int, Inspected | None]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        if found is None:
            self.show_nothing()
        elif found != self.shown:  # else folds and scrolling stay as they are
            self.show_inspected(found)

    def _show_chips(self, sample: Sample) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        environment = environment_title(sample.problem.environment)
        chips = [
            (isolate(one_line(environment, TITLE_CHARACTERS)), "accent"),
            (word("level", sample.problem.level), "plain"),
            (word("origin", sample.origin), "plain"),
            (word("habit", sample.habit), "plain"),
        ]
        for text, tone in chips:
            if text:
                self._chips.addWidget(chip(one_line(text, TITLE_CHARACTERS), tone))

    def _show_answer(self, sample: Sample) -> None:
        self._answer.set_text(sample.trace.answer or "\u2013")
        verdict = sample.verdict
        if verdict is None:
            self._answer.set_verdict("unchecked")
        else:
            judgement, detail = str(verdict.judgement), verdict.detail
            self._answer.set_verdict(judgement, method_text(verdict.method), detail)
        facts = [reward_text(sample)]
        tokens = sample.tokens_thinking + sample.tokens_answer
        if tokens:
            facts.append(self.tr("%Ln token(s)", "", tokens))
        if sample.truncated:
            facts.append(self.tr("cut off by the length limit"))
        text = " \u00b7 ".join(fact for fact in facts if fact)
        self._facts.setText(text)
        self._facts.setVisible(bool(text))

    def _show_origin(self, found: Inspected) -> None:
        while (item := self._origin.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line, (name, value) in enumerate(provenance(found.sample, found.context)):
            shown = label(soft_break(value[:VALUE_CHARACTERS]), is_wrapped=True)
            shown.setMinimumWidth(1)
            shown.setToolTip(tooltip_text(value))
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._origin.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._origin.addWidget(shown, line, 1)

    def show_raw(self, is_raw: bool) -> None:
        """Show the text exactly as it was written instead of its steps."""
        self._is_raw = is_raw
        self._raw.setVisible(is_raw)
        self._steps.setVisible(not is_raw)
        self._show_raw()

    def _show_raw(self) -> None:
        """Fill the raw view only while it is seen: a long text takes its time."""
        text = self.shown.sample.raw if self._is_raw and self.shown is not None else ""
        if text != self._raw.text():
            self._raw.set_text(text)

    # --- what a person does ---

    def _open_copies(self) -> None:
        if self.shown is not None:
            place = self._copy.mapToGlobal(self._copy.rect().bottomLeft())
            self.copies.open_menu(self.shown.sample, place)

    def _on_annotate(self) -> None:
        if self.shown is not None:
            self.annotate_asked.emit(self.shown.id)

    def _on_problem(self) -> None:
        if self.shown is not None:
            self.problem_asked.emit(self.shown.context.problem_id)

    def _on_run(self) -> None:
        if self.shown is not None:
            self.run_asked.emit(self.shown.sample.run)

    def _on_link(self, host: str, address: str) -> None:
        del host
        QGuiApplication.clipboard().setText(for_clipboard(address))
        self._session.toast(self.tr("The address was copied; O1 Desk opens no links of samples"))
