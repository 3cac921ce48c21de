"""A generation at work: its funnel from made to kept, live, and what it cost."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.live_run import LiveRun
from o1desk.gui.run_words import slept_text
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text, remaining_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

STAGES = (
    ("generated", QT_TRANSLATE_NOOP("data", "made")),
    ("parsed", QT_TRANSLATE_NOOP("data", "with an answer")),
    ("verified", QT_TRANSLATE_NOOP("data", "verified")),
    ("new", QT_TRANSLATE_NOOP("data", "new")),
    ("kept", QT_TRANSLATE_NOOP("data", "kept")),
)


class FunnelCard(Card):
    """Follows one run of the role generate.

    Signals:
        dismissed: The user has seen it.
        resume_asked: Go on where it stopped (run id).
        shown_asked: List what it made (run id).
    """

    dismissed = Signal()
    resume_asked = Signal(str)
    shown_asked = Signal(str)

    def __init__(self, theme: Theme, run: LiveRun) -> None:
        """Show how far the run is."""
        super().__init__(theme, run.title)
        self._run = run
        self._numbers = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        for place, (name, title) in enumerate(STAGES):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            self._numbers[name] = label("\u2013", "heading")
            cell.addWidget(self._numbers[name])
            cell.addWidget(label(QCoreApplication.translate("data", title), "small"))
            grid.addLayout(cell, 0, place)
        grid.setColumnStretch(len(STAGES), 1)
        self.body.addLayout(grid)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the generation"))
        self.body.addWidget(self._bar)
        self._words = label("", "muted", is_wrapped=True)
        self.body.addWidget(self._words)
        line = QHBoxLayout()
        self._cancel = button(self.tr("Cancel"), self._on_cancel)
        self._resume = button(self.tr("Resume"), self._on_resume)
        self._show = button(self.tr("Show them"), self._on_show, kind="primary")
        self._close = button(self.tr("Dismiss"), self.dismissed.emit, kind="quiet")
        for part in (self._cancel, self._show, self._resume, self._close):
            line.addWidget(part)
        line.addStretch(1)
        self.body.addLayout(line)
        run.changed.connect(self.refresh)
        run.metrics_arrived.connect(self.refresh)
        run.ended.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how far the run is."""
        run, over = self._run, self._run.is_over
        for name, shown in self._numbers.items():
            series = run.series.get(name)
            if run.end is not None and name in run.end.summary:
                shown.setText(QLocale().toString(int(run.end.summary[name])))
            elif series is not None and series.last is not None:
                shown.setText(QLocale().toString(round(series.last)))
        self._bar.setVisible(not over)
        self._cancel.setVisible(not over)
        self._close.setVisible(over)
        self._show.setVisible(over and bool(run.samples[0]))
        self._resume.setVisible(over and run.end is not None and run.end.state.is_resumable)
        if run.progress is not None:
            self._bar.setRange(0, run.progress.total)
            self._bar.setValue(run.progress.done)
        else:
            self._bar.setRange(0, 0)
        self._words.setText(self._sentence())
        failed = run.end is not None and run.end.state in ("failed", "crashed")
        self.set_kind("bad" if failed else "true")

    def _sentence(self) -> str:
        end, left = self._run.end, self._run.remaining_s()
        if end is None:
            words = (remaining_text(left), slept_text(self._run))
            return " \u00b7 ".join(word for word in words if word)
        rejected = end.summary.get("rejected", ())
        parts = [end.message] if end.message else []
        took = duration_text(self._run.took_s())
        parts += [] if end.message else [self.tr("Done in {time}").format(time=took)]
        parts += [f"{row['count']} {row['reason']}" for row in rejected]
        return " \u00b7 ".join(parts)

    def _on_cancel(self) -> None:
        self._cancel.setText(self.tr("Cancelling\u2026"))
        self._cancel.setEnabled(False)
        self._run.cancel()

    def _on_resume(self) -> None:
        self.resume_asked.emit(self._run.id)

    def _on_show(self) -> None:
        self.shown_asked.emit(self._run.id)
