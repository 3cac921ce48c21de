"""Reinforcement learning with verified rewards: GRPO with LoRA, from top to bottom.

One step: sample groups of answers, verify and reward them, compare each with its group, move the
adapter, measure. Papers: GRPO arXiv:2402.03300, DAPO arXiv:2503.14476 (clip-higher, token-level
loss), Dr. GRPO arXiv:2503.20783, LoRA arXiv:2106.09685.

Left out on purpose: no value head (the group is the baseline), and no second pass for old
log-probabilities. The ratio's denominator is what the sampler computed when it drew the token,
with one pass per rollout as with several: where sampling and learning round differently (bf16)
this is the true importance ratio, and `mismatch_kl` shows how far the two are apart.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from o1desk.core.backend import Sampling
from o1desk.core.config_json import to_json
from o1desk.core.configs import RlConfig
from o1desk.core.control import Control
from o1desk.core.errors import InputError, Suspended
from o1desk.core.leaves import Environment
from o1desk.core.types import Group
from o1desk.environments import catalog
from o1desk.rewards.mix import RewardMix
from o1desk.training.advantages import Advantages, group_advantages
from o1desk.training.evaluation import Examiner
from o1desk.training.journal import Journal
from o1desk.training.learner import Live, learn
from o1desk.training.metrics import finite, length_values, memory_mib, reward_values
from o1desk.training.policy import Policy
from o1desk.training.probe import serve_probes
from o1desk.training.problems import ProblemMix
from o1desk.training.rng import seeded
from o1desk.training.rollout import Rollouts, rewarded, roll_out
from o1desk.training.run import TrainingRun, digest, open_session
from o1desk.training.session import Boundary
from o1desk.training.stopwatch import Pace, Stopwatch
from o1desk.training.update import lesson_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is practised, and what is rewarded."""

    problems: ProblemMix
    rewards: RewardMix


def train_rl(  # noqa: PLR0913 - tests and benches bring their own policy and environments
    config: RlConfig,
    folder: Path,
    control: Control,
    *,
    data: Path | None = None,
    resume: bool = False,
    policy: Policy | None = None,
    find: Callable[[str], Environment] | None = None,
) -> dict[str, Any]:
    """Train an adapter until the steps or the minutes are used up.

    The same configuration and seed give the same run; a resumed run goes on bit for bit where the
    checkpoint left it (CPU, one thread, float32).

    Args:
        config: What to train and how.
        folder: Run folder; gets `rollouts.jsonl` and `checkpoints/`.
        control: Hears events and progress, tells live settings, asks to stop.
        data: Data folder, where references to earlier runs lead.
        resume: Whether to take up the newest whole checkpoint in the folder.
        policy: The policy to train; opened from `config.model` when None.
        find: Returns an environment by name; the catalogue with the data folder's own when None.

    Returns:
        The run in numbers: steps, final metrics, held-out history, path of the last checkpoint.

    Raises:
        InputError: For a configuration that cannot be run.
        GuardStopError: When the guard ends the run.
        OutOfMemoryError: When a smaller micro-batch did not help.
        Cancelled: When the user asked to stop; after Suspended a checkpoint of the last whole
            step exists.
    """
    if config.group_size < 2:
        raise InputError("'group_size' must be at least 2: an answer is compared with its group")
    find = find or functools.partial(catalog.get, data=data)
    task = Task(
        problems=ProblemMix(config.environments, find, seed=config.seed),
        rewards=RewardMix(config.rewards),
    )
    run = _open(config, folder, control, task=task, policy=policy, data=data)
    serve_probes(run.session, control)
    run.begin(resume=resume)
    boundary = run.session.boundary()
    try:
        while run.has_more:
            boundary = run.session.boundary()
            _step(run, task, config, control, boundary)
    except Suspended:
        run.session.go_back(boundary)
        run.session.save()
        raise
    return run.summary()


