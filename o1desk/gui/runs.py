"""Runs as the window sees them: workers speak on threads, the window listens on its own clock.

Events gather in a queue and are drained ten times a second (thirty while an answer streams), at
most a few milliseconds at a time. The clock stands still while no worker is at work.
"""

import dataclasses
import logging
import queue
import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.events import SampleWritten, Stamped
from o1desk.gui.live_run import LiveRun
from o1desk.gui.ops import Ops, plain_sentence_of
from o1desk.gui.steady import SleepWatch, ahead_s
from o1desk.gui.stillness import Stillness

if TYPE_CHECKING:
    from o1desk.core.runs import RunSink
    from o1desk.jobs.handle import Job
    from o1desk.jobs.manager import Manager

logger = logging.getLogger(__name__)

DRAIN_MS = 100
STREAM_MS = 33
WAITING_MS = 1000  # only models that wait for a question: looks whether they are still there
BUDGET_S = 0.006  # work on events in one tick, so that a flood never holds up the window
ANNOUNCE_S = 1.0  # how often tables are said to have changed while samples come in


class LiveRuns(QObject):
    """The runs whose workers are at work, and those that ended since the start.

    Signals:
        run_added: A run was started or resumed (LiveRun).
        run_ended: Its worker is gone (LiveRun).
        tables_changed: What arrived was stored (frozenset of table names).
        slept: The computer slept while workers were at work (seconds).
    """

    run_added = Signal(object)
    run_ended = Signal(object)
    tables_changed = Signal(object)
    slept = Signal(float)

    def __init__(
        self,
        manager: "Manager",
        ops: Ops,
        parent: QObject | None = None,
        *,
        is_read_only: bool = False,
    ) -> None:
        """Listen to nobody yet.

        Args:
            manager: Starts the workers.
            ops: Work beside the window.
            parent: Owner.
            is_read_only: Whether nothing may be written: every run ends before it begins.
        """
        super().__init__(parent)
        self._is_read_only = is_read_only
        self._manager, self._ops = manager, ops
        self._runs: dict[int, LiveRun] = {}
        self._next = 0
        self._inbox: queue.SimpleQueue[tuple[int, Stamped]] = queue.SimpleQueue()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_tick)
        self._announced_s = 0.0
        self._has_news = False
        self._sleep = SleepWatch()
        self._stillness = Stillness()

    @property
    def active(self) -> list[LiveRun]:
        """The runs that have not ended, oldest first."""
        return [run for run in self._runs.values() if not run.is_over]

    @property
    def manager(self) -> "Manager":
        """Who starts the workers."""
        return self._manager

    def find(self, run_id: str) -> LiveRun | None:
        """Return a run of this session by its id."""
        found = [run for run in self._runs.values() if run.id == run_id]
        return found[-1] if found else None

    def start(
        self,
        role: str,
        config: Mapping[str, Any],
        *,
        title: str,
        inputs: Iterable[Any] = (),
        sink: "RunSink | None" = None,
        is_quiet: bool = False,
    ) -> LiveRun:
        """Start a worker; the run is there at once, its process a moment later.

        Args:
            role: train, generate, evaluate or chat.
            config: See `Manager.start`.
            title: What people read.
            inputs: Problems and labels to freeze with the run.
            sink: Told instead of the store.
            is_quiet: Whether it has its own place on a page and needs no card.
        """
        frozen = list(inputs)
        run = self._new(role, title, config, is_quiet=is_quiet)

        def begin() -> "Job":
            listener = self._listener(run.number)
            self._check()
            return self._manager.start(role, config, inputs=frozen, listener=listener, sink=sink)

        self._begin(run, begin)
        return run

    def resume(
        self, run_id: str, *, role: str, title: str, hint: Mapping[str, Any] | None = None
    ) -> LiveRun:
        """Go on with a run that stopped.

        Args:
            run_id: Which run.
            role: What it does.
            title: What people read.
            hint: What to lower first; see `Manager.resume`.
        """
        run = self._new(role, title, {}, is_quiet=False)
        run.id = run_id

        def begin() -> "Job":
            listener = self._listener(run.number)
            self._check()
            return self._manager.resume(run_id, listener=listener, hint=hint)

        self._begin(run, begin)
        return run

    def follow(self, role: str, title: str) -> tuple[LiveRun, Callable[[Stamped], None]]:
        """Return a run that somebody else started, and the listener to feed it with."""
        run = self._new(role, title, {}, is_quiet=True)
        self.refresh_clock()
        return run, self._listener(run.number)

    def refresh_clock(self) -> None:
        """Tick as fast as what is shown needs, or not at all."""
        active = self.active
        if not active:
            self._clock.stop()
            return
        wanted = DRAIN_MS
        if any(run.is_streaming for run in active):
            wanted = STREAM_MS
        elif all(run.is_waiting for run in active):
            wanted = WAITING_MS
        if not self._clock.isActive():
            self._sleep = SleepWatch()  # nobody minds what was slept before
        if not self._clock.isActive() or self._clock.interval() != wanted:
            self._clock.start(wanted)

    def _new(self, role: str, title: str, config: Mapping[str, Any], *, is_quiet: bool) -> LiveRun:
        self._next += 1
        run = LiveRun(self._next, role, title, config, self)
        run.is_quiet = is_quiet
        self._runs[run.number] = run
        run.streaming_changed.connect(self.refresh_clock)
        self.run_added.emit(run)
        return run

    def _check(self) -> None:
        """A run is a folder, also one that only answers questions."""
        if self._is_read_only:
            raise StoreUnavailableError(
                "The data folder is open read-only: no work can be started in it"
            )

    def _begin(self, run: LiveRun, begin: "Callable[[], Job]") -> None:
        self.refresh_clock()
        self._ops.read(begin, run.attach, fail=self._failed(run), owner=run)

    def _failed(self, run: LiveRun) -> Callable[[Exception], None]:
        def fail(error: Exception) -> None:
            run.fail(plain_sentence_of(error))
            self.run_ended.emit(run)
            self.refresh_clock()

        return fail

    def _listener(self, number: int) -> Callable[[Stamped], None]:
        inbox = self._inbox

        def hear(stamped: Stamped) -> None:
            ahead = ahead_s()
            if ahead:  # the worker's clock slept or was set: the charts must not
                stamped = dataclasses.replace(stamped, t=stamped.t - ahead)
            inbox.put((number, stamped))

        return hear

    def _on_tick(self) -> None:
        limit = time.perf_counter() + BUDGET_S
        while time.perf_counter() < limit:
            try:
                number, stamped = self._inbox.get_nowait()
            except queue.Empty:
                break
            self._runs[number].take(stamped)
            self._has_news = self._has_news or isinstance(stamped.event, SampleWritten)
        self._look_for_gaps()
        for run in self.active:
            run.flush()
            if self._inbox.empty() and run.check_end():
                self.run_ended.emit(run)
                self._has_news = True
                self._announced_s = 0.0
        self._announce()
        self.refresh_clock()

    def _look_for_gaps(self) -> None:
        gap = self._sleep.gap_s()
        if gap:
            for run in self.active:
                run.note_gap(gap, is_awake=False)
            self.slept.emit(gap)
        self._stillness.look(self.active)

    def _announce(self) -> None:
        now = time.monotonic()
        if self._has_news and now - self._announced_s >= ANNOUNCE_S:
            self._has_news, self._announced_s = False, now
            self.tables_changed.emit(frozenset({"sample", "problem", "run", "rollout"}))
