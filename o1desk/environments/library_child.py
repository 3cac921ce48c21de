"""reasoning-gym in a child process, for `library_away.py`.

Every draw starts from fixed random states, because some families use the global ones.
"""

import functools
import random
from collections.abc import Mapping
from typing import Any

from o1desk.environments.library import Here, dataset, plain_entry

_dataset = functools.lru_cache(maxsize=4)(dataset)
_here = Here()


def prepare() -> None:
    """Load the library."""
    dataset("chain_sum", "easy", 0, 1)


def answer(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw entries ("start" given) or score an answer."""
    family, level = request["family"], request["level"]
    if "start" in request:
        return {"entries": _draw(family, level, request)}
    return {"score": _here.score(family, level, request["answer"], request["entry"])}


def _draw(family: str, level: str, request: Mapping[str, Any]) -> list[dict[str, Any]]:
    seed, size = request["seed"], request["size"]
    _fix_global_states(seed)
    data = _dataset(family, level, seed, size)
    drawn = []
    for index in range(request["start"], min(request["stop"], size)):
        _fix_global_states(seed + index)
        drawn.append(plain_entry(data[index]))
    return drawn


def _fix_global_states(seed: int) -> None:
    import numpy as np

    random.seed(seed)
    np.random.seed(seed % 2**32)  # noqa: NPY002 - the library draws from this very generator
