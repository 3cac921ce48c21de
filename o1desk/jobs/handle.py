"""One worker as the app holds it: its state, its commands, and the ladder that stops it."""

import threading
from collections.abc import Callable
from typing import Any

from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.jobs.process import Commands, Worker, kill_tree
from o1desk.jobs.watch import Audience, Listener, Watch

CANCEL_S = 15.0
TERMINATE_S = 5.0


class Job:
    """A run with a worker at work.

    Attributes:
        run: What it works on.
    """

    def __init__(self, run: Run, worker: Worker, audience: Audience) -> None:
        """Take over a worker that was just started, with pipes on stdin and stdout."""
        self.run = run
        self._worker = worker
        self._commands = Commands(worker)
        self._watch = Watch(run, worker, audience, self._commands)
        self._requests = 0

    @property
    def state(self) -> RunState:
        """Where the run is now."""
        return self._watch.state

    @property
    def end(self) -> RunEnd | None:
        """How the run ended; None while it goes on."""
        return self._watch.end

    @property
    def pid(self) -> int:
        """Process number of the worker."""
        return self._worker.pid

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell one more listener about each event from now on, on a background thread.

        What was told before is in the run folder; events carry their `seq`, so that both can be
        joined without repeats.

        Returns:
            A function that ends the listening; calling it twice is no error.
        """
        return self._watch.listen(listener)

    def wait(self, timeout_s: float | None = None) -> RunEnd | None:
        """Wait for the end; None when the time ran out first."""
        self._watch.gone.wait(timeout_s)
        return self._watch.end

    def pause(self) -> None:
        """Ask for a wait at the next safe point; process and memory stay."""
        self.send(cmd="pause")

    def resume(self) -> None:
        """Go on after a pause."""
        self.send(cmd="resume")

    def suspend(self) -> None:
        """Ask for a checkpoint and the end; the device becomes free."""
        self.send(cmd="suspend")

    def cancel(self) -> None:
        """Ask for the end after the step in hand; climb the ladder when nobody answers."""
        self.send(cmd="cancel")
        self._climb(CANCEL_S, self.terminate)

    def terminate(self) -> None:
        """Ask the system to end the worker; kill it when that does not help."""
        if not self._watch.gone.is_set():
            self._watch.forced = self._watch.forced or "terminate"
            self._worker.terminate()
            self._climb(TERMINATE_S, self.kill)

    def kill(self) -> None:
        """End the worker and everything it started, now."""
        if not self._watch.gone.is_set():
            self._watch.forced = "kill"
            kill_tree(self._worker.pid)

    def set(self, key: str, value: float) -> None:
        """Change a live setting of the role."""
        self.send(cmd="set", key=key, value=value)

    def probe(self, prompt: str) -> int:
        """Ask the policy in training; a result event with the returned id answers."""
        return self._request(cmd="probe", prompt=prompt)

    def ask(self, **question: Any) -> int:
        """Ask a chat worker; token, step and result events carry the returned id."""
        return self._request(cmd="ask", **question)

    def drop(self, request_id: int) -> None:
        """Stop one answer of a chat worker; the worker stays."""
        self.send(cmd="stop", id=request_id)

    def send(self, **command: Any) -> bool:
        """Send one command; False when the worker is gone.

        Raises:
            ValueError: If a value is no JSON.
        """
        return self._commands.send(**command)

    def hang_up(self) -> None:
        """Close the wire, as the end of the app would: the worker saves and leaves."""
        self._commands.close()

    def _request(self, **command: Any) -> int:
        self._requests += 1
        self.send(id=self._requests, **command)
        return self._requests

    def _climb(self, wait_s: float, next_rung: Callable[[], None]) -> None:
        def watch() -> None:
            if not self._watch.gone.wait(wait_s):
                next_rung()

        threading.Thread(target=watch, name=f"{self.run.id} ladder", daemon=True).start()
