"""What is kept of a loop: plain values that a later version can still judge."""

import math
from datetime import UTC, datetime
from typing import Any

from o1desk.jobs.loop import LoopResult

CURVE = 4  # numbers of a point: position, rate, low, high


def as_json(result: LoopResult) -> dict[str, Any]:
    """Return what is kept of a result."""
    return {
        "before": dict(result.before),
        "after": dict(result.after),
        "train_curve": [list(row) for row in result.train_curve],
        "vote_before": [list(row) for row in result.vote_before],
        "vote_after": [list(row) for row in result.vote_after],
        "run": result.adapter,
        "notes": list(result.notes),
        "seconds": result.seconds,
        "generated": dict(result.generated),
        "ended": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def is_result(value: Any) -> bool:
    """Return whether a value is a result that this version can show."""
    try:
        numbers = [float(value["seconds"])]
        for name in ("before", "after"):
            measured = value[name]
            low, high = measured["ci95"]
            numbers += [measured["pass_at_1"], measured["n"], low, high]
        for name in ("train_curve", "vote_before", "vote_after"):
            numbers += [number for row in value[name] for number in row[:CURVE]]
            if any(len(row) < CURVE for row in value[name]):
                return False
        return isinstance(value["run"], str) and all(math.isfinite(each) for each in numbers)
    except (KeyError, TypeError, ValueError):
        return False


def percent(result: dict[str, Any] | None, name: str) -> str:
    """Return an accuracy of a result in percent."""
    return f"{result[name]['pass_at_1']:.0%}" if result else ""
