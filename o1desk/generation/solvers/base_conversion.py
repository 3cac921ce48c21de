"""Changing the base of a number by way of ten."""

from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry


@register("solver", "base_conversion", title="Base conversion")
class BaseConversion(LineSolver):
    """Horner's scheme into base ten, repeated division out of it."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        facts = entry(problem)
        source, target = int(facts["source_base"]), int(facts["target_base"])
        digits = str(facts["source_repr"])
        value = int(digits[0], source)
        yield f"{digits[0]} {value}"
        for digit in digits[1:]:
            new = value * source + int(digit, source)
            yield f"{digit} {value}*{source}+{int(digit, source)}={new}"
            value = new
        yield from _divide(value, target)


def _divide(value: int, base: int) -> Iterable[str]:
    written = ""
    while True:
        quotient, rest = divmod(value, base)
        written = _digit(rest) + written
        yield f"{value}={quotient}*{base}+{rest} {written}"
        value = quotient
        if not value:
            return


def _digit(value: int) -> str:
    return "0123456789abcdefghijklmnopqrstuvwxyz"[value]
