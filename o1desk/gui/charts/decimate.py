"""Fewer points that draw the same line.

A chart is a few hundred pixels wide; ten thousand points on it draw the highest and the lowest of
every pixel column, and nothing else. Pure numpy, no Qt.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def decimate(x: Floats, y: Floats, n: int) -> tuple[Floats, Floats]:
    """Keep the ends and, of equally long stretches between them, the smallest and largest value.

    Args:
        x: Positions in order. Shape (N,).
        y: Finite values. Shape (N,).
        n: Most points to return, at least 4.

    Returns:
        Points of the input in their order; all of them when they are at most `n`.
    """
    count = len(x)
    if count <= n:
        return x, y
    size = -(-count // max(1, (n - 2) // 2))
    stretches = -(-count // size)
    padded = np.full(stretches * size, y[-1])
    padded[:count] = y
    rows = padded.reshape(stretches, size)
    starts = np.arange(stretches) * size
    kept = np.zeros(count, dtype=bool)
    for places in (rows.argmin(axis=1), rows.argmax(axis=1)):
        kept[np.minimum(starts + places, count - 1)] = True
    kept[[0, -1]] = True
    return x[kept], y[kept]


def thin(x: Floats, y: Floats, n: int) -> tuple[Floats, Floats]:
    """Return at most about `n` points in which every gap is still a gap.

    Args:
        x: Positions in order. Shape (N,).
        y: Values; what is not finite is a gap. Shape (N,).
        n: Most finite points to return, at least 4; gaps come on top, at most one beside each.

    Returns:
        Positions and values; one NaN stands for a whole gap.
    """
    finite = np.isfinite(y)
    if finite.all():
        return decimate(x, y, n)
    kept_x, kept_y = decimate(x[finite], y[finite], n)
    holes = x[~finite]
    places, first = np.unique(np.searchsorted(kept_x, holes), return_index=True)
    return np.insert(kept_x, places, holes[first]), np.insert(kept_y, places, np.nan)


def lonely(y: Floats) -> NDArray[np.bool_]:
    """Mark finite values without a finite neighbour: a line cannot show them, a dot can."""
    finite = np.isfinite(y)
    beside = np.zeros(len(y), dtype=bool)
    beside[1:] |= finite[:-1]
    beside[:-1] |= finite[1:]
    return finite & ~beside
