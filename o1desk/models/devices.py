"""What this machine can compute on, asked without risk.

A broken driver can crash or hang the process that first touches it, so CUDA is tried in a child
and only used here when the child came back with a result. Without CUDA the CPU computes, and one
sentence says why and how fast it is.
"""

import functools
import importlib.metadata
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

PROBE_S = 90.0  # a cold start of torch on a slow disk
_DEVICE_FILES = ("nvidia[0-9]*", "nvidiactl", "kfd", "dxg")  # NVIDIA, AMD, Windows' Linux
_PROBE = """
import json, sys, torch
found = []
if torch.cuda.is_available():
    for index in range(torch.cuda.device_count()):
        part = torch.cuda.get_device_properties(index)
        square = torch.ones(64, 64, device=f"cuda:{index}")
        square.mm(square)
        torch.cuda.synchronize(index)
        found.append({"name": part.name, "memory_bytes": part.total_memory,
                      "bf16": torch.cuda.is_bf16_supported()})
print(json.dumps({"built": torch.version.cuda or torch.version.hip or "", "found": found}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accelerator:
    """One usable CUDA device.

    Attributes:
        name: As its driver calls it.
        memory_bytes: Its whole memory.
        bf16: Whether it computes in bfloat16.
    """

    name: str
    memory_bytes: int
    bf16: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReport:
    """What can be used.

    Attributes:
        accelerators: Usable CUDA devices, in order.
        reason: Why there are none, one sentence; empty when there are.
        threads: CPU threads used by default.
        cpu_gflops: Speed of a float32 matrix product on the CPU, 1e9 operations a second.
    """

    accelerators: tuple[Accelerator, ...]
    reason: str
    threads: int
    cpu_gflops: float


def device_report(*, probe: Sequence[str] | None = None, limit_s: float = PROBE_S) -> DeviceReport:
    """Try the accelerators in a child process; never raises, whatever the driver does.

    Args:
        probe: Command to run instead of the built-in trial.
        limit_s: Longest time the trial may take, seconds.
    """
    accelerators, reason = _try_cuda(tuple(probe or ()), limit_s)
    return DeviceReport(
        accelerators=accelerators,
        reason=reason,
        threads=default_threads(),
        cpu_gflops=cpu_gflops(),
    )


def choose_device(wanted: str) -> tuple[str, str]:
    """Turn "auto", "cpu", "cuda" or "cuda:N" into a device that can be used.

    Returns:
        The device, and one sentence when it is not the one that was asked for, else "".
    """
    if wanted == "cpu":
        return "cpu", ""
    accelerators, reason = _known_cuda()
    index = int(wanted.partition(":")[2] or 0)
    if index < len(accelerators):
        return f"cuda:{index}", ""
    if wanted == "auto":
        return "cpu", ""
    missing = reason or f"it has {len(accelerators)} of them, counted from 0"
    return "cpu", f"'{wanted}' cannot be used ({missing}); the CPU computes instead, more slowly"


def default_threads() -> int:
    """Return the number of physical cores this process may use, at least 1."""
    import psutil

    try:
        allowed = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells
        allowed = os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed))


def cpu_gflops(size: int = 384) -> float:
    """Measure a float32 matrix product, best of three, 1e9 operations a second."""
    left = np.ones((size, size), dtype=np.float32)
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        left @ left
        best = min(best, time.perf_counter() - started)
    return 2.0 * size**3 / max(best, 1e-9) / 1e9


@functools.cache
def _known_cuda() -> tuple[tuple[Accelerator, ...], str]:
    """The trial's result; a process asks once, because the trial imports torch anew."""
    return _try_cuda((), PROBE_S)


def _try_cuda(probe: tuple[str, ...], limit_s: float) -> tuple[tuple[Accelerator, ...], str]:
    if not probe and (lacking := _no_trial_needed()):
        return (), lacking
    command = probe or (sys.executable, "-c", _PROBE)
    try:
        child = subprocess.run(  # noqa: S603 - our own command, no shell
            command, capture_output=True, timeout=limit_s, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return (), f"the graphics driver did not answer within {limit_s:g} s"
    except OSError as error:
        return (), f"the trial of the graphics driver could not be started: {error}"
    if child.returncode < 0:
        return (), f"the graphics driver crashed with signal {-child.returncode}"
    if child.returncode:
        last = child.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        return (), f"the graphics driver failed: {last[:200] or child.returncode}"
    return _read(child.stdout)


def _read(output: bytes) -> tuple[tuple[Accelerator, ...], str]:
    try:
        answer = json.loads(output.decode("utf-8").strip().rpartition("\n")[2])
        found = tuple(Accelerator(**row) for row in answer["found"])
    except (ValueError, KeyError, TypeError):
        return (), "the trial of the graphics driver gave no readable result"
    if found:
        return found, ""
    if not answer.get("built"):
        return (), "this torch is a CPU build"
    return (), "no CUDA device answers"


def _no_trial_needed() -> str:
    """Say why there can be no CUDA here, without importing torch; empty when it must be tried."""
    try:
        version = importlib.metadata.version("torch")
    except importlib.metadata.PackageNotFoundError:
        return "torch is not installed"
    if version.endswith("+cpu"):
        return "this torch is a CPU build"
    if os.environ.get("CUDA_VISIBLE_DEVICES") == "":
        return "CUDA_VISIBLE_DEVICES hides every device"
    if sys.platform == "linux" and not any(Path("/dev").glob(name) for name in _DEVICE_FILES):
        return "this machine has no graphics driver for computing"
    return ""
