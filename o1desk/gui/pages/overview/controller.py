"""The loop at work: runs the plan on a thread of its own and outlives the page that shows it."""

import dataclasses
import queue
import threading
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.core.errors import Cancelled, O1DeskError
from o1desk.core.events import Event, Metric, Progress, Stamped
from o1desk.core.runs import RunEnd, RunState
from o1desk.environments.families import STARTER
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.overview.loop_job import LoopJob
from o1desk.gui.pages.overview.loop_result import as_json, is_result, percent
from o1desk.gui.session import Session
from o1desk.jobs.loop import Loop, LoopResult, LoopSettings

if TYPE_CHECKING:
    from o1desk.gui.live_run import LiveRun

LAST = "loop.last"  # key of the store's state table
WORD_PROBLEMS = "gsm_symbolic"  # too hard for the starter to be part of its mix
TICK_MS = 200
ANNOUNCE_S = 3.0  # how often tables are said to have changed while the loop works
TABLES = frozenset({"sample", "problem", "run", "rollout"})
LEAST_FULL_MINUTES = 4.0  # below it, measuring all problems would leave no time to train
PARTS_OF_PROGRESS = 1000


class LoopController(QObject):
    """Starts the loop and keeps its result.

    Attributes:
        live: The loop that is at work, or the last one; None before the first.
        part: Name of the part in hand.
        fraction: How much of everything is done, 0 to 1.
        remaining_s: Time left, seconds; None when unknown.
        curve: Held-out accuracy while training, as (step, rate, low, high).
        result: The last result as JSON values; None before the first.
        failure: Why the last loop did not finish; empty when it did.
        is_cancelling: Whether somebody wants it to stop.
        was_cancelled: Whether the last loop ended because somebody stopped it.

    Signals:
        changed: Something of this is another.
        finished: There is another `result`, new or read from the store.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, session: Session) -> None:
        """Look up the last result."""
        super().__init__(session)
        self._session = session
        self.live: LiveRun | None = None
        self.part, self.fraction = "", 0.0
        self.remaining_s: float | None = None
        self.curve: list[tuple[float, float, float, float]] = []
        self.result: dict[str, Any] | None = None
        self.failure = ""
        self.is_cancelling = self.was_cancelled = False
        self._job: LoopJob | None = None
        self._inbox: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[LoopResult | Exception] = queue.SimpleQueue()
        self._seq = 0
        self._announced_s = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._on_tick)
        session.ops.read(lambda: session.store.state.get(LAST), self._on_loaded, owner=self)

    @property
    def is_running(self) -> bool:
        """Whether the loop is at work."""
        return self._job is not None

    def start(self, minutes: float, level: str = "medium", seed: int = 0) -> None:
        """Run the loop; nothing happens while it runs already."""
        if self.is_running or self._session.refuses():
            return
        names = [name for name in STARTER if name != WORD_PROBLEMS]
        mix = [{"environment": name, "level": level} for name in names]
        settings = LoopSettings(model="starter", mix=mix, minutes=minutes, seed=seed)
        loop = Loop(self._session.runs.manager, fitted(settings), self._hear)
        self._job = LoopJob(loop, self._session.runs.manager)
        self.live, self._tell = self._session.runs.follow("loop", self.tr("The whole loop"))
        self.live.is_quiet = False  # the status bar shows it on every page
        self.live.attach(self._job)
        self.curve, self.failure = [], ""
        self.is_cancelling = self.was_cancelled = False
        self.part, self.fraction, self.remaining_s = "", 0.0, None
        threading.Thread(target=self._run, args=(loop,), name="loop", daemon=True).start()
        self._clock.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop after the step in hand; finished parts are kept."""
        if self._job is not None:
            self.is_cancelling = True
            self._job.cancel()
            self.changed.emit()

    @property
    def current_run(self) -> str:
        """Id of the run at work; empty before, between and after the parts."""
        return "" if self._job is None else self._job.loop.current_run or ""

    # --- on the loop's thread ---

    def _run(self, loop: Loop) -> None:
        try:
            self._done.put(loop.run())
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            self._done.put(error)

    def _hear(self, part: str, event: Event) -> None:
        del part
        if isinstance(event, Metric):
            self._inbox.put(event)

    # --- on the window's thread ---

    def _on_loaded(self, value: Any) -> None:
        if is_result(value) and self.result is None:
            self.result = value
            self.finished.emit()

    def _on_tick(self) -> None:
        if self._job is None:
            return
        while not self._inbox.empty():
            event = self._inbox.get_nowait()
            if isinstance(event, Metric):
                self._take(event)
        self.part, self.fraction, self.remaining_s = self._job.loop.progress()
        if time.monotonic() - self._announced_s >= ANNOUNCE_S:
            self._announced_s = time.monotonic()
            self._session.tables_changed.emit(TABLES)
        done = round(self.fraction * PARTS_OF_PROGRESS)
        self._say(Progress(phase=self.part, done=done, total=PARTS_OF_PROGRESS))
        if not self._done.empty():
            self._end(self._done.get_nowait())
        self.changed.emit()

    def _take(self, event: Metric) -> None:
        values = event.values
        if "heldout_pass_at_1" in values:
            rate = values["heldout_pass_at_1"]
            low, high = values.get("heldout_ci_low", rate), values.get("heldout_ci_high", rate)
            self.curve.append((event.step, rate, low, high))

    def _say(self, event: Event) -> None:
        self._seq += 1
        self._tell(Stamped(seq=self._seq, t=time.time(), event=event))

    def _end(self, outcome: LoopResult | Exception) -> None:
        job, self._job = self._job, None
        self._clock.stop()
        if isinstance(outcome, Exception):
            self.failure = sentence_of(outcome)
            self.was_cancelled = isinstance(outcome, Cancelled)
            state = RunState.CANCELLED if self.was_cancelled else RunState.FAILED
            if not isinstance(outcome, O1DeskError):
                self.failure = self.tr("The loop stopped on a bug: {what}").format(what=outcome)
        else:
            state = RunState.FINISHED
            self.result = as_json(outcome)
            self._keep(self.result)
        if job is not None:
            job.end = RunEnd(state=state, message=self.failure)
        self._announce()

    def _keep(self, result: dict[str, Any]) -> None:
        store = self._session.store
        self._session.ops.write(lambda: store.state.set(LAST, result), changed=("run",))

    def _announce(self) -> None:
        self._session.tables_changed.emit(TABLES)
        if self.failure:
            tone = "plain" if self.was_cancelled else "bad"
            self._session.toast(self.failure, tone=tone, is_system=True)
            return
        self.finished.emit()
        text = self.tr("The loop is done: {before} before, {after} after").format(
            before=percent(self.result, "before"), after=percent(self.result, "after")
        )

        def show() -> None:
            self._session.open("overview")

        self._session.toast(text, tone="good", is_system=True, action=self.tr("Show"), run=show)


def loop_controller(session: Session) -> LoopController:
    """Return the session's loop, made on the first call."""
    if "loop" not in session.parts:
        session.parts["loop"] = LoopController(session)
    made = session.parts["loop"]
    assert isinstance(made, LoopController)  # noqa: S101 - nobody else uses this name
    return made


def fitted(settings: LoopSettings) -> LoopSettings:
    """Return settings with as many problems as the time allows.

    Fewer problems make wider intervals, not a longer loop.
    """
    if settings.minutes >= LEAST_FULL_MINUTES:
        return settings
    count = max(44, int(88 * settings.minutes))
    return dataclasses.replace(
        settings, count=count, vote_count=min(44, count), generate_count=count
    )
