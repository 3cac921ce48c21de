"""How a long loop hears the user and reports to them."""

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias, runtime_checkable

from o1desk.core.events import Event


class Control(Protocol):
    """The wire between a loop and whoever watches it; polled at safe points.

    Loops in `training/`, `generation/` and `inference/` receive one. The worker's control writes
    events to the run folder and the wire; the command line and tests use simpler ones.
    """

    def tick(self, phase: str, done: int, total: int) -> None:
        """Report progress, wait while paused, serve probes.

        Raises:
            Cancelled: When the user asked to stop.
            Suspended: When the user asked to stop and resume later.
        """
        ...

    def emit(self, event: Event) -> None:
        """Record one event (metric, rollout, checkpoint, anomaly, log, token, step)."""
        ...

    def setting(self, key: str, default: float) -> float:
        """Return the live value of a setting that the user may change while the loop runs."""
        ...


Probe: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]


@runtime_checkable
class Probed(Control, Protocol):
    """A control whose user may ask the policy that is being trained.

    Attributes:
        probe: Set by a loop that can answer; gets the command ("prompt", "id") and returns the
            value of the result event. It is called from `tick`, so never inside a device step.
    """

    probe: Probe | None


class NullControl:
    """A control for scripts and tests: keeps every event, never pauses, stops on demand.

    Attributes:
        events: Everything emitted, in order.
        stop_when: Called at each tick; raising from it stops the loop.
    """

    def __init__(self, stop_when: Callable[[str, int, int], None] | None = None) -> None:
        """Start with no events."""
        self.events: list[Event] = []
        self.stop_when = stop_when
        self.started_s = time.monotonic()

    def tick(self, phase: str, done: int, total: int) -> None:
        """Pass the report to `stop_when`, if there is one."""
        if self.stop_when is not None:
            self.stop_when(phase, done, total)

    def emit(self, event: Event) -> None:
        """Keep the event."""
        self.events.append(event)

    def setting(self, key: str, default: float) -> float:  # noqa: ARG002 - the protocol's shape
        """Return the default."""
        return default
