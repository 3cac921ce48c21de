"""One run while its worker is at work, as values that pages show and signals that say what is new.

Signals come at most once per tick of the window's clock, however many events arrived.
"""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject, Signal

from o1desk.core.events import (
    Anomaly,
    CheckpointSaved,
    Event,
    Log,
    Metric,
    Progress,
    Result,
    Rollout,
    SampleWritten,
    Stamped,
    State,
    StepDone,
    TokenText,
)
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.series import Series
from o1desk.gui.steady import steady_s

if TYPE_CHECKING:
    from o1desk.jobs.handle import Job


class Named(Protocol):
    """Something with the id of a run."""

    @property
    def id(self) -> str:
        """The id."""
        ...


class Handle(Protocol):
    """What a live run needs of the work behind it; `jobs.handle.Job` is the usual one."""

    @property
    def run(self) -> Named:
        """The run."""
        ...

    @property
    def state(self) -> RunState:
        """Where it is."""
        ...

    @property
    def end(self) -> RunEnd | None:
        """How it ended; None while it goes on."""
        ...


class LiveRun(QObject):
    """What is known of a run.

    Attributes:
        number: Its number in this session.
        id: Its id; empty until its folder exists.
        role: train, generate, evaluate or chat.
        title: What people read.
        config: What it was started with.
        state: Where it is.
        progress: The newest report; None before the first.
        series: Numbers by metric name.
        anomalies: What the guard noticed, as (seconds, event).
        checkpoints: Steps that can be loaded.
        samples: Samples written, and how many of them were right.
        rollout_steps: Training steps whose answers can be looked at.
        end: How it ended; None while it goes on.
        is_streaming: Whether an answer is being written.
        is_quiet: Whether it needs no card.
        is_part: Whether other work waits for it and tells how it ended.
        slept_s: How long it stood still, asleep or stopped by the system, seconds.
        stopped_s: The part of it in which the computer was awake and its clocks went on.

    Signals:
        changed: State, progress, samples or checkpoints are others.
        metrics_arrived: New numbers (frozenset of names).
        text_arrived: Streamed pieces of answers (list of Stamped with TokenText or StepDone).
        result_arrived: The payload of a request (Result).
        ended: The worker is gone (RunEnd).
        streaming_changed: `is_streaming` is another.
        stood_still: It was stopped by the system (since, until; steady Unix seconds).
    """

    changed = Signal()
    metrics_arrived = Signal(object)
    text_arrived = Signal(object)
    result_arrived = Signal(object)
    ended = Signal(object)
    streaming_changed = Signal()
    stood_still = Signal(float, float)

    def __init__(
        self, number: int, role: str, title: str, config: Mapping[str, Any], parent: QObject
    ) -> None:
        """Start without a worker."""
        super().__init__(parent)
        self.number, self.role, self.title, self.config = number, role, title, dict(config)
        self.id = ""
        self.state = RunState.STARTING
        self.progress: Progress | None = None
        self.series: dict[str, Series] = {}
        self.anomalies: list[tuple[float, Anomaly]] = []
        self.logs: list[Log] = []
        self.checkpoints: list[int] = []
        self.samples = [0, 0]
        self.rollout_steps: list[int] = []
        self.end: RunEnd | None = None
        self.is_streaming = False
        self.is_quiet = self.is_part = False
        self.slept_s = self.stopped_s = 0.0
        self.started_s = time.monotonic()
        self.phase_started = (time.monotonic(), "", 0)
        self._ended_s: float | None = None
        self._job: Handle | None = None
        self._waiting: list[str] = []
        self._is_dirty = False
        self._news: set[str] = set()
        self._pieces: list[Stamped] = []

    # --- the worker ---

    @property
    def job(self) -> "Job | None":
        """The worker; None before it started."""
        return cast("Job | None", self._job)

    @property
    def is_over(self) -> bool:
        """Whether the worker is gone."""
        return self.end is not None

    @property
    def is_waiting(self) -> bool:
        """Whether it is a model that waits for a question and says nothing by itself."""
        return self.role == "chat" and self.state is RunState.RUNNING and not self.is_streaming

    def attach(self, job: Handle) -> None:
        """Take the worker that was started; commands given before are sent now."""
        self._job, self.id = job, job.run.id
        for command in self._waiting:
            getattr(job, command)()
        self._waiting.clear()
        self._is_dirty = True

    def pause(self) -> None:
        """Ask for a wait at the next safe point."""
        self._command("pause")

    def resume(self) -> None:
        """Go on after a pause."""
        self._command("resume")

    def suspend(self) -> None:
        """Ask for a checkpoint and the end."""
        self._command("suspend")

    def cancel(self) -> None:
        """Ask for the end; the ladder is climbed when nobody answers."""
        self._command("cancel")

    def kill(self) -> None:
        """End the worker now."""
        self._command("kill")

    def hang_up(self) -> None:
        """Let the worker save and leave."""
        self._command("hang_up")

    def set_streaming(self, value: bool) -> None:
        """Note that an answer is being written, so that the clock ticks faster."""
        if value != self.is_streaming:
            self.is_streaming = value
            self.streaming_changed.emit()

    def _command(self, name: str) -> None:
        if self._job is not None:
            getattr(self._job, name)()
        elif self.end is None:
            self._waiting.append(name)

    # --- what it says ---

    def take(self, stamped: Stamped) -> None:
        """Take in one event; signals follow with `flush`."""
        event = stamped.event
        if isinstance(event, TokenText | StepDone):
            self._pieces.append(stamped)
        elif isinstance(event, Metric):
            self._take_metric(event, stamped.t)
        elif isinstance(event, Result):
            self.flush()
            self.result_arrived.emit(event)
        else:
            self._is_dirty = True
            self._note(event, stamped.t)

    def _take_metric(self, event: Metric, seconds: float) -> None:
        for name, value in event.values.items():
            self.series.setdefault(name, Series()).add(event.step, seconds, value)
            self._news.add(name)

    def _note(self, event: Event, seconds: float) -> None:
        if isinstance(event, Progress):
            if self.progress is None or self.progress.phase != event.phase:
                self.phase_started = (self.worked_s(), event.phase, event.done)
            self.progress = event
        elif isinstance(event, State):
            self.state = RunState(event.state)
        elif isinstance(event, SampleWritten):
            self.samples = [event.line, self.samples[1] + bool(event.correct)]
        else:
            self._note_rare(event, seconds)

    def _note_rare(self, event: Event, seconds: float) -> None:
        if isinstance(event, Rollout):
            if not self.rollout_steps or self.rollout_steps[-1] != event.step:
                self.rollout_steps.append(event.step)
        elif isinstance(event, CheckpointSaved):
            self.checkpoints.append(event.step)
        elif isinstance(event, Anomaly):
            self.anomalies.append((seconds, event))
        elif isinstance(event, Log):
            self.logs.append(event)

    def flush(self) -> None:
        """Say what is new since the last time."""
        if self._pieces:
            pieces, self._pieces = self._pieces, []
            self.text_arrived.emit(pieces)
        if self._news:
            news, self._news = frozenset(self._news), set()
            self.metrics_arrived.emit(news)
        if self._job is not None and self.end is None and self._job.state != self.state:
            self.state, self._is_dirty = self._job.state, True
        if self._is_dirty:
            self._is_dirty = False
            self.changed.emit()

    def note_gap(self, seconds: float, *, is_awake: bool) -> None:
        """Note that it stood still without having been asked to.

        Args:
            seconds: How long, until now.
            is_awake: Whether the computer was awake: its clocks counted the time.
        """
        self.slept_s += seconds
        if is_awake:
            self.stopped_s += seconds
            now = steady_s()
            self.stood_still.emit(now - seconds, now)
        self.changed.emit()

    def took_s(self) -> float:
        """Return how long the run has taken, or took, without standing still, seconds."""
        ended = self.worked_s() if self._ended_s is None else self._ended_s
        return ended - self.started_s

    def worked_s(self) -> float:
        """Return seconds that stand still with the worker; only differences mean anything."""
        return time.monotonic() - self.stopped_s

    def check_end(self) -> bool:
        """Notice that the worker is gone; return whether it just went."""
        end = None if self._job is None else self._job.end
        if end is None or self.end is not None:
            return False
        self._finish(end)
        return True

    def fail(self, sentence: str) -> None:
        """Note that no worker could be started."""
        self._finish(RunEnd(state=RunState.FAILED, message=sentence, reason="bad_config"))

    def _finish(self, end: RunEnd) -> None:
        self.end, self.state, self._ended_s = end, end.state, self.worked_s()
        self.set_streaming(False)
        self.changed.emit()
        self.ended.emit(end)

    def remaining_s(self) -> float | None:
        """Return the time the present phase still needs, seconds; None when unknown."""
        started, _, first = self.phase_started
        progress = self.progress
        if progress is None or progress.done <= first or progress.total <= 0:
            return None
        rate = (progress.done - first) / max(self.worked_s() - started, 1e-6)
        return (progress.total - progress.done) / rate
