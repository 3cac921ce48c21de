"""What every training run does around its steps: open, measure, record, keep, sum up."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import torch

from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.control import Control
from o1desk.training.checkpoints import FOLDER, name_of
from o1desk.training.evaluation import Examiner
from o1desk.training.guard import Guard
from o1desk.training.journal import Journal
from o1desk.training.metrics import finite
from o1desk.training.optimizer import Optimizer
from o1desk.training.policy import Policy, open_policy
from o1desk.training.session import Session
from o1desk.training.stopwatch import Pace, Stopwatch

TrainConfig: TypeAlias = RlConfig | SftConfig


@dataclass(slots=True, kw_only=True)
class TrainingRun:
    """One run.

    Attributes:
        config: Its settings; steps, evaluation and checkpoints are read here.
        session: Its state.
        examiner: Measures it on held-out problems; None never does.
        journal: Records it.
        pace: Foresees its time.
        latest: Metrics told last.
    """

    config: TrainConfig
    session: Session
    examiner: Examiner | None
    journal: Journal
    pace: Pace
    latest: dict[str, float] = field(default_factory=dict)
    _is_over: bool = field(init=False, default=False)

    @property
    def has_more(self) -> bool:
        """Whether another step is to be made; decided once a step, in `begin` and `keep`."""
        return not self._is_over

    def begin(self, *, resume: bool) -> None:
        """Take up the newest checkpoint, or measure and keep the untrained state as step 0.

        Raises:
            InputError: If the checkpoint belongs to another model, data or rewards.
        """
        if resume and self.session.resume():
            self._is_over = self._is_used_up()
            return
        self._measure()
        self.journal.metrics(0, self.latest)
        self.session.save()

    def keep(self, values: Mapping[str, float], step_s: float) -> None:
        """Measure when it is time, tell the numbers of the step, and write a checkpoint.

        The numbers are told before the checkpoint: a kill between the two repeats a step, and the
        journal keeps it from being told twice.

        Args:
            values: Metrics of the step that `session.step` now names.
            step_s: What the step took, seconds.
        """
        session, step, config = self.session, self.session.step, self.config
        self.pace.step_s = step_s
        self.latest = finite(values)
        self._is_over = self._is_used_up()
        if config.eval_every and (step % config.eval_every == 0 or self._is_over):
            self._measure()
        self.journal.metrics(step, self.latest)
        is_best = session.guard.state.best_step == step
        if step % config.checkpoint_every == 0 or self._is_over or is_best:
            session.save()

    def summary(self) -> dict[str, Any]:
        """Return the run in numbers."""
        session = self.session
        saved = session.saved_step
        guard = session.guard.state
        return {
            "steps": session.step,
            "final": dict(self.latest),
            "checkpoint": "" if saved is None else f"{FOLDER}/{name_of(saved)}",
            "checkpoint_step": saved,
            "best_step": guard.best_step,
            "heldout": [list(row) for row in session.history],
            "rollbacks": guard.rollbacks,
            "skipped": guard.skipped,
            "seconds": round(session.elapsed_s, 3),
        }

    def _is_used_up(self) -> bool:
        session = self.session
        return session.step >= self.config.steps or not self.pace.has_room(session.elapsed_s)

    def _measure(self) -> None:
        """Measure the held-out accuracy and let the guard act on it."""
        session, watch = self.session, Stopwatch()
        if self.examiner is None:
            return
        result = self.examiner.measure(session.policy, session.step, session.control)
        if result is None:
            return
        values = result.values()
        self.latest = self.latest | values
        session.history.append([float(session.step), *values.values()])
        if session.guard.is_collapse(session.step, result.pass_at_1):
            session.roll_back(result.pass_at_1)
        self.pace.measure_s = watch.total_s


def open_session(
    config: TrainConfig,
    folder: Path,
    control: Control,
    *,
    policy: Policy | None,
    data: Path | None,
    identity: Mapping[str, str],
) -> Session:
    """Load the model unless a policy is given, and put the state of a fresh run together.

    Args:
        config: Settings of the run.
        folder: Its folder.
        control: Who listens.
        policy: What is trained; None opens `config.model`.
        data: The data folder, for references to earlier runs.
        identity: Fingerprints of data and rewards, which a resumed run must share.

    Raises:
        InputError: If the model cannot be trained.
        MissingModelError: If it is not there.
    """
    if policy is None:
        policy = open_policy(
            config.model,
            config.lora,
            data=data,
            device=config.device,
            precision=config.precision,
            seed=config.seed,
        )
    drop = config.rollback_drop if isinstance(config, RlConfig) else 1.0
    return Session(
        folder=folder,
        policy=policy,
        optimizer=Optimizer(
            policy.adapter.parameters(),
            weight_decay=config.weight_decay,
            warmup=config.warmup_steps,
        ),
        guard=Guard(control, rollback_drop=drop),
        control=control,
        identity={**identity, "base model": policy.fingerprint},
        generator=torch.Generator(),
    )


def digest(*values: Any) -> str:
    """Return a short fingerprint of JSON values."""
    text = json.dumps(values, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
