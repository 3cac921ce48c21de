"""A run as everybody sees it: its states, its folder, and who is told what happens.

`jobs` tells a `RunSink`; the composition root fulfils it with the store's ingest, so that the two
rooms never know each other. The table of states is shared by window, command line and database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from o1desk.core.events import Stamped

CONFIG_FILE = "config.json"
INPUTS_FILE = "inputs.jsonl"
EVENTS_FILE = "events.jsonl"
SAMPLES_FILE = "samples.jsonl"
LOG_FILE = "worker.log"
CRASH_FILE = "crash.txt"
PROCESS_FILE = "process.json"  # pid and start time of the worker, written by itself
LOCK_FILE = ".worker.lock"  # held by the worker while it lives
END_FILE = "end.json"  # how the last attempt ended, written by the parent


RESUMABLE_ROLES = frozenset({"train", "generate", "evaluate"})
"""What goes on where it stopped; everything else begins anew."""


class RunState(StrEnum):
    """Where a run is between the wish and its end."""

    QUEUED = "queued"
    STARTING = "starting"
    LOADING = "loading"
    RUNNING = "running"
    PAUSED = "paused"
    SAVING = "saving"
    FINISHED = "finished"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    FAILED = "failed"
    CRASHED = "crashed"

    @property
    def is_end(self) -> bool:
        """Whether no worker is at work in this state."""
        return self in _ENDS

    @property
    def is_resumable(self) -> bool:
        """Whether starting the same folder again goes on where it stopped."""
        return self in _RESUMABLE


_ENDS = frozenset(
    {
        RunState.FINISHED,
        RunState.SUSPENDED,
        RunState.CANCELLED,
        RunState.FAILED,
        RunState.CRASHED,
    }
)
_RESUMABLE = _ENDS - {RunState.FINISHED}

# A crash or a failure may follow any state before the end; a worker that is asked to stop while
# it loads or waits may end without having run.
_STOPS = frozenset({RunState.SAVING, RunState.SUSPENDED, RunState.CANCELLED})
_BROKEN = frozenset({RunState.FAILED, RunState.CRASHED})
NEXT: Mapping[RunState, frozenset[RunState]] = {
    RunState.QUEUED: frozenset({RunState.STARTING, RunState.CANCELLED}) | _BROKEN,
    RunState.STARTING: frozenset({RunState.LOADING}) | _STOPS | _BROKEN,
    RunState.LOADING: frozenset({RunState.RUNNING, RunState.FINISHED}) | _STOPS | _BROKEN,
    RunState.RUNNING: frozenset({RunState.PAUSED, RunState.LOADING, RunState.FINISHED})
    | _STOPS
    | _BROKEN,
    RunState.PAUSED: frozenset({RunState.RUNNING}) | _STOPS | _BROKEN,
    RunState.SAVING: frozenset({RunState.RUNNING}) | _ENDS,
    **{end: frozenset({RunState.QUEUED, RunState.STARTING}) for end in _RESUMABLE},
    RunState.FINISHED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run.

    Attributes:
        id: Name of its folder; sorts by time of creation.
        role: What the worker does: train, generate, evaluate or chat.
        folder: Absolute path of the folder.
        created: When it was created, UTC, ISO 8601.
        config: Everything in `config.json`, as plain JSON values.
    """

    id: str
    role: str
    folder: Path
    created: str
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnd:
    """How one attempt at a run ended.

    Attributes:
        state: One of the end states.
        exit_code: What the process returned; negative for a signal; None when nobody saw it.
        message: One sentence for people; empty for a plain finish.
        reason: The `reason` of the worker's `failed` event, "crash" after a native one, or "".
        hint: Settings to try next, such as {"micro_tokens": 4096}.
        summary: What the worker summed up when it ended by itself.
        crash: What the fault handler wrote; empty without a native crash.
    """

    state: RunState
    exit_code: int | None = None
    message: str = ""
    reason: str = ""
    hint: Mapping[str, Any] = field(default_factory=dict)
    summary: Mapping[str, Any] = field(default_factory=dict)
    crash: str = ""


class RunSink(Protocol):
    """Who is told what happens to runs; called from background threads, one call at a time per run.

    Every method may be called again with what it already knows (after a crash the folder is told
    from its start): it must be idempotent on `(run_id, seq)`.
    """

    def run_started(self, run: Run) -> None:
        """A worker was started for a new or a resumed run."""
        ...

    def events(self, run_id: str, events: Sequence[Stamped]) -> None:
        """Some events, in order of `seq`; batches of about 250 ms."""
        ...

    def run_ended(self, run_id: str, end: RunEnd) -> None:
        """The worker is gone; every event was told before."""
        ...
