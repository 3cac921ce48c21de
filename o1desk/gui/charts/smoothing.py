"""The smoothing of a chart: an exponential moving average without the bias of its start."""

import numpy as np

from o1desk.gui.charts.decimate import Floats

MAX_WEIGHT = 0.99
NOTHING = 1e-18  # older values with a smaller weight change no digit


def debiased_ema(y: Floats, weight: float) -> Floats:
    """Smooth a series the way experiment trackers do.

    `s_t = w s_(t-1) + (1 - w) y_t` from `s_0 = 0`, divided by `1 - w^t`, so that the first values
    are not pulled to zero. Gaps stay gaps and do not count as a step. A constant series and one
    of one or two points come back as they are: there is nothing to smooth.

    Args:
        y: Values; what is not finite is a gap. Shape (N,).
        weight: 0 (as measured) to 0.99.

    Returns:
        A new array of the same shape, or `y` itself when it is left alone.
    """
    weight = min(max(weight, 0.0), MAX_WEIGHT)
    finite = np.isfinite(y)
    values = y[finite]
    if weight == 0.0 or len(values) <= 2 or values.min() == values.max():
        return y
    smooth = np.full(len(y), np.nan)
    smooth[finite] = _ema(values, weight) / (1.0 - weight ** np.arange(1.0, len(values) + 1))
    return smooth


def _ema(values: Floats, weight: float) -> Floats:
    """Return the biased average by doubling: each pass reaches twice as far back."""
    average = (1.0 - weight) * values
    reach, factor = 1, weight
    while reach < len(values) and factor > NOTHING:
        average[reach:] += factor * average[:-reach]
        reach, factor = 2 * reach, factor * factor
    return average
