"""Composite: the starter families in turn, under one name.

The library's own composite mixes entries of other data sets. Here each problem stays a problem of
its family, with the same key, so that a question held out there is held out here too.
"""

from collections.abc import Iterator

from o1desk.core.registry import register
from o1desk.core.split import Split
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments.families import STARTER
from o1desk.environments.levels import settings_of
from o1desk.environments.reasoning_gym import ReasoningGym, Wording


@register("environment", "composite", title="Mixed families")
class Composite:
    """Problems of the starter families, one of each in turn."""

    def __init__(self, wording: Wording = "short") -> None:
        """Make the families; nothing is loaded yet."""
        self._wording = wording
        self._families = {family: ReasoningGym(family, wording) for family in STARTER}

    @property
    def name(self) -> str:
        """What people type."""
        return "composite" if self._wording == "short" else f"composite:{self._wording}"

    def problems(
        self, count: int, level: str, seed: int, split: Split = "train"
    ) -> Iterator[Problem]:
        """Yield up to `count` distinct problems, family after family, round and round.

        Raises:
            UnknownNameError: If the level is not easy, medium or hard.
        """
        settings_of(STARTER[0], level)
        streams = [f.problems(count, level, seed, split) for f in self._families.values()]
        return self._in_turn(count, streams)

    def check(self, problem: Problem, answer: str) -> Verdict:
        """Judge an answer by the problem's own family."""
        return self._families[problem.environment].check(problem, answer)

    @staticmethod
    def examples() -> Iterator[tuple["Composite", Problem, str, Judgement]]:
        """Return problems of its families, answers to them, and how they are judged."""
        mixed = Composite()
        for _, problem, answer, judgement in ReasoningGym.examples():
            yield mixed, problem, answer, judgement

    @staticmethod
    def _in_turn(count: int, streams: list[Iterator[Problem]]) -> Iterator[Problem]:
        found = 0
        while streams:
            for stream in tuple(streams):
                problem = next(stream, None)
                if problem is None:
                    streams.remove(stream)
                elif found < count:
                    found += 1
                    yield problem
                else:
                    return
