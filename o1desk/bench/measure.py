"""Turns, medians and the shape of a result."""

import importlib
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal, TypeAlias, TypeVar

from o1desk.core.errors import InputError

T = TypeVar("T")
Better: TypeAlias = Literal["higher", "lower"]
INSTALL = "pip install 'o1desk[dev,gguf]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of ours beside the peer's.

    Attributes:
        what: What was measured, with everything needed to understand the number.
        ours: Our figure.
        peer: The peer's.
        peer_name: Who the peer is, with its version.
        unit: Unit of both.
        better: "higher" or "lower".
    """

    what: str
    ours: float
    peer: float
    peer_name: str
    unit: str
    better: Better = "higher"

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's; None when the peer's is 0."""
        return self.ours / self.peer if self.peer else None

    def to_json(self) -> dict[str, Any]:
        """Return the row as JSON values."""
        return {
            "what": self.what,
            "ours": self.ours,
            "peer": self.peer,
            "peer_name": self.peer_name,
            "ratio": self.ratio,
            "unit": self.unit,
            "better": self.better,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one bench found: its rows, and the device both sides ran on."""

    rows: Sequence[Row]
    device: str

    def to_json(self, name: str) -> dict[str, Any]:
        """Return the shape that `o1desk bench --json` prints."""
        return {
            "bench": name,
            "rows": [row.to_json() for row in self.rows],
            "device": self.device,
        }


def take_turns(
    ours: Callable[[int], T], peer: Callable[[int], T], rounds: int
) -> tuple[list[T], list[T]]:
    """Call both sides once a round; who begins changes, so that no side always runs warm.

    A first call of each, with the number 0, is thrown away.
    """
    found: tuple[list[T], list[T]] = ([], [])
    sides = (ours, peer)
    for number in range(rounds + 1):
        order = (0, 1) if number % 2 else (1, 0)
        for side in order:
            value = sides[side](number)
            if number:
                found[side].append(value)
    return found


def middle(values: Sequence[float]) -> float:
    """Return the median as a plain number."""
    return float(median(values))


def need(module: str, package: str) -> Any:
    """Import a peer.

    Raises:
        InputError: If it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise InputError(
            f"This bench compares with {package}, which is not installed; run {INSTALL}"
        ) from error


def computer() -> str:
    """Return the processor and its number of cores, in words."""
    name = platform.processor() or platform.machine()
    return f"{name} CPU, {os.cpu_count() or 1} cores"


def torch_device(device: Any) -> str:
    """Return a torch device in words, with the threads that a CPU uses."""
    import torch

    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"{computer()}, {torch.get_num_threads()} torch threads"
