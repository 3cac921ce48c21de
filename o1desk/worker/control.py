"""The worker's side of `Control`: reports, waits while paused, serves probes, stops."""

import dataclasses
import time
from typing import Any

from typing_extensions import override

from o1desk.core.control import Probe, Probed
from o1desk.core.errors import Cancelled, O1DeskError, Suspended
from o1desk.core.events import Done, Event, Failed, Log, Progress, Result, State, TokenText
from o1desk.worker.inbox import Inbox
from o1desk.worker.outbox import Outbox

PROGRESS_EVERY_S = 0.2
PHASES_EVERY_S = 0.02  # loops may alternate between phases many times a second
TOKENS_EVERY_S = 0.05  # at most 20 token events a second

STOPS: dict[type[Cancelled], str] = {
    Cancelled: "The run was cancelled; what was finished is kept",
    Suspended: "The run was suspended; it can be resumed",
}


class WorkerControl(Probed):
    """Polled by the loops at safe points.

    Until the loop's first tick the worker counts as loading, and a stop interrupts it at once:
    there is nothing to save yet.

    Attributes:
        probe: Answers a probe of the policy that is being trained; None when the role has none.
    """

    def __init__(self, outbox: Outbox, inbox: Inbox) -> None:
        """Speak through the outbox and listen to the inbox."""
        self.probe: Probe | None = None
        self._outbox = outbox
        self._inbox = inbox
        self._state = ""
        self._phase = ""
        self._reported = Progress(phase="", done=0, total=0)
        self._reported_s = 0.0
        self._tokens: TokenText | None = None
        self._tokens_s = 0.0
        self._is_serving = False

    @override
    def tick(self, phase: str, done: int, total: int) -> None:
        """Report progress at most five times a second, then do what the user asked for.

        Raises:
            Cancelled: When the user asked to stop.
            FolderGoneError: If the run folder was moved or removed; seen when progress is told.
        """
        self._phase = phase
        if self._state == "loading":
            self.enter("running")
        self._report(Progress(phase=phase, done=done, total=total))
        if self._inbox.urgent:
            self._serve()

    @override
    def emit(self, event: Event) -> None:
        """Record an event; streamed text is gathered so that it stays under 20 lines a second.

        A loop that tells results has something to save: from then on stops wait for a tick.
        """
        if self._state == "loading" and not isinstance(event, State | Log | Done | Failed):
            self.enter("running")
        if isinstance(event, TokenText):
            self._gather(event)
            return
        self.flush()
        self._outbox.emit(event)

    @override
    def setting(self, key: str, default: float) -> float:
        """Return the live value of a setting."""
        return self._inbox.setting(key, default)

    @property
    def is_loading(self) -> bool:
        """Whether a stop may interrupt at any moment."""
        return self._state == "loading"

    @property
    def phase(self) -> str:
        """What the loop was doing at its last tick; "" before the first."""
        return self._phase

    def enter(self, state: str) -> None:
        """Tell the app about a new state; telling the same twice is telling it once."""
        if state != self._state:
            self._state = state
            self.emit(State(state=state))

    def flush(self) -> None:
        """Send the streamed text gathered so far."""
        tokens, self._tokens = self._tokens, None
        if tokens is not None:
            self._tokens_s = time.monotonic()
            self._outbox.emit(tokens)

    def check_stop(self) -> None:
        """End the loop if the user asked for it.

        Raises:
            Cancelled: When the user asked to stop.
            Suspended: When the user asked to stop and resume later.
        """
        how = self._inbox.stopped
        if how is not None:
            raise how(STOPS[how])

    def _report(self, progress: Progress) -> None:
        now = time.monotonic()
        is_last = progress.done == progress.total and progress != self._reported
        is_new = progress.phase != self._reported.phase or is_last
        wait_s = PHASES_EVERY_S if is_new else PROGRESS_EVERY_S
        if now - self._reported_s >= wait_s:
            self._reported, self._reported_s = progress, now
            self._outbox.look()
            self.emit(progress)

    def _serve(self) -> None:
        self.check_stop()
        if self._is_serving:  # a probe's own generation ticks too
            return
        self._answer_probes()
        if self._inbox.is_paused():
            self.enter("paused")
            while self._inbox.is_paused():
                self._inbox.wait_while_paused()
                self.check_stop()
                self._answer_probes()
            self.enter("running")

    def _answer_probes(self) -> None:
        while (request := self._inbox.next_probe()) is not None:
            self._is_serving = True
            try:
                self._answer(request)
            finally:
                self._is_serving = False

    def _answer(self, request: dict[str, Any]) -> None:
        number = request.get("id")
        reply_to = number if isinstance(number, int) else 0
        if self.probe is None:
            self.emit(Log(level="warning", text="this role answers no probes"))
            self.emit(Result(id=reply_to, value={"error": "this role answers no probes"}))
            return
        try:
            value = self.probe(request)
        except Cancelled:
            raise
        except O1DeskError as error:
            value = {"error": str(error)}
        self.emit(Result(id=reply_to, value=value))

    def _gather(self, event: TokenText) -> None:
        waiting = self._tokens
        if waiting is not None and (waiting.id, waiting.part) == (event.id, event.part):
            event = dataclasses.replace(event, text=waiting.text + event.text)
        else:
            self.flush()
        self._tokens = event
        if time.monotonic() - self._tokens_s >= TOKENS_EVERY_S:
            self.flush()
