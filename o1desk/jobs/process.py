"""Starts worker processes, and ends them with everything they started."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import psutil

import o1desk
from o1desk.core.runs import LOG_FILE
from o1desk.paths import DATA_VARIABLE

Worker: TypeAlias = subprocess.Popen[bytes]

WORKER_PROGRAM = "o1desk-worker"

# Habits of the libraries that a person may change with a variable of their own.
_HABITS = {
    # Waiting threads of OpenMP spin for long by default: with other work on the cores that makes a
    # worker twenty times slower (measured), while short spinning costs an idle machine little.
    "GOMP_SPINCOUNT": "2000",
    # oneDNN and torch's wrapper of it each keep the last 1,024 products they prepared, one for
    # every number of rows: 0.5 MiB a shape, and freed activations cannot be given back between
    # them. Answers end one by one, so a training soon fills both (a GiB more after fifty steps,
    # measured); 32 hold the shapes of a step of the sampler or of a micro-batch.
    "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "32",
    "LRU_CACHE_CAPACITY": "32",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """What a worker inherits.

    Attributes:
        data: The data folder.
        threads: Cores that one worker may use.
        offline: Whether the hub is out of bounds.
        variables: More environment variables; they win.
        program: Command line of the worker without the folder; None finds it.
    """

    data: Path
    threads: int
    offline: bool = True
    variables: Mapping[str, str] | None = None
    program: Sequence[str] | None = None


def start_worker(folder: Path, launch: Launch) -> Worker:
    """Start the worker of a run folder, with pipes for commands and events.

    It gets a process group of its own: Ctrl-C in a terminal reaches the parent alone, which then
    asks the worker to save.

    Raises:
        OSError: If the program cannot be started.
    """
    with (folder / LOG_FILE).open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own program with our own folder
            [*(launch.program or program()), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=environment(launch),
            start_new_session=os.name != "nt",
            creationflags=_NO_WINDOW,
        )


class Commands:
    """The pipe on which a worker hears; any thread may send, and any may close."""

    def __init__(self, worker: Worker) -> None:
        """Take over the worker's stdin."""
        self._pipe = worker.stdin
        self._lock = threading.Lock()

    def send(self, **command: Any) -> bool:
        """Send one command; False when the worker is gone.

        Raises:
            ValueError: If a value is no JSON.
        """
        line = json.dumps(command, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n"
        with self._lock:
            if self._pipe is None or self._pipe.closed:
                return False
            try:
                self._pipe.write(line)
                self._pipe.flush()
            except OSError:
                return False
        return True

    def close(self) -> None:
        """Hang up."""
        with self._lock, contextlib.suppress(OSError):
            if self._pipe is not None:
                self._pipe.close()


def program() -> list[str]:
    """Return how a worker is called; a frozen program has a second executable for it."""
    if getattr(sys, "frozen", False):
        suffix = ".exe" if os.name == "nt" else ""
        return [str(Path(sys.executable).with_name(WORKER_PROGRAM + suffix))]
    # -P: a file called torch.py in the user's current folder must not become the torch we import.
    return [sys.executable, "-P", "-m", "o1desk", "worker"]


def environment(launch: Launch) -> dict[str, str]:
    """Return the environment of a worker."""
    ours = {
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "HF_HUB_OFFLINE": "1" if launch.offline else "0",
        "OMP_NUM_THREADS": str(launch.threads),
        "PYTORCH_ALLOC_CONF": "expandable_segments:True",
        DATA_VARIABLE: str(launch.data),
    }
    return {**_HABITS, **os.environ, **ours, **_checkout(), **(launch.variables or {})}


def _checkout() -> dict[str, str]:
    home = Path(o1desk.__file__).resolve().parent.parent
    if home.name in ("site-packages", "dist-packages") or getattr(sys, "frozen", False):
        return {}
    known = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": f"{home}{os.pathsep}{known}" if known else str(home)}


def kill_tree(pid: int) -> None:
    """Kill a process and everything it started; a process that is gone is no error."""
    try:
        top = psutil.Process(pid)
        family = [*top.children(recursive=True), top]
    except psutil.NoSuchProcess:
        return
    for process in family:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue


def kill_leftovers(pid: int) -> None:
    """Kill what a dead worker left in its process group, such as a hanging checker.

    On Windows the worker's own job object does it (`worker.grandchildren`).
    """
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def is_same_process(pid: int, started: float) -> bool:
    """Return whether the process that had this number at that start time is still alive.

    Numbers are reused, so the start time (Unix time, seconds) must agree too. Two seconds are
    allowed, because the system derives it from a boot time that clock corrections move.
    """
    try:
        process = psutil.Process(pid)
        return (
            abs(process.create_time() - started) < 2.0 and process.status() != psutil.STATUS_ZOMBIE
        )
    except psutil.Error:
        return False


_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
