"""Runs one job from beginning to end while the caller waits, as the command line does."""

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from o1desk.core.errors import (
    EXIT_BUG,
    EXIT_CANCELLED,
    EXIT_INPUT,
    EXIT_MEMORY,
    Cancelled,
    InputError,
    O1DeskError,
    OutOfMemoryError,
)
from o1desk.core.events import Event, Result, Stamped
from o1desk.core.runs import RunEnd, RunSink, RunState
from o1desk.jobs.handle import Job
from o1desk.jobs.manager import Manager

WAIT_S = 0.1
SAVING = "\nSaving and stopping; press Ctrl-C again to stop at once.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a job ended.

    Attributes:
        run: Id of the run.
        state: One of the end states.
        exit_code: What the command line should return.
        message: One sentence; empty for a plain finish.
        summary: What the worker summed up.
        hint: Settings to try next.
        folder: The run folder.
        results: The result events, in order.
    """

    run: str
    state: RunState
    exit_code: int
    message: str
    summary: Mapping[str, Any]
    folder: Path
    hint: Mapping[str, Any] = field(default_factory=dict)
    results: tuple[Result, ...] = ()

    def raise_unless_finished(self) -> None:
        """Do nothing after a plain finish.

        Raises:
            Cancelled: If the run was stopped.
            OutOfMemoryError: If memory ran out; carries the hint.
            InputError: If the configuration or the input was refused.
            O1DeskError: For every other end; its exit code is that of the outcome.
        """
        if self.state is RunState.FINISHED:
            return
        if self.exit_code == EXIT_CANCELLED:
            raise Cancelled(self.message or "The run was stopped")
        if self.exit_code == EXIT_MEMORY:
            raise OutOfMemoryError(self.message, dict(self.hint))
        error = InputError if self.exit_code == EXIT_INPUT else O1DeskError
        raised = error(self.message)
        raised.exit_code = self.exit_code
        raise raised


def run_job(  # noqa: PLR0913 - those of Manager.start, and how to hear and stop
    manager: Manager,
    role: str,
    config: Mapping[str, Any],
    *,
    inputs: Iterable[Any] = (),
    on_event: Callable[[Event], None] | None = None,
    sink: RunSink | None = None,
    stop: threading.Event | None = None,
    scratch: Path | None = None,
    on_start: Callable[[Job], None] | None = None,
) -> Outcome:
    """Start a run and wait for its end.

    The first Ctrl-C lets the worker save and leave, the second kills it. Off the main thread,
    where no Ctrl-C arrives, `stop` cancels it.

    Args:
        manager: Starts the worker.
        role: train, generate, evaluate or chat.
        config: See `Manager.start`.
        inputs: Problems and labels to freeze with the run.
        on_event: Called with each event on the calling thread.
        sink: Told instead of the manager's own.
        stop: Set by another thread to cancel the run.
        scratch: See `Manager.start`.
        on_start: Called with the job as soon as its worker is started.

    Raises:
        NoSpaceError: If the disk is full before anything started.
    """
    inbox: queue.SimpleQueue[Stamped] = queue.SimpleQueue()
    job = manager.start(role, config, inputs=inputs, listener=inbox.put, sink=sink, scratch=scratch)
    if on_start is not None:
        on_start(job)
    return _follow(job, inbox, on_event, stop)


def resume_job(
    manager: Manager,
    run_id: str,
    *,
    on_event: Callable[[Event], None] | None = None,
    sink: RunSink | None = None,
    stop: threading.Event | None = None,
) -> Outcome:
    """Go on with a run that stopped, and wait for its end; see `run_job`.

    Raises:
        InputError: If there is no such run, or nothing to resume.
    """
    inbox: queue.SimpleQueue[Stamped] = queue.SimpleQueue()
    job = manager.resume(run_id, listener=inbox.put, sink=sink)
    return _follow(job, inbox, on_event, stop)


def _follow(
    job: Job,
    inbox: "queue.SimpleQueue[Stamped]",
    on_event: Callable[[Event], None] | None,
    stop: threading.Event | None,
) -> Outcome:
    results: list[Result] = []
    interrupts = 0
    is_cancelled = False
    while True:
        try:
            if stop is not None and stop.is_set() and not is_cancelled:
                is_cancelled = True
                job.cancel()
            end = job.wait(WAIT_S) if inbox.empty() else None
            while not inbox.empty():
                event = inbox.get().event
                if isinstance(event, Result):
                    results.append(event)
                if on_event is not None:
                    on_event(event)
            if end is not None:
                return _outcome(job, end, results, was_stopped=interrupts > 0 or is_cancelled)
        except KeyboardInterrupt:
            interrupts += 1
            _interrupt(job, interrupts)
        except BaseException:
            job.kill()
            raise


def _interrupt(job: Job, times: int) -> None:
    if times == 1:
        sys.stderr.write(SAVING)
        job.suspend()
    else:
        job.kill()


def _outcome(job: Job, end: RunEnd, results: list[Result], *, was_stopped: bool) -> Outcome:
    stopped = EXIT_CANCELLED if was_stopped else EXIT_BUG
    native = end.state is RunState.CRASHED or end.exit_code is None
    return Outcome(
        run=job.run.id,
        state=end.state,
        exit_code=stopped if native else end.exit_code or 0,
        message=end.message,
        summary=whole_value(job.run.folder, end.summary),
        folder=job.run.folder,
        hint=end.hint,
        results=tuple(
            Result(id=result.id, value=whole_value(job.run.folder, result.value))
            for result in results
        ),
    )


def whole_value(folder: Path, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the value of a result or summary, from the file that it names if it was too large.

    Args:
        folder: The run folder.
        value: As the event carries it.

    Raises:
        InputError: If the file is gone or cannot be read.
    """
    if set(value) != {"file"}:
        return value
    path = folder / str(value["file"])
    try:
        whole = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}); the run folder was changed") from error
    if not isinstance(whole, dict):
        raise InputError(f"{path} holds no result; the run folder was changed")
    return whole
