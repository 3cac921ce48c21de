"""What a worker can be: train, generate, evaluate, chat or export; each is one thin module.

A role turns the plain values of `config.json` into a config, opens what it needs, and calls the
loop of its room. It is imported only by the worker that runs it.
"""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.core.errors import UnknownNameError
from o1desk.worker.job import Job

MODULES = {
    "train": "o1desk.worker.roles.train",
    "generate": "o1desk.worker.roles.generate",
    "evaluate": "o1desk.worker.roles.evaluate",
    "chat": "o1desk.worker.roles.chat",
    "export": "o1desk.worker.roles.export",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role.

    Attributes:
        run: Does the work and returns what the `done` event sums up.
        live: Settings that the user may change while it runs.
    """

    run: Callable[[Job], Mapping[str, Any]]
    live: frozenset[str]


def role_named(name: str) -> Role:
    """Import a role.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    if name not in MODULES:
        raise UnknownNameError("role", name, MODULES)
    module = importlib.import_module(MODULES[name])
    return Role(run=module.run, live=frozenset(module.LIVE))
