"""A warm child process that answers questions and can be killed when it does not.

Code that may hang inside C (sympy's powers, scorers of puzzles) runs there: the limit is enforced
from outside, a late child is killed, and its successor starts warming up at once.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

START_S = 120.0  # a cold disk and two busy cores; importing takes 1 to 4 s at rest
_BOOT = (
    "import json,sys;sys.path[:]=json.loads(sys.argv[1]);"
    "from o1desk.rewards.child_side import serve;serve(sys.argv[2],int(sys.argv[3]))"
)
_KEPT = ("HOME", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE")


class ChildFailure(Exception):  # noqa: N818 - caught and turned into a verdict, never shown as is
    """The child gave no answer: it was late, died, or could not be started."""


class Child:
    """One warm child that runs a module's `answer(request)`.

    Thread-safe: one question at a time. After a fork the new process starts a child of its own.

    Attributes:
        module: Dotted name of the module with `prepare()` and `answer(request)`.
        memory_bytes: Limit of the child's address space, where the system has one.
        recycle_after: Questions after which the child is replaced, against leaks.
    """

    def __init__(self, module: str, *, memory_bytes: int, recycle_after: int = 500) -> None:
        """Remember the settings; the child starts with the first question."""
        self.module = module
        self.memory_bytes = memory_bytes
        self.recycle_after = recycle_after
        self._lock = threading.Lock()
        self._running: _Running | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the child; None while there is none."""
        return self._running.process.pid if self._running else None

    def ask(self, request: Mapping[str, Any], limit_s: float) -> dict[str, Any]:
        """Return the child's reply.

        Args:
            request: JSON values.
            limit_s: Wall time for this question, seconds; starting up is not counted.

        Raises:
            ChildFailure: If no reply came; the child was replaced.
        """
        with self._lock:
            running = self._ready()
            try:
                reply = running.exchange({**request, "limit_s": limit_s}, limit_s)
            except ChildFailure:
                self._replace()
                raise
            if running.asked >= self.recycle_after:
                self._replace()
            return reply

    def warm(self) -> None:
        """Start the child if there is none and wait until it can answer.

        Raises:
            ChildFailure: If it cannot be started.
        """
        with self._lock:
            self._ready()

    def close(self) -> None:
        """End the child; the next question starts another."""
        with self._lock:
            if self._running:
                self._running.end()
            self._running = None

    def _ready(self) -> "_Running":
        running = self._running
        if running is None or running.owner != os.getpid() or running.process.poll() is not None:
            running = self._replace()
        try:
            running.wait_until_ready()
        except ChildFailure:
            running.end()
            self._running = None
            raise
        return running

    def _replace(self) -> "_Running":
        if self._running and self._running.owner == os.getpid():
            self._running.end()
        self._running = _Running(self.module, self.memory_bytes)
        return self._running


class _Running:
    """A started process and the thread that collects its lines."""

    def __init__(self, module: str, memory_bytes: int) -> None:
        home = str(Path(__file__).resolve().parents[2])  # in a checkout that is not installed
        paths = json.dumps([*(path or str(Path.cwd()) for path in sys.path), home])
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-s", "-P", "-B", "-c", _BOOT, paths, module, str(memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C in a terminal is the parent's business
        )
        self.owner = os.getpid()
        self.asked = 0
        self._greeted = False
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True, name=f"child {module}")
        self._reader.start()

    def wait_until_ready(self) -> None:
        if not self._greeted:
            self._next_line(START_S)
            self._greeted = True

    def exchange(self, request: Mapping[str, Any], limit_s: float) -> dict[str, Any]:
        """Send one request and return its answer, or fail after `limit_s` seconds."""
        self.asked += 1
        stdin = self.process.stdin
        try:
            if stdin is not None:
                stdin.write(json.dumps(request).encode("ascii") + b"\n")
                stdin.flush()
        except OSError as error:
            raise ChildFailure("the child had died") from error
        reply = json.loads(self._next_line(limit_s))
        if not isinstance(reply, dict):
            raise ChildFailure("the child answered nonsense")
        return reply

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join(timeout=5.0)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _next_line(self, limit_s: float) -> bytes:
        try:
            line = self._lines.get(timeout=limit_s)
        except queue.Empty:
            raise ChildFailure(f"no answer within {limit_s:g} s") from None
        if not line:
            raise ChildFailure("the child died")
        return line

    def _read(self) -> None:
        for line in self._stdout():
            self._lines.put(line)
        self._lines.put(b"")

    def _stdout(self) -> Iterator[bytes]:
        with contextlib.suppress(OSError, ValueError):
            yield from iter(self.process.stdout.readline, b"") if self.process.stdout else ()


def _environment() -> dict[str, str]:
    """Return a small environment; the fixed hash seed makes sets of text iterate alike anywhere."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
