"""The head of a run: what it is, how far it came, and the rungs by which it can be stopped."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.runs import RESUMABLE_ROLES, RunState
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.run_words import (
    phase_text,
    slept_text,
    state_text,
    state_tone,
    summary_text,
)
from o1desk.gui.shown import one_line
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text, remaining_text
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, chip, label, set_chip

CLOCK_MS = 1000
PARTS = 1000
STOPPED = (RunState.SUSPENDED, RunState.CANCELLED)  # what broke is resumed from its red card
MODEL_CHARS = 48


class RunHeader(QWidget):
    """Name, state, progress and buttons of the shown run.

    Signals:
        asked: Name of what a button wants: "resume", "edit", "further", "chat" or "folder".
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, model_title: Callable[[str], str] = str) -> None:
        """Show no run yet.

        Args:
            theme: The look.
            model_title: Returns what people read of a model reference.
        """
        super().__init__()
        self._model_title = model_title
        self._record: RunRecord | None = None
        self._stopping = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self._title = label("", "heading")
        self._state = chip("")
        self._model = chip("")
        self._name = label("", "small")
        top = FlowLayout(gap=theme.px(8))
        for part in (self._title, self._state, self._model, self._name):
            top.addWidget(part)
        top.addStretch()
        self._buttons = self._all_buttons()
        for made in self._buttons.values():
            top.addWidget(made)
        layout.addLayout(top)
        self._bar = QProgressBar()
        self._bar.setRange(0, PARTS)
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        self._words = label("", "muted", is_wrapped=True)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._show_progress)

    def button(self, name: str) -> QPushButton:
        """Return a button: pause, go_on, suspend, cancel, kill, or one of `asked`."""
        return self._buttons[name]

    def show_record(self, record: RunRecord) -> None:
        """Show a run as it is now."""
        if record is not self._record:
            self._stopping = ""
        self._record = record
        if not record.is_active:
            self._stopping = ""
        self._title.setText(kind_text(record.role, record.method))
        self._state.setText(self._state_words(record))
        set_chip(self._state, state_tone(record.state))
        self._model.setText(one_line(self._model_title(record.model), MODEL_CHARS))
        self._model.setToolTip(self.tr("The model that the run started from"))
        self._name.setText(record.id)
        self._show_buttons(record)
        self._show_progress()
        self._set_clock()

    # --- buttons ---

    def _all_buttons(self) -> dict[str, QPushButton]:
        return {
            "pause": button(
                self.tr("Pause"), self.pause,
                tip=self.tr("Wait after the step in hand; memory is kept (Ctrl+P)"),
            ),
            "go_on": button(
                self.tr("Go on"), self.go_on, kind="primary", tip=self.tr("End the pause (Ctrl+P)")
            ),
            "suspend": button(
                self.tr("Suspend"), self._on_suspend,
                tip=self.tr("Save a checkpoint and free the memory; the run can be resumed later"),
            ),
            "cancel": button(
                self.tr("Cancel"), self._on_cancel,
                tip=self.tr("End after the step in hand; the last checkpoint is kept"),
            ),
            "kill": button(
                self.tr("End now"), self._on_kill, kind="danger",
                tip=self.tr("End the worker at once; the last checkpoint is kept"),
            ),
            "resume": button(
                self.tr("Resume"), self._on_asked, kind="primary",
                tip=self.tr("Go on from the last checkpoint"),
            ),
            "edit": button(
                self.tr("Start again"), self._on_asked,
                tip=self.tr("Put these settings into the form of a new run"),
            ),
            "further": button(
                self.tr("Train further"), self._on_asked,
                tip=self.tr("A new run that starts from this one's best adapter"),
            ),
            "folder": button(
                self.tr("Open folder"), self._on_asked, kind="quiet",
                tip=self.tr("Configuration, events, answers, checkpoints and log of this run"),
            ),
            "chat": button(
                self.tr("Chat with this"), self._on_asked, kind="primary",
                tip=self.tr("Chat with the best adapter of this run"),
            ),
        }  # fmt: skip

    def _on_asked(self) -> None:
        name = next((name for name, made in self._buttons.items() if made is self.sender()), "")
        if name:
            self.asked.emit(name)

    def _show_buttons(self, record: RunRecord) -> None:
        state, active = record.state, record.is_active
        can_stop = active and not self._stopping
        has_adapter = record.role == "train" and bool(record.checkpoints)
        shown = {
            "pause": can_stop and state is RunState.RUNNING,
            "go_on": can_stop and state is RunState.PAUSED,
            "suspend": can_stop and record.role == "train",
            "cancel": can_stop,
            "kill": active and bool(self._stopping),
            "resume": not active and state in STOPPED and record.role in RESUMABLE_ROLES,
            "edit": not active and record.role == "train" and bool(record.config),
            "further": not active and has_adapter,
            "chat": not active and has_adapter,
            "folder": record.folder is not None,
        }
        for name, made in self._buttons.items():
            made.setVisible(shown[name])

    def pause(self) -> None:
        """Ask for a wait."""
        if self._record is not None and self._record.live is not None:
            self._record.live.pause()

    def go_on(self) -> None:
        """End a pause."""
        if self._record is not None and self._record.live is not None:
            self._record.live.resume()

    def _on_suspend(self) -> None:
        self._stop("suspend")

    def _on_cancel(self) -> None:
        self._stop("cancel")

    def _on_kill(self) -> None:
        if self._record is not None and self._record.live is not None:
            self._record.live.kill()

    def _stop(self, how: str) -> None:
        record = self._record
        if record is None or record.live is None:
            return
        self._stopping = how
        record.live.suspend() if how == "suspend" else record.live.cancel()
        self.show_record(record)

    def _state_words(self, record: RunRecord) -> str:
        if self._stopping == "suspend":
            return self.tr("Saving and stopping")
        if self._stopping == "cancel":
            return self.tr("Stopping")
        return state_text(record.state)

    # --- progress ---

    def _show_progress(self) -> None:
        record = self._record
        if record is None:
            return
        share = self._share(record)
        self._bar.setVisible(record.is_active)
        self._bar.setRange(0, PARTS if share is not None else 0)
        if share is not None:
            self._bar.setValue(round(PARTS * share))
        self._words.setText(self._progress_words(record))

    def _share(self, record: RunRecord) -> float | None:
        """Return how much is done, 0 to 1; None when nobody knows."""
        if record.role != "train":
            progress = None if record.live is None else record.live.progress
            return progress.done / progress.total if progress and progress.total else None
        minutes = record.settings.get("minutes") or 0
        shares = [record.step / record.steps_wanted] if record.steps_wanted else []
        if isinstance(minutes, int | float) and minutes > 0 and record.step:
            shares.append(record.elapsed_s() / (60.0 * minutes))
        if not record.step and record.live is not None and record.live.progress is None:
            return None
        return min(max(shares), 1.0) if shares else None

    def _progress_words(self, record: RunRecord) -> str:
        number = QLocale().toString
        parts = []
        if record.role == "train" and record.steps_wanted:
            has_limit = bool(record.settings.get("minutes"))
            words = self.tr("Step {n}") if has_limit else self.tr("Step {n} of {all}")
            parts.append(words.format(n=number(record.step), all=number(record.steps_wanted)))
        if record.elapsed_s() > 0:
            parts.append(self.tr("{time} at work").format(time=duration_text(record.elapsed_s())))
        remaining = record.remaining_s()
        if remaining is not None:
            parts.append(remaining_text(remaining))
        if record.checkpoints:
            saved = self.tr("last checkpoint at step {n}")
            parts.append(saved.format(n=number(record.checkpoints[-1])))
        if record.role != "train" and record.summary:
            parts.append(summary_text(record.role, record.summary))
        phase = record.live.progress.phase if record.live and record.live.progress else ""
        if record.is_active and phase_text(phase):
            parts.append(phase_text(phase))
        if record.live is not None and slept_text(record.live):
            parts.append(slept_text(record.live))
        return "  \u00b7  ".join(part for part in parts if part)

    def _set_clock(self) -> None:
        wanted = self.isVisible() and self._record is not None and self._record.is_active
        if wanted and not self._clock.isActive():
            self._clock.start()
        elif not wanted:
            self._clock.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_clock()
        self._show_progress()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
