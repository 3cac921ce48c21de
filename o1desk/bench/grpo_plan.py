"""What both sides of the GRPO bench do, in one place, so that they do the same."""

import functools
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from o1desk.bench.subject import MIX
from o1desk.core import trace as trace_text
from o1desk.core.configs import LoraConfig, RewardPart, RlConfig
from o1desk.core.types import Problem
from o1desk.environments import catalog

_DEFAULT = RlConfig()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One comparison.

    Attributes:
        folder: The model.
        steps: Timed steps of a turn.
        reward: "verdict", or the name of a reward that tells all answers apart.
        prompts: Problems per step.
        group_size: Answers per problem.
        longest: Longest answer, tokens.
        learning_rate: Small, so that the last step of a turn still samples like the first.
        lora: Shape of the adapter.
    """

    folder: Path
    steps: int
    reward: str
    prompts: int = _DEFAULT.prompts
    group_size: int = _DEFAULT.group_size
    longest: int = _DEFAULT.max_new_tokens
    learning_rate: float = 1e-5
    lora: LoraConfig = field(default_factory=LoraConfig)

    @property
    def is_verdict(self) -> bool:
        """Whether the environment's checker gives the rewards."""
        return self.reward == "verdict"

    def config(self, seed: int) -> RlConfig:
        """Return the settings of our loop; the peer's are made from the same values."""
        return RlConfig(
            model=str(self.folder),
            environments=MIX,
            rewards=(RewardPart(name=self.reward),),
            steps=self.steps + 1,
            prompts=self.prompts,
            group_size=self.group_size,
            max_new_tokens=self.longest,
            learning_rate=self.learning_rate,
            mask_truncated=self.is_verdict,
            eval_every=0,
            checkpoint_every=1_000_000,
            lora=self.lora,
            seed=seed,
        )

    def score(self) -> Callable[[Problem, str], float]:
        """Return the reward of a completion's text, the same number that our loop gives."""
        return verdict_score() if self.is_verdict else lambda _, text: spread(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What one turn took: seconds of each timed step, and the mean answer in tokens."""

    seconds: Sequence[float]
    answer_tokens: float


def spread(text: str) -> float:
    """Return a number in [0, 1) that different texts almost never share."""
    return zlib.crc32(text.encode("utf-8", "replace")) / 2**32


def verdict_score() -> Callable[[Problem, str], float]:
    """Return the environment's score of a completion; equal answers are judged once."""
    environment = functools.cache(catalog.get)

    @functools.lru_cache(maxsize=4096)
    def judge(family: str, key: str, answer: str) -> float:
        return environment(family).check(known[key], answer).score

    known: dict[str, Problem] = {}

    def score(problem: Problem, text: str) -> float:
        known[problem.key] = problem
        answer = trace_text.parse(text, opened=True).answer
        return judge(problem.environment, problem.key, answer)

    return score
