"""A run as a card: how far it is, the ways to stop it, and at the end what came of it."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout

from o1desk.core.ladder import lowered
from o1desk.core.runs import RESUMABLE_ROLES, RunEnd, RunState
from o1desk.gui.error_words import in_words
from o1desk.gui.live_run import LiveRun
from o1desk.gui.run_progress import RunProgress
from o1desk.gui.run_words import (
    BROKEN,
    count_text,
    details_text,
    end_title,
    phase_text,
    state_text,
    state_tone,
    summary_text,
)
from o1desk.gui.session import Session
from o1desk.gui.shown import for_clipboard, one_line
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, chip, icon_button, label, set_chip

PARTS = 1000  # of the progress bar
MOST_CHARACTERS = 600  # of what a worker said about its end
BEFORE_WORK = (RunState.QUEUED, RunState.STARTING, RunState.LOADING)


class JobCard(Card):
    """One run.

    Attributes:
        run: The run.

    Signals:
        resume_asked: The run should go on where it stopped.
        retry_asked: The run should go on with less than it had.
        closed: The card of an ended run is not wanted any more.
    """

    resume_asked = Signal()
    retry_asked = Signal()
    closed = Signal()

    def __init__(self, session: Session, run: LiveRun) -> None:
        """Show a run as it is now and as it goes on."""
        super().__init__(session.theme)
        self.run = run
        self._session, self._progress = session, RunProgress(run)
        self._stopping = ""
        self.setAccessibleName(run.title)
        self._state = chip("")
        self._build_head()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._count = label(role="muted", is_wrapped=True)
        self._message = label(is_wrapped=True)
        self._message.setMinimumWidth(1)  # a path without a blank must not widen the page
        for widget in (self._bar, self._count, self._message):
            self.body.addWidget(widget)
        self._buttons = self._all_buttons()
        flow = FlowLayout(gap=session.theme.px(8))
        for made in self._buttons.values():
            flow.addWidget(made)
        self.body.addLayout(flow)
        run.changed.connect(self.refresh)
        run.ended.connect(self.refresh)
        self.refresh()

    def button(self, name: str) -> QPushButton:
        """Return a button: pause, go_on, suspend, cancel, kill, resume, retry, log or copy."""
        return self._buttons[name]

    def refresh(self) -> None:
        """Show the run as it is now."""
        self._progress.update()
        if self.run.end is None:
            self._show_work()
        else:
            self._show_end()
        shown = self._wanted()
        for name, made in self._buttons.items():
            made.setVisible(name in shown)

    # --- building ---

    def _build_head(self) -> None:
        title = label(one_line(self.run.title), "lead")
        title.setMinimumWidth(1)
        self._close = icon_button(
            self._session.theme, "close", self.tr("Close this card"), self._on_close
        )
        self.head.addWidget(title, 1)
        self.head.addWidget(self._state)
        self.head.addWidget(self._close)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)  # noqa: S101 - a card's is one
        outer.insertLayout(0, self.head)

    def _all_buttons(self) -> dict[str, QPushButton]:
        run = self.run
        return {
            "pause": button(
                self.tr("Pause"),
                run.pause,
                tip=self.tr("Wait after the step in hand; memory is kept"),
            ),
            "go_on": button(
                self.tr("Go on"), run.resume, kind="primary", tip=self.tr("End the pause")
            ),
            "suspend": button(
                self.tr("Suspend"),
                self._on_suspend,
                tip=self.tr("Save and free the memory; the run can be resumed later"),
            ),
            "cancel": button(
                self.tr("Cancel"),
                self._on_cancel,
                tip=self.tr("End after the step in hand; what is finished is kept"),
            ),
            "kill": button(
                self.tr("End now"),
                run.kill,
                kind="danger",
                tip=self.tr("End the worker at once; what was saved is kept"),
            ),
            "resume": button(
                self.tr("Resume"),
                self._on_resume,
                kind="primary",
                tip=self.tr("Go on where it stopped"),
            ),
            "retry": button(self.tr("Try again with less"), self._on_retry),
            "log": button(
                self.tr("Open log"),
                self._on_log,
                tip=self.tr("Show the folder of the run with its log"),
            ),
            "copy": button(self.tr("Copy details"), self._on_copy),
        }

    # --- what it shows ---

    def _wanted(self) -> set[str]:
        """Return the names of the buttons that make sense now."""
        if self.run.end is not None:
            return self._wanted_at_end()
        if self._stopping:
            return {"kill"}
        state = self.run.state
        wanted = {"cancel"}
        if state in (RunState.RUNNING, RunState.PAUSED):
            wanted.add("pause" if state is RunState.RUNNING else "go_on")
            if self.run.role in RESUMABLE_ROLES:
                wanted.add("suspend")
        return wanted

    def _wanted_at_end(self) -> set[str]:
        end = self.run.end
        if end is None or end.state is RunState.FINISHED:
            return set()
        wanted = set()
        if self._can_resume(end):
            wanted.add("resume")
        if self.run.id and lowered(end.hint):
            wanted.add("retry")
        if end.state in BROKEN:
            wanted |= {"copy", "log"} if self.run.id else {"copy"}
        return wanted

    def _can_resume(self, end: RunEnd) -> bool:
        """Return whether going on saves more than starting anew would."""
        if not end.state.is_resumable or self.run.role not in RESUMABLE_ROLES:
            return False
        told = end.summary.get("checkpoint") or end.summary.get("samples")
        has_kept = bool(self.run.checkpoints or self.run.samples[0] or told)
        return has_kept or end.state is RunState.SUSPENDED

    def _show_work(self) -> None:
        is_begun = self.run.state not in BEFORE_WORK
        share = self._progress.share if is_begun else None
        is_still = self._stopping or self.run.state is RunState.PAUSED
        self._say_state(self._words(), "warn" if is_still else state_tone(self.run.state))
        self._close.hide()
        self._message.hide()
        self._bar.show()
        self._bar.setRange(0, PARTS if share is not None or is_still else 0)
        self._bar.setValue(round(PARTS * (share or 0.0)))
        self._count.setText(self._count_words())
        self._count.setVisible(bool(self._count.text()))

    def _words(self) -> str:
        if self._stopping == "suspend":
            return self.tr("Saving…")
        return self.tr("Cancelling…") if self._stopping else state_text(self.run.state)

    def _count_words(self) -> str:
        progress = self._progress
        parts = []
        if progress.total and self.run.state not in BEFORE_WORK:
            parts.append(count_text(progress.phase, progress.done, progress.total))
        if self.run.role == "train" and self.run.progress is not None:
            parts.append(phase_text(self.run.progress.phase))
        written, right = self.run.samples
        if self.run.role != "train" and written:
            parts.append(self.tr("%Ln right", "", right))
        if self.run.state is RunState.RUNNING and not self._stopping:
            parts.append(remaining_text(progress.remaining_s()))
        return " · ".join(part for part in parts if part)

    def _show_end(self) -> None:
        end = self.run.end
        if end is None:
            return
        tone = state_tone(end.state)
        self._say_state(end_title(end), tone)
        kinds = {"good": "good", "bad": "bad"}
        self.set_kind(kinds.get(tone, "true"))
        self._bar.hide()
        self._count.hide()
        self._close.show()
        if end.state is RunState.FINISHED:
            words = summary_text(self.run.role, end.summary)
        else:
            words = one_line(in_words(end.message), MOST_CHARACTERS).replace("/", "/\u200b")
        self._message.setText(words)
        self._message.setVisible(bool(words))
        less = ", ".join(f"{name} = {value}" for name, value in lowered(end.hint).items())
        self._buttons["retry"].setToolTip(less)

    def _say_state(self, words: str, tone: str) -> None:
        self._state.setText(words)
        set_chip(self._state, tone)

    # --- what a person does ---

    def _on_suspend(self) -> None:
        self._stopping = "suspend"
        self.run.suspend()
        self.refresh()

    def _on_cancel(self) -> None:
        self._stopping = "cancel"
        self.run.cancel()
        self.refresh()

    def _on_close(self) -> None:
        self.closed.emit()

    def _on_resume(self) -> None:
        self.resume_asked.emit()

    def _on_retry(self) -> None:
        self.retry_asked.emit()

    def _on_log(self) -> None:
        folder = self._session.data / "runs" / self.run.id
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(for_clipboard(details_text(self.run)))
        self._session.toast(self.tr("Copied"))
