"""Heights of many rows, guessed until somebody measures them, and where each row begins."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


class RowHeights:
    """Heights in pixels; finding a row by its place takes a binary search."""

    def __init__(self) -> None:
        """Start without rows."""
        self._heights = np.zeros(64, dtype=np.int64)
        self._is_exact = np.zeros(64, dtype=np.bool_)
        self._ends: npt.NDArray[np.int64] | None = None
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def total(self) -> int:
        """Height of all rows."""
        return int(self._all_ends()[-1]) if self._count else 0

    def reset(self, guesses: Sequence[int] | npt.NDArray[np.int64]) -> None:
        """Begin anew with guessed heights."""
        self._count = len(guesses)
        size = max(64, 2 * self._count)
        self._heights = np.zeros(size, dtype=np.int64)
        self._is_exact = np.zeros(size, dtype=np.bool_)
        self._heights[: self._count] = guesses
        self._ends = None

    def insert(self, row: int, guess: int) -> None:
        """Put a row with a guessed height before another."""
        if self._count == len(self._heights):
            self._heights = np.concatenate((self._heights, np.zeros_like(self._heights)))
            self._is_exact = np.concatenate((self._is_exact, np.zeros_like(self._is_exact)))
        self._heights[row + 1 : self._count + 1] = self._heights[row : self._count]
        self._is_exact[row + 1 : self._count + 1] = self._is_exact[row : self._count]
        self._heights[row], self._is_exact[row] = guess, False
        self._count += 1
        self._ends = None

    def remove_last(self) -> None:
        """Take the last row away."""
        self._count -= 1
        self._ends = None

    def measure(self, row: int, height: int) -> int:
        """Say how high a row really is; return by how much it grew."""
        grown = height - int(self._heights[row])
        self._heights[row], self._is_exact[row] = height, True
        if grown:
            self._ends = None
        return grown

    def is_exact(self, row: int) -> bool:
        """Return whether somebody measured a row."""
        return bool(self._is_exact[row])

    def doubt(self, row: int) -> None:
        """Keep the height of a row as a guess."""
        self._is_exact[row] = False

    def height(self, row: int) -> int:
        """Return the height of a row."""
        return int(self._heights[row])

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return int(self._all_ends()[row - 1]) if row else 0

    def row_at(self, y: float) -> int:
        """Return the row at a height; the last one below the end, -1 without rows."""
        if not self._count:
            return -1
        found = int(np.searchsorted(self._all_ends(), y, side="right"))
        return min(max(found, 0), self._count - 1)

    def _all_ends(self) -> npt.NDArray[np.int64]:
        if self._ends is None:
            self._ends = np.cumsum(self._heights[: self._count])
        return self._ends
