"""Where events go: first the run folder, then the wire, numbered without gaps."""

import contextlib
import dataclasses
import errno
import os
import threading
import time
from pathlib import Path
from typing import Any

from o1desk.core.errors import FolderGoneError, NoSpaceError
from o1desk.core.events import CheckpointSaved, Done, Event, Failed, Log, Result, dump, parse
from o1desk.core.files import append_line, is_gone, repair_lines, write_json
from o1desk.core.runs import EVENTS_FILE
from o1desk.worker.wire import Wire

SYNC_EVERY_S = 2.0
LONG_TEXT = 8_000  # characters kept of a text that would not fit the wire
_SYNCED = (CheckpointSaved, Done, Failed)


class Outbox:
    """Numbers events, appends each to `events.jsonl`, then sends the same line.

    A resumed run goes on with the next number; what a killed worker left of its last line is cut
    off. Any thread may emit.

    Attributes:
        seq: Number of the last event.
    """

    def __init__(self, folder: Path, wire: Wire) -> None:
        """Open the event file and find out where the numbering stands.

        Raises:
            OSError: If the folder cannot be written.
        """
        self.seq = _last_seq(folder / EVENTS_FILE)
        self._folder = folder
        self._wire = wire
        self._lock = threading.Lock()
        self._synced_s = time.monotonic()
        self._file = os.open(
            folder / EVENTS_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, 0o600
        )

    def emit(self, event: Event) -> None:
        """Record one event.

        Raises:
            NoSpaceError: If the disk is full; the lines so far are whole.
            ValueError: If the event holds NaN or infinity outside a metric.
        """
        with self._lock:
            line = self._line(event)
            self.seq += 1
            try:
                append_line(self._file, line)
            except OSError as error:
                self.seq -= 1
                self._refused(event, error)
            self._wire.send(line)
            try:
                self._sync(force=isinstance(event, _SYNCED))
            except OSError as error:
                self._refused(event, error)

    def look(self) -> None:
        """Look whether the run folder is still there; an open file goes where its folder goes.

        Raises:
            FolderGoneError: If it was moved or removed.
        """
        if is_gone(self._folder):
            raise FolderGoneError(self._folder)

    def close(self) -> None:
        """Put everything on disk; nothing may be emitted afterwards."""
        with self._lock:
            with contextlib.suppress(OSError):  # of a disk that is gone the last event told
                self._sync(force=True)
            os.close(self._file)

    def _refused(self, event: Event, error: OSError) -> None:
        if isinstance(event, Failed):  # the app should still hear why
            return
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpaceError(
                f"The disk is full: {self._folder} takes no more events; everything written so "
                "far was kept; free some space and resume the run"
            ) from error
        raise error

    def _line(self, event: Event) -> bytes:
        seq, t = self.seq + 1, time.time()
        try:
            text = dump(event, seq=seq, t=t)
        except ValueError:
            text = dump(self._shorter(event, seq), seq=seq, t=t)
        return text.encode("utf-8") + b"\n"

    def _shorter(self, event: Event, seq: int) -> Event:
        if isinstance(event, Result):  # large answers go to files and are named by path
            name = f"results/{seq:06d}.json"
            (self._folder / "results").mkdir(exist_ok=True)
            write_json(self._folder / name, dict(event.value))
            return Result(id=event.id, value={"file": name})
        if isinstance(event, Done):
            write_json(self._folder / "summary.json", dict(event.summary))
            return Done(outcome=event.outcome, summary={"file": "summary.json"})
        texts: dict[str, Any] = {
            f.name: _cut(getattr(event, f.name))
            for f in dataclasses.fields(event)
            if isinstance(getattr(event, f.name), str)
        }
        if any(texts[name] != getattr(event, name) for name in texts):
            return dataclasses.replace(event, **texts)
        return Log(level="warning", text=f"a {event.kind} event did not fit the wire: left out")

    def _sync(self, *, force: bool) -> None:
        if force or time.monotonic() - self._synced_s > SYNC_EVERY_S:
            os.fsync(self._file)
            self._synced_s = time.monotonic()


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line feeds into pairs


def _cut(text: str) -> str:
    return text if len(text) <= LONG_TEXT else text[:LONG_TEXT] + " [...]"


def _last_seq(path: Path) -> int:
    if repair_lines(path) == 0:
        return 0
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2 * 64 * 1024))
        return parse(file.readlines()[-1]).seq
