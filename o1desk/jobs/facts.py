"""How far a run came that did not finish, read from its own events."""

import contextlib
import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.events import CheckpointSaved, Event, Metric, SampleWritten
from o1desk.core.runs import RunEnd, RunState
from o1desk.jobs.folder import events_after


@dataclass(slots=True)
class Facts:
    """What a run told before it ended.

    Attributes:
        step: Last step whose numbers were told; None before the first.
        saved_step: Step of the last checkpoint; None without one.
        checkpoint: Path of that checkpoint inside the run folder.
        samples: Samples written.
    """

    step: int | None = None
    saved_step: int | None = None
    checkpoint: str = ""
    samples: int = 0

    def note(self, event: Event) -> None:
        """Take in one event."""
        if isinstance(event, Metric):
            self.step = event.step
        elif isinstance(event, CheckpointSaved):
            self.saved_step, self.checkpoint = event.step, event.path
        elif isinstance(event, SampleWritten):
            self.samples = event.line

    def summary(self) -> dict[str, Any]:
        """Return the facts that are known, under the names a finished run uses."""
        found: dict[str, Any] = {}
        if self.step is not None:
            found["steps"] = self.step
        if self.checkpoint:
            found["checkpoint"] = self.checkpoint
        if self.samples:
            found["samples"] = self.samples
        return found

    def sentence(self) -> str:
        """Return how far it came and where a resume goes on; "" when nothing is known."""
        if self.step is not None and self.saved_step is not None:
            return f"it had come to step {self.step}, a resume goes on from step {self.saved_step}"
        if self.samples:
            return f"it had written {self.samples} samples, a resume goes on after them"
        return ""


def facts_of(folder: Path) -> Facts:
    """Return the facts of a run folder, all attempts together; a folder that is gone has none."""
    facts = Facts()
    with contextlib.suppress(OSError):
        for stamped in events_after(folder, 0):
            facts.note(stamped.event)
    return facts


def with_facts(end: RunEnd, folder: Path) -> RunEnd:
    """Return an end that also says how far the run came, unless it finished."""
    if end.state is RunState.FINISHED:
        return end
    facts = facts_of(folder)
    message, more = end.message, facts.sentence()
    if end.state is RunState.CRASHED and more:
        message = f"{message}; {more}"
    return dataclasses.replace(end, message=message, summary={**facts.summary(), **end.summary})
