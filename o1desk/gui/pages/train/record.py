"""One run as the page shows it: live, reopened from the store, or resumed and therefore both.

A run that was started in this session is its `LiveRun`. One that was resumed begins with what the
store knows, and what arrives is added to it, so that the charts go on where they stopped.
"""

import time
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from o1desk.core.references import split_ref
from o1desk.core.runs import RunState
from o1desk.gui.pages.train.asking import Asking
from o1desk.gui.pages.train.run_clock import RunClock
from o1desk.gui.pages.train.run_facts import RunFacts
from o1desk.gui.pages.train.story import Story, read_story
from o1desk.gui.series import Series
from o1desk.gui.steady import steady_s

if TYPE_CHECKING:
    from o1desk.core.events import Anomaly
    from o1desk.gui.live_run import LiveRun
    from o1desk.gui.session import Session

HELDOUT = "heldout_pass_at_1"
ENDS = ("heldout_ci_low", "heldout_ci_high")
EACH_STEP = "skipped"  # a number that every step of every method tells
RECENT = 10  # steps from which the time of the next ones is foreseen


class RunRecord(RunFacts):
    """One run.

    Attributes:
        series: Numbers by metric name.
        anomalies: What the guard noticed, as (Unix seconds, event).
        rollout_steps: Steps whose answers can be looked at.
        asking: Questions to the policy in training, and its answers.
        clock: When it was at work.
        pinned: Problem that the answers follow over the steps; None for none.

    Signals:
        changed: State, progress, checkpoints or end are others.
        metrics_arrived: New numbers (frozenset of names).
        loaded: The store's part was read: everything may be another.
    """

    changed = Signal()
    metrics_arrived = Signal(object)
    loaded = Signal()

    def __init__(
        self,
        session: "Session",
        parent: QObject,
        *,
        run_id: str = "",
        live: "LiveRun | None",
        asking: Asking | None = None,
    ) -> None:
        """Show a run; what the store knows of it is read beside the window.

        Args:
            session: Where runs and store are.
            parent: Owner.
            run_id: Id of a run that is not at work; else empty.
            live: A run at work, or that was in this session.
            asking: What was asked of the run when it was shown before; it outlives the record.
        """
        super().__init__(parent, run_id, live)
        self._session = session
        self.series: dict[str, Series] = {}
        self.anomalies: list[tuple[float, Anomaly]] = []
        self.rollout_steps: list[int] = []
        self.pinned: int | None = None
        self.asking = Asking(live, parent) if asking is None else asking
        self.asking.follow(live)
        self.clock = RunClock()
        self._checkpoints: list[int] = []
        self._taken: dict[str, int] = {}
        self._is_whole = live is not None and not live.id and not run_id
        if live is not None:
            self._follow(live)
        if not self._is_whole:
            self._load()

    # --- what it came to ---

    @property
    def best_step(self) -> int | None:
        """Step of the best held-out accuracy; None when nothing was measured after training."""
        told = self.summary.get("best_step")
        if isinstance(told, int):
            return told or None
        rows = self.heldout
        return max(rows, key=lambda row: (row[1], -row[0]))[0] or None if rows else None

    @property
    def trained_model(self) -> str:
        """Reference of the model with this run's best adapter, else its newest one."""
        base, step = split_ref(self.model)[0], self.best_step
        name = f"{base}@{self.id}"
        return name if step is None else f"{name}:{step}"

    @property
    def checkpoints(self) -> list[int]:
        """Steps that can be loaded, rising."""
        fresh = self.live.checkpoints if self.live is not None else []
        return sorted({*self._checkpoints, *fresh})

    # --- numbers ---

    @property
    def step(self) -> int:
        """The last step whose numbers are known."""
        ends = [series.steps[-1] for series in self.series.values() if len(series)]
        return int(max(ends, default=0.0))

    @property
    def steps_wanted(self) -> int:
        """How many steps it is to make; 0 when it has none."""
        wanted = self.settings.get("steps", 0)
        return wanted if isinstance(wanted, int) else 0

    @property
    def heldout(self) -> list[tuple[int, float, float, float]]:
        """Every measurement on held-out problems: step, accuracy, and its interval."""
        scores = self.series.get(HELDOUT)
        if scores is None:
            return []
        low, high = (self.at_steps(name, scores.steps) for name in ENDS)
        return [
            (int(step), float(value), float(below), float(above))
            for step, value, below, above in zip(
                scores.steps, scores.values, low, high, strict=True
            )
        ]

    def at_steps(self, name: str, steps: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a metric at some steps, NaN where it was not told. Shape (N,)."""
        series = self.series.get(name)
        found = np.full(len(steps), np.nan)
        if series is None or not len(series):
            return found
        places = np.minimum(np.searchsorted(series.steps, steps), len(series) - 1)
        same = series.steps[places] == steps
        found[same] = series.values[places[same]]
        return found

    def elapsed_s(self) -> float:
        """Return how long the run has been at work, seconds."""
        if self.is_active:
            return self.clock.now_s()
        told = self.summary.get("seconds")
        if isinstance(told, int | float):
            return float(told)
        ends = [s.times[-1] for s in self.series.values() if len(s)]
        return self.clock.at_s(float(max(ends))) if ends else 0.0

    def remaining_s(self) -> float | None:
        """Return how long the run still needs, seconds; None when that cannot be foreseen."""
        ends = [self._remaining_steps_s(), self._remaining_minutes_s()]
        known = [end for end in ends if end is not None]
        return max(min(known), 0.0) if self.is_active and known else None

    def _remaining_steps_s(self) -> float | None:
        series = self.series.get(EACH_STEP)
        if series is None or len(series) < 3 or not self.steps_wanted:
            return None
        spent = self.clock.active_seconds(series.times[-RECENT:])
        made = series.steps[-1] - series.steps[-RECENT:][0]
        if made <= 0:
            return None
        return float((self.steps_wanted - series.steps[-1]) * (spent[-1] - spent[0]) / made)

    def _remaining_minutes_s(self) -> float | None:
        minutes = self.settings.get("minutes", 0)
        if not isinstance(minutes, int | float) or minutes <= 0 or not self.step:
            return None
        return 60.0 * minutes - self.elapsed_s()

    # --- where it comes from ---

    def _load(self) -> None:
        run_id = self.id or (self.live.id if self.live is not None else "")
        if run_id:
            self.id = run_id
            store = self._session.store
            self._session.ops.read(lambda: read_story(store, run_id), self._on_story)

    def _follow(self, live: "LiveRun") -> None:
        self.clock.start = _began_s(live)
        self.id = self.id or live.id
        if self._is_whole:
            self.series, self.anomalies = live.series, live.anomalies
            self.rollout_steps = live.rollout_steps
        live.changed.connect(self._on_changed)
        live.metrics_arrived.connect(self._on_metrics)
        live.ended.connect(self._on_ended)
        live.stood_still.connect(self._on_stood_still)

    def _on_story(self, story: Story) -> None:
        self.row = story.row
        self._checkpoints = story.checkpoints
        if not self._is_whole:
            self._take_story(story)
        self.loaded.emit()
        self.changed.emit()

    def _take_story(self, story: Story) -> None:
        self.series = dict(story.series)
        self.anomalies = list(story.anomalies)
        self.rollout_steps = list(story.rollout_steps)
        self.clock.take(story.start, story.idle)
        self._taken.clear()
        if self.live is not None:
            began = _began_s(self.live)
            told = [t for series in self.series.values() for t in series.times[-1:] if t < began]
            if told:
                self.clock.stood_still(float(max(told)), began)
            self._take_live(self.live, frozenset(self.live.series))

    def _take_live(self, live: "LiveRun", names: frozenset[str]) -> None:
        """Add what a resumed run told since the last time."""
        for name in names:
            new, start = live.series[name], self._taken.get(name, 0)
            ours = self.series.setdefault(name, Series())
            for at in range(start, len(new)):
                ours.add(float(new.steps[at]), float(new.times[at]), float(new.values[at]))
            self._taken[name] = len(new)
        self.anomalies += [each for each in live.anomalies if each not in self.anomalies]
        known = set(self.rollout_steps)
        self.rollout_steps += [step for step in live.rollout_steps if step not in known]

    def _on_metrics(self, names: frozenset[str]) -> None:
        if self.live is not None and not self._is_whole:
            self._take_live(self.live, names)
        self.metrics_arrived.emit(names)

    def _on_changed(self) -> None:
        live = self.live
        if live is None:
            return
        self.id = self.id or live.id
        if not self._is_whole:
            self._take_live(live, frozenset())
        self.clock.note_pause(is_paused=live.state is RunState.PAUSED)
        self.changed.emit()

    def _on_stood_still(self, since: float, until: float) -> None:
        self.clock.stood_still(since, until)

    def _on_ended(self) -> None:
        self.clock.note_pause(is_paused=False)
        self._load()


def _began_s(live: "LiveRun") -> float:
    return steady_s() - (time.monotonic() - live.started_s)
