"""Recognises that memory ran out, and names the next thing to try."""

import sys
from collections.abc import Mapping
from typing import Any

from o1desk.inference.meter import MIB, memory_mib

LONG_ENOUGH = 64  # tokens below which a shorter answer would help nobody
_SENTENCES = ("out of memory", "can't allocate memory", "not enough memory", "failed to allocate")


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error means that the device or the machine has no memory left.

    torch is asked only if the role imported it. Its CPU allocator and llama.cpp report by text.
    """
    if isinstance(error, MemoryError):
        return True
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(error, torch.OutOfMemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError | OSError | ValueError) and any(
        sentence in text for sentence in _SENTENCES
    )


def next_rung(config: Mapping[str, Any]) -> dict[str, int]:
    """Return the first setting of a fixed ladder that still can be lowered, with its new value.

    The order follows what the change costs: a smaller micro-batch leaves the mathematics alone,
    fewer answers per problem and shorter answers do not.

    Args:
        config: Settings of the role as plain values.
    """
    if _number(config, "micro_tokens") >= 2 * LONG_ENOUGH:
        return {"micro_tokens": _number(config, "micro_tokens") // 2}
    if _number(config, "group_size") >= 4:
        return {"group_size": _number(config, "group_size") // 2}
    if _number(config, "max_new_tokens") > LONG_ENOUGH:
        return {"max_new_tokens": _number(config, "max_new_tokens") * 3 // 4}
    return {}


def _number(config: Mapping[str, Any], name: str) -> int:
    value = config.get(name)
    return value if isinstance(value, int) else 0


def used_mib() -> float | None:
    """Return the memory that this worker uses, MiB: the peak on CUDA, else the resident set.

    torch is asked only if the role imported it and it has touched the device.
    """
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        return float(torch.cuda.max_memory_allocated()) / MIB
    return memory_mib()
