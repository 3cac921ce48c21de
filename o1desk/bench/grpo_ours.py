"""Our side of the GRPO bench: the training loop as `o1desk train rl` runs it."""

import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from typing_extensions import override

from o1desk.bench.grpo_plan import Plan, Steps, spread
from o1desk.core.control import NullControl
from o1desk.core.events import Event, Metric
from o1desk.core.registry import register
from o1desk.core.types import Sample

SPREAD = "bench_spread"


@dataclass(frozen=True, slots=True)
class SpreadReward:
    """Tells all answers apart, so that no group is without a signal.

    It is entered into the table of rewards only when a bench runs: nobody should train with it.
    """

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        return spread(sample.raw)


class _Stamps(NullControl):
    """Notes when the numbers of each step were told, which ends the step."""

    def __init__(self) -> None:
        super().__init__()
        self.times_s: list[float] = []
        self.lengths: list[float] = []

    @override
    def emit(self, event: Event) -> None:
        if isinstance(event, Metric):
            self.times_s.append(time.perf_counter())
            self.lengths.append(event.values.get("length_mean", 0.0))


def run(plan: Plan, folder: Path, seed: int) -> Steps:
    """Train for one step more than is timed; loading and the first step do not count."""
    from o1desk.training.rl import train_rl

    register("reward", SPREAD, title="A reward of its own for every text")(SpreadReward)
    folder.mkdir(parents=True)
    control = _Stamps()
    train_rl(plan.config(seed), folder, control)
    # Step 0 tells the state before training, step 1 warms up.
    ends = control.times_s[1:]
    return Steps(
        seconds=[later - earlier for earlier, later in pairwise(ends)],
        answer_tokens=fmean(control.lengths[2:]),
    )
