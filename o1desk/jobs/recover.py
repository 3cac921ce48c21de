"""Finds runs that stopped while nobody watched, and says how they ended."""

import json
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.files import write_json
from o1desk.core.locks import is_held
from o1desk.core.runs import CRASH_FILE, END_FILE, LOCK_FILE, PROCESS_FILE, Run, RunEnd, RunSink
from o1desk.jobs.endings import end_from_json, end_to_json, remembered, vanished
from o1desk.jobs.facts import with_facts
from o1desk.jobs.folder import all_runs, events_after, last_event
from o1desk.jobs.process import is_same_process
from o1desk.jobs.watch import crash_report

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A run whose end was found out afterwards.

    Attributes:
        run: The run.
        end: How it ended.
    """

    run: Run
    end: RunEnd


def recover(data: Path, sink: RunSink) -> list[Recovered]:
    """Tell the sink about every run whose end nobody witnessed.

    A run whose worker still lives is left alone. Everything up to the last whole line of its
    events is told again; the sink is idempotent.

    Args:
        data: The data folder, owned by the caller.
        sink: Told run, events and end.
    """
    found = [recover_run(run, sink) for run in all_runs(data)]
    return [each for each in found if each is not None]


def recover_run(run: Run, sink: RunSink) -> Recovered | None:
    """Tell the sink about one run; None if its end is known or its worker still lives."""
    if end_of_folder(run.folder) is not None or is_at_work(run.folder):
        return None
    end = how_it_ended(run.folder)
    sink.run_started(run)
    tell_events(run, sink)
    sink.run_ended(run.id, end)
    write_json(run.folder / END_FILE, end_to_json(end))
    return Recovered(run=run, end=end)


def at_work(data: Path) -> list[Run]:
    """Return the runs whose workers live although nobody here started them."""
    return [run for run in all_runs(data) if is_at_work(run.folder)]


def end_of_folder(folder: Path) -> RunEnd | None:
    """Return how the last attempt ended, as its parent wrote it; None if no parent did."""
    try:
        return end_from_json(json.loads((folder / END_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def is_at_work(folder: Path) -> bool:
    """Return whether a worker lives in the folder: it holds the lock, or its process is there."""
    try:
        if is_held(folder / LOCK_FILE):
            return True
    except OSError:
        pass  # a file system without locks: the process decides alone
    try:
        process = json.loads((folder / PROCESS_FILE).read_text(encoding="utf-8"))
        return is_same_process(int(process["pid"]), float(process["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def how_it_ended(folder: Path) -> RunEnd:
    """Return how the last attempt in a folder without a worker ended."""
    witnessed = end_of_folder(folder)
    if witnessed is not None:
        return witnessed
    last = last_event(folder)
    end = None if last is None else remembered(last.event)
    return with_facts(end or vanished(crash_report(folder / CRASH_FILE)), folder)


def tell_events(run: Run, sink: RunSink) -> None:
    """Tell the sink every event of a folder, from the first one on."""
    batch = []
    for stamped in events_after(run.folder, 0):
        batch.append(stamped)
        if len(batch) == BATCH:
            sink.events(run.id, batch)
            batch = []
    if batch:
        sink.events(run.id, batch)
