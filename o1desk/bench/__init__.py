"""Figures against the nearest peer, measured side by side in one run."""

import importlib
from pathlib import Path
from typing import Any

from o1desk.core.errors import UnknownNameError

BENCHES = ("rollout", "grpo", "chat", "store", "start", "gui")


def run(name: str, *, quick: bool = False, data: Path | None = None) -> dict[str, Any]:
    """Run one bench.

    Ours and the peer take turns on the same machine, in the same process where both live in one,
    with the same weights, prompts and settings; each figure is the median of its turns.

    Args:
        name: One of `BENCHES`.
        quick: Fewer and shorter turns, for a first look.
        data: Data folder, where a reference to the starter may lead; nothing is written there.

    Returns:
        {"bench", "rows": [{"what", "ours", "peer", "peer_name", "ratio", "unit", "better"}],
        "device"}; `ratio` is ours divided by the peer's.

    Raises:
        UnknownNameError: If there is no such bench.
        InputError: If the peer is not installed; says how to get it.
    """
    if name not in BENCHES:
        raise UnknownNameError("bench", name, BENCHES)
    module = importlib.import_module(f"o1desk.bench.{name}")
    result: dict[str, Any] = module.measure(quick=quick, data=data).to_json(name)
    return result
