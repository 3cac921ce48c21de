"""Follows one worker from its first event to its end, on threads of its own.

One thread reads the pipe, one waits for the process, one tells the sink in batches. What a killed
worker wrote to its folder but could not send is read from there, so nothing is missed.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from o1desk.core.events import PROTOCOL, Event, Hello, Stamped, State, parse
from o1desk.core.files import write_json
from o1desk.core.runs import CRASH_FILE, END_FILE, NEXT, Run, RunEnd, RunSink, RunState
from o1desk.jobs.endings import end_of, end_to_json, with_advice
from o1desk.jobs.facts import with_facts
from o1desk.jobs.folder import events_after
from o1desk.jobs.process import Commands, Worker, kill_leftovers, kill_tree

logger = logging.getLogger(__name__)

BATCH_S = 0.25
CRASH_BYTES = 64 * 1024

Listener: TypeAlias = Callable[[Stamped], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who hears about a run.

    Attributes:
        sink: Told in batches, in order, on a background thread.
        listener: Told about each event at once, on another background thread; or None.
        known_seq: Number of the last event that the sink was told earlier.
        at_end: Called once when the worker is gone, before the sink hears of the end; or None.
    """

    sink: RunSink
    listener: Listener | None = None
    known_seq: int = 0
    at_end: Callable[[], None] | None = None


class Watch:
    """The threads behind a job.

    Attributes:
        state: Where the run is now.
        end: How it ended; None before.
        gone: Set when the end is known and everybody was told.
        forced: Rung of the stop ladder that was climbed: "", "terminate" or "kill".
    """

    def __init__(self, run: Run, worker: Worker, audience: Audience, commands: Commands) -> None:
        """Start following a worker that was just started, with a pipe on its stdout.

        Args:
            run: What it works on.
            worker: Its process.
            audience: Who is told.
            commands: Its other pipe; closed when it is gone.
        """
        self.state = RunState.STARTING
        self.end: RunEnd | None = None
        self.gone = threading.Event()
        self.forced = ""
        self._run = run
        self._worker = worker
        self._audience = audience
        self._commands = commands
        self._listeners: tuple[Listener, ...] = (
            () if audience.listener is None else (audience.listener,)
        )
        self._listening = threading.Lock()
        self._seq = audience.known_seq
        self._last: Event | None = None
        self._refusal = ""
        self._crash = run.folder / CRASH_FILE
        self._crash_bytes = _size(self._crash)
        self._closed = threading.Event()
        self._queue: queue.SimpleQueue[Stamped | None] = queue.SimpleQueue()
        self._reader = self._thread(self._read)
        self._thread(self._keep)
        self._thread(self._tell)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell one more listener from now on; the returned function ends it."""
        with self._listening:
            self._listeners = (*self._listeners, listener)

        def forget() -> None:
            with self._listening:
                self._listeners = tuple(one for one in self._listeners if one is not listener)

        return forget

    def _thread(self, target: Callable[[], None]) -> threading.Thread:
        name = f"{self._run.id} {target.__name__.strip('_')}"
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
        return thread

    def _read(self) -> None:
        for line in self._worker.stdout or ():
            try:
                stamped = parse(line)
            except ValueError:
                logger.warning("%s sent a line that is no event: %r", self._run.id, line[:80])
                continue
            self._note(stamped)

    def _note(self, stamped: Stamped) -> None:
        event = stamped.event
        if isinstance(event, Hello) and event.protocol != PROTOCOL:
            self._refusal = (
                f"The worker speaks protocol {event.protocol} and this O1 Desk {PROTOCOL}; "
                "both must come from the same version"
            )
            kill_tree(self._worker.pid)
        if isinstance(event, State):
            self._enter(event.state)
        self._last, self._seq = event, stamped.seq
        self._queue.put(stamped)
        for listener in self._listeners:
            self._call(listener, stamped)

    def _enter(self, name: str) -> None:
        reachable = {state.value: state for state in NEXT[self.state] if not state.is_end}
        self.state = reachable.get(name, self.state)

    def _keep(self) -> None:
        self._worker.wait()
        # A child that forked without exec still holds the pipe: the reader would wait for it.
        kill_leftovers(self._worker.pid)
        self._reader.join()
        self._commands.close()
        if self._worker.stdout is not None:
            self._worker.stdout.close()
        self._call(self._catch_up)
        self._closed.set()
        self._queue.put(None)

    def _catch_up(self) -> None:
        for stamped in events_after(self._run.folder, self._seq):
            self._note(stamped)

    def _tell(self) -> None:
        going = True
        while going:
            batch, going = self._batch()
            if batch:
                self._call(self._audience.sink.events, self._run.id, batch)
        end = self._judge()
        if self._audience.at_end is not None:
            self._call(self._audience.at_end)
        self._call(write_json, self._run.folder / END_FILE, end_to_json(end))
        self._call(self._audience.sink.run_ended, self._run.id, end)
        self.state, self.end = end.state, end
        self.gone.set()

    def _batch(self) -> tuple[list[Stamped], bool]:
        """Return what came within a quarter of a second, and whether more may come."""
        batch: list[Stamped] = []
        stamped = self._queue.get()
        self._closed.wait(BATCH_S)
        while stamped is not None:
            batch.append(stamped)
            try:
                stamped = self._queue.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _call(self, function: Callable[..., None], *arguments: Any) -> None:
        try:
            function(*arguments)
        except Exception:  # the folder keeps everything, and the next start tells it again
            logger.exception("%s: what happened could not be passed on", self._run.id)

    def _judge(self) -> RunEnd:
        if self._refusal:
            return RunEnd(state=RunState.FAILED, message=self._refusal, reason="bad_config")
        crash = crash_report(self._crash, self._crash_bytes)
        end = end_of(self._worker.returncode, self._last, crash=crash, forced=self.forced)
        advised = with_advice(end, self._run, forced=self.forced)
        return with_facts(advised, self._run.folder)


def crash_report(path: Path, start: int = 0) -> str:
    """Return what the fault handler wrote from a position on; "" if nothing."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(CRASH_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
