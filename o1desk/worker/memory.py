"""Recognises that memory ran out, and says how much a worker uses."""

import sys

from o1desk.inference.meter import MIB, memory_mib

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


def used_mib() -> float | None:
    """Return the memory that this worker uses, MiB: the peak on CUDA, else the resident set.

    torch is asked only if the role imported it and it has touched the device.
    """
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        return float(torch.cuda.max_memory_allocated()) / MIB
    return memory_mib()
