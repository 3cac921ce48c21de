"""Time that a run was at work, without its pauses and the nights between two attempts."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]


def idle_intervals(
    hellos: Sequence[float], states: Sequence[tuple[float, str]], told: Sequence[float]
) -> list[Interval]:
    """Return when a run stood still, Unix seconds, in order.

    Args:
        hellos: When each attempt began.
        states: Time and name of every state.
        told: When something was last told, such as the times of its metrics, rising.
    """
    found: list[Interval] = []
    times = np.asarray(told, dtype=np.float64)
    for hello in hellos[1:]:
        before = int(np.searchsorted(times, hello)) - 1
        if before >= 0:
            found.append((float(times[before]), hello))
    paused: float | None = None
    for moment, name in states:
        if name == "paused" and paused is None:
            paused = moment
        elif name != "paused" and paused is not None:
            found.append((paused, moment))
            paused = None
    return merged(found)


def active_seconds(
    times: NDArray[np.float64], start: float, idle: Sequence[Interval]
) -> NDArray[np.float64]:
    """Return the seconds of work from the start to each moment.

    Args:
        times: Unix seconds. Shape (N,).
        start: When the first attempt began.
        idle: See `idle_intervals`.

    Returns:
        Seconds, never falling where `times` rise. Shape (N,).
    """
    spent = np.asarray(times, dtype=np.float64) - start
    for low, high in idle:
        spent = spent - np.clip(times - low, 0.0, high - low)
    return np.maximum(spent, 0.0)


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return intervals in order, those that overlap as one and empty ones left out."""
    found: list[Interval] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        elif high > low:
            found.append((low, high))
    return found
