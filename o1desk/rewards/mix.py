"""A weighted mix of rewards that survives rewards that raise or hang."""

import math
import queue
import threading
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from o1desk.core.configs import RewardPart
from o1desk.core.errors import InputError
from o1desk.core.fields import build
from o1desk.core.leaves import Reward
from o1desk.core.registry import find
from o1desk.core.types import Sample

Scored = tuple[float | None, dict[str, float | None]]
FOREIGN_LIMIT_S = 5.0
_MOST_HANGS = 3  # threads that may be left behind before a reward is switched off


@dataclass(slots=True)
class Fault:
    """What went wrong with one reward during a run.

    Attributes:
        count: Samples it could not score because it raised, hung, or gave no finite number.
        traceback: Text of the latest fault.
        hangs: How often it was late.
    """

    count: int = 0
    traceback: str = ""
    hangs: int = 0


@dataclass(slots=True)
class RewardMix:
    """The weighted sum of several rewards.

    Our own rewards run in place: whatever in them could hang runs in a child with a limit of its
    own. Rewards from outside this package run in a thread with a time limit; a thread cannot be
    killed, so a reward that hangs three times is switched off for the rest of the run.

    Attributes:
        parts: Names, weights and settings.
        limit_s: Wall time of one call of a foreign reward, seconds.
        faults: What went wrong, by name of the reward; empty when all is well.
    """

    parts: Sequence[RewardPart]
    limit_s: float = FOREIGN_LIMIT_S
    faults: dict[str, Fault] = field(default_factory=dict)
    _rewards: list[tuple[RewardPart, Reward]] = field(init=False)

    def __post_init__(self) -> None:
        """Make the rewards.

        Raises:
            UnknownNameError: If there is no reward or option of a given name.
            InputError: If a setting is wrong, a reward is named twice, or there is none.
        """
        names = [part.name for part in self.parts]
        twice = sorted({name for name in names if names.count(name) > 1})
        if not names or twice:
            trouble = f"the reward '{twice[0]}' is named twice" if twice else "no reward is named"
            raise InputError(f"In the mix of rewards {trouble}; name each once")
        self._rewards = [(part, _make(part.name, part.settings)) for part in self.parts]

    def score(self, samples: Sequence[Sample]) -> list[Scored]:
        """Return total and parts of each sample, in order.

        The total is the sum of weight times score over the parts that can score; None if none can.
        """
        return [self._one(sample) for sample in samples]

    def _one(self, sample: Sample) -> Scored:
        scores = {
            part.name: self._call(part.name, reward, sample) for part, reward in self._rewards
        }
        told = [
            part.weight * score for part in self.parts if (score := scores[part.name]) is not None
        ]
        return (sum(told) if told else None), scores

    def _call(self, name: str, reward: Reward, sample: Sample) -> float | None:
        foreign = not type(reward).__module__.startswith("o1desk.rewards.")
        if foreign and self._fault(name).hangs >= _MOST_HANGS:
            return None
        try:
            score = self._limited(reward, sample) if foreign else reward(sample)
            if score is not None and not math.isfinite(score):
                raise ValueError(f"the reward '{name}' gave {score}")  # noqa: TRY301 - one road out
        except Exception as error:  # noqa: BLE001 - a faulty reward must not end a run
            fault = self.faults.setdefault(name, Fault())
            fault.count += 1
            fault.hangs += isinstance(error, TimeoutError)
            fault.traceback = "".join(traceback.format_exception(error))
            return None
        return score

    def _fault(self, name: str) -> Fault:
        return self.faults.get(name, Fault())

    def _limited(self, reward: Reward, sample: Sample) -> float | None:
        done: queue.SimpleQueue[float | Exception | None] = queue.SimpleQueue()

        def run() -> None:
            try:
                done.put(reward(sample))
            except Exception as error:  # noqa: BLE001 - carried over to the caller's thread
                done.put(error)

        threading.Thread(target=run, daemon=True, name="reward").start()
        try:
            result = done.get(timeout=self.limit_s)
        except queue.Empty:
            raise TimeoutError(f"the reward gave no score within {self.limit_s:g} s") from None
        if isinstance(result, Exception):
            raise result
        return result


def _make(name: str, settings: Mapping[str, object]) -> Reward:
    factory = find("reward", name).factory
    reward: Reward = build(factory, settings, where=f"the reward '{name}'")  # type: ignore[arg-type]
    return reward
