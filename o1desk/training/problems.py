"""Which problems a step practises, and which are kept to measure it.

Both are functions of the seed: a resumed run draws the problems it would have drawn. Practice
never touches the held-out split, and this is checked problem by problem, whatever an environment
promises.
"""

import itertools
import random
from collections import Counter
from collections.abc import Callable, Sequence

from o1desk.core.configs import MixPart
from o1desk.core.errors import InputError
from o1desk.core.leaves import Environment
from o1desk.core.mix import mixed_problems
from o1desk.core.split import Split, split_of
from o1desk.core.types import Problem, Verdict
from o1desk.training.rng import seeded

SEED_BITS = 31  # what every library takes as a seed
REDRAWS = 8


class ProblemMix:
    """Problems of several environments, drawn by weight.

    Attributes:
        parts: The mix.
    """

    def __init__(
        self, parts: Sequence[MixPart], find: Callable[[str], Environment], *, seed: int
    ) -> None:
        """Look up every environment.

        Args:
            parts: Environments with level and weight.
            find: Returns an environment by name.
            seed: Decides every draw.

        Raises:
            InputError: If the mix is empty, or a weight is negative or all are 0.
            UnknownNameError: For an environment nobody knows.
        """
        if not parts:
            raise InputError("The run names no environment; name at least one to practise")
        if min(part.weight for part in parts) < 0 or sum(part.weight for part in parts) <= 0:
            raise InputError("The weights of the environments must be 0 or more, and one above 0")
        self.parts = tuple(parts)
        self._environments = [find(part.environment) for part in parts]
        self._judges: dict[str, Environment] = {}
        for part, environment in zip(parts, self._environments, strict=True):
            for name in (part.environment, environment.name):
                self._judges.setdefault(name, environment)
        self._find = find
        self._seed = seed

    def practice(self, step: int, count: int) -> list[Problem]:
        """Return the problems of a training step, none of them held out.

        Raises:
            InputError: If an environment has no training problem at its level.
        """
        draw = random.Random(seeded("mix", self._seed, step))
        weights = [part.weight for part in self.parts]
        chosen = draw.choices(range(len(self.parts)), weights=weights, k=count)
        problems = [
            problem
            for part, wanted in sorted(Counter(chosen).items())
            for problem in self._draw(part, wanted, "train", f"practice:{step}")
        ]
        draw.shuffle(problems)
        return problems

    def heldout(self, count: int) -> list[Problem]:
        """Return the held-out problems that measure the run, the same ones at every evaluation.

        Each environment gets its share by weight; a small family's place is filled by others.
        """
        seed = seeded("heldout", self._seed) >> (63 - SEED_BITS)
        parts = [part for part in self.parts if part.weight > 0]
        return list(mixed_problems(parts, count, seed, self._find, split="heldout"))

    def check(self, problem: Problem, answer: str) -> Verdict:
        """Judge an answer with the environment that the problem names.

        Raises:
            UnknownNameError: For a problem of an environment nobody knows.
        """
        name = problem.environment
        if name not in self._judges:  # "gcd:original" and "composite" make problems of a family
            self._judges[name] = self._find(name)
        return self._judges[name].check(problem, answer)

    def _draw(self, part: int, count: int, split: Split, purpose: str) -> list[Problem]:
        """Return exactly `count` problems, repeating some when a family is too small."""
        found: list[Problem] = []
        for attempt in range(REDRAWS):
            seed = seeded(purpose, self._seed, part, attempt)
            found += self._some(part, count - len(found), split, seed)
            if len(found) >= count:
                return found
        if not found:
            which = self.parts[part]
            raise InputError(
                f"'{which.environment}' has no training problems at the level {which.level}; "
                "choose another level; nothing was trained"
            )
        return list(itertools.islice(itertools.cycle(found), count))

    def _some(self, part: int, count: int, split: Split, seed: int) -> list[Problem]:
        if count <= 0:
            return []
        level = self.parts[part].level
        made = self._environments[part].problems(count, level, seed >> (63 - SEED_BITS), split)
        return [problem for problem in made if split_of(problem) == split]
