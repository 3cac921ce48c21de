"""Every environment by name. Listing and looking up load nothing heavy."""

from o1desk.core.errors import UnknownNameError
from o1desk.core.leaves import Environment
from o1desk.environments.composite import Composite
from o1desk.environments.families import FAMILIES
from o1desk.environments.reasoning_gym import ReasoningGym, Wording

_WORDINGS: dict[str, Wording] = {"": "short", "short": "short", "original": "original"}


def names() -> list[str]:
    """Return the names of all built-in environments, sorted."""
    return sorted(FAMILIES)


def get(name: str) -> Environment:
    """Return an environment; "chain_sum:original" asks in reasoning-gym's own words.

    Raises:
        UnknownNameError: If there is none; the message names the nearest.
    """
    family, _, wording = name.partition(":")
    if family not in FAMILIES:
        raise UnknownNameError("environment", name, FAMILIES)
    if wording not in _WORDINGS:
        raise UnknownNameError("wording", wording, [key for key in _WORDINGS if key])
    if family == "composite":
        return Composite(_WORDINGS[wording])
    return ReasoningGym(family, _WORDINGS[wording])
