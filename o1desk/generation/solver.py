"""Samples written by programs: each family's solver shows its working."""

import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from o1desk.core import trace as trace_text
from o1desk.core.backend import Backend
from o1desk.core.configs import GenerateConfig
from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.core.leaves import Solver
from o1desk.core.registry import find, leaves, register
from o1desk.core.types import Problem, Sample, Verdict

HABITS = ("careful", "quick")


@register("source", "solver", title="Solver")
class SolverSource:
    """Solves problems by program, in the wanted habit."""

    def __init__(self, check: Callable[[Problem, str], Verdict]) -> None:
        """Keep who judges the answers."""
        self._check = check
        self._solvers: dict[str, Solver] = {}

    def run(
        self,
        config: GenerateConfig,
        problems: Iterable[Problem],
        *,
        backend: Backend | None,  # noqa: ARG002 - the protocol's shape; programs need no model
        control: Control,  # noqa: ARG002 - the protocol's shape; the run reports the progress
    ) -> Iterator[Sample]:
        """Return samples with their verdicts, in the order of the problems.

        Raises:
            InputError: If a family has no solver; at once when the configuration names it.
        """
        for part in config.environments:
            self._solver(part.environment.partition(":")[0])
        return (
            self._solve(problem, config, attempt)
            for problem in problems
            for attempt in range(config.attempts)
        )

    def _solve(self, problem: Problem, config: GenerateConfig, attempt: int) -> Sample:
        # Seeded by the problem, not by its place, so that a resumed run writes the same.
        rng = random.Random(f"{config.seed}/{problem.key}/{attempt}")
        habit = rng.choice(HABITS) if config.habit == "mixed" else config.habit
        trace = self._solver(problem.environment).solve(problem, habit, rng.getrandbits(31))
        return Sample(
            problem=problem,
            origin="solver",
            trace=trace,
            raw=trace_text.write(trace),
            verdict=self._check(problem, trace.answer),
            habit=habit,
        )

    def _solver(self, family: str) -> Solver:
        known: dict[str, Any] = leaves("solver")
        if family not in known:
            raise InputError(
                f"There is no solver for '{family}', so nothing was written; solvers know "
                f"{', '.join(known)}; for other environments use --source model"
            )
        if family not in self._solvers:
            self._solvers[family] = find("solver", family).factory()
        return self._solvers[family]
