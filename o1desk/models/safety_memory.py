"""Whether a model fits into the memory that this process may still take.

Three limits are read: free memory of the machine, the limit of the process's address space
(RLIMIT_AS), and the limit of its container (cgroup v2). The smallest counts.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from o1desk.core.errors import DamagedModelError, OutOfMemoryError

RESERVE_BYTES = 64 << 20  # buffers of the first forward pass; small models need little
CGROUP = Path("/sys/fs/cgroup")


def available_bytes() -> int:
    """Return the memory that this process may still take, bytes."""
    import psutil

    limits = [int(psutil.virtual_memory().available)]
    if sys.platform != "win32":
        import resource

        soft, _ = resource.getrlimit(resource.RLIMIT_AS)
        if soft != resource.RLIM_INFINITY:
            limits.append(soft - int(psutil.Process().memory_info().vms))
    limits.extend(_container_bytes())
    return max(0, min(limits))


def check_memory(needed: int, what: str) -> None:
    """Refuse to load what does not fit.

    Args:
        needed: Estimated peak, bytes.
        what: The model, for the sentence.

    Raises:
        OutOfMemoryError: If it does not fit; tells both sizes.
    """
    had = available_bytes()
    if needed + RESERVE_BYTES > had:
        raise OutOfMemoryError(
            f"{what} needs about {megabytes(needed + RESERVE_BYTES)} of memory, had "
            f"{megabytes(had)}; nothing was loaded: close other programs, or use a smaller or "
            "quantised model",
            {"needed_bytes": needed + RESERVE_BYTES, "available_bytes": had},
        )


@contextmanager
def memory_guard(needed: int, what: str) -> Iterator[None]:
    """Check before, and turn a refusal of memory inside into the same sentence.

    Raises:
        OutOfMemoryError: As `check_memory`, also when an allocation fails while loading.
    """
    check_memory(needed, what)
    try:
        yield
    except (MemoryError, RuntimeError, OSError, DamagedModelError) as error:
        # A reader may take refused memory for damage; what it had caught tells them apart.
        if not is_memory_error(error) and not is_memory_error(error.__cause__):
            raise
        raise OutOfMemoryError(
            f"{what} needs about {megabytes(needed + RESERVE_BYTES)} of memory and did not get "
            f"it; nothing was kept: close other programs, or use a smaller or quantised model",
            {"needed_bytes": needed + RESERVE_BYTES, "available_bytes": available_bytes()},
        ) from error


def is_memory_error(error: BaseException | None) -> bool:
    """Whether an error of any library means that memory was refused."""
    if isinstance(error, MemoryError):
        return True
    text = str(error).lower()
    return any(
        sign in text
        for sign in ("can't allocate memory", "cannot allocate memory", "out of memory")
    )


def megabytes(size: int) -> str:
    """Return a size as people read it."""
    return f"{size / 2**30:.1f} GB" if size >= 1 << 30 else f"{size / 2**20:.0f} MB"


def _container_bytes() -> list[int]:
    try:
        limit = (CGROUP / "memory.max").read_text(encoding="ascii").strip()
        used = int((CGROUP / "memory.current").read_text(encoding="ascii"))
        rows = dict(line.split() for line in (CGROUP / "memory.stat").read_text().splitlines())
        # Cached file pages are given back under pressure; they do not count as taken.
        used -= int(rows.get("inactive_file", "0"))
        return [] if limit == "max" else [int(limit) - used]
    except (OSError, ValueError):
        return []
