"""Environments, levels, models and files as people type them, checked before all else."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from o1desk.core.configs import MixPart
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.types import Level
from o1desk.environments import catalog
from o1desk.environments.families import STARTER

MEDIUM = str(Level.MEDIUM)  # where no level is typed
WORD_PROBLEMS = "gsm_symbolic"  # too hard for the starter to be part of its default mix


def mix_of(arguments: Namespace, data: Path) -> list[dict[str, Any]]:
    """Return the environments of the arguments as parts of a mix.

    Raises:
        UnknownNameError: For an environment or level that does not exist.
        InputError: If the list of environments is empty.
    """
    if arguments.environment is None:
        names = [name for name in STARTER if name != WORD_PROBLEMS]
    else:
        names = [name.strip() for name in arguments.environment.split(",") if name.strip()]
    if not names:
        raise InputError("No environment was named; nothing was written; see o1desk --help")
    level = MEDIUM if arguments.level is None else arguments.level
    parts = [MixPart(environment=name, level=level) for name in names]
    check_mix(parts, data)
    return [{"environment": part.environment, "level": part.level} for part in parts]


def check_mix(parts: Iterable[MixPart], data: Path) -> None:
    """Check the names of a mix.

    Raises:
        UnknownNameError: For an environment or level that does not exist.
        InputError: If an imported set holds no problem.
    """
    for part in parts:
        if part.level not in set(Level):
            raise UnknownNameError("level", part.level, [str(level) for level in Level])
        catalog.get(part.environment, data)


def device_of(arguments: Namespace) -> dict[str, Any]:
    """Return the device settings of the arguments."""
    return {"device": arguments.device, "precision": arguments.precision}


def model_of(arguments: Namespace, data: Path) -> str:
    """Return the model reference, checked to lead somewhere.

    Raises:
        MissingModelError: If it does not; the message names the nearest.
    """
    return check_model(str(arguments.model), data)


def check_model(reference: str, data: Path) -> str:
    """Return the reference when it leads somewhere.

    Raises:
        MissingModelError: If it does not; the message names the nearest.
    """
    from o1desk.models.reference import parse, resolve

    resolve(parse(reference), data=data)
    return reference


def trainable(reference: str, data: Path) -> str:
    """Return the reference when it leads to a model that can be trained.

    Raises:
        MissingModelError: If it leads nowhere; the message names the nearest.
        InputError: If nothing here can train it, such as a GGUF file.
    """
    from o1desk.models.trainable import check_trainable

    check_trainable(reference, data=data)
    return reference


def file_of(given: str) -> Path:
    """Return an existing file as a path.

    Raises:
        InputError: If there is none.
    """
    path = Path(given).expanduser()
    if not path.is_file():
        raise InputError(f"There is no file {path}; nothing was written")
    return path
