"""A clock that neither jumps nor counts sleep, and how it tells that the computer slept.

The system's clock is set by people and by the network, and runs on while the computer sleeps. What
the window measures (elapsed and remaining time, the time axis of a run at work) must do neither.
"""

import time
from collections.abc import Callable

LEAST_GAP_S = 5.0  # smaller differences are a busy machine or a clock being trimmed

_ahead_at_start_s = time.time() - time.monotonic()


def ahead_s() -> float:
    """Return how far the system's clock is ahead of the time spent awake since the start, seconds.

    Sleep puts it ahead, a clock that was set back puts it behind; trimming counts as nothing.
    """
    ahead = time.time() - time.monotonic() - _ahead_at_start_s
    return ahead if abs(ahead) >= LEAST_GAP_S else 0.0


def steady_s() -> float:
    """Return Unix seconds that grow with the time spent awake, and with nothing else."""
    return time.time() - ahead_s()


class SleepWatch:
    """Notices that the computer slept."""

    def __init__(self, ahead: Callable[[], float] = ahead_s) -> None:
        """Begin now.

        Args:
            ahead: How far the system's clock is ahead of the time spent awake, seconds.
        """
        self._ahead = ahead
        self._last = ahead()

    def gap_s(self) -> float:
        """Return how long the computer slept since the last call, seconds; 0 for not at all.

        A clock that was put back is no sleep.
        """
        last, self._last = self._last, self._ahead()
        gap = self._last - last
        return gap if gap >= LEAST_GAP_S else 0.0
