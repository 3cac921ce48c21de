"""Linear equations in one unknown, read and solved exactly."""

import re
from fractions import Fraction

_TERM = re.compile(r"([+-]?)(?:(\d{1,40})(?:\*?([a-zA-Z]))?|([a-zA-Z]))")


def solution(equation: str) -> tuple[str, Fraction] | None:
    """Return the unknown and its value; None for anything but one linear equation.

    Args:
        equation: Such as "3*x + 2 = 11" or "5x = x - 8": whole numbers, one letter, + and -.
    """
    left, equals, right = equation.replace(" ", "").partition("=")
    sides = [_side(left), _side(right)] if equals else [None]
    if None in sides:
        return None
    (factor, constant, names), (other, rest, more) = sides  # type: ignore[misc]
    if len(names | more) != 1 or factor == other:
        return None
    return (names | more).pop(), Fraction(rest - constant, factor - other)


def _side(text: str) -> tuple[int, int, set[str]] | None:
    """Return coefficient, constant and letters of a sum of terms; None if it is no such sum."""
    factor = constant = place = 0
    names: set[str] = set()
    while place < len(text):
        found = _TERM.match(text, place)
        if found is None or (place and not found[1]):
            return None
        value = int(found[2] or 1) * (-1 if found[1] == "-" else 1)
        name = found[3] or found[4]
        if name:
            factor += value
            names.add(name)
        else:
            constant += value
        place = found.end()
    return (factor, constant, names) if text else None
