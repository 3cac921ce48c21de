"""The right side: one sample with its problem, steps, answer, verdict, and where it came from."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.core.types import Sample
from o1desk.gui.environment_words import environment_title
from o1desk.gui.pages.data.provenance import provenance
from o1desk.gui.pages.data.words import word
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import column, row, scrolled
from o1desk.gui.widgets.empty import EmptyState
from o1desk.gui.widgets.labels import button, chip, label
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.steps import StepCards, StepView
from o1desk.store.labels import Label
from o1desk.store.sample_context import SampleContext

TONES = {"correct": "good", "incorrect": "bad", "unverifiable": "warn", "gold_bad": "warn"}
PROMPT_LINES, ANSWER_LINES, CRITIQUE = 12, 8, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """One sample and what surrounds it."""

    id: int
    sample: Sample
    context: SampleContext
    labels: list[tuple[int, Label]]


def inspected(session: Session, row_id: int) -> Callable[[], Inspected | None]:
    """Return a function that looks a sample up; it runs off the window's thread."""
    store = session.store

    def look() -> Inspected | None:
        sample = store.samples.get(row_id)
        if sample is None:
            return None
        return Inspected(
            id=row_id,
            sample=sample,
            context=store.samples.context(row_id),
            labels=store.labels.of_sample(row_id),
        )

    return look


class Inspector(QWidget):
    """Shows the chosen sample.

    Signals:
        annotate_asked: The user wants to judge it (row id).
        problem_asked: Every attempt at its problem should be listed (row id of the problem).
        run_asked: Its run should be shown (run id).
    """

    annotate_asked = Signal(int)
    problem_asked = Signal(int)
    run_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        """Show that nothing is chosen."""
        super().__init__()
        self._session = session
        self._theme = session.theme
        self._shown: Inspected | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget = EmptyState(
            self._theme, "search", self.tr("Choose a sample to see its steps")
        )
        self._outer.addWidget(self._content)

    def show_sample(self, row_id: int) -> None:
        """Look a sample up and show it."""
        self._session.ops.read(inspected(self._session, row_id), self.show_inspected, owner=self)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._shown = None
        self._put(EmptyState(self._theme, "search", self.tr("Choose a sample to see its steps")))

    def show_inspected(self, found: Inspected | None) -> None:
        """Show a sample."""
        if found is None:
            self.show_nothing()
            return
        self._shown = found
        content, rows = column(self._theme, edge=4, gap=8)
        sample = found.sample
        rows.addWidget(self._heads(sample))
        rows.addWidget(label(self.tr("Problem").upper(), "section"))
        rows.addWidget(self._plain(sample.problem.prompt, PROMPT_LINES))
        if sample.problem.answer:
            reference = self.tr("Reference answer: {answer}").format(answer=sample.problem.answer)
            rows.addWidget(label(reference[:CRITIQUE], "muted", is_wrapped=True))
        title = self.tr("%n step(s)", "", len(sample.trace.steps))
        rows.addWidget(label(title.upper(), "section"))
        rows.addWidget(self._steps(found))
        rows.addWidget(label(self.tr("Answer").upper(), "section"))
        rows.addWidget(self._plain(sample.trace.answer or "\u2013", ANSWER_LINES))
        rows.addWidget(self._verdict(sample))
        for text in self._overall_labels(found):
            rows.addWidget(label(text, is_wrapped=True))
        rows.addWidget(label(self.tr("Where it came from").upper(), "section"))
        for name, value in provenance(found.sample, found.context):
            rows.addWidget(label(f"{name}: {value}", "muted", is_wrapped=True))
        rows.addWidget(self._buttons(found))
        rows.addStretch(1)
        self._put(scrolled(content))

    def _put(self, content: QWidget) -> None:
        self._outer.removeWidget(self._content)
        self._content.deleteLater()
        self._content = content
        self._outer.addWidget(content)

    def _heads(self, sample: Sample) -> QWidget:
        made, line = row(self._theme)
        line.addWidget(chip(environment_title(sample.problem.environment), "accent"))
        line.addWidget(chip(word("level", sample.problem.level)))
        line.addWidget(chip(word("origin", sample.origin)))
        if sample.habit:
            line.addWidget(chip(sample.habit))
        line.addStretch(1)
        return made

    def _plain(self, text: str, lines: int) -> PlainText:
        made = PlainText(self._theme)
        made.set_max_lines(lines)
        made.set_text(text)
        return made

    def _steps(self, found: Inspected) -> StepCards:
        by_step = {label.step: label for _, label in found.labels if label.step is not None}
        cards = StepCards(self._theme)
        cards.set_steps(
            [
                StepView(
                    index=index,
                    text=step.text,
                    tokens=step.tokens,
                    ms=step.ms,
                    entropy=step.entropy,
                    mean_logprob=step.mean_logprob,
                    label=by_step[index].value if index in by_step else None,
                    note=by_step[index].critique if index in by_step else "",
                )
                for index, step in enumerate(found.sample.trace.steps)
            ]
        )
        return cards

    def _verdict(self, sample: Sample) -> QWidget:
        made, line = row(self._theme)
        verdict = sample.verdict
        judgement = "unchecked" if verdict is None else str(verdict.judgement)
        line.addWidget(chip(word("judgement", judgement), TONES.get(judgement, "plain")))
        if verdict is not None and verdict.method:
            line.addWidget(label(self.tr("by {method}").format(method=verdict.method), "small"))
        if sample.reward is not None:
            reward = QLocale().toString(sample.reward, "f", 2)
            line.addWidget(label(self.tr("reward {n}").format(n=reward), "small"))
        line.addStretch(1)
        return made

    def _overall_labels(self, found: Inspected) -> list[str]:
        signs = {-1: "\u2717", 0: "\u2013", 1: "\u2713"}
        texts = []
        for _, judged in found.labels:
            if judged.step is None:
                who = judged.annotator or self.tr("you")
                more = judged.critique or judged.reason
                texts.append(f"{signs[judged.value]} {who}  {more[:CRITIQUE]}")
        return texts

    def _buttons(self, found: Inspected) -> QWidget:
        made, line = row(self._theme)
        line.addWidget(button(self.tr("Annotate"), self._annotate))
        line.addWidget(button(self.tr("All attempts"), self._problem))
        if found.sample.run:
            line.addWidget(button(self.tr("Its run"), self._run))
        line.addStretch(1)
        return made

    def _annotate(self) -> None:
        if self._shown is not None:
            self.annotate_asked.emit(self._shown.id)

    def _problem(self) -> None:
        if self._shown is not None:
            self.problem_asked.emit(self._shown.context.problem_id)

    def _run(self) -> None:
        if self._shown is not None:
            self.run_asked.emit(self._shown.sample.run)
