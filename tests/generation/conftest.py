"""Small stand-ins: an environment of sums, and a model that answers from a list."""

from collections.abc import Iterator, Sequence

import pytest

from o1desk.core.backend import Completion, Sampling
from o1desk.core.split import split_of
from o1desk.core.types import Judgement, Problem, Verdict


class Sums:
    """Asks "n+1"; knows `size` problems of both splits together."""

    def __init__(self, name: str = "chain_sum", size: int = 400) -> None:
        self.name, self.size = name, size

    def problems(self, count, level, seed, split="train") -> Iterator[Problem]:
        made = (self._problem(number, level, seed) for number in range(self.size))
        wanted = (problem for problem in made if split_of(problem) == split)
        return (problem for problem, _ in zip(wanted, range(count), strict=False))

    def check(self, problem: Problem, answer: str) -> Verdict:
        if answer == "?":
            return Verdict(judgement=Judgement.UNVERIFIABLE, score=0.0, method="test")
        right = answer == problem.answer
        judgement = Judgement.CORRECT if right else Judgement.INCORRECT
        return Verdict(judgement=judgement, score=float(right), method="test")

    def _problem(self, number: int, level: str, seed: int) -> Problem:
        text = f"{number} + {seed + 1}"
        return Problem(
            environment=self.name,
            level=level,
            prompt=text,
            answer=str(number + seed + 1),
            metadata={"metadata": {"expression": text}},
        )


class Model:
    """Answers attempt i of every prompt with `texts[i]`, "=" standing for the right answer."""

    name, notice, context = "starter@RUN:40", "", 0

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = list(texts)
        self.calls: list[tuple[int, int]] = []

    def render(self, messages, *, thinking=True) -> str:
        return f"{messages[-1].content}|<think>\n"

    def count_tokens(self, text: str) -> int:
        return len(text)

    def generate(
        self, prompts: Sequence[str], sampling: Sampling, *, n: int = 1, control=None
    ) -> list[list[Completion]]:
        self.calls.append((len(prompts), n))
        return [[self._complete(prompt, i) for i in range(n)] for prompt in prompts]

    def stream(self, prompt, sampling, *, control=None):
        raise AssertionError("generation does not stream")

    def close(self) -> None:
        """Nothing to give back."""

    def _complete(self, prompt: str, attempt: int) -> Completion:
        first, _, second = prompt.partition("|")[0].partition(" + ")
        text = self.texts[attempt % len(self.texts)].replace("=", str(int(first) + int(second)))
        finish = "length" if "</think>" not in text else "stop"
        return Completion(text=text, token_ids=tuple(range(len(text))), finish=finish)


@pytest.fixture
def sums() -> type[Sums]:
    return Sums


@pytest.fixture
def model() -> type[Model]:
    return Model
