"""What this machine has free now, asked without loading any library of tensors.

The graphics cards answer through `nvidia-smi`, the memory through psutil and the limits of the
container. Everything here may take a tenth of a second: not on a thread that paints.
"""

import functools
import importlib.metadata
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil

CPU = "cpu"
MIB = 1 << 20
CGROUP = Path("/sys/fs/cgroup")
QUERY = "--query-gpu=index,name,memory.total,memory.free"
LIMIT_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gpu:
    """One graphics card.

    Attributes:
        index: Its number, as in "cuda:0".
        name: As its driver calls it.
        total_mib: Its memory, MiB.
        free_mib: What is free of it now, MiB.
    """

    index: int
    name: str
    total_mib: float
    free_mib: float


def gpus() -> tuple[Gpu, ...]:
    """Return the NVIDIA cards that answer; none without a driver."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return ()
    command = [program, QUERY, "--format=csv,noheader,nounits"]
    try:
        reply = subprocess.run(  # noqa: S603 - a fixed command, no shell
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LIMIT_S,
            check=True,
            stdin=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(filter(None, map(_gpu, reply.stdout.splitlines())))


def device_for(wanted: str = "auto") -> str:
    """Return the device that a worker will use: "cpu", "cuda:0" and the like.

    Args:
        wanted: "auto", "cpu", "cuda" or "cuda:N" of the configuration.
    """
    if wanted == CPU or not _has_cuda():
        return CPU
    return f"cuda:{wanted.partition(':')[2] or 0}"


def free_memory_mib(device: str = CPU) -> float | None:
    """Return what a device has free now, MiB; None when it does not tell."""
    if device == CPU:
        return _free_memory() / MIB
    index = device.partition(":")[2] or "0"
    return next((gpu.free_mib for gpu in gpus() if str(gpu.index) == index), None)


@functools.cache
def _has_cuda() -> bool:
    """Whether workers can use a graphics card; drivers and builds do not change while we run."""
    try:
        version = importlib.metadata.version("torch")
    except importlib.metadata.PackageNotFoundError:
        return False
    return not version.endswith("+cpu") and bool(gpus())


def _free_memory() -> int:
    return max(0, min([int(psutil.virtual_memory().available), *_container_free()]))


def _container_free() -> list[int]:
    """Return what the container (cgroup v2) still grants, bytes; empty without a limit."""
    try:
        limit = (CGROUP / "memory.max").read_text(encoding="ascii").strip()
        used = int((CGROUP / "memory.current").read_text(encoding="ascii"))
        rows = dict(line.split() for line in (CGROUP / "memory.stat").read_text().splitlines())
        # Cached file pages are given back under pressure; they do not count as taken.
        used -= int(rows.get("inactive_file", "0"))
        return [] if limit == "max" else [int(limit) - used]
    except (OSError, ValueError):
        return []


def _gpu(line: str) -> Gpu | None:
    try:
        index, name, total, free = (part.strip() for part in line.split(","))
        return Gpu(index=int(index), name=name, total_mib=float(total), free_mib=float(free))
    except ValueError:  # "[N/A]", or a warning between the rows
        return None
