"""What every solver shares: the two habits and the reading of a problem.

A careful trace opens with "Carefully:" and writes every move; a quick one opens with "Quickly:"
and says the answer at once. The answer of a solver is always the reference; it is the model
imitating the quick habit that is often wrong, because one step leaves no room to compute.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from o1desk.core.types import Problem, Step, Trace
from o1desk.generation.working import CAREFUL, QUICK


def entry(problem: Problem) -> Mapping[str, Any]:
    """Return what reasoning-gym recorded about the problem."""
    recorded = problem.metadata.get("metadata", problem.metadata)
    return recorded if isinstance(recorded, Mapping) else problem.metadata


class LineSolver:
    """A solver that writes its careful habit as lines."""

    def lines(self, problem: Problem) -> Iterable[str]:
        """Return the careful working, one step a line; subclasses write this."""
        raise TypeError(f"{type(self).__name__} writes no lines for {problem.environment}")

    def answer(self, problem: Problem) -> str:
        """Return the final answer as the model should say it."""
        return problem.answer

    def solve(self, problem: Problem, habit: str, seed: int) -> Trace:  # noqa: ARG002 - protocol
        """Return the trace of a problem.

        Args:
            problem: A problem of this solver's family.
            habit: "careful" or "quick".
            seed: Part of the protocol; these solvers know one way of writing.
        """
        answer = self.answer(problem)
        if habit == "quick":
            return Trace(steps=(Step(text=f"{QUICK} {answer}"),), answer=answer)
        steps = [Step(text=CAREFUL), *(Step(text=line) for line in self.lines(problem))]
        return Trace(steps=tuple(steps), answer=answer)
