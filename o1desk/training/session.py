"""What a training run is made of besides its mathematics: state, checkpoints, going back.

The state of a run is the adapter, the optimizer, every random state, the guard's memory and the
step. It is taken and put back only together, at the boundary between two steps.
"""

import copy
import importlib.metadata
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from o1desk.core.control import Control
from o1desk.core.errors import InputError, NoSpaceError
from o1desk.core.events import CheckpointSaved, Log
from o1desk.training import rng
from o1desk.training.checkpoints import FOLDER, SPARE_BYTES, Checkpoints, Contents, Stored
from o1desk.training.guard import Guard
from o1desk.training.optimizer import Optimizer
from o1desk.training.policy import Policy

KEEP = 3  # newest checkpoints kept besides the best one
STATES = 3  # an adapter's bytes times this: weights and two momenta
LIBRARIES = ("torch", "numpy", "safetensors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """The state between two steps, in memory."""

    step: int
    adapter: Mapping[str, Tensor]
    optimizer: Mapping[str, Any]
    factor: float
    rng: Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Session:
    """One run in progress.

    Attributes:
        folder: Its folder.
        policy: What is trained.
        optimizer: How.
        guard: Who watches.
        control: Who listens.
        identity: Fingerprints that a resumed run must share: data, rewards, base model.
        generator: The sampler's dice.
        step: Updates made so far.
        history: Held-out measurements so far: [step, pass@1, low, high, n].
        position: Where the data stands, besides the step; JSON values.
    """

    folder: Path
    policy: Policy
    optimizer: Optimizer
    guard: Guard
    control: Control
    identity: Mapping[str, str]
    generator: torch.Generator
    step: int = 0
    history: list[list[float]] = field(default_factory=list)
    position: dict[str, Any] = field(default_factory=dict)
    checkpoints: Checkpoints = field(init=False)
    saved_step: int | None = field(init=False, default=None)
    _started_s: float = field(init=False, default_factory=time.monotonic)
    _earlier_s: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        """Open the folder of checkpoints and clean it."""
        self.checkpoints = Checkpoints(self.folder)

    @property
    def elapsed_s(self) -> float:
        """Seconds of training, those before a resume included."""
        return self._earlier_s + time.monotonic() - self._started_s

    def boundary(self) -> Boundary:
        """Copy the state in memory."""
        return Boundary(
            step=self.step,
            adapter={name: t.clone() for name, t in self.policy.adapter.state_dict().items()},
            optimizer=copy.deepcopy(self.optimizer.state()),
            factor=self.optimizer.factor,
            rng=rng.capture({"sampler": self.generator}),
        )

    def go_back(self, boundary: Boundary) -> None:
        """Put back a state from memory."""
        self.step = boundary.step
        self.policy.adapter.load_state_dict(dict(boundary.adapter))
        self.optimizer.load(boundary.optimizer)
        self.optimizer.factor = boundary.factor
        rng.restore(dict(boundary.rng), {"sampler": self.generator})
        self.policy.sampler.refresh()

    def save(self) -> Stored | None:
        """Write a checkpoint of the present state and tell about it.

        A full disk loses this checkpoint and nothing else: it is told as an anomaly, training
        goes on, and the next one may find room.
        """
        if self.saved_step == self.step:
            return self.checkpoints.at(self.step)
        try:
            stored = self.checkpoints.save(self.step, self._contents())
        except NoSpaceError as error:
            self.guard.note_lost_checkpoint(self.step, str(error))
            return None
        self.saved_step = self.step
        path = f"{FOLDER}/{stored.folder.name}"
        self.control.emit(CheckpointSaved(step=self.step, path=path, bytes=stored.bytes))
        self.checkpoints.prune(keep=KEEP, best=self.guard.state.best_step)
        return stored

    def resume(self) -> bool:
        """Take up the newest whole checkpoint; False when there is none to take up.

        Raises:
            InputError: If the checkpoint was made with another model, data or rewards.
        """
        stored = self.checkpoints.newest()
        if stored is None:
            return False
        for sentence in stored.rejected:
            self._log("warning", f"{sentence}; an earlier checkpoint is used")
        loop = stored.loop()
        self._check_identity(loop["identity"])
        self._take(stored)
        self.step = self.saved_step = int(loop["step"])
        self.history = [list(row) for row in loop["history"]]
        self.position = dict(loop["position"])
        self._earlier_s = float(loop["elapsed_s"])
        self.guard.load(loop["guard"])
        self._log("info", f"resumed after step {self.step} from {stored.folder.name}")
        return True

    def roll_back(self, score: float) -> None:
        """Return to the best adapter with its optimizer and dice, and halve the learning rate.

        The step goes on counting: what was tried stays in the record. Without a checkpoint of the
        best step (a full disk) only the learning rate is halved.
        """
        best = self.guard.state.best_step
        stored = None if best is None else self.checkpoints.at(best)
        factor = self.optimizer.factor / 2
        if stored is not None:
            self._take(stored)
        self.optimizer.factor = factor
        self.guard.note_rollback(self.step, score, factor, restored=stored is not None)

    def _take(self, stored: Stored) -> None:
        self.policy.load_adapter(stored.folder)
        self.optimizer.load(stored.optimizer())
        self.optimizer.factor = float(stored.scheduler()["factor"])
        rng.restore(stored.rng(), {"sampler": self.generator})

    def _contents(self) -> Contents:
        adapter = self.policy.adapter
        numbers = sum(tensor.numel() for tensor in adapter.parameters())
        return Contents(
            write_adapter=self.policy.save_adapter,
            optimizer=self.optimizer.state(),
            scheduler={"factor": self.optimizer.factor, "step": self.step},
            rng=rng.capture({"sampler": self.generator}),
            loop=self._loop(),
            bytes=4 * numbers * STATES + SPARE_BYTES,
        )

    def _loop(self) -> dict[str, Any]:
        return {
            "step": self.step,
            "micro_step": 0,
            "identity": dict(self.identity),
            "position": self.position,
            "rollout_buffer": "none: every rollout is used in the step that made it",
            "history": self.history,
            "guard": self.guard.to_json(),
            "elapsed_s": round(self.elapsed_s, 3),
            "versions": {name: importlib.metadata.version(name) for name in LIBRARIES},
        }

    def _check_identity(self, saved: Mapping[str, str]) -> None:
        for name, value in self.identity.items():
            if saved.get(name, value) != value:
                raise InputError(
                    f"The run cannot be resumed: its {name} changed since the checkpoint; start a "
                    "new run, or put the old configuration back"
                )

    def _log(self, level: str, text: str) -> None:
        self.control.emit(Log(level=level, text=text))
