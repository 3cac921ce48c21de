"""Numbers of a run as they arrive: growing arrays, one for each metric."""

import numpy as np
from numpy.typing import NDArray

FIRST = 256


class Series:
    """Steps, times and values of one metric, in the order of the steps."""

    def __init__(self) -> None:
        """Start empty."""
        self._rows: NDArray[np.float64] = np.empty((FIRST, 3))
        self._count = 0

    def __len__(self) -> int:
        """Return how many values there are."""
        return self._count

    def add(self, step: float, seconds: float, value: float) -> None:
        """Append a value; one for a step that is known replaces it.

        Args:
            step: Training step.
            seconds: Unix time.
            value: The number.
        """
        if self._count and step <= self._rows[self._count - 1, 0]:
            at = int(np.searchsorted(self._rows[: self._count, 0], step))
            if self._rows[at, 0] == step:
                self._rows[at] = (step, seconds, value)
            return
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = (step, seconds, value)
        self._count += 1

    @property
    def steps(self) -> NDArray[np.float64]:
        """The steps."""
        return self._rows[: self._count, 0]

    @property
    def times(self) -> NDArray[np.float64]:
        """Unix time of each value, seconds."""
        return self._rows[: self._count, 1]

    @property
    def values(self) -> NDArray[np.float64]:
        """The values."""
        return self._rows[: self._count, 2]

    @property
    def last(self) -> float | None:
        """The newest value; None before the first."""
        return float(self._rows[self._count - 1, 2]) if self._count else None
