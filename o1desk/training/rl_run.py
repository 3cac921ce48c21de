"""The parts of a reinforcement-learning run, opened together, and what is kept after each step."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from o1desk.core.backend import Sampling
from o1desk.core.config_json import to_json
from o1desk.core.configs import RlConfig
from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.core.leaves import Environment
from o1desk.rewards.mix import RewardMix
from o1desk.training.checkpoints import FOLDER, name_of
from o1desk.training.evaluation import Examiner
from o1desk.training.guard import Guard
from o1desk.training.journal import Journal
from o1desk.training.metrics import finite
from o1desk.training.optimizer import Optimizer
from o1desk.training.policy import Policy, open_policy
from o1desk.training.problems import ProblemMix
from o1desk.training.session import Session
from o1desk.training.stopwatch import Pace, Stopwatch


@dataclass(slots=True, kw_only=True)
class RlRun:
    """One run.

    Attributes:
        config: Its settings.
        session: Its state.
        problems: What is practised.
        rewards: What is rewarded.
        examiner: Measures it on held-out problems.
        journal: Records it.
        pace: Foresees its time.
        latest: Metrics told last.
    """

    config: RlConfig
    session: Session
    problems: ProblemMix
    rewards: RewardMix
    examiner: Examiner
    journal: Journal
    pace: Pace
    latest: dict[str, float] = field(default_factory=dict)

    def measure(self) -> None:
        """Measure the held-out accuracy and let the guard act on it."""
        session, watch = self.session, Stopwatch()
        if self.config.eval_every == 0:
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

    def keep(self, values: Mapping[str, float], step_s: float) -> None:
        """Measure when it is time, tell the numbers of the step, and write a checkpoint.

        The numbers are told before the checkpoint: a kill between the two repeats a step, and the
        journal keeps it from being told twice.
        """
        session, step, config = self.session, self.session.step, self.config
        self.pace.step_s = step_s
        self.latest = dict(values)
        is_last = step >= config.steps or not self.pace.has_room(session.elapsed_s)
        if config.eval_every and (step % config.eval_every == 0 or is_last):
            self.measure()
        self.journal.metrics(step, finite(self.latest))
        is_best = session.guard.state.best_step == step
        if step % config.checkpoint_every == 0 or is_last or is_best:
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


def open_run(
    config: RlConfig,
    folder: Path,
    control: Control,
    *,
    policy: Policy | None,
    data: Path | None,
    find: Callable[[str], Environment],
) -> RlRun:
    """Check the configuration, then load the model and put the run together.

    Raises:
        InputError: For an unknown environment or reward, or a group too small to compare.
        MissingModelError: If the model is not there.
    """
    if config.group_size < 2:
        raise InputError("'group_size' must be at least 2: an answer is compared with its group")
    problems = ProblemMix(config.environments, find, seed=config.seed)
    rewards = RewardMix(config.rewards)
    if policy is None:
        policy = open_policy(
            config.model,
            config.lora,
            data=data,
            device=config.device,
            precision=config.precision,
            seed=config.seed,
        )
    session = Session(
        folder=folder,
        policy=policy,
        optimizer=Optimizer(
            policy.adapter.parameters(),
            weight_decay=config.weight_decay,
            warmup=config.warmup_steps,
        ),
        guard=Guard(control, rollback_drop=config.rollback_drop),
        control=control,
        identity={
            "environments": _digest(to_json(config)["environments"], config.seed),
            "rewards": _digest(to_json(config)["rewards"]),
            "model": policy.fingerprint,
        },
        generator=torch.Generator(),
    )
    return RlRun(
        config=config,
        session=session,
        problems=problems,
        rewards=rewards,
        examiner=Examiner(
            problems=problems.heldout(config.eval_count) if config.eval_every else [],
            sampling=Sampling(max_new_tokens=config.max_new_tokens, temperature=config.temperature),
            check=problems.check,
            at_once=config.prompts * config.group_size,
            seed=config.seed,
        ),
        journal=Journal(folder, control),
        pace=Pace(60.0 * config.minutes),
    )


def _digest(*values: Any) -> str:
    text = json.dumps(values, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
