"""Leaves are found in their folder: adding one is one file.

A leaf is a class decorated with `register(kind, name, title=...)`. Importing every module of the
kind's package fills the table; leaves never import torch, so this stays cheap.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from o1desk.core.errors import UnknownNameError

PACKAGES = {
    "environment": "o1desk.environments",
    "reward": "o1desk.rewards",
    "source": "o1desk.generation",
    "solver": "o1desk.generation.solvers",
    "strategy": "o1desk.inference",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One registered class.

    Attributes:
        kind: A key of `PACKAGES`.
        name: What people type.
        title: What people read.
        factory: The class; calling it with keyword settings makes an instance.
    """

    kind: str
    name: str
    title: str
    factory: Callable[..., Any]


_LEAVES: dict[tuple[str, str], Leaf] = {}
_LOADED: set[str] = set()


def register(kind: str, name: str, *, title: str) -> Callable[[type[T]], type[T]]:
    """Enter the decorated class into the table of its kind.

    Raises:
        ValueError: If another class already has this name.
    """

    def enter(cls: type[T]) -> type[T]:
        known = _LEAVES.get((kind, name))
        if known is not None and known.factory.__qualname__ != cls.__qualname__:
            raise ValueError(f"two leaves of kind {kind} are called {name}")
        _LEAVES[kind, name] = Leaf(kind=kind, name=name, title=title, factory=cls)
        return cls

    return enter


def leaves(kind: str) -> dict[str, Leaf]:
    """Return every leaf of a kind by name, importing its folder on the first call."""
    if kind not in _LOADED:
        package = importlib.import_module(PACKAGES[kind])
        for module in pkgutil.iter_modules(package.__path__):
            if not module.ispkg:
                importlib.import_module(f"{package.__name__}.{module.name}")
        _LOADED.add(kind)
    return {name: leaf for (k, name), leaf in sorted(_LEAVES.items()) if k == kind}


def find(kind: str, name: str) -> Leaf:
    """Return one leaf.

    Raises:
        UnknownNameError: If there is none; the message names the nearest.
    """
    table = leaves(kind)
    if name not in table:
        raise UnknownNameError(kind, name, table)
    return table[name]


def make(kind: str, name: str, settings: Mapping[str, Any]) -> Any:
    """Return an instance of a leaf with settings that a person or a file named.

    Raises:
        UnknownNameError: If there is no such leaf, or it has no such setting.
    """
    leaf = find(kind, name)
    known = inspect.signature(leaf.factory).parameters
    for setting in settings:
        if setting not in known:
            raise UnknownNameError(f"setting of the {kind} '{name}'", setting, known)
    return leaf.factory(**settings)
