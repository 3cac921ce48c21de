"""The lines of the table of runs, read from the store beside the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from o1desk.gui.environment_words import environment_title, level_title
from o1desk.gui.pages.train.record import EACH_STEP, ENDS, HELDOUT
from o1desk.gui.pages.train.settings_words import whole
from o1desk.store import Store
from o1desk.store.runs import RunRow

MOST = 1000
FEW = 2  # environments that are named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One held-out measurement: step, rate in [0, 1], and its interval."""

    step: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """One line.

    Attributes:
        row: The run.
        heldout: Every held-out measurement, in order.
        steps: The last step whose numbers are known.
        seconds: How long it was at work; None when nobody knows.
    """

    row: RunRow
    heldout: tuple[Measured, ...] = ()
    steps: int = 0
    seconds: float | None = None

    @property
    def method(self) -> str:
        """Rl or sft, for a training."""
        return str(self.row.config.get("method", "rl"))

    @property
    def settings(self) -> Mapping[str, Any]:
        """The settings of its role."""
        found = self.row.config.get("config", {})
        return found if isinstance(found, Mapping) else {}

    @property
    def all_settings(self) -> dict[str, Any]:
        """Every setting, defaults included, flat."""
        return whole(self.row.role, self.method, self.settings)

    @property
    def model(self) -> str:
        """Reference of the model it started from."""
        return str(self.settings.get("model", "starter"))

    @property
    def best(self) -> Measured | None:
        """The best held-out measurement; the earliest among equals."""
        return max(self.heldout, key=lambda each: (each.rate, -each.step), default=None)

    @property
    def trained_model(self) -> str:
        """Reference of the model with the best adapter, else the newest one."""
        name = f"{self.model.partition('@')[0]}@{self.row.id}"
        return name if self.best is None or not self.best.step else f"{name}:{self.best.step}"


def read_entries(store: Store) -> list[RunEntry]:
    """Return the newest runs, newest first."""
    rows = [row for row in store.runs.newest(limit=MOST) if row.role != "chat"]
    return [_entry(store, row) for row in rows]


def practised(settings: Mapping[str, Any]) -> str:
    """Return what a run practises, in a few words."""
    parts = settings.get("environments") or ()
    named = [part for part in parts if isinstance(part, Mapping)]
    levels = {str(part.get("level", "medium")) for part in named}
    level = level_title(levels.pop()).lower() if len(levels) == 1 else ""
    if len(named) > FEW:
        text = QCoreApplication.translate("train", "{n} environments").format(n=len(named))
    else:
        text = ", ".join(environment_title(str(part.get("environment", ""))) for part in named)
    return f"{text}, {level}" if text and level else text


def curve_of(store: Store, run_id: str) -> tuple[Measured, ...]:
    """Return the held-out measurements of a run."""
    rates = store.metrics.series(run_id, HELDOUT)
    if not rates:
        return ()
    low, high = (dict(store.metrics.series(run_id, name)) for name in ENDS)
    return tuple(
        Measured(step=step, rate=rate, low=low.get(step, rate), high=high.get(step, rate))
        for step, rate in rates
    )


def _entry(store: Store, row: RunRow) -> RunEntry:
    told = row.summary.get("seconds")
    steps = row.summary.get("steps")
    seconds = float(told) if isinstance(told, int | float) else None
    if row.role != "train":
        return RunEntry(row=row, seconds=seconds)
    curve = curve_of(store, row.id)
    if not isinstance(steps, int):
        steps = _last_step(store.metrics.series(row.id, EACH_STEP))
    return RunEntry(row=row, heldout=curve, steps=steps, seconds=seconds)


def _last_step(series: Sequence[tuple[int, float]]) -> int:
    return series[-1][0] if series else 0
