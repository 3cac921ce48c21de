"""The families of reasoning-gym as environments.

One entry of the library becomes one problem: asked in few words where we have them, named by its
content so that training and evaluation never share a question, and judged by the family's own
scorer.
"""

import hashlib
import time
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from o1desk.core.registry import register
from o1desk.core.split import Split, split_of
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments.adapt import adapted, identity
from o1desk.environments.answers import tidy, truly_equal
from o1desk.environments.levels import raise_curriculum, settings_of
from o1desk.environments.plain import from_plain, to_plain
from o1desk.environments.wordings import short_wording

Wording: TypeAlias = Literal["short", "original"]
_PARTS = (64, 256, 1024, 4096)  # sizes of the data sets drawn one after the other; then the last
_DRY = 3000  # draws in a row without a new problem after which the family counts as used up


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
        self._scorers: dict[str, Any] = {}

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
        judgement, score, detail = self._judge(problem, answer)
        ms = (time.perf_counter() - started) * 1000
        return Verdict(
            judgement=judgement, score=score, method="reasoning_gym", detail=detail, ms=ms
        )

    def _judge(self, problem: Problem, answer: str) -> tuple[Judgement, float, str]:
        family = self.family
        try:
            entry = entry_of(problem)
            scored = self._scorer(problem.level).score_answer(tidy(family, answer), entry)
            score = min(max(float(scored), 0.0), 1.0)
        except Exception as error:  # noqa: BLE001 - scorers of 106 families; a bad text must not stop a run
            return Judgement.UNVERIFIABLE, 0.0, f"The scorer failed: {type(error).__name__}: {error}"
        if score < 1.0:
            return Judgement.INCORRECT, score, ""
        if not truly_equal(family, answer, problem.answer):
            return Judgement.INCORRECT, 0.0, "The family's scorer is more lenient than this check."
        return Judgement.CORRECT, 1.0, ""

    def _scorer(self, level: str) -> Any:
        if level not in self._scorers:
            self._scorers[level] = dataset(self.family, level, seed=0, size=1)
        return self._scorers[level]

    def _distinct(self, count: int, level: str, seed: int, split: Split) -> Iterator[Problem]:
        seen: set[str] = set()
        found = dry = 0
        for entry, origin in draws(self.family, level, seed):
            if found >= count or dry >= _DRY:
                return
            problem = self._problem(entry, level, origin)
            dry += 1
            if problem is None or problem.key in seen:
                continue
            dry = 0
            seen.add(problem.key)
            if split_of(problem) == split:
                found += 1
                yield problem

    def _problem(self, raw: dict[str, Any], level: str, origin: int) -> Problem | None:
        entry = adapted(self.family, level, raw)
        if entry is None:
            return None
        facts = {key: part for key, part in entry["metadata"].items() if key != "difficulty"}
        question = str(entry["question"])
        short = self.wording == "short"
        return Problem(
            environment=self.family,
            level=level,
            prompt=short_wording(self.family, question, facts) if short else question,
            answer=str(entry["answer"]),
            seed=origin,
            identity=identity(self.family, entry),
            metadata={"question": question, "metadata": to_plain(facts)},
        )


def dataset(family: str, level: str, seed: int, size: int) -> Any:
    """Return the library's data set of a family at a level."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own import noise
        import reasoning_gym
        from reasoning_gym.factory import CURRICULA, DATASETS
    settings = settings_of(family, level)
    if settings is None and family in CURRICULA:
        config = raise_curriculum(CURRICULA[family](), level)
        config.seed, config.size = seed, size
        return DATASETS[family][0](config)
    return reasoning_gym.create_dataset(family, seed=seed, size=size, **(settings or {}))


def draws(family: str, level: str, seed: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield entries without end, each with the seed of the data set it is in.

    The library seeds entry `i` with `seed + i`, so neighbouring seeds would share entries; each
    part therefore starts from a hash of everything that names it.
    """
    part = 0
    while True:
        size = _PARTS[min(part, len(_PARTS) - 1)]
        start = _seed_of(f"{family}/{level}/{seed}/{part}")
        data = dataset(family, level, start, size)
        for index in range(size):
            yield data[index], start
        part += 1


def _seed_of(name: str) -> int:
    """Return a seed below 2**31 from a name; numpy accepts no more than 2**32 - 1."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") >> 1


def entry_of(problem: Problem) -> Mapping[str, Any]:
    """Return the library's entry that a problem was made from."""
    return {
        "question": problem.metadata.get("question", problem.prompt),
        "answer": tidy(problem.environment, problem.answer),
        "metadata": from_plain(problem.metadata.get("metadata", {})),
    }
