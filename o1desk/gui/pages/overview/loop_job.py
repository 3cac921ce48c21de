"""The loop as one job in the list of runs."""

from datetime import UTC, datetime

from o1desk.core.runs import RunEnd, RunState
from o1desk.jobs.loop import Loop
from o1desk.jobs.manager import Manager


class LoopJob:
    """What the list of runs holds of the loop: its state, its end, and how to stop it."""

    def __init__(self, loop: Loop, manager: Manager) -> None:
        """Hold a loop that is about to start.

        Args:
            loop: The loop.
            manager: Has the workers of its parts.
        """
        self.loop, self._manager = loop, manager
        self.id = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-loop"
        self.state = RunState.RUNNING
        self.end: RunEnd | None = None

    @property
    def run(self) -> "LoopJob":
        """Itself: it has an id, which is all that is asked of a run here."""
        return self

    def cancel(self) -> None:
        """Stop after the step in hand; finished parts are kept."""
        self.loop.cancel()

    def suspend(self) -> None:
        """Stop; a training in hand saves itself and can be resumed, any other part just ends."""
        self.loop.suspend()

    hang_up = suspend

    def kill(self) -> None:
        """Stop at once, with the worker of the part in hand."""
        self.loop.cancel()
        job = self._manager.job(self.loop.current_run or "")
        if job is not None:
            job.kill()

    def pause(self) -> None:
        """The loop does not pause."""

    def resume(self) -> None:
        """The loop does not pause."""
