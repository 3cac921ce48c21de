"""Where the time of a step goes, and whether another step still fits into the limit."""

import time


class Stopwatch:
    """Seconds of the named parts of one step."""

    def __init__(self) -> None:
        """Start."""
        self.seconds: dict[str, float] = {}
        self._last_s = self._started_s = time.monotonic()

    def lap(self, name: str) -> float:
        """Give the time since the last lap a name and return it."""
        now = time.monotonic()
        self.seconds[f"seconds_{name}"] = spent = now - self._last_s
        self._last_s = now
        return max(spent, 1e-9)

    @property
    def total_s(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started_s


class Pace:
    """Foresees the time of the next step and of the last measurement from those before.

    Attributes:
        step_s: Time of the latest step, seconds.
        measure_s: Time of the latest held-out measurement, seconds.
    """

    def __init__(self, limit_s: float) -> None:
        """Take a limit in seconds; 0 has no limit."""
        self._limit_s = limit_s
        self.step_s = 0.0
        self.measure_s = 0.0

    def has_room(self, elapsed_s: float) -> bool:
        """Whether one more step and the last measurement end before the limit."""
        needed = elapsed_s + self.step_s + self.measure_s
        return self._limit_s <= 0 or needed <= self._limit_s
