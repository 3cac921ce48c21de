"""The first armour of the policy: it watches each update, skips, rolls back, or stops.

The guard only decides; the loop acts. Every decision is an anomaly event with its reason, so that
a person can read afterwards why a step is missing or the learning rate fell.
"""

from dataclasses import asdict, dataclass
from typing import Any

from o1desk.core.control import Control
from o1desk.core.errors import EXIT_INPUT, O1DeskError
from o1desk.core.events import Anomaly

MAX_BAD = 3  # skipped steps in a row before the run stops
NO_SIGNAL = 5  # steps without any informative group before the banner
MAX_UNSCORED = 5  # steps in a row in which most answers had no reward
MOST = 0.5


class GuardStopError(O1DeskError):
    """The guard ended the run; the last good checkpoint is kept."""

    exit_code = EXIT_INPUT
    reason = "guard_stop"


@dataclass(slots=True, kw_only=True)
class GuardState:
    """What the guard remembers; it is part of the checkpoint.

    Attributes:
        bad: Skipped steps in a row.
        flat: Steps in a row in which no group taught anything.
        unscored: Steps in a row in which most answers had no reward.
        skipped: Skipped steps in all.
        rollbacks: Returns to the best adapter in all; a halved learning rate alone is none.
        start: Held-out score before training, in [0, 1]; None until measured.
        best: Best held-out score.
        best_step: Step of the best score.
        micro_tokens: Micro-batch in force after memory ran out; None for the configured one.
    """

    bad: int = 0
    flat: int = 0
    unscored: int = 0
    skipped: int = 0
    rollbacks: int = 0
    start: float | None = None
    best: float | None = None
    best_step: int | None = None
    micro_tokens: int | None = None


class Guard:
    """Watches one run.

    Attributes:
        state: What it remembers.
    """

    def __init__(self, control: Control, *, rollback_drop: float) -> None:
        """Watch a fresh run.

        Args:
            control: Where anomalies are told.
            rollback_drop: Fall of the held-out score below the start, in [0, 1], that counts as
                a collapse.
        """
        self.state = GuardState()
        self._control = control
        self._drop = rollback_drop

    def skip(self, step: int, what: str, detail: str) -> None:
        """Count a step whose update was not made.

        Raises:
            GuardStopError: At the third in a row.
        """
        self.state.bad += 1
        self.state.skipped += 1
        self._tell(what, step, "skipped the step", detail)
        if self.state.bad >= MAX_BAD:
            raise GuardStopError(
                f"Training stopped at step {step}: {MAX_BAD} steps in a row had to be skipped "
                f"({detail}); the last good checkpoint was kept; lower the learning rate and resume"
            )

    def accept(self) -> None:
        """Note that an update was sound."""
        self.state.bad = 0

    def note_signal(self, step: int, flat_share: float) -> None:
        """Tell the user once when no group has taught anything for some steps."""
        self.state.flat = self.state.flat + 1 if flat_share >= 1.0 else 0
        if self.state.flat == NO_SIGNAL:
            self._tell(
                "no_learning_signal",
                step,
                "told the user",
                f"frac_reward_zero_std = 1 for {NO_SIGNAL} steps: all answers to a problem got "
                "the same reward; change the level, the rewards or the temperature",
            )

    def note_unscored(self, step: int, share: float, detail: str) -> None:
        """Count steps in which answers had no reward.

        Raises:
            GuardStopError: When most answers had none for several steps in a row.
        """
        if share > 0:
            self._tell("unscored", step, f"left out {share:.0%} of the answers", detail)
        self.state.unscored = self.state.unscored + 1 if share > MOST else 0
        if self.state.unscored >= MAX_UNSCORED:
            raise GuardStopError(
                f"Training stopped at step {step}: for {MAX_UNSCORED} steps most answers could not "
                f"be scored ({detail}); the last good checkpoint was kept; mend the reward"
            )

    def is_collapse(self, step: int, score: float) -> bool:
        """Return whether the held-out score fell far enough to go back; remembers the best."""
        state = self.state
        if state.start is None:
            state.start = score
        if state.best is None or score > state.best:
            state.best, state.best_step = score, step
        return score < state.start - self._drop and state.best_step != step

    def note_rollback(self, step: int, score: float, factor: float, *, restored: bool) -> None:
        """Tell what was done about a collapse.

        Args:
            step: Where it was seen.
            score: The held-out score there, in [0, 1].
            factor: The learning rate from now on, as a share of the configured one.
            restored: Whether the best adapter is back; without its checkpoint it cannot be.
        """
        self.state.rollbacks += restored
        detail = (
            f"held-out pass@1 {score:.3f} against {self.state.start or 0.0:.3f} at the start; "
            f"the learning rate is now {factor:g} of the configured one"
        )
        best = self.state.best_step
        action = (
            f"restored the adapter of step {best}"
            if restored
            else f"kept the adapter and halved the learning rate: the checkpoint of step {best}, "
            "the best one, is lost"
        )
        self._tell("collapse", step, action, detail)

    def note_memory(self, step: int, micro_tokens: int, detail: str) -> None:
        """Tell that the micro-batch was halved after memory ran out."""
        self.state.micro_tokens = micro_tokens
        self._tell("out_of_memory", step, f"halved the micro-batch to {micro_tokens}", detail)

    def note_lost_checkpoint(self, step: int, detail: str) -> None:
        """Tell that a checkpoint could not be written."""
        self._tell("checkpoint_lost", step, "went on training", detail)

    def to_json(self) -> dict[str, Any]:
        """Return the memory as JSON values."""
        return asdict(self.state)

    def load(self, data: dict[str, Any]) -> None:
        """Take up an earlier memory; unknown keys are ignored."""
        known = GuardState.__slots__
        self.state = GuardState(**{key: data[key] for key in known if key in data})

    def _tell(self, what: str, step: int, action: str, detail: str) -> None:
        self._control.emit(Anomaly(what=what, step=step, action=action, detail=detail))
