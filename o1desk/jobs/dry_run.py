"""A few real steps of a training run, to know its time and memory before it is started."""

import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from o1desk.core.config_json import from_json
from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.errors import O1DeskError, UnknownNameError
from o1desk.core.events import Event, Metric, State
from o1desk.core.job_configs import METHODS
from o1desk.core.words import QT_TRANSLATE_NOOP, filled
from o1desk.jobs.machine import CPU, device_for
from o1desk.jobs.manager import Manager, NoSink
from o1desk.jobs.memory import memory_needed
from o1desk.jobs.model_facts import model_facts
from o1desk.jobs.run import run_job
from o1desk.jobs.traces import solver_traces

NEVER = 1_000_000  # steps between checkpoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a run will cost, measured. Texts belong to the translation context "estimate".

    Attributes:
        seconds_per_step: Time of a step once the first is over, seconds.
        memory_mib: Peak memory of the card, MiB. On a CPU a process grows for some dozens of
            steps, so there it is the larger of what was measured and what the formula foresees.
        load_seconds: Time until the first step, seconds.
        steps_measured: How many steps were made.
        evaluation_seconds: Time of one held-out measurement, seconds; None when nothing of the
            kind was measured (fine-tuning draws no answers).
        total_seconds: Time of the whole run, seconds: its steps, its measurements where their
            time is known, and its time limit if it has one.
        template: The sentence, with "%1" for its values.
        values: What the placeholders stand for.
    """

    seconds_per_step: float
    memory_mib: float
    load_seconds: float
    steps_measured: int
    evaluation_seconds: float | None
    total_seconds: float
    template: str
    values: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The estimate in English."""
        return filled(self.template, self.values)


@dataclass(slots=True)
class _Notes:
    """What the events of the trial told."""

    started_s: float = field(default_factory=time.monotonic)
    load_s: float = 0.0
    steps: list[Mapping[str, float]] = field(default_factory=list)

    def hear(self, event: Event) -> None:
        if isinstance(event, State) and event.state == "running" and not self.load_s:
            self.load_s = time.monotonic() - self.started_s
        if isinstance(event, Metric) and event.step > 0:
            self.steps.append(event.values)


def dry_run(  # noqa: PLR0913 - the run, how much of it, and how to hear and stop
    manager: Manager,
    method: str,
    config: Mapping[str, Any],
    *,
    steps: int = 2,
    inputs: Iterable[Any] = (),
    on_event: Callable[[Event], None] | None = None,
    stop: threading.Event | None = None,
) -> Estimate:
    """Make a few real steps in a run folder that is thrown away; waits for them.

    Args:
        manager: Starts the worker; nobody is told about the run.
        method: "rl" or "sft".
        config: Settings of the run, plain JSON values.
        steps: How many steps; the first warms up, so two are the least that tell the speed.
        inputs: Samples for fine-tuning without a data set; made by the solvers when empty.
        on_event: Called with each event on the calling thread.
        stop: Set by another thread to give up.

    Raises:
        UnknownNameError: For a method nobody knows.
        InputError: For a configuration that does not fit.
        OutOfMemoryError: If the run does not fit into memory; carries the next thing to try.
        Cancelled: After `stop`.
    """
    if method not in METHODS:
        raise UnknownNameError("training method", method, METHODS)
    wanted = from_json(METHODS[method], config)
    frozen = list(inputs)
    if isinstance(wanted, SftConfig) and not wanted.dataset and not frozen:
        count = steps * wanted.batch_size
        frozen = solver_traces(manager, config, count=count, on_event=on_event, stop=stop)
    notes = _Notes()

    def hear(event: Event) -> None:
        notes.hear(event)
        if on_event is not None:
            on_event(event)

    with tempfile.TemporaryDirectory(prefix="o1desk-", ignore_cleanup_errors=True) as folder:
        job = {"method": method, "config": _shortened(method, config, steps)}
        run_job(
            manager,
            "train",
            job,
            inputs=frozen,
            on_event=hear,
            sink=NoSink(),
            stop=stop,
            scratch=Path(folder),
        ).raise_unless_finished()
    return _estimate(wanted, notes)


def _shortened(method: str, config: Mapping[str, Any], steps: int) -> dict[str, Any]:
    few = {"steps": steps, "eval_every": 0, "eval_count": 0, "checkpoint_every": NEVER}
    return {**config, **few, **({"minutes": 0.0} if method == "rl" else {})}


def _estimate(wanted: RlConfig | SftConfig, notes: _Notes) -> Estimate:
    if not notes.steps:
        raise O1DeskError("The trial made no step, so nothing was measured")
    times = [_seconds(values) for values in notes.steps]
    step_s = statistics.fmean(times[1:] or times)
    memory = max(_foreseen_mib(wanted), *(v.get("memory_mib", 0.0) for v in notes.steps))
    measure_s = _measure_s(wanted, notes.steps[-1])
    total_s = notes.load_s + wanted.steps * step_s + (measure_s or 0.0) * _measures(wanted)
    limit_s = 60.0 * wanted.minutes if isinstance(wanted, RlConfig) else 0.0
    total_s = min(total_s, limit_s) if limit_s else total_s
    template = QT_TRANSLATE_NOOP(
        "estimate", "A step takes about %1 and %2 MiB of memory; the run takes about %3."
    )
    return Estimate(
        seconds_per_step=step_s,
        memory_mib=memory,
        load_seconds=notes.load_s,
        steps_measured=len(notes.steps),
        evaluation_seconds=measure_s,
        total_seconds=total_s,
        template=template,
        values=(duration(step_s), f"{memory:.0f}", duration(total_s)),
    )


def _foreseen_mib(wanted: RlConfig | SftConfig) -> float:
    if device_for(wanted.device) != CPU:
        return 0.0
    facts = model_facts(wanted.model)
    return 0.0 if facts is None else memory_needed(facts, wanted)


def _seconds(values: Mapping[str, float]) -> float:
    return sum(value for name, value in values.items() if name.startswith("seconds_"))


def _measure_s(wanted: RlConfig | SftConfig, values: Mapping[str, float]) -> float | None:
    """Return the time of a held-out measurement, from the time that answers took in training."""
    if isinstance(wanted, SftConfig) or "seconds_sample" not in values:
        return None
    answer_s = values["seconds_sample"] / (wanted.prompts * wanted.group_size)
    return answer_s * wanted.eval_count


def _measures(wanted: RlConfig | SftConfig) -> int:
    """Return how often a run measures itself: before, on the way, and at its end."""
    if not wanted.eval_every or not wanted.eval_count:
        return 0
    return 1 + -(-wanted.steps // wanted.eval_every)


def duration(seconds: float) -> str:
    """Return a time as people say it: 0.4 s, 42 s, 3:05 min, 1:02 h."""
    whole = round(seconds)
    if whole < 10:
        return f"{seconds:.1f} s"
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02d} h"
