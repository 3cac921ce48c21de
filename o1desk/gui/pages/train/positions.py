"""Where the points of a run stand on the horizontal axis: steps, work, clock or tokens."""

import numpy as np
from numpy.typing import NDArray

from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.series import Series

STEP, SECONDS, CLOCK, TOKENS = "step", "seconds", "clock", "tokens"
KINDS = (STEP, SECONDS, CLOCK, TOKENS)


def positions(record: RunRecord, series: Series, kind: str) -> NDArray[np.float64]:
    """Return a position for each value of a series.

    Args:
        record: The run.
        series: One of its series.
        kind: One of `KINDS`.
    """
    if kind == SECONDS:
        return record.clock.active_seconds(series.times)
    if kind == CLOCK:
        return series.times
    if kind == TOKENS:
        return tokens_at(record, series.steps)
    return series.steps


def position_of(record: RunRecord, step: float, kind: str) -> float | None:
    """Return where one step stands; None when nothing was told of it yet."""
    if kind == STEP:
        return step
    told = max(record.series.values(), key=len, default=None)
    if told is None or not len(told):
        return None
    at = min(int(np.searchsorted(told.steps, step)), len(told) - 1)
    return float(positions(record, told, kind)[at])


def has_tokens(record: RunRecord) -> bool:
    """Return whether the tokens of a run can be counted."""
    return bool(_per_step(record)) and "length_mean" in record.series


def tokens_at(record: RunRecord, steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the tokens sampled up to some steps: mean length times answers, added up. Shape (N,).

    Steps without a length of their own lie between their neighbours.
    """
    lengths = record.series.get("length_mean")
    if lengths is None or not len(lengths):
        return np.full(len(steps), np.nan)
    total = np.cumsum(lengths.values) * _per_step(record)
    known = np.concatenate([[0.0], lengths.steps]), np.concatenate([[0.0], total])
    return np.asarray(np.interp(steps, *known), dtype=np.float64)


def _per_step(record: RunRecord) -> float:
    prompts, size = (record.settings.get(name) for name in ("prompts", "group_size"))
    if isinstance(prompts, int) and isinstance(size, int):
        return float(prompts * size)
    return 0.0
