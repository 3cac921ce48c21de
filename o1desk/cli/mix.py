"""Environments, levels and models as people type them, checked before anything is written."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.types import Level
from o1desk.environments import catalog
from o1desk.environments.families import STARTER

WORD_PROBLEMS = "gsm_symbolic"  # too hard for the starter to be part of its default mix


def mix_of(arguments: Namespace, data: Path) -> list[dict[str, Any]]:
    """Return the environments of the arguments as parts of a mix.

    Raises:
        UnknownNameError: For an environment or level that does not exist.
        InputError: If the list of environments is empty.
    """
    if arguments.level not in set(Level):
        raise UnknownNameError("level", arguments.level, [str(level) for level in Level])
    if arguments.environment is None:
        names = [name for name in STARTER if name != WORD_PROBLEMS]
    else:
        names = [name.strip() for name in arguments.environment.split(",") if name.strip()]
    if not names:
        raise InputError("No environment was named; nothing was written; see o1desk --help")
    for name in names:
        catalog.get(name, data)
    return [{"environment": name, "level": arguments.level} for name in names]


def device_of(arguments: Namespace) -> dict[str, Any]:
    """Return the device settings of the arguments."""
    return {"device": arguments.device, "precision": arguments.precision}


def model_of(arguments: Namespace, data: Path) -> str:
    """Return the model reference, checked to lead somewhere.

    Raises:
        MissingModelError: If it does not; the message names the nearest.
    """
    from o1desk.models.reference import parse, resolve

    resolve(parse(arguments.model), data=data)
    return str(arguments.model)
