"""Named places where a test may kill, starve or fill up the program: `failpoint("ckpt.after_rng")`.

`O1DESK_FAILPOINT` holds comma-separated rules `NAME:ACTION` or `NAME:ACTION@N` (only the N-th
passage, counted from 1). Actions: `exit` ends the process as a kill would (137, no clean-up),
`full` raises the error of a full disk, `memory` raises MemoryError. Without the variable a
failpoint costs one dictionary look-up.
"""

import errno
import os
from collections import Counter

VARIABLE = "O1DESK_FAILPOINT"
KILLED = 137  # what a shell reports for SIGKILL

_passages: Counter[str] = Counter()


def failpoint(name: str) -> None:
    """Do what the environment asks for at this place; nothing by default.

    Raises:
        OSError: ENOSPC, for the action `full`.
        MemoryError: For the action `memory`.
        ValueError: For an action nobody knows.
    """
    rules = os.environ.get(VARIABLE)
    if not rules:
        return
    _passages[name] += 1
    for rule in rules.split(","):
        place, _, what = rule.partition(":")
        action, _, nth = what.partition("@")
        if place == name and (not nth or int(nth) == _passages[name]):
            _act(name, action)


def _act(name: str, action: str) -> None:
    if action == "exit":
        os._exit(KILLED)
    if action == "full":
        raise OSError(errno.ENOSPC, f"no space left at failpoint {name}")
    if action == "memory":
        raise MemoryError(f"out of memory at failpoint {name}")
    raise ValueError(f"failpoint {name} does not know the action '{action}'")
