"""Values of reasoning-gym as JSON and back, tuples and integer keys included.

Scorers compare what they recorded, so a list that was a tuple or a key "3" that was 3 would change
their judgement. Tuples, sets and dictionaries with keys other than text are therefore tagged.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

_TUPLE, _SET, _PAIRS, _FRACTION = "__tuple__", "__set__", "__pairs__", "__fraction__"


def to_plain(value: Any) -> Any:
    """Return JSON values for a nested value.

    Raises:
        TypeError: If something in it has no JSON form.
    """
    if value is None or isinstance(value, (bool, str, int, float)):
        return _scalar(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list):
        return [to_plain(part) for part in value]
    if isinstance(value, tuple):
        return {_TUPLE: [to_plain(part) for part in value]}
    if isinstance(value, (set, frozenset)):
        return {_SET: sorted((to_plain(part) for part in value), key=repr)}
    if isinstance(value, Fraction):
        return {_FRACTION: str(value)}
    if hasattr(value, "tolist"):  # numpy numbers and arrays
        return to_plain(value.tolist())
    raise TypeError(f"{type(value).__name__} has no JSON form")


def from_plain(value: Any) -> Any:
    """Return what `to_plain` was given, numpy arrays as lists."""
    if isinstance(value, list):
        return [from_plain(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    if _TUPLE in value:
        return tuple(from_plain(part) for part in value[_TUPLE])
    if _SET in value:
        return {from_plain(part) for part in value[_SET]}
    if _FRACTION in value:
        return Fraction(value[_FRACTION])
    if _PAIRS in value:
        return {from_plain(key): from_plain(part) for key, part in value[_PAIRS]}
    return {key: from_plain(part) for key, part in value.items()}


def _scalar(value: Any) -> Any:
    """Return the bare number or text of a subclass such as numpy's float or an enumeration."""
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return None


def _mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    if all(type(key) is str for key in value):
        return {key: to_plain(part) for key, part in value.items()}
    return {_PAIRS: [[to_plain(key), to_plain(part)] for key, part in value.items()]}
