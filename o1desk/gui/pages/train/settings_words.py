"""The settings of a run as people read them: one title and one short text each."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import EvaluateConfig, GenerateConfig, RlConfig
from o1desk.core.errors import InputError
from o1desk.core.registry import leaves
from o1desk.gui.editors import number_text
from o1desk.gui.environment_words import environment_title, level_title
from o1desk.gui.form_fields import fields_of
from o1desk.gui.pages.train.draft import CONFIGS
from o1desk.gui.reward_words import reward_title

ABSENT, TIMES = "\u2013", "\u00d7"
_LORA = "lora."
_BY_ROLE: Mapping[str, type[Any]] = {"generate": GenerateConfig, "evaluate": EvaluateConfig}


def config_class(role: str, method: str) -> type[Any]:
    """Return the class of a run's settings."""
    return _BY_ROLE.get(role) or CONFIGS.get(method, RlConfig)


def whole(role: str, method: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return all settings of a run, those of the adapter as "lora.rank" beside the others.

    What the run does not name has its default.
    """
    cls = config_class(role, method)
    try:
        return _flat(to_json(from_json(cls, settings)))
    except InputError:  # of another version: what it says is better than nothing
        return _flat(to_json(cls())) | _flat(settings)


def title_of(cls: type[Any], name: str) -> str:
    """Return the title of a setting, in the language in force."""
    field = fields_of(cls, context="configs").get(name)
    if field is None:
        return name
    if name.startswith(_LORA):
        named = QCoreApplication.translate("train", "Adapter: {title}")
        return named.format(title=field.title.lower())
    return field.title


def said(cls: type[Any], name: str, value: Any) -> str:
    """Return the value of a setting as text; mixes with their levels and weights."""
    field = fields_of(cls, context="configs").get(name)
    if isinstance(value, list | tuple):
        return ", ".join(_part(each) for each in value) or ABSENT
    if isinstance(value, Mapping):
        return _words(value) or ABSENT
    if field is not None:
        return field.shown(value) or ABSENT
    return str(value) or ABSENT


def differing(runs: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names of settings that are not the same in all runs, in the order of the first."""
    names = dict.fromkeys(name for run in runs for name in run)
    return [name for name in names if any(run.get(name) != runs[0].get(name) for run in runs)]


def _flat(settings: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in settings.items():
        if name == "lora" and isinstance(value, Mapping):
            found |= {_LORA + key: each for key, each in value.items()}
        else:
            found[name] = value
    return found


def _part(part: Any) -> str:
    if not isinstance(part, Mapping):
        return str(part)
    if "environment" in part:
        level = level_title(str(part.get("level", "medium"))).lower()
        text = f"{environment_title(str(part['environment']))} ({level})"
    else:
        text = _reward(str(part.get("name", "")), part.get("settings") or {})
    weight = part.get("weight", 1.0)
    return text if weight == 1.0 else f"{text} {TIMES} {_word(weight)}"


def _reward(name: str, settings: Mapping[str, Any]) -> str:
    """Return a reward with those of its settings that are not the default."""
    leaf = leaves("reward").get(name)
    if leaf is None:
        return f"{name} {_words(settings)}".strip()
    factory = leaf.factory
    fields = fields_of(factory, context="rewards") if isinstance(factory, type) else {}
    own = [
        f"{fields[key].title.lower()}: {fields[key].shown(value)}"
        for key, value in settings.items()
        if key in fields and value != fields[key].default
    ]
    title = reward_title(leaf)
    return f"{title} ({', '.join(own)})" if own else title


def _words(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {_word(each)}" for key, each in values.items())


def _word(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return number_text(value) if is_number else str(value)
