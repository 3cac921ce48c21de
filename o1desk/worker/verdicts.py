"""Judges the answers of a chat, when somebody can."""

import functools
from pathlib import Path
from typing import Any

from o1desk.core.errors import O1DeskError
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments import catalog
from o1desk.environments.plain_check import judge
from o1desk.environments.recognise import recognise


class Checker:
    """Judges answers; keeps the environments it needed, because their scorers are slow to make."""

    def __init__(self, data: Path) -> None:
        """Remember where imported environments are; nothing is loaded yet."""
        self._environment = functools.cache(functools.partial(catalog.get, data=data))

    def of_problem(self, problem: Problem, answer: str) -> Verdict:
        """Judge the answer to a problem with its environment.

        A question that plain code can check is not worth the seconds that the library takes to
        load. An environment that is gone makes the answer unverifiable.
        """
        known = recognise(problem.prompt)
        if known is not None and known.key == problem.key:
            verdict = judge(known, answer)
            if verdict is not None:
                return verdict
        try:
            environment = self._environment(problem.environment)
        except O1DeskError as error:
            return Verdict(
                judgement=Judgement.UNVERIFIABLE, score=0.0, method="none", detail=str(error)
            )
        return environment.check(problem, answer)


def verdict_to_json(verdict: Verdict | None, problem: Problem | None) -> dict[str, Any] | None:
    """Return a verdict with the reference answer as JSON values; None when nobody could judge."""
    if verdict is None or problem is None:
        return None
    return {
        "judgement": str(verdict.judgement),
        "method": verdict.method,
        "detail": verdict.detail,
        "score": verdict.score,
        "reference": problem.answer,
    }
