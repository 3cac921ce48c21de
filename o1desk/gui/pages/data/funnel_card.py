"""A generation at work: its funnel from made to kept, live, and what it cost."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.runs import RunState
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.generation import funnel
from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text
from o1desk.gui.widgets.job_card import JobCard
from o1desk.gui.widgets.labels import button, label

STAGES = (
    ("generated", QT_TRANSLATE_NOOP("data", "made"), QT_TRANSLATE_NOOP("data", "Attempts so far")),
    (
        "parsed",
        QT_TRANSLATE_NOOP("data", "with an answer"),
        QT_TRANSLATE_NOOP("data", "Attempts that came to an answer before the length limit"),
    ),
    (
        "verified",
        QT_TRANSLATE_NOOP("data", "verified"),
        QT_TRANSLATE_NOOP("data", "Attempts whose answer the environment's checker accepts"),
    ),
    (
        "new",
        QT_TRANSLATE_NOOP("data", "new"),
        QT_TRANSLATE_NOOP("data", "Attempts whose text this run did not make before"),
    ),
    (
        "kept",
        QT_TRANSLATE_NOOP("data", "kept"),
        QT_TRANSLATE_NOOP("data", "Attempts that are samples in the store now"),
    ),
)
REASONS = {
    funnel.NO_ANSWER: QT_TRANSLATE_NOOP("data", "without an answer before the length limit"),
    funnel.NO_ANSWER_AT_ALL: QT_TRANSLATE_NOOP("data", "without an answer"),
    funnel.WRONG: QT_TRANSLATE_NOOP("data", "with a wrong answer"),
    funnel.UNVERIFIABLE: QT_TRANSLATE_NOOP("data", "that nobody can verify"),
    funnel.REPEATED: QT_TRANSLATE_NOOP("data", "repeated"),
    funnel.KNOWN: QT_TRANSLATE_NOOP("data", "for problems that are known already"),
}


class FunnelFigures(QWidget):
    """The five counts of a generation, and at its end what it cost."""

    def __init__(self, theme: Theme, run: LiveRun) -> None:
        """Follow a run."""
        super().__init__()
        self._run = run
        self._numbers = {name: label("\u2013", "heading") for name, _, _ in STAGES}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(0)
        for place, (name, title, tip) in enumerate(STAGES):
            words = label(QCoreApplication.translate("data", title), "small")
            for line, part in enumerate((self._numbers[name], words)):
                part.setToolTip(QCoreApplication.translate("data", tip))
                grid.addWidget(part, line, place)
        grid.setColumnStretch(len(STAGES), 1)
        self._cost = label("", "small", is_wrapped=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addLayout(grid)
        rows.addWidget(self._cost)
        run.metrics_arrived.connect(self.refresh)
        run.ended.connect(self.refresh)
        self.refresh()

    def counts(self) -> dict[str, int | None]:
        """Return the counts by their stage; None for what was not told."""
        return {name: self._count(name) for name in self._numbers}

    def refresh(self) -> None:
        """Show the counts as they are now."""
        for name, shown in self._numbers.items():
            count = self._count(name)
            shown.setText("\u2013" if count is None else QLocale().toString(count))
        words = self._cost_text() if self._run.end is not None else ""
        self._cost.setText(words)
        self._cost.setVisible(bool(words))

    def _count(self, name: str) -> int | None:
        end, series = self._run.end, self._run.series.get(name)
        if end is not None and name in end.summary:
            return int(end.summary[name])
        return None if series is None or series.last is None else round(series.last)

    def _cost_text(self) -> str:
        """Return the time it took, the speed, and why attempts were dropped."""
        seconds, made = self._run.took_s(), self._count("generated") or 0
        parts = [self.tr("took {time}").format(time=duration_text(seconds))]
        if made and seconds > 0:
            speed = QLocale().toString(made / seconds, "f", 1 if made < 10 * seconds else 0)
            parts.append(self.tr("{n} attempts a second").format(n=speed))
        summary = {} if self._run.end is None else self._run.end.summary
        return " \u00b7 ".join([*parts, *rejected_texts(summary)])


class FunnelCard(JobCard):
    """The card of a generation, with its funnel."""

    def __init__(self, session: Session, run: LiveRun) -> None:
        """Follow a run."""
        super().__init__(session, run)
        self.funnel = FunnelFigures(session.theme, run)
        self.body.insertWidget(0, self.funnel)

    @override
    def refresh(self) -> None:
        super().refresh()
        if self.run.end is not None and self.run.end.state is RunState.FINISHED:
            self._message.hide()  # the figures say it already

    @override
    def _all_buttons(self) -> dict[str, QPushButton]:
        tip = self.tr("List the samples of this run")
        show = button(self.tr("Show them"), self._on_show, tip=tip)
        return {"show": show, **super()._all_buttons()}

    @override
    def _wanted_at_end(self) -> set[str]:
        shown = {"show"} if self.run.samples[0] else set()
        return super()._wanted_at_end() | shown

    def _on_show(self) -> None:
        self._session.open("data", run=self.run.id)


def rejected_texts(summary: Mapping[str, Any]) -> list[str]:
    """Return how many attempts were dropped for each reason."""
    rows = [(str(row["reason"]), int(row["count"])) for row in summary.get("rejected", ())]
    number, translate = QLocale().toString, QCoreApplication.translate
    return [
        f"{number(count)} {translate('data', REASONS.get(reason, reason))}"
        for reason, count in rows
    ]
