"""What the store tells of a run that is reopened, read beside the window."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from o1desk.core.events import Anomaly
from o1desk.gui.pages.train.active_time import Interval, idle_intervals
from o1desk.gui.series import Series
from o1desk.store import Store
from o1desk.store.runs import RunRow

KINDS = ("hello", "state", "anomaly")
MOST_EVENTS = 20_000


class StoredSeries(Series):
    """A series that is read in one piece and can grow."""

    def __init__(self, rows: NDArray[np.float64]) -> None:
        """Take rows of step, Unix time and value, in the order of the steps. Shape (N, 3)."""
        super().__init__()
        self._rows = np.ascontiguousarray(rows, dtype=np.float64)
        self._count = len(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A run as the store knows it.

    Attributes:
        row: The run.
        series: Its numbers by metric name.
        anomalies: What the guard noticed, as (Unix seconds, event).
        checkpoints: Steps that can be loaded.
        rollout_steps: Steps whose answers can be looked at.
        start: When its first attempt began, Unix seconds; 0 when it never did.
        idle: When it stood still, Unix seconds.
    """

    row: RunRow
    series: dict[str, Series] = field(default_factory=dict)
    anomalies: list[tuple[float, Anomaly]] = field(default_factory=list)
    checkpoints: list[int] = field(default_factory=list)
    rollout_steps: list[int] = field(default_factory=list)
    start: float = 0.0
    idle: list[Interval] = field(default_factory=list)


def read_story(store: Store, run_id: str) -> Story:
    """Return everything that a page shows of a run.

    Raises:
        UnknownNameError: If there is no such run.
    """
    row = store.runs.get(run_id)
    times = dict(store.metrics.times(run_id))
    events = store.runs.events(run_id, kinds=KINDS, limit=MOST_EVENTS)
    hellos = [event.t for event in events if event.kind == "hello"]
    states = [(e.t, str(e.fields.get("state", ""))) for e in events if e.kind == "state"]
    return Story(
        row=row,
        series={
            name: StoredSeries(_rows(points, times))
            for name, points in store.metrics.all(run_id).items()
        },
        anomalies=[(e.t, _anomaly(e.fields)) for e in events if e.kind == "anomaly"],
        checkpoints=[checkpoint.step for checkpoint in store.checkpoints.of_run(run_id)],
        rollout_steps=list(store.rollouts.steps(run_id)),
        start=hellos[0] if hellos else 0.0,
        idle=idle_intervals(hellos, states, sorted(times.values())),
    )


def _rows(points: Any, times: dict[int, float]) -> NDArray[np.float64]:
    rows = np.empty((len(points), 3))
    for at, (step, value) in enumerate(points):
        rows[at] = (step, times.get(int(step), np.nan), value)
    return rows


def _anomaly(fields: Any) -> Anomaly:
    return Anomaly(
        what=str(fields.get("what", "")),
        step=int(fields.get("step", 0)),
        action=str(fields.get("action", "")),
        detail=str(fields.get("detail", "")),
    )