def _step(
    run: TrainingRun, task: Task, config: RlConfig, control: Control, boundary: Boundary
) -> None:
    session, watch = run.session, Stopwatch()
    step = boundary.step + 1
    live = _live(config, control)
    control.tick("step", boundary.step, config.steps)

    # --- 1. sample: a group of answers to each problem, with the policy as it is now ---
    session.generator.manual_seed(seeded("rollout", config.seed, step))
    rollouts = roll_out(
        session.policy,
        task.problems.practice(step, config.prompts),
        Sampling(max_new_tokens=config.max_new_tokens, temperature=live.temperature),
        group_size=config.group_size,
        generator=session.generator,
        control=control,
    )
    rollout_s = watch.lap("sample")

    # --- 2. verify and reward: the environment judges, the mix of rewards scores ---
    rollouts, unscored = rewarded(rollouts, task.problems.check, task.rewards)
    values = reward_values(rollouts.samples, config.group_size) | length_values(rollouts)
    session.guard.note_unscored(step, values["unscored_ratio"], unscored)
    watch.lap("reward")

    # --- 3. compare: how much better than its group was each answer ---
    advantages = group_advantages(
        _rewards(rollouts), scale=config.scale, zero_variance=config.zero_variance
    )
    session.guard.note_signal(step, advantages.flat_share)
    run.journal.groups(step, _groups(rollouts, advantages))

    # --- 4. learn: move the adapter where the better answers are more likely ---
    lesson = lesson_of(
        rollouts,
        advantages.values.flatten(),
        temperature=live.temperature,
        mask_truncated=config.mask_truncated,
        dense=live.is_dense or config.reduction == "bnpo",
    )
    watch.lap("prepare")
    learned = learn(session, lesson, config, live, boundary)
    learn_s = watch.lap("learn")
    if learned.trouble:
        session.guard.skip(step, "non_finite", learned.trouble)
    elif lesson.answered:
        session.guard.accept()

    # --- 5. keep: measure on held-out problems, tell the numbers, write a checkpoint ---
    session.step = step
    values |= learned.values | {
        "frac_reward_zero_std": advantages.flat_share,
        "skipped": float(bool(learned.trouble)),
        "rollout_tps": rollouts.token_count / rollout_s,
        "learn_tps": rollouts.token_count / learn_s,
        "memory_mib": memory_mib(session.policy.device),
    }
    run.keep(finite(values | watch.seconds), watch.total_s)


def _open(
    config: RlConfig,
    folder: Path,
    control: Control,
    *,
    task: Task,
    policy: Policy | None,
    data: Path | None,
) -> TrainingRun:
    plain = to_json(config)
    identity = {
        "mix of environments or seed": digest(plain["environments"], config.seed),
        "mix of rewards": digest(plain["rewards"]),
    }
    return TrainingRun(
        config=config,
        session=open_session(config, folder, control, policy=policy, data=data, identity=identity),
        examiner=_examiner(config, task.problems),
        journal=Journal(folder, control),
        pace=Pace(60.0 * config.minutes),
    )


def _examiner(config: RlConfig, problems: ProblemMix) -> Examiner | None:
    if not config.eval_every or not config.eval_count:
        return None
    return Examiner(
        problems=problems.heldout(config.eval_count),
        sampling=Sampling(max_new_tokens=config.max_new_tokens, temperature=config.temperature),
        check=problems.check,
        at_once=config.prompts * config.group_size,
        seed=config.seed,
    )


def _live(config: RlConfig, control: Control) -> Live:
    return Live(
        temperature=control.setting("temperature", config.temperature),
        learning_rate=control.setting("learning_rate", config.learning_rate),
        kl_beta=control.setting("kl_beta", config.kl_beta),
        entropy_coef=control.setting("entropy_coef", config.entropy_coef),
    )


def _rewards(rollouts: Rollouts) -> torch.Tensor:
    """Return the reward of each answer, NaN where there is none, shape (P, G)."""
    flat = [float("nan") if s.reward is None else s.reward for s in rollouts.samples]
    return torch.tensor(flat).view(-1, rollouts.group_size)


def _groups(rollouts: Rollouts, advantages: Advantages) -> list[Group]:
    size = rollouts.group_size
    return [
        Group(
            problem=problem,
            samples=rollouts.samples[number * size : (number + 1) * size],
            advantages=tuple(advantages.values[number].tolist()),
        )
        for number, problem in enumerate(rollouts.problems)
    ]
