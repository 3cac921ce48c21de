"""What a run folder tells about its run, read without a worker and without the database."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from o1desk.core.errors import InputError
from o1desk.core.events import Done, Event, Failed, Stamped, parse
from o1desk.core.locks import is_held
from o1desk.core.runs import (
    CONFIG_FILE,
    CRASH_FILE,
    END_FILE,
    EVENTS_FILE,
    LOCK_FILE,
    Run,
    RunEnd,
    RunState,
)

_OUTCOMES = {
    "finished": RunState.FINISHED,
    "cancelled": RunState.CANCELLED,
    "suspended": RunState.SUSPENDED,
}


def read_run(folder: Path) -> Run:
    """Return the run of a folder.

    Raises:
        InputError: If its configuration cannot be read.
    """
    try:
        config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
        return Run(
            id=folder.name,
            role=str(config.get("role", "unknown")),
            folder=folder.absolute(),
            created=str(config.get("created", "")),
            config=config,
        )
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(f"{folder} is no run: {CONFIG_FILE} cannot be read ({error})") from error


def read_events(folder: Path) -> Iterator[Stamped]:
    """Yield the events of a folder; a torn or foreign line is left out."""
    try:
        file = (folder / EVENTS_FILE).open("rb")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            if not line.endswith(b"\n"):
                return
            try:
                yield parse(line.decode("utf-8"))
            except (ValueError, TypeError, RecursionError):
                continue


def read_end(folder: Path, last: Event | None) -> RunEnd | None:
    """Return how the last attempt ended; None while a worker is at work in the folder.

    Args:
        folder: The run folder.
        last: The last event it wrote.
    """
    if _is_at_work(folder):
        return None
    try:
        told: dict[str, Any] = json.loads((folder / END_FILE).read_text("utf-8"))
        known = {name: told[name] for name in RunEnd.__dataclass_fields__ if name in told}
        return RunEnd(**known | {"state": RunState(told["state"])})
    except (OSError, ValueError, KeyError, TypeError):
        return _remembered(folder, last)


def _remembered(folder: Path, last: Event | None) -> RunEnd:
    if isinstance(last, Done):
        state = _OUTCOMES.get(last.outcome, RunState.FINISHED)
        return RunEnd(state=state, summary=last.summary)
    if isinstance(last, Failed):
        return RunEnd(
            state=RunState.FAILED, message=last.message, reason=last.reason, hint=last.hint
        )
    crash = folder / CRASH_FILE
    return RunEnd(
        state=RunState.CRASHED,
        message="The worker stopped unexpectedly; what it wrote was kept",
        reason="crash",
        crash=crash.read_text("utf-8", "replace") if crash.exists() else "",
    )


def _is_at_work(folder: Path) -> bool:
    try:
        return is_held(folder / LOCK_FILE)
    except OSError:  # a disk without locks: what the files say decides
        return False
