"""The whole o1 loop as a plan of jobs: generate, measure, train, measure again, chat.

Window and command line run the same plan; how it is shown is theirs. Every part is an ordinary
run with its own folder, so that each can be looked at, resumed and compared afterwards.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.errors import EXIT_CANCELLED, Cancelled, O1DeskError
from o1desk.core.events import Anomaly, Event, Metric
from o1desk.core.references import with_adapter
from o1desk.core.runs import RunState
from o1desk.jobs.handle import Job
from o1desk.jobs.loop_progress import PARTS, LoopPart, LoopProgress
from o1desk.jobs.manager import Manager
from o1desk.jobs.run import Outcome, run_job

VOTE_CHAINS = 16
LEAST_TRAIN_S = 20.0
MARGIN_S = 6.0  # report and chat


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopSettings:
    """What the loop runs on.

    Attributes:
        model: Model reference.
        mix: Environments as parts of a mix, plain JSON values.
        minutes: Wall time of everything together, minutes.
        count: Held-out problems of each evaluation.
        vote_count: Problems of each vote curve.
        generate_count: Problems solved and stored at the start.
        max_new_tokens: Longest answer, tokens.
        seed: Same seed, same problems.
        device: Device settings of every part.
        rl: Settings of the training that differ from its defaults.
    """

    model: str
    mix: Sequence[Mapping[str, Any]]
    minutes: float = 5.0
    count: int = 440
    vote_count: int = 88
    generate_count: int = 220
    max_new_tokens: int = 200
    seed: int = 0
    device: Mapping[str, Any] = field(default_factory=dict)
    rl: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class LoopResult:
    """What the loop found.

    Attributes:
        generated: The funnel of the generation.
        before: Evaluation before training.
        after: The same problems after training.
        train_curve: (step, accuracy, low, high, n) of the checks while training.
        vote_before: (k, accuracy, low, high) under majority vote, before.
        vote_after: The same after training.
        adapter: "RUN" of the trained adapter.
        trained: Summary of the training.
        speeds: Last tokens/s of each kind that the training reported.
        notes: What the guard did.
        outcomes: Every part by name.
        seconds: Wall time.
    """

    generated: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    train_curve: list[tuple[float, ...]] = field(default_factory=list)
    vote_before: list[tuple[float, ...]] = field(default_factory=list)
    vote_after: list[tuple[float, ...]] = field(default_factory=list)
    adapter: str = ""
    trained: Mapping[str, Any] = field(default_factory=dict)
    speeds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    seconds: float = 0.0


class LoopFailedError(O1DeskError):
    """A part of the loop did not finish; what came before is kept in its runs."""


class Loop:
    """Runs the plan once, on the thread that calls `run`; other threads may watch and cancel.

    Attributes:
        parts: The parts in order, with their planned shares of the time.
    """

    parts: tuple[LoopPart, ...] = PARTS

    def __init__(
        self,
        manager: Manager,
        settings: LoopSettings,
        on_event: Callable[[str, Event], None] | None = None,
    ) -> None:
        """Remember the plan; nothing is started yet.

        Args:
            manager: Starts the workers.
            settings: What to run on.
            on_event: Told the part's name and each event, on the thread of `run`.
        """
        self._manager, self._settings, self._on_event = manager, settings, on_event
        self._result = LoopResult()
        self._started = 0.0
        self._progress = LoopProgress(settings.minutes * 60)
        self._stop = threading.Event()
        self._is_leaving = False
        self._job_now: Job | None = None

    @property
    def current_run(self) -> str | None:
        """Id of the run at work; None before, between and after the parts."""
        job = self._job_now
        return None if job is None else job.run.id

    def progress(self) -> tuple[str, float, float | None]:
        """Return the part at work, the share of the whole that is done, and the seconds left.

        The part is "" before the first and after the last; the seconds are None before the first.
        """
        return self._progress.now()

    def cancel(self) -> None:
        """Cancel the job in hand and every part after it; `run` raises Cancelled soon."""
        self._stop.set()

    def suspend(self) -> None:
        """Let a training in hand save itself and leave, to be resumed as a run of its own.

        Any other part is cancelled. `run` raises Cancelled soon.
        """
        job = self._job_now
        self._is_leaving = True  # a training that ends by itself meanwhile is the last part
        if job is not None and job.run.role == "train":
            job.suspend()
        else:
            self._stop.set()

    def run(self) -> LoopResult:
        """Run every part in order; fills the time that the measuring leaves with training.

        Raises:
            Cancelled: When the user stopped it.
            LoopFailedError: If a part failed; its message says which and why.
        """
        self._started = time.monotonic()
        settings, result = self._settings, self._result
        result.generated = self._job("generate", "generate", self._generation()).summary
        began = time.monotonic()
        result.before, result.vote_before = self._measure("measure before", settings.model)
        measuring = time.monotonic() - began
        left = settings.minutes * 60 - (time.monotonic() - self._started) - measuring - MARGIN_S
        limit_s = max(left, LEAST_TRAIN_S)
        trained = self._job("train", "train", self._training(limit_s), planned_s=limit_s)
        result.trained, result.adapter = trained.summary, trained.run
        result.after, result.vote_after = self._measure("measure after", self.trained_model)
        result.seconds = time.monotonic() - self._started
        self._progress.finish()
        return result

    @property
    def trained_model(self) -> str:
        """Reference of the model with the adapter that this loop trained."""
        return with_adapter(self._settings.model, self._result.adapter)

    def _generation(self) -> dict[str, Any]:
        settings = self._settings
        return {
            "config": {
                "source": "solver",
                "environments": list(settings.mix),
                "count": settings.generate_count,
                "seed": settings.seed,
            }
        }

    def _training(self, seconds: float) -> dict[str, Any]:
        settings = self._settings
        config = {
            "model": settings.model,
            "environments": list(settings.mix),
            "steps": 100_000,  # the time limit ends it
            "minutes": seconds / 60,
            "max_new_tokens": settings.max_new_tokens,
            "seed": settings.seed,
            **settings.device,
            **settings.rl,
        }
        return {"method": "rl", "config": config}

    def _measure(self, name: str, model: str) -> tuple[dict[str, Any], list[tuple[float, ...]]]:
        settings = self._settings
        config = {
            "model": model,
            "environments": list(settings.mix),
            "count": settings.count,
            "vote_chains": VOTE_CHAINS,
            "vote_count": settings.vote_count,
            "max_new_tokens": settings.max_new_tokens,
            "seed": settings.seed,
            **settings.device,
        }
        outcome = self._job(name, "evaluate", {"config": config})
        value = dict(outcome.results[-1].value)
        curve: list[tuple[float, ...]] = [
            (float(p["k"]), float(p["accuracy"]), float(p["ci95"][0]), float(p["ci95"][1]))
            for p in value.pop("vote_curve", [])
        ]
        return value, curve

    def _job(
        self, name: str, role: str, config: Mapping[str, Any], *, planned_s: float | None = None
    ) -> Outcome:
        def hear(event: Event) -> None:
            self._note(event)
            if self._on_event is not None:
                self._on_event(name, event)

        stopped = f"The loop was stopped in '{name}'; every finished part is kept"
        if self._stop.is_set() or self._is_leaving:
            raise Cancelled(stopped)
        self._progress.enter(name, planned_s)
        try:
            outcome = run_job(
                self._manager, role, config, on_event=hear, stop=self._stop, on_start=self._hold
            )
        finally:
            self._job_now = None
        self._result.outcomes[name] = outcome
        if outcome.state is RunState.FINISHED:
            return outcome
        if outcome.exit_code == EXIT_CANCELLED or self._is_leaving:
            raise Cancelled(stopped)
        error = LoopFailedError(f"The loop stopped in '{name}': {outcome.message}")
        error.exit_code = outcome.exit_code
        raise error

    def _hold(self, job: Job) -> None:
        self._job_now = job

    def _note(self, event: Event) -> None:
        result = self._result
        if isinstance(event, Anomaly):
            detail = f" ({event.detail})" if event.detail else ""
            result.notes.append(f"step {event.step}: {event.what}, {event.action}{detail}")
        if isinstance(event, Metric):
            values = event.values
            if "heldout_pass_at_1" in values:
                names = ("heldout_pass_at_1", "heldout_ci_low", "heldout_ci_high", "heldout_n")
                result.train_curve.append((event.step, *(values.get(n, 0.0) for n in names)))
            result.speeds.update({k: v for k, v in values.items() if k.endswith("_tps")})
