"""The families of reasoning-gym as environments.

One entry of the library becomes one problem: asked in few words where we have them, named by its
content so that training and evaluation never share a question, and judged by the family's own
scorer.
"""

import hashlib
import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, Protocol, TypeAlias

from o1desk.core.registry import register
from o1desk.core.split import Split, split_of
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments import library_away
from o1desk.environments.adapt import adapted, identity, twin
from o1desk.environments.answers import refusal, second_look, tidy
from o1desk.environments.families import STARTER
from o1desk.environments.levels import settings_of
from o1desk.environments.library import Here
from o1desk.environments.wordings import short_wording
from o1desk.rewards.child import ChildFailure

Wording: TypeAlias = Literal["short", "original"]
Finding: TypeAlias = tuple[Judgement, float, str]
METHOD = "reasoning_gym"
_PARTS = (64, 256, 1024, 4096)  # sizes of the data sets drawn one after the other; then the last
_DRY = 3000  # draws in a row without a new problem after which the family counts as used up


class Library(Protocol):
    """Where entries and scores come from."""

    def entries(self, family: str, level: str, seed: int, size: int) -> Iterator[dict[str, Any]]:
        """Yield the entries of one data set, metadata as JSON values."""
        ...

    def score(self, family: str, level: str, answer: str, entry: Mapping[str, Any]) -> float:
        """Return the family's score of an answer."""
        ...


@register("environment", "reasoning_gym", title="reasoning-gym family")
class ReasoningGym:
    """One family of reasoning-gym.

    Attributes:
        family: Name of the family in the library.
        wording: "short" asks in our words where we have some, "original" in the library's.
    """

    def __init__(self, family: str, wording: Wording = "short") -> None:
        """Remember the choice; the library is loaded when problems or verdicts are wanted."""
        self.family = family
        self.wording: Wording = wording
        self._library: Library = Here() if family in STARTER else library_away.shared()

    @property
    def name(self) -> str:
        """What people type."""
        return self.family if self.wording == "short" else f"{self.family}:{self.wording}"

    def problems(
        self, count: int, level: str, seed: int, split: Split = "train"
    ) -> Iterator[Problem]:
        """Yield up to `count` distinct problems of one split, the same ones on every machine.

        Args:
            count: How many; fewer come when the family has no more at this level.
            level: "easy", "medium" or "hard".
            seed: Any integer; other seeds draw other problems.
            split: The part asked for.

        Raises:
            UnknownNameError: If the level is unknown.
        """
        settings_of(self.family, level)  # complain about the level before anything is loaded
        return self._distinct(count, level, seed, split)

    def check(self, problem: Problem, answer: str) -> Verdict:
        """Judge an answer with the family's scorer; 1.0 is correct, less is partial credit."""
        started = time.perf_counter()
        judgement, score, detail = self._judge(problem, tidy(self.family, answer))
        ms = (time.perf_counter() - started) * 1000
        return Verdict(judgement=judgement, score=score, method=METHOD, detail=detail, ms=ms)

    @staticmethod
    def examples() -> Iterator[tuple["ReasoningGym", Problem, str, Judgement]]:
        """Return a problem, answers to it, and how they are judged."""
        family = ReasoningGym("chain_sum")
        problem = Problem(
            environment="chain_sum",
            level="easy",
            prompt="84 - 19 =",
            answer="65",
            identity="84-19",
            metadata={"metadata": {"expression": "84 - 19"}},
        )
        yield family, problem, " 65\n", Judgement.CORRECT
        yield family, problem, "66", Judgement.INCORRECT
        yield family, problem, "", Judgement.INCORRECT

    def _judge(self, problem: Problem, answer: str) -> Finding:
        refused = refusal(self.family, answer)
        if refused:
            return Judgement.INCORRECT, 0.0, refused
        entry = entry_of(problem)
        try:
            score = self._library.score(self.family, problem.level, answer, entry)
        except ChildFailure as failure:
            return Judgement.UNVERIFIABLE, 0.0, f"The scorer gave up: {failure}."
        except Exception as error:  # noqa: BLE001 - 106 scorers; no text may stop a run
            return Judgement.INCORRECT, 0.0, f"The scorer refused the answer: {error}"[:300]
        if not score >= 1.0:
            return Judgement.INCORRECT, max(score, 0.0) if math.isfinite(score) else 0.0, ""
        if not second_look(self.family, answer, problem.answer, entry["metadata"]):
            return Judgement.INCORRECT, 0.0, "The family's scorer is more lenient than this check."
        return Judgement.CORRECT, 1.0, ""

    def _distinct(self, count: int, level: str, seed: int, split: Split) -> Iterator[Problem]:
        seen: set[str] = set()
        found = dry = 0
        for entry, origin in self._draws(level, seed):
            if found >= count or dry >= _DRY:
                return
            problem = self._problem(entry, level, origin)
            dry += 1
            if problem is None or problem.key in seen:
                continue
            dry = 0
            seen.add(problem.key)
            if _is_of(problem, split):
                found += 1
                yield problem

    def _draws(self, level: str, seed: int) -> Iterator[tuple[dict[str, Any], int]]:
        """Yield entries without end, each with the seed of the data set it is in.

        The library seeds entry `i` with `seed + i`, so neighbouring seeds would share entries;
        each part therefore starts from a hash of everything that names it.
        """
        part = 0
        while True:
            size = _PARTS[min(part, len(_PARTS) - 1)]
            start = _seed_of(f"{self.family}/{level}/{seed}/{part}")
            for entry in self._library.entries(self.family, level, start, size):
                yield entry, start
            part += 1

    def _problem(self, raw: dict[str, Any], level: str, origin: int) -> Problem | None:
        entry = adapted(self.family, level, raw)
        if entry is None:
            return None
        question, facts = str(entry["question"]), entry["metadata"]
        if self.family in STARTER:  # the sizes of the level, which no scorer of these reads
            facts = {key: part for key, part in facts.items() if key != "difficulty"}
        short = self.wording == "short"
        return Problem(
            environment=self.family,
            level=level,
            prompt=short_wording(self.family, question, facts) if short else question,
            answer=entry["answer"],
            seed=origin,
            identity=identity(self.family, entry),
            metadata={"question": question, "metadata": facts},
        )


def _is_of(problem: Problem, split: Split) -> bool:
    """Return whether a problem is of a split, and so is its twin in another family if it has one.

    Where the two disagree the problem is of neither: one of the splits has its question already.
    """
    if split_of(problem) != split:
        return False
    other = twin(problem.environment, problem.identity)
    if other is None:
        return True
    family, content = other
    return split_of(replace(problem, environment=family, identity=content)) == split


def _seed_of(name: str) -> int:
    """Return a seed below 2**31 from a name; numpy accepts no more than 2**32 - 1."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") >> 1


def entry_of(problem: Problem) -> dict[str, Any]:
    """Return the library's entry that a problem was made from, metadata as JSON values."""
    return {
        "question": problem.metadata.get("question", problem.prompt),
        "answer": tidy(problem.environment, problem.answer),
        "metadata": problem.metadata.get("metadata", {}),
    }
