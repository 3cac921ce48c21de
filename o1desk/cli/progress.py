"""One live line on stderr: phase, how far, accuracy, speed, remaining time."""

import sys
import time
from collections.abc import Mapping
from typing import TextIO

from o1desk.core.events import Anomaly, CheckpointSaved, Event, Log, Metric, Progress, State

INTERVAL_TTY_S = 0.1
INTERVAL_FILE_S = 10.0
SHOWN = (
    ("reward", "reward {:.2f}"),
    ("heldout_pass_at_1", "held-out {:.2f}"),
    ("length_mean", "{:.0f} tokens"),
    ("rollout_tps", "{:.0f} tokens/s"),
    ("loss", "loss {:.3f}"),
)


class ProgressLine:
    """Writes at most ten times a second to a terminal, every ten seconds elsewhere."""

    def __init__(self, title: str, stream: TextIO | None = None) -> None:
        """Start the clock.

        Args:
            title: What is running, such as "train rl".
            stream: Where to write; stderr when None, so that stdout stays clean for --json.
        """
        self._stream = stream or sys.stderr
        self._title = title
        self._live = self._stream.isatty()
        self._started = time.monotonic()
        self._phase = ("", 0.0, 0)
        self._last = 0.0
        self._width = 0
        self._values: dict[str, float] = {}

    def __call__(self, event: Event) -> None:
        """Take note of one event and repaint when it is time."""
        if isinstance(event, Metric):
            self._values.update(event.values)
        elif isinstance(event, Progress):
            self._paint(event)
        elif isinstance(event, State) and event.state == "loading":
            self._write(f"{self._title}: loading", force=True)
        elif isinstance(event, Anomaly):
            self.note(f"guard: {event.what} at step {event.step}, {event.action} {event.detail}")
        elif isinstance(event, Log) and event.level in ("warning", "error"):
            self.note(event.text)
        elif isinstance(event, CheckpointSaved):
            self._values["checkpoint"] = float(event.step)

    def note(self, text: str) -> None:
        """Write a full line above the live one."""
        self._clear()
        self._stream.write(text.rstrip() + "\n")
        self._stream.flush()

    def finish(self, text: str = "") -> None:
        """Replace the live line by a last one."""
        self._clear()
        took = time.monotonic() - self._started
        self._stream.write(f"{self._title}: {text or 'done'} ({clock(took)})\n")
        self._stream.flush()

    def _paint(self, event: Progress) -> None:
        now = time.monotonic()
        phase, since, first = self._phase
        if phase != event.phase or event.done < first:
            self._phase = (event.phase, now, event.done)
            since, first = now, event.done
        parts = [f"{self._title}: {event.phase} {event.done}/{event.total}"]
        parts += describe(self._values)
        made = event.done - first
        if made > 0 and event.done < event.total:
            parts.append(f"{clock((now - since) / made * (event.total - event.done))} left")
        self._write("  ".join(parts))

    def _write(self, text: str, *, force: bool = False) -> None:
        now = time.monotonic()
        interval = INTERVAL_TTY_S if self._live else INTERVAL_FILE_S
        if not force and now - self._last < interval:
            return
        self._last = now
        if self._live:
            self._stream.write("\r" + text.ljust(self._width)[:200])
            self._width = len(text)
        else:
            self._stream.write(text + "\n")
        self._stream.flush()

    def _clear(self) -> None:
        if self._live and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._width = 0


def describe(values: Mapping[str, float]) -> list[str]:
    """Return the numbers worth a glance, in words."""
    return [words.format(values[name]) for name, words in SHOWN if name in values]


def clock(seconds: float) -> str:
    """Return a duration as people say it: 42 s, 3:05 min, 1:02 h."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02d} h"
