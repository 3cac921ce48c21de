"""What to lower when memory runs out: a fixed ladder, from what changes least to what changes most.

A smaller micro-batch leaves the mathematics alone; fewer answers per problem and shorter answers
do not, so they belong to the user.
"""

from collections.abc import Mapping
from typing import Any

SHORTEST = 64  # tokens below which a shorter answer would help nobody
RUNGS = ("micro_tokens", "group_size", "max_new_tokens", "max_tokens")
HEAD = ("id", "role", "created", "o1desk")  # of `config.json`: what belongs to one run alone


def next_rung(settings: Mapping[str, Any], *, while_sampling: bool = False) -> dict[str, int]:
    """Return the first setting of the ladder that still can be lowered, with its new value.

    Args:
        settings: All settings of the role, defaults included, as plain values.
        while_sampling: Whether answers were being drawn, which no micro-batch makes smaller.
    """
    micro, group = _number(settings, "micro_tokens"), _number(settings, "group_size")
    if micro >= 2 * SHORTEST and not while_sampling:
        return {"micro_tokens": micro // 2}
    if group >= 4:
        return {"group_size": group // 2}
    for name in ("max_new_tokens", "max_tokens"):
        if _number(settings, name) > SHORTEST:
            return {name: _number(settings, name) * 3 // 4}
    return {}


def retry_config(config: Mapping[str, Any], hint: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration of a new run that tries again with less, for `Manager.start`.

    What names the old run (id, time) is left out, and so is what is no setting of the ladder.

    Args:
        config: `Run.config`: the role's settings under "config".
        hint: `RunEnd.hint`, such as {"micro_tokens": 4096}.
    """
    return {name: value for name, value in with_hint(config, hint).items() if name not in HEAD}


def with_hint(config: Mapping[str, Any], hint: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration of a run with the settings of a hint."""
    return {**config, "config": {**(config.get("config") or {}), **lowered(hint)}}


def lowered(hint: Mapping[str, Any]) -> dict[str, int]:
    """Return the settings of the ladder in a hint; empty when there is nothing to try."""
    return {name: _number(hint, name) for name in RUNGS if _number(hint, name) > 0}


def _number(values: Mapping[str, Any], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
