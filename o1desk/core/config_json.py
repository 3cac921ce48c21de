"""Configs as plain JSON values and back, nested parts included.

`from_json` checks names, types, ranges and choices on the way in, at every depth, so that a config
file written by hand fails with one sentence before anything starts.
"""

import dataclasses
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from o1desk.core.errors import InputError
from o1desk.core.fields import KINDS, build, hints_of

T = TypeVar("T")


def to_json(config: Any) -> dict[str, Any]:
    """Return a config dataclass as JSON values; tuples become lists."""
    return {f.name: _plain(getattr(config, f.name)) for f in dataclasses.fields(config)}


def from_json(cls: type[T], data: Mapping[str, Any], *, where: str = "the configuration") -> T:
    """Make a config of the given class from JSON values.

    Raises:
        InputError: For a name the config does not have, or a value that does not fit.
    """
    if not isinstance(data, Mapping):
        raise InputError(f"{where} must be a table of options, not {data!r}; nothing was written")
    hints = hints_of(cls)
    nested = {
        name: _nested(hints[name], value, f"'{name}'") if name in hints else value
        for name, value in data.items()
    }
    required = (f.name for f in dataclasses.fields(cls) if _is_required(f))  # type: ignore[arg-type]
    for name in required:
        if name not in nested:
            raise InputError(f"{where} lacks '{name}'; nothing was written")
    return build(cls, nested, where=where)


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    nothing = dataclasses.MISSING
    return field.default is nothing and field.default_factory is nothing


def _nested(hint: Any, value: Any, where: str) -> Any:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        return from_json(hint, value, where=where)
    if typing.get_origin(hint) is tuple and isinstance(value, list | tuple):
        part = typing.get_args(hint)[0]
        return tuple(_part(part, each, where) for each in value)
    return value


def _part(part: Any, value: Any, where: str) -> Any:
    if isinstance(part, type) and dataclasses.is_dataclass(part):
        return value if isinstance(value, part) else from_json(part, value, where=where)
    if isinstance(part, type) and not isinstance(value, part):
        raise InputError(f"{where} holds {value!r}, which is not {KINDS.get(part, part.__name__)}")
    return value


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return to_json(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
