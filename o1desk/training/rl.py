"""Reinforcement learning with verified rewards: GRPO with LoRA, from top to bottom.

One step: sample groups of answers, verify and reward them, compare each with its group, move the
adapter, measure. Papers: GRPO arXiv:2402.03300, DAPO arXiv:2503.14476 (clip-higher, token-level
loss), Dr. GRPO arXiv:2503.20783, LoRA arXiv:2106.09685.

Left out on purpose: no value head (the group is the baseline), and no second pass for old
log-probabilities. The ratio's denominator is what the sampler computed when it drew the token,
with one pass per rollout as with several: where sampling and learning round differently (bf16)
this is the true importance ratio, and `mismatch_kl` shows how far the two are apart.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from o1desk.core.backend import Sampling
from o1desk.core.configs import RlConfig
from o1desk.core.control import Control
from o1desk.core.errors import Suspended
from o1desk.core.leaves import Environment
from o1desk.core.types import Group
from o1desk.environments import catalog
from o1desk.training.advantages import Advantages, group_advantages
from o1desk.training.learner import Live, learn
from o1desk.training.metrics import finite, length_values, memory_mib, reward_values
from o1desk.training.policy import Policy
from o1desk.training.rl_run import RlRun, open_run
from o1desk.training.rng import seeded
from o1desk.training.rollout import Rollouts, rewarded, roll_out
from o1desk.training.session import Boundary
from o1desk.training.stopwatch import Stopwatch
from o1desk.training.update import lesson_of


def train_rl(  # noqa: PLR0913 - tests and benches bring their own policy and environments
    config: RlConfig,
    folder: Path,
    control: Control,
    *,
    data: Path | None = None,
    resume: bool = False,
    policy: Policy | None = None,
    find: Callable[[str], Environment] = catalog.get,
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
        find: Returns an environment by name.

    Returns:
        The run in numbers: steps, final metrics, held-out history, path of the last checkpoint.

    Raises:
        InputError: For a configuration that cannot be run.
        GuardStopError: When the guard ends the run.
        OutOfMemoryError: When a smaller micro-batch did not help.
        Cancelled: When the user asked to stop; after Suspended a checkpoint of the last whole
            step exists.
    """
    run = open_run(config, folder, control, policy=policy, data=data, find=find)
    session = run.session
    if not (resume and session.resume()):
        run.measure()
        run.journal.metrics(0, run.latest)
        session.save()
    boundary = session.boundary()
    try:
        while session.step < config.steps and run.pace.has_room(session.elapsed_s):
            boundary = session.boundary()
            _step(run, config, control, boundary)
    except Suspended:
        session.go_back(boundary)
        session.save()
        raise
    return run.summary()


def _step(run: RlRun, config: RlConfig, control: Control, boundary: Boundary) -> None:
    session, watch = run.session, Stopwatch()
    step = boundary.step + 1
    live = _live(config, control)
    control.tick("step", boundary.step, config.steps)

    # --- 1. sample: a group of answers to each problem, with the policy as it is now ---
    session.generator.manual_seed(seeded("rollout", config.seed, step))
    rollouts = roll_out(
        session.policy,
        run.problems.practice(step, config.prompts),
        Sampling(max_new_tokens=config.max_new_tokens, temperature=live.temperature),
        group_size=config.group_size,
        generator=session.generator,
        control=control,
    )
    rollout_s = watch.lap("sample")

    # --- 2. verify and reward: the environment judges, the mix of rewards scores ---
    rollouts, unscored = rewarded(rollouts, run.problems.check, run.rewards)
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
    else:
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
