"""The pre-training loop: read it from top to bottom."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.core.events import Metric
from o1desk.models.decoder import Decoder
from o1desk.training.starter.corpus import read_shard, rows, step_ranges
from o1desk.training.starter.optimizer import Optimizer
from o1desk.training.starter.progress import Budget, Position, load_progress, save_progress
from o1desk.training.starter.ragged import Row, forward
from o1desk.training.starter.recipe import Recipe
from o1desk.training.supervised import warmup_stable_decay, weighted_loss

STATE = "state.safetensors"
LOG = "metrics.jsonl"
_LOG_EVERY = 25
_PROGRESS_UNITS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run needs besides the model.

    Attributes:
        recipe: Rates and sizes.
        budget: When to stop.
        shards: The corpus, in reading order.
        work: Folder of the training state and the log.
        fingerprint: What the run is made of; "" continues any state of this shape.
        save_every_s: Seconds between two saved states.
        on_save: Called after each saved state with the step.
    """

    recipe: Recipe
    budget: Budget
    shards: Sequence[Path]
    work: Path
    fingerprint: str = ""
    save_every_s: float = 120.0
    on_save: Callable[[int], None] | None = None


def pretrain(decoder: Decoder, plan: Plan, control: Control) -> Position:
    """Train until the budget is spent, continuing from the saved state if there is one.

    With a budget in tokens the weights do not depend on when or how often the run was
    interrupted; with one in minutes the rate follows the clock, so they do slightly.

    Raises:
        Cancelled: When the user asked to stop; the state is saved first.
        InputError: If the saved state belongs to another run, or the corpus fills no step.
    """
    run = _Run(decoder, plan, control)
    try:
        run.go()
    finally:
        run.save()
    return run.position


class _Run:
    """The moving parts of one sitting."""

    def __init__(self, decoder: Decoder, plan: Plan, control: Control) -> None:
        self.decoder, self.plan, self.control = decoder, plan, control
        self.optimizer = Optimizer(decoder, plan.recipe)
        self.position = Position()
        plan.work.mkdir(parents=True, exist_ok=True)
        path = plan.work / STATE
        if path.exists():
            self.position = load_progress(path, decoder, self.optimizer, plan.fingerprint)
        self.saved_s = self.clock = time.monotonic()
        self.losses: list[float] = []
        self.logged = (self.position.tokens, self.position.seconds)

    def go(self) -> None:
        """Train until the budget is spent, from wherever the position is."""
        budget, position = self.plan.budget, self.position
        idle_shards = 0
        while budget.progress(position) < 1.0:
            before = position.step
            shard = read_shard(self.plan.shards[position.shard % len(self.plan.shards)])
            for first, last in step_ranges(shard, position.document, self.plan.recipe.step_tokens):
                self.step(rows(shard, first, last, self.plan.recipe))
                position.document = last
                self.after_step()
                if budget.progress(position) >= 1.0:
                    return
            position.shard, position.document = position.shard + 1, 0
            idle_shards = 0 if position.step > before else idle_shards + 1
            if idle_shards > len(self.plan.shards):
                raise InputError("The corpus has fewer tokens than one step; ask for more of it")

    def step(self, made: Sequence[Row]) -> None:
        """Forward, loss, backward for each row; then one update."""
        recipe, position = self.plan.recipe, self.position

        # Gradients of the mean loss over the whole step
        weight = float(sum(row.weights.sum() for row in made))
        total = 0.0
        for row in made:
            hidden = forward(self.decoder, row)
            loss = weighted_loss(self.decoder, hidden, row.targets, row.weights) / weight
            loss.backward()  # type: ignore[no-untyped-call]
            total += loss.item()

        # Update at the rate of the schedule
        torch.nn.utils.clip_grad_norm_(self.decoder.parameters(), recipe.clip)
        factor = warmup_stable_decay(
            self.plan.budget.progress(position),
            position.step,
            warmup_steps=recipe.warmup_steps,
            decay_share=recipe.decay_share,
        )
        self.optimizer.step(factor)
        self.losses.append(total)
        position.step += 1
        position.tokens += sum(len(row.tokens) for row in made)

    def after_step(self) -> None:
        """Count the time, log and save when it is due, and listen to the user."""
        now = time.monotonic()
        self.position.seconds += now - self.clock
        self.clock = now
        if self.position.step % _LOG_EVERY == 0:
            self.log()
        if now - self.saved_s > self.plan.save_every_s:
            self.save()
        done = round(self.plan.budget.progress(self.position) * _PROGRESS_UNITS)
        self.control.tick("pretrain", done, _PROGRESS_UNITS)

    def log(self) -> None:
        """Tell loss and speed since the last time."""
        position, (tokens, seconds) = self.position, self.logged
        values = {
            "loss": sum(self.losses) / len(self.losses),
            "tokens": float(position.tokens),
            "seconds": position.seconds,
            "tokens_per_s": (position.tokens - tokens) / max(position.seconds - seconds, 1e-9),
            "progress": self.plan.budget.progress(position),
        }
        self.losses, self.logged = [], (position.tokens, position.seconds)
        self.control.emit(Metric(step=position.step, values=values))
        with (self.plan.work / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"step": position.step, **values}) + "\n")

    def save(self) -> None:
        path = self.plan.work / STATE
        fingerprint = self.plan.fingerprint
        save_progress(path, self.decoder, self.optimizer, self.position, fingerprint)
        if self.plan.on_save is not None:
            self.plan.on_save(self.position.step)
        self.saved_s = self.clock = time.monotonic()
