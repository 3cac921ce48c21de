"""Dataclass fields that carry what a person needs to read: title, help, unit, range.

One declaration serves the command line, the forms of the window and the check of a config file.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from o1desk.core.errors import InputError, UnknownNameError

T = TypeVar("T")
KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    tuple: "a list",
    list: "a list",
    dict: "a table",
}
"""What people call the types of values."""

_hints: dict[type[Any], Mapping[str, Any]] = {}


def ui(  # noqa: PLR0913 - each argument is one thing a form shows
    default: Any,
    *,
    title: str,
    help: str = "",  # noqa: A002 - the word people look for
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    choices: Sequence[str] = (),
) -> Any:
    """Return a dataclass field with its words and limits.

    Args:
        default: Default value; a callable (list, dict) makes a fresh one each time.
        title: Label, sentence case.
        help: One sentence in plain language.
        unit: Unit of the number, empty when it has none.
        low: Smallest allowed value.
        high: Largest allowed value.
        choices: Allowed words; empty for anything.
    """
    metadata = {
        "title": title,
        "help": help,
        "unit": unit,
        "low": low,
        "high": high,
        "choices": tuple(choices),
    }
    if callable(default):
        return dataclasses.field(default_factory=default, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def build(cls: type[T], values: Mapping[str, Any], *, where: str = "the configuration") -> T:
    """Make a config from plain values, checking names, types, ranges and choices.

    Raises:
        UnknownNameError: For a name the config does not have.
        InputError: For a value of the wrong type or outside its range.
    """
    fields = {f.name: f for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    hints = hints_of(cls)
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name not in fields:
            raise UnknownNameError(f"option in {where}", name, fields)
        clean[name] = check(fields[name], hints[name], value)
    return cls(**clean)


def hints_of(cls: type[Any]) -> Mapping[str, Any]:
    """Return the types of a class's fields; reading them anew costs more than all the rest."""
    if cls not in _hints:
        _hints[cls] = typing.get_type_hints(cls)
    return _hints[cls]


def check(field: "dataclasses.Field[Any]", hint: Any, value: Any) -> Any:
    """Return the value in the field's type, or refuse it in one sentence.

    Raises:
        InputError: If the value has the wrong type or lies outside the field's range.
    """
    kinds = _kinds(hint)
    if float in kinds and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if isinstance(value, list) and tuple in kinds:
        value = tuple(value)
    wrong_bool = isinstance(value, bool) and bool not in kinds
    if wrong_bool or not isinstance(value, kinds):
        names = " or ".join(KINDS.get(k, k.__name__) for k in kinds if k is not type(None))
        raise InputError(f"'{field.name}' must be {names}, not {value!r}; nothing was written")
    _check_range(field, value)
    return value


def _check_range(field: "dataclasses.Field[Any]", value: Any) -> None:
    low, high = field.metadata.get("low"), field.metadata.get("high")
    if isinstance(value, int | float) and not isinstance(value, bool):
        inside = (low is None or value >= low) and (high is None or value <= high)
        if not inside:
            span = f"from {low:g}" if high is None else f"from {low or 0:g} to {high:g}"
            raise InputError(f"'{field.name}' must be {span}, not {value!r}; nothing was written")
    choices = field.metadata.get("choices", ())
    if choices and isinstance(value, str) and value not in choices:
        raise UnknownNameError(f"choice for '{field.name}'", value, choices)


def _kinds(hint: Any) -> tuple[type, ...]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return tuple(kind for part in typing.get_args(hint) for kind in _kinds(part))
    return (origin or hint,)
