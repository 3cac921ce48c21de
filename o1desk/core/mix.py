"""Problems drawn from several environments at once, in proportion and without repeats."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from o1desk.core.configs import MixPart
from o1desk.core.errors import InputError
from o1desk.core.leaves import Environment
from o1desk.core.split import Split
from o1desk.core.types import Problem


@dataclass(slots=True)
class _Draw:
    """One part of a mix while it is drawn from; `credit` is what it is owed."""

    weight: float
    problems: Iterator[Problem]
    credit: float = 0.0


def mixed_problems(
    mix: Sequence[MixPart],
    count: int,
    seed: int,
    get_environment: Callable[[str], Environment],
    *,
    split: Split = "train",
) -> Iterator[Problem]:
    """Return up to `count` distinct problems, interleaved so that any beginning is balanced.

    The same arguments give the same problems in the same order on every machine. A part that has
    no more problems drops out and the others fill its place.

    Args:
        mix: Environments with level and weight.
        count: How many problems.
        seed: Passed to every environment.
        get_environment: Finds an environment by name.
        split: "train", or "heldout" for evaluation.

    Raises:
        InputError: If the mix is empty or a weight is not positive.
        UnknownNameError: If an environment or a level is unknown; before anything is drawn.
    """
    if not mix:
        raise InputError("No environment was named; name at least one, such as chain_sum")
    for part in mix:
        if not part.weight > 0.0:
            raise InputError(
                f"The weight of '{part.environment}' must be above 0, not {part.weight:g}"
            )
    draws = [
        _Draw(
            weight=part.weight,
            problems=iter(
                get_environment(part.environment).problems(count, part.level, seed, split)
            ),
        )
        for part in mix
    ]
    return _interleaved(draws, count)


def _interleaved(draws: list[_Draw], count: int) -> Iterator[Problem]:
    """Yield by smooth weighted round robin: who is owed most gives next."""
    seen: set[str] = set()
    while draws and len(seen) < count:
        for draw in draws:
            draw.credit += draw.weight
        chosen = max(draws, key=lambda draw: draw.credit)  # the first among equals
        chosen.credit -= sum(draw.weight for draw in draws)
        problem = next((p for p in chosen.problems if p.key not in seen), None)
        if problem is None:
            draws.remove(chosen)
            continue
        seen.add(problem.key)
        yield problem
