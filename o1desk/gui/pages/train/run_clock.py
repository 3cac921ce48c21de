"""The time that one run was at work, pauses and the nights between attempts left out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from o1desk.gui.pages.train.active_time import Interval, active_seconds, merged
from o1desk.gui.steady import steady_s


class RunClock:
    """When a run began, and when it stood still.

    Attributes:
        start: When the first attempt began, Unix seconds.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self.start = 0.0
        self._idle: list[Interval] = []
        self._paused_s = 0.0

    def take(self, start: float, idle: Sequence[Interval]) -> None:
        """Take up what the store knows of earlier attempts."""
        self.start = start or self.start
        self._idle = list(idle)

    def stood_still(self, since: float, until: float) -> None:
        """Note a time without a worker, Unix seconds."""
        self._idle = merged([*self._idle, (since, until)])

    def note_pause(self, *, is_paused: bool) -> None:
        """Note that the run waits now, or that it goes on."""
        if is_paused and not self._paused_s:
            self._paused_s = steady_s()
        elif not is_paused and self._paused_s:
            self.stood_still(self._paused_s, steady_s())
            self._paused_s = 0.0

    def active_seconds(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the seconds of work up to each moment, Unix seconds. Shape (N,)."""
        idle = self._idle
        if self._paused_s:
            idle = merged([*idle, (self._paused_s, steady_s())])
        return active_seconds(times, self.start, idle)

    def now_s(self) -> float:
        """Return the seconds of work up to now."""
        return self.at_s(steady_s())

    def at_s(self, moment: float) -> float:
        """Return the seconds of work up to a moment, Unix seconds."""
        return float(self.active_seconds(np.array([moment]))[0])
