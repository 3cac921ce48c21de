"""Answers counted: how often right, how sure that is, and what it cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from o1desk.core.stats import wilson
from o1desk.core.types import Problem
from o1desk.generation.working import CAREFUL


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One answer.

    Attributes:
        problem: What was asked.
        habit: "mix", "careful" or "quick": what was at the front of the thinking.
        text: The thinking from its first word on, and the answer.
        tokens: Tokens the model wrote.
        truncated: Whether the length limit cut it.
        correct: Whether the checker accepts the answer.
    """

    problem: Problem
    habit: str
    text: str
    tokens: int
    truncated: bool
    correct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A rate with what it cost.

    Attributes:
        n: Answers counted.
        correct: How many of them are right.
        careful: How many of them thought carefully.
        tokens_mean: Mean tokens of a completion.
        truncated: How many of them were cut by the length limit.
    """

    n: int
    correct: int
    careful: int
    tokens_mean: float
    truncated: int

    @property
    def pass_at_1(self) -> float:
        """Share of right answers, 0 to 1."""
        return self.correct / self.n if self.n else 0.0

    @property
    def ci95(self) -> tuple[float, float]:
        """95 % Wilson interval of the share."""
        return wilson(self.correct, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Everything the card says about quality.

    Attributes:
        judged: Every answer.
        talk: Question and greedy answer of the small talk.
    """

    judged: Sequence[Judged] = ()
    talk: Mapping[str, str] = field(default_factory=dict)

    def figure(self, habit: str, level: str, families: Iterable[str]) -> Figure:
        """Return the pooled figure of some families at a level."""
        wanted = set(families)
        return figure_of(
            [
                one
                for one in self.judged
                if one.habit == habit
                and one.problem.level == level
                and one.problem.environment in wanted
            ]
        )

    def average(self, habit: str, level: str, families: Iterable[str]) -> float:
        """Return the mean over families of their pass@1: each counts the same."""
        figures = [self.figure(habit, level, [family]) for family in families]
        rates = [figure.pass_at_1 for figure in figures if figure.n]
        return sum(rates) / len(rates) if rates else 0.0


def figure_of(judged: Sequence[Judged]) -> Figure:
    """Count some answers."""
    return Figure(
        n=len(judged),
        correct=sum(one.correct for one in judged),
        careful=sum(one.text.startswith(CAREFUL) for one in judged),
        tokens_mean=sum(one.tokens for one in judged) / max(1, len(judged)),
        truncated=sum(one.truncated for one in judged),
    )
