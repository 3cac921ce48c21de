"""Commands of the app, read on a thread of their own and kept until a safe point asks for them."""

import json
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from o1desk.core.errors import Cancelled, Suspended, UnknownNameError
from o1desk.core.events import MAX_LINE

BACKGROUND = "background"  # live key of every role: outlive the window
COMMANDS = frozenset({"pause", "resume", "suspend", "cancel", "set", "probe", "ask", "stop"})


class Inbox:
    """What the user asked for and the loop has not served yet; every method is thread-safe.

    A cancel outranks a suspend, whichever came first: the user's last word on a run is never
    softened by a window that closes.

    Attributes:
        urgent: Whether anything waits; read at every tick, so it is a plain flag.
    """

    def __init__(self, complain: Callable[[str], None], wake: Callable[[], None]) -> None:
        """Start empty.

        Args:
            complain: Told in one sentence about commands that mean nothing.
            wake: Called when a stop was asked for, to interrupt a load.
        """
        self.urgent = False
        self._complain = complain
        self._wake = wake
        self._changed = threading.Condition()
        self._stop: type[Cancelled] | None = None
        self._paused = False
        self._live: frozenset[str] | None = None
        self._early: list[tuple[Any, Any]] = []
        self._settings: dict[str, float] = {}
        self._probes: deque[dict[str, Any]] = deque()
        self._questions: deque[dict[str, Any]] = deque()
        self._stopped_ids: set[int] = set()

    def allow(self, keys: Iterable[str]) -> None:
        """Declare which settings may change while the role runs; takes in what came before."""
        with self._changed:
            self._live = frozenset(keys) | {BACKGROUND}
            early, self._early = self._early, []
            for key, value in early:
                self._set(key, value)

    def setting(self, key: str, default: float) -> float:
        """Return what the user set, or the default."""
        return self._settings.get(key, default)

    def stop(self, how: type[Cancelled]) -> None:
        """Ask the loop to end at its next safe point."""
        with self._changed:
            if self._stop is not Cancelled:
                self._stop = how
            self.urgent = True
            self._changed.notify_all()

    @property
    def stopped(self) -> type[Cancelled] | None:
        """How the loop was asked to end, if it was."""
        return self._stop

    def is_paused(self) -> bool:
        """Whether the loop was asked to wait."""
        return self._paused

    def is_dropped(self, request_id: int) -> bool:
        """Return whether the user no longer wants the answer to this request."""
        return request_id in self._stopped_ids

    def next_probe(self) -> dict[str, Any] | None:
        """Return the oldest probe, if there is one."""
        with self._changed:
            probe = self._probes.popleft() if self._probes else None
            self._refresh()
            return probe

    def next_question(self) -> dict[str, Any] | None:
        """Wait for a question and return it; None when a stop was asked for instead."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop or self._questions)
            return None if self._stop or not self._questions else self._questions.popleft()

    def wait_while_paused(self) -> None:
        """Sleep until there is work: the pause ends, a probe waits, or a stop was asked for."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop or self._probes or not self._paused)

    def take(self, line: bytes) -> None:
        """Read one command line; what cannot be read is reported and forgotten."""
        try:
            data = json.loads(line)
        except ValueError:
            data = None
        if not isinstance(data, dict) or str(data.get("cmd")) not in COMMANDS:
            self._complain(f"a command was ignored because it means nothing: {line[:80]!r}")
            return
        with self._changed:
            self._apply(data)
            self._refresh()
            self._changed.notify_all()
        if self._stop is not None:
            self._wake()

    def hang_up(self) -> None:
        """The app is gone: save and leave, unless the user wanted the run to outlive it."""
        if not self.setting(BACKGROUND, 0.0):
            self.stop(Suspended)
            self._wake()

    def _apply(self, data: dict[str, Any]) -> None:
        match data["cmd"]:
            case "pause" | "resume":
                self._paused = data["cmd"] == "pause"
            case "suspend":
                self.stop(Suspended)
            case "cancel":
                self.stop(Cancelled)
            case "set":
                self._set(data.get("key"), data.get("value"))
            case "stop":
                self._stopped_ids.add(_number(data.get("id")))
            case "probe":
                self._probes.append(data)
            case "ask":
                self._questions.append(data)

    def _set(self, key: Any, value: Any) -> None:
        if self._live is None and key != BACKGROUND:
            self._early.append((key, value))
        elif self._live is not None and key not in self._live:
            self._complain(str(UnknownNameError("live setting", str(key), self._live)))
        elif not isinstance(value, int | float):
            self._complain(f"the live setting '{key}' must be a number, not {value!r}")
        else:
            self._settings[key] = float(value)

    def _refresh(self) -> None:
        self.urgent = bool(self._stop or self._paused or self._probes)


def listen(commands: int, inbox: Inbox) -> threading.Thread:
    """Read command lines from a descriptor until it closes, on a thread of its own.

    The descriptor is read directly: a thread that holds the lock of a Python file object while
    the interpreter shuts down would abort the process.
    """
    thread = threading.Thread(target=_read, args=(commands, inbox), name="commands", daemon=True)
    thread.start()
    return thread


def _read(commands: int, inbox: Inbox) -> None:
    rest = b""
    while True:
        try:
            chunk = os.read(commands, MAX_LINE)
        except OSError:
            chunk = b""
        if not chunk:
            inbox.hang_up()
            return
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.strip():
                inbox.take(line)
        if len(rest) > MAX_LINE:
            inbox.take(rest)
            rest = b""


def _number(value: Any) -> int:
    return value if isinstance(value, int) else -1
