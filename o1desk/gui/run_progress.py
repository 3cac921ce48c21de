"""How far a run is, as one number that only grows.

A training alternates between phases many times a second; what counts there is the step.
"""

from o1desk.gui.live_run import LiveRun


class RunProgress:
    """The progress of one run.

    Attributes:
        run: The run.
        phase: What is counted: "step" for a training, else the phase it is in.
        done: How many are done.
        total: How many there will be; 0 when nobody knows.
    """

    def __init__(self, run: LiveRun) -> None:
        """Look at a run."""
        self.run = run
        self.phase, self.done, self.total = "", 0, 0
        self._first: tuple[float, int] | None = None
        self.update()

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None when nobody knows."""
        return min(self.done / self.total, 1.0) if self.total > 0 else None

    def update(self) -> None:
        """Look again."""
        if self.run.role == "train":
            self.phase = "step"
            self._count_steps()
        elif self.run.progress is not None:
            progress = self.run.progress
            self.phase, self.done, self.total = progress.phase, progress.done, progress.total

    def remaining_s(self) -> float | None:
        """Return the time still needed, seconds; None when unknown."""
        if self.run.role != "train":
            return self.run.remaining_s()
        if self._first is None or self.done <= self._first[1] or not self.total:
            return None
        began, first = self._first
        each = (self.run.worked_s() - began) / (self.done - first)
        return max(self.total - self.done, 0) * each

    def _count_steps(self) -> None:
        settings = self.run.config.get("config", {})
        progress = self.run.progress
        if progress is not None and progress.phase == "step":
            self.total = progress.total
        else:
            self.total = int(settings.get("steps") or self.total)
        steps = [series.steps[-1] for series in self.run.series.values() if len(series)]
        told = progress.done if progress is not None and progress.phase == "step" else 0
        self.done = max([self.done, told, *(int(step) for step in steps)])
        if self._first is None and self.done:
            self._first = (self.run.worked_s(), self.done)
