"""The shapes of the leaves that registries list: environment, reward, source, strategy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from o1desk.core.backend import Backend, Sampling
from o1desk.core.configs import GenerateConfig
from o1desk.core.control import Control
from o1desk.core.split import Split
from o1desk.core.types import Message, Problem, Sample, Step, Trace, Verdict


class Environment(Protocol):
    """One family of problems with a checker."""

    @property
    def name(self) -> str:
        """What people type."""
        ...

    def problems(
        self, count: int, level: str, seed: int, split: Split = "train"
    ) -> Iterable[Problem]:
        """Yield distinct problems of one split; the same arguments give the same ones everywhere.

        May yield fewer than `count` when the family has no more.

        Raises:
            UnknownNameError: If the level is not easy, medium or hard.
        """
        ...

    def check(self, problem: Problem, answer: str) -> Verdict:
        """Judge a final answer; never raises on bad text."""
        ...


class Reward(Protocol):
    """One reward: a sample in, a number in [0, 1] out, or None when it cannot be judged."""

    def __call__(self, sample: Sample) -> float | None:
        """Score one sample."""
        ...


class Solver(Protocol):
    """Writes the reasoning of one family of problems."""

    def solve(self, problem: Problem, habit: str, seed: int) -> Trace:
        """Return a trace in the given habit; a quick one may be wrong."""
        ...


class Source(Protocol):
    """One source of samples."""

    def run(
        self,
        config: GenerateConfig,
        problems: Iterable[Problem],
        *,
        backend: Backend | None,
        control: Control,
    ) -> Iterator[Sample]:
        """Yield samples with their verdicts, in the order of the problems."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Efficiency:
    """What an answer cost. Absent numbers are None.

    Attributes:
        ttft_ms: Time to the first token, milliseconds.
        decode_tps: Tokens per second from the first generated token on, reasoning included.
        end_to_end_tps: All tokens over the whole time, prompt reading included.
        itl_p50_ms: Median gap between tokens, milliseconds.
        itl_p95_ms: 95th percentile of the gap, milliseconds.
        tokens_prompt: Length of the prompt.
        tokens_thinking: Tokens of the reasoning, summed over all calls.
        tokens_answer: Tokens of the answer, summed over all calls.
        calls: How many chains were sampled.
        seconds: Wall time.
    """

    ttft_ms: float | None = None
    decode_tps: float | None = None
    end_to_end_tps: float | None = None
    itl_p50_ms: float | None = None
    itl_p95_ms: float | None = None
    tokens_prompt: int = 0
    tokens_thinking: int = 0
    tokens_answer: int = 0
    calls: int = 1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a strategy came to.

    Attributes:
        trace: The chosen chain and its answer.
        raw: The chosen text as written.
        candidates: Every chain sampled, the chosen one included.
        votes: How many candidates agree with each distinct answer.
        steps: The chosen steps with tokens and times.
        truncated: Whether the chosen chain was cut by the length limit.
        efficiency: What it cost.
    """

    trace: Trace
    raw: str
    candidates: tuple[Trace, ...] = ()
    votes: dict[str, int] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    truncated: bool = False
    efficiency: Efficiency = field(default_factory=Efficiency)


class Strategy(Protocol):
    """One way to think at answer time."""

    def run(
        self,
        backend: Backend,
        messages: Sequence[Message],
        sampling: Sampling,
        *,
        control: Control,
    ) -> Answer:
        """Answer the last message; emits token and step events while it streams."""
        ...

    def answer_many(
        self,
        backend: Backend,
        prompts: Sequence[Sequence[Message]],
        sampling: Sampling,
        *,
        control: Control,
    ) -> list[Answer]:
        """Answer many conversations in batches, without streaming; for evaluation."""
        ...
