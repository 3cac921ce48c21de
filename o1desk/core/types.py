"""The domain words as plain values: problem, step, trace, sample, group, verdict, message."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How hard a problem is, on the scale every environment shares."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Judgement(StrEnum):
    """What a checker can say of an answer."""

    CORRECT = "correct"
    INCORRECT = "incorrect"
    UNVERIFIABLE = "unverifiable"
    GOLD_BAD = "gold_bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A checker's judgement of one answer.

    Attributes:
        judgement: Whether the answer is right, wrong, or cannot be judged.
        score: Partial credit in [0, 1]; 0 when the answer cannot be judged.
        method: Which checker spoke, such as "rational" or "reasoning_gym".
        detail: One sentence for the inspector; empty when there is nothing to add.
        ms: How long the check took, milliseconds.
    """

    judgement: Judgement
    score: float
    method: str
    detail: str = ""
    ms: float = 0.0

    @property
    def is_correct(self) -> bool:
        """Whether the answer counts as right."""
        return self.judgement is Judgement.CORRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One question with a reference answer.

    Attributes:
        environment: Name of the environment that made it and can check it.
        level: Difficulty.
        prompt: What the model is asked, as plain text.
        answer: Reference answer; empty when only the checker knows.
        answer_kind: "text", "integer", "rational", "math", "choice", "set" and the like.
        source: Where it came from: "generated", a file name, "human", "chat".
        seed: Seed that makes this problem again; None for imported ones.
        identity: The question apart from its wording ("3 + 4"); empty: the prompt itself.
        metadata: What the checker needs besides; JSON values only.
    """

    environment: str
    level: str
    prompt: str
    answer: str
    answer_kind: str = "text"
    source: str = "generated"
    seed: int | None = None
    identity: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Content hash: one question has one key on every machine and in every wording."""
        text = f"{self.environment}\x1f{self.identity or self.prompt}\x1f{self.answer}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One reasoning step.

    Attributes:
        text: The step as written.
        tokens: Length in tokens; 0 when nobody counted.
        ms: Time it took to write, milliseconds; 0 when not measured.
        mean_logprob: Mean log-probability of its tokens, nats; None when unknown.
        entropy: Mean entropy of the model at its tokens, nats; None when unknown.
    """

    text: str
    tokens: int = 0
    ms: float = 0.0
    mean_logprob: float | None = None
    entropy: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A chain of thought and the answer it led to.

    Attributes:
        steps: The thinking, in order.
        answer: The final response; empty when the model never came to one.
        closed: Whether the thinking was ended by its mark, not by a limit.
    """

    steps: tuple[Step, ...]
    answer: str
    closed: bool = True

    @property
    def thinking(self) -> str:
        """The steps as one text, a line each."""
        return "\n".join(step.text for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One attempt at one problem.

    Attributes:
        problem: The problem attempted.
        origin: Who wrote it: "solver", "model", "human", "import", "chat", "rl".
        trace: Steps and answer.
        raw: The text exactly as it was written, marks included.
        verdict: The checker's judgement; None when nobody checked yet.
        reward: Total reward; None when no reward could score it.
        rewards: Each reward part by name; None where it could not score.
        model: Reference of the model that wrote it; empty for people and solvers.
        adapter: Adapter in force ("RUN:STEP"); empty for the bare model.
        run: Run that produced it; empty outside runs.
        habit: How the solver wrote: "careful" or "quick"; empty for others.
        tokens_thinking: Length of the thinking, tokens.
        tokens_answer: Length of the answer, tokens.
        truncated: Whether a length limit cut it.
    """

    problem: Problem
    origin: str
    trace: Trace
    raw: str
    verdict: Verdict | None = None
    reward: float | None = None
    rewards: Mapping[str, float | None] = field(default_factory=dict)
    model: str = ""
    adapter: str = ""
    run: str = ""
    habit: str = ""
    tokens_thinking: int = 0
    tokens_answer: int = 0
    truncated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All answers to one prompt in one training step.

    Attributes:
        problem: The shared problem.
        samples: Its answers, at least two for group methods.
        advantages: One number per answer, same order.
    """

    problem: Problem
    samples: tuple[Sample, ...]
    advantages: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn of a conversation.

    Attributes:
        role: "system", "user" or "assistant".
        content: The visible text.
        thinking: The chain of thought of an assistant turn; empty otherwise.
    """

    role: str
    content: str
    thinking: str = ""
