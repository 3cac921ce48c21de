"""The user's settings: one small file, saved at every change, that never stops a start.

`settings.json` holds `{"version": 1, "values": {...}}` with only what differs from the defaults.
It lies outside the database, so that a broken database still starts in the user's language. Keys
that this version does not know are kept, for a newer one that will read the file again.
"""

import copy
import json
import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.fields import KINDS
from o1desk.core.files import replace, write_json
from o1desk.core.preferences import SECTIONS, SETTINGS, Setting

__all__ = ["FILE", "SECTIONS", "SETTINGS", "VERSION", "Setting", "Settings", "checked"]

FILE = "settings.json"
VERSION = 1

Listener: TypeAlias = Callable[[str, Any], None]

_BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}


class Settings:
    """Values by key; used on one thread.

    Attributes:
        path: The file.
        notices: One sentence for each thing that could not be read at the start.
    """

    def __init__(self, path: Path) -> None:
        """Start with the defaults; `load` reads the file."""
        self.path = path
        self.notices: list[str] = []
        self._values: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}  # values that this version cannot read
        self._head: dict[str, Any] = {"version": VERSION}
        self._listeners: list[Listener] = []

    @classmethod
    def load(cls, path: Path) -> "Settings":
        """Read a settings file; a missing one means defaults.

        A broken file is set aside as `settings.broken-TIME.json`, and a value that does not fit
        its setting is passed over; both leave a sentence in `notices`.

        Args:
            path: The file, which need not exist; its folder must, before anything is set.
        """
        settings = cls(path)
        try:
            data = json.loads(path.read_bytes())
            values = data.pop("values")
            settings._head = {**data, "version": max(VERSION, int(data["version"]))}
            settings._take(dict(values))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            settings._set_aside(error)
        return settings

    def get(self, key: str) -> Any:
        """Return a value; tables are copies.

        Raises:
            UnknownNameError: If there is no such setting.
        """
        return copy.deepcopy(self._values.get(key, _setting(key).default))

    def set(self, key: str, value: Any) -> None:
        """Change a value, save the file, and tell who listens.

        Raises:
            UnknownNameError: If there is no such setting, or no such choice.
            InputError: If the value does not fit, or the file cannot be written; the old value
                stays in force.
            NoSpaceError: If the disk is full; the old value stays in force.
        """
        setting = _setting(key)
        new, old = checked(setting, value), self.get(key)
        if new == old and type(new) is type(old) and key not in self._kept:
            return
        values = {name: each for name, each in self._values.items() if name != key}
        if new != setting.default:
            values[key] = copy.deepcopy(new)
        kept = {name: each for name, each in self._kept.items() if name != key}
        self._save({**kept, **values})
        self._values, self._kept = values, kept
        if new != old:
            for listener in tuple(self._listeners):
                listener(key, copy.deepcopy(new))

    def reset(self, key: str) -> None:
        """Return a setting to its default; raises what `set` raises."""
        self.set(key, _setting(key).default)

    def is_default(self, key: str) -> bool:
        """Return whether a setting has its default value."""
        return bool(self.get(key) == _setting(key).default)

    def on_change(self, callback: Listener) -> Callable[[], None]:
        """Call back with key and new value after each change; the returned function ends it."""
        self._listeners.append(callback)

        def forget() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return forget

    def _take(self, values: Mapping[str, Any]) -> None:
        for key, value in values.items():
            setting = _BY_KEY.get(key)
            if setting is None:
                self._kept[key] = value
                continue
            try:
                self._values[key] = checked(setting, value)
            except InputError as error:
                self._kept[key] = value
                self.notices.append(f"{error}; the default is used")

    def _set_aside(self, error: Exception) -> None:
        now = datetime.now(UTC)
        aside = self.path.with_name(f"{self.path.stem}.broken-{now:%Y%m%d-%H%M%S}.json")
        try:
            replace(self.path, aside)
            kept = f"it was kept as {aside.name}"
        except OSError:
            kept = "it was left where it is"
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        self.notices.append(
            f"{self.path.name} could not be read ({reason}); {kept}, and the defaults are used"
        )

    def _save(self, values: Mapping[str, Any]) -> None:
        try:
            write_json(self.path, {**self._head, "values": dict(sorted(values.items()))})
        except OSError as error:
            raise InputError(
                f"{self.path} cannot be written ({error.strerror}); the old setting stays in force"
            ) from error


def checked(setting: Setting, value: Any) -> Any:
    """Return a value in the type of its setting, or refuse it in one sentence.

    Raises:
        InputError: If it has the wrong type or lies outside the range.
        UnknownNameError: If it is none of the choices.
    """
    kind = type(setting.default)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise InputError(f"'{setting.key}' must be {_KINDS[kind]}, not {value!r}")
    if setting.choices and value not in setting.choices:
        raise UnknownNameError(f"choice for '{setting.key}'", value, setting.choices)
    if kind in (int, float):
        _check_range(setting, value)
    if kind is dict and not _is_table(value):
        raise InputError(f"'{setting.key}' must be {_KINDS[kind]}, not {value!r}")
    return value


def _check_range(setting: Setting, value: float) -> None:
    low = -math.inf if setting.low is None else setting.low
    high = math.inf if setting.high is None else setting.high
    if not math.isfinite(value) or not low <= value <= high:
        raise InputError(f"'{setting.key}' must be from {low:g} to {high:g}, not {value!r}")


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_table(value: dict[Any, Any]) -> bool:
    return all(isinstance(key, str) and _are_texts(each) for key, each in value.items())


def _setting(key: str) -> Setting:
    setting = _BY_KEY.get(key)
    if setting is None:
        raise UnknownNameError("setting", key, _BY_KEY)
    return setting


_KINDS: Mapping[type, str] = {**KINDS, dict: "a table of lists of texts"}
