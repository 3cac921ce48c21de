"""Which configuration each kind of job has, and its settings with the defaults filled in."""

from collections.abc import Mapping
from typing import Any

from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import ChatConfig, EvaluateConfig, GenerateConfig, RlConfig, SftConfig
from o1desk.core.errors import InputError

METHODS: Mapping[str, type[Any]] = {"rl": RlConfig, "sft": SftConfig}
ROLES: Mapping[str, type[Any]] = {
    "generate": GenerateConfig,
    "evaluate": EvaluateConfig,
    "chat": ChatConfig,
}


def class_of(role: str, job: Mapping[str, Any]) -> type[Any] | None:
    """Return the configuration class of a job; None for a role or a method nobody knows.

    Args:
        role: train, generate, evaluate or chat.
        job: As `config.json` holds it: "method" for training, settings under "config".
    """
    if role == "train":
        return METHODS.get(str(job.get("method", "rl")))
    return ROLES.get(role)


def settings_of(role: str, job: Mapping[str, Any]) -> dict[str, Any]:
    """Return all settings of a job as JSON values, defaults included.

    A configuration that does not fit is returned as it is: the worker says what is wrong with it.
    """
    given = job.get("config") or {}
    kind = class_of(role, job)
    if kind is not None:
        try:
            return to_json(from_json(kind, given))
        except (InputError, TypeError):
            pass
    return dict(given) if isinstance(given, Mapping) else {}
