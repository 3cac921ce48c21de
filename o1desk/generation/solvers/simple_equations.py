"""Linear equations in one unknown."""

import re
from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry
from o1desk.generation.working import add

_TERM = re.compile(r"([+-]?)(\d*)\*?([a-z]?)")


@register("solver", "simple_equations", title="Simple equations")
class SimpleEquations(LineSolver):
    """Moves the constant over, then divides by the coefficient."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        name = str(entry(problem)["variable"])
        left, right = str(entry(problem)["equation"]).split(" = ")
        factor, constant = _linear(left)
        value = int(right)
        if constant:
            yield add(value, -constant)
            value -= constant
        if factor not in (0, 1):  # a coefficient of 0 leaves nothing to divide
            yield f"{factor}*{name}={value}"
            yield f"{name}={value}/{factor}={value // factor}"


def _linear(side: str) -> tuple[int, int]:
    """Return coefficient and constant of an expression such as "5 - 98*e"."""
    factor = constant = 0
    for sign, digits, name in _TERM.findall(side.replace(" ", "")):
        if not digits and not name:
            continue
        value = int(digits or 1) * (-1 if sign == "-" else 1)
        if name:
            factor += value
        else:
            constant += value
    return factor, constant
