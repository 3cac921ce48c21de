"""Workers that the system stopped (a debugger, a job control, a frozen session), and for how long.

Nobody tells the window of it: it asks the system, once a second while workers are at work.
"""

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import psutil

from o1desk.gui.steady import LEAST_GAP_S

if TYPE_CHECKING:
    from o1desk.gui.live_run import LiveRun

LOOK_S = 1.0


def is_stopped(pid: int) -> bool:
    """Return whether a process is held by the system."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_STOPPED)
    except psutil.Error:
        return False


class Stillness:
    """Tells runs how long their workers stood still, once they go on."""

    def __init__(self, is_stopped: Callable[[int], bool] = is_stopped) -> None:
        """Begin with nobody.

        Args:
            is_stopped: Whether a process is held by the system, by its number.
        """
        self._is_stopped = is_stopped
        self._since: dict[int, float] = {}
        self._looked_s = 0.0

    def look(self, runs: "Iterable[LiveRun]") -> None:
        """Look at the workers of some runs, unless that was done a moment ago."""
        now = time.monotonic()
        if now - self._looked_s < LOOK_S:
            return
        self._looked_s = now
        for run in runs:
            pid = getattr(run.job, "pid", None)
            if pid is not None and self._is_stopped(pid):
                self._since.setdefault(run.number, now)
            else:
                since = self._since.pop(run.number, now)
                if now - since >= LEAST_GAP_S:
                    run.note_gap(now - since, is_awake=True)
