"""Every environment by name. Listing and looking up load nothing heavy."""

import os
from pathlib import Path

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.leaves import Environment
from o1desk.environments.composite import Composite
from o1desk.environments.families import FAMILIES
from o1desk.environments.imported import PREFIX, Imported, available
from o1desk.environments.reasoning_gym import ReasoningGym, Wording

_WORDINGS: dict[str, Wording] = {"": "short", "short": "short", "original": "original"}


def names(data: Path | None = None) -> list[str]:
    """Return the names of all environments, sorted: the families, then the imported sets.

    Args:
        data: Data folder whose imported sets are listed too; None lists the families only.
    """
    sets = [] if data is None else [PREFIX + name for name in available(data)]
    return [*sorted(FAMILIES), *sets]


def get(name: str, data: Path | None = None) -> Environment:
    """Return an environment.

    Args:
        name: A family ("chain_sum"), a family in reasoning-gym's own words
            ("chain_sum:original"), or an imported set ("imported/NAME").
        data: Data folder of imported sets; None takes O1DESK_DATA.

    Raises:
        UnknownNameError: If there is none; the message names the nearest.
        InputError: If an imported set holds no problem, or nobody said where the sets are.
    """
    if name.startswith(PREFIX):
        return Imported(name.removeprefix(PREFIX), _folder(data))
    family, _, wording = name.partition(":")
    if family not in FAMILIES:
        raise UnknownNameError("environment", name, names(data))
    if wording not in _WORDINGS:
        raise UnknownNameError("wording", wording, [key for key in _WORDINGS if key])
    if family == "composite":
        return Composite(_WORDINGS[wording])
    return ReasoningGym(family, _WORDINGS[wording])


def _folder(data: Path | None) -> Path:
    """Return the data folder; workers are told it by the environment variable."""
    told = os.environ.get("O1DESK_DATA")
    if data is None and not told:
        raise InputError("Nobody said where imported sets are; name the data folder with --data")
    return data if data is not None else Path(str(told))
