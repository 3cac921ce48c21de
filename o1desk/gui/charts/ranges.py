"""How far the axes of a chart reach."""

from collections.abc import Iterable

import numpy as np

from o1desk.gui.charts.decimate import Floats

Range = tuple[float, float]

PADDING = 0.08  # of the spread, above and below the lines
CLIP_PERCENT = (2.0, 98.0)
CLIP_FROM = 20  # fewer values have no outliers


def spread(columns: Iterable[Floats], *, clip: bool = False) -> Range | None:
    """Return the smallest and largest finite value, or None without one.

    Args:
        columns: Values; what is not finite does not count.
        clip: Leave the outermost two per cent at either end out of many values.
    """
    lows: list[float] = []
    highs: list[float] = []
    for column in columns:
        values = column[np.isfinite(column)]
        if not len(values):
            continue
        if clip and len(values) >= CLIP_FROM:
            low, high = np.percentile(values, CLIP_PERCENT)
        else:
            low, high = values.min(), values.max()
        lows.append(float(low))
        highs.append(float(high))
    return (min(lows), max(highs)) if lows else None


def padded(values: Range, *, percent: bool = False, log: bool = False) -> Range:
    """Return a range with air around the values.

    It does not cross zero when no value does, nor 100 % when values are shares.

    Args:
        values: Smallest and largest value.
        percent: Whether they are shares in [0, 1].
        log: Whether they are logarithms, for which zero is nothing special.
    """
    low, high = values
    size = max(abs(low), abs(high))
    if high - low <= 1e-9 * size or high == low:
        air = 0.5 if log else size * 0.5 or (0.05 if percent else 1.0)
    else:
        air = (high - low) * PADDING
    bottom, top = low - air, high + air
    if not log and low >= 0 > bottom:
        bottom = 0.0
    if not log and high <= 0 < top:
        top = 0.0
    if percent and high <= 1 < top:
        top = 1.0
    return (bottom, top) if top > bottom else (bottom, bottom + 1.0)


def positions(values: Range | None) -> Range:
    """Return the horizontal range of data: exactly theirs, or some room around one position."""
    if values is None:
        return (0.0, 1.0)
    low, high = values
    if high - low > 1e-12 * max(abs(low), abs(high)):
        return values
    room = max(0.5, abs(low) * 1e-6)
    return (low - room, high + room)


def zoomed(whole: Range, shown: Range, center: float, factor: float) -> Range | None:
    """Return the range after a zoom around `center`, inside `whole`; None when it is all of it.

    Args:
        whole: Everything there is.
        shown: What is shown now.
        center: Position that stays where it is.
        factor: Of the new width; below 1 shows less.
    """
    smallest = (whole[1] - whole[0]) * 1e-5
    factor = max(factor, smallest / (shown[1] - shown[0]))
    low = max(whole[0], center + (shown[0] - center) * factor)
    high = min(whole[1], center + (shown[1] - center) * factor)
    return None if (low, high) == whole else (low, high)
