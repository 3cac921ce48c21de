"""One line of a chart: its points in order, its interval, and how it looks."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from o1desk.gui.charts.decimate import Floats
from o1desk.gui.charts.smoothing import debiased_ema

RISING, FALLING, STEADY = "rising", "falling", "steady"
STEADY_SHARE = 0.1  # a change below this share of the whole spread is no trend


@dataclass(slots=True, kw_only=True)
class Series:
    """One line.

    Attributes:
        title: Shown in the legend.
        x: Strictly rising positions. Shape (N,).
        y: Values, NaN where there is none. Shape (N,).
        low: Lower end of an interval around `y`, or None. Shape (N,).
        high: Upper end.
        color: Index of the theme's series colours.
        points: Whether every point gets a dot.
        dashed: Whether the line is dashed.
    """

    title: str
    x: Floats
    y: Floats
    low: Floats | None = None
    high: Floats | None = None
    color: int = 0
    points: bool = False
    dashed: bool = False
    _smooth: Floats | None = field(default=None, repr=False)
    _weight: float = field(default=0.0, repr=False)

    def smoothed(self, weight: float) -> Floats:
        """Return the values smoothed over all points; `y` itself when there is nothing to do.

        Values with an interval are measurements that stand for themselves: an average of them
        would leave the interval it is drawn in.
        """
        if self.low is not None:
            return self.y
        if self._smooth is None or self._weight != weight:
            self._smooth, self._weight = debiased_ema(self.y, weight), weight
        return self._smooth

    def nearest(self, x: float) -> int:
        """Return the index of the point nearest to `x`, -1 when there is none."""
        if not len(self.x):
            return -1
        right = int(np.searchsorted(self.x, x))
        if right == 0:
            return 0
        if right == len(self.x) or x - self.x[right - 1] <= self.x[right] - x:
            return right - 1
        return right

    def last(self) -> int:
        """Return the index of the last finite value, -1 when there is none."""
        found = np.flatnonzero(np.isfinite(self.y))
        return int(found[-1]) if len(found) else -1

    def trend(self) -> str:
        """Return `RISING`, `FALLING` or `STEADY`: the last quarter against the first."""
        values = self.y[np.isfinite(self.y)]
        if len(values) < 2:
            return STEADY
        quarter = max(1, len(values) // 4)
        change = float(values[-quarter:].mean() - values[:quarter].mean())
        if abs(change) <= STEADY_SHARE * float(values.max() - values.min()):
            return STEADY
        return RISING if change > 0 else FALLING

    def between(self, low: float, high: float) -> slice:
        """Return which points draw the stretch from `low` to `high`, one more at each side."""
        start = int(np.searchsorted(self.x, low)) - 1
        stop = int(np.searchsorted(self.x, high, side="right")) + 1
        return slice(max(0, start), min(len(self.x), stop))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is on the screen of one series, decimated, in coordinates of the plane.

    Attributes:
        x: Positions of the measured line.
        y: Its values, NaN at gaps.
        smooth: Positions and values of the smoothed line, or None.
        band: Positions and values of the lower and of the upper edge, or None.
        points: Whether every point gets a dot.
    """

    x: Floats
    y: Floats
    smooth: tuple[Floats, Floats] | None = None
    band: tuple[Floats, Floats, Floats, Floats] | None = None
    points: bool = False


def tidied(x: ArrayLike, *columns: ArrayLike) -> list[Floats]:
    """Return x and further columns as arrays in which x rises strictly.

    A run that was resumed goes back to its checkpoint: the points that it overtakes are dropped,
    so the line never zig-zags. Columns of unequal length are cut to the shortest, points without
    a finite x are left out, and infinite values become NaN.
    """
    arrays = [np.asarray(c, dtype=np.float64).reshape(-1) for c in (x, *columns)]
    length = min(len(a) for a in arrays)
    arrays = [a[:length] for a in arrays]
    kept = np.isfinite(arrays[0])
    ahead = np.minimum.accumulate(np.where(kept, arrays[0], np.inf)[::-1])[::-1]
    kept[:-1] &= arrays[0][:-1] < ahead[1:]
    return [np.where(np.isfinite(a[kept]), a[kept], np.nan) for a in arrays]
