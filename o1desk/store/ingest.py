"""From runs to rows: what a worker wrote in its folder enters the database.

`Ingest` fulfils `core.runs.RunSink`. Everything may be told twice: events are known by (run, seq),
lines by (run, file, line), samples by their content. A batch that cannot be stored (a full disk)
raises and leaves nothing half done; telling it again later completes it.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from o1desk.core.errors import InputError
from o1desk.core.events import Event, Rollout, SampleWritten, Stamped
from o1desk.core.runs import INPUTS_FILE, SAMPLES_FILE, Run, RunEnd, RunSink
from o1desk.store import health, run_rows
from o1desk.store.dataset_rows import link_run
from o1desk.store.facade import Store, open_store
from o1desk.store.imports.environment_file import read_back
from o1desk.store.run_files import Read, RunFile, read_on
from o1desk.store.run_folder import read_end, read_events, read_run

ROLLOUTS_FILE = "rollouts.jsonl"
BATCH = 500


@dataclass(slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild brought back.

    Attributes:
        runs: How many run folders were read.
        events: How many events they told.
        problems: How many imported problems were read from files.
        left_out: Folder and reason of each that could not be read.
    """

    runs: int = 0
    events: int = 0
    problems: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


class Ingest(RunSink):
    """Stores what happens to runs."""

    def __init__(self, store: Store) -> None:
        """Keep the store; it stays open as long as runs are told."""
        self._access = store.access

    @override
    def run_started(self, run: Run) -> None:
        """Store a new run, or one that goes on, with its frozen inputs."""

        def work(connection: sqlite3.Connection) -> Read:
            run_rows.put_run(connection, run)
            run_rows.set_state(connection, run.id, "starting")
            _link_dataset(connection, run, self._access.data)
            return self._read(connection, run.id, run.folder, INPUTS_FILE)

        read = self._access.write(work, doing="store the run")
        self._read_rest(run.id, run.folder, INPUTS_FILE, read)

    @override
    def events(self, run_id: str, events: Sequence[Stamped]) -> None:
        """Store a batch in one transaction, with the samples it speaks of."""

        def work(connection: sqlite3.Connection) -> tuple[Path, dict[str, Read]]:
            folder = self._folder(connection, run_id)
            for stamped in events:
                run_rows.put_event(connection, run_id, stamped)
            files = sorted({name for each in events if (name := _file_of(each.event))})
            return folder, {name: self._read(connection, run_id, folder, name) for name in files}

        folder, reads = self._access.write(work, doing="store the events of a run")
        for name, read in reads.items():
            self._read_rest(run_id, folder, name, read)

    @override
    def run_ended(self, run_id: str, end: RunEnd) -> None:
        """Store the end, and samples that no event spoke of."""

        def work(connection: sqlite3.Connection) -> Path:
            folder = self._folder(connection, run_id)
            run_rows.put_end(connection, run_id, end)
            return folder

        folder = self._access.write(work, doing="store the end of a run")
        self.read_samples(run_id, folder)

    def read_samples(self, run_id: str, folder: Path) -> None:
        """Store whatever the sample files of a run hold beyond what was read."""
        for name in (SAMPLES_FILE, ROLLOUTS_FILE):
            self._read_rest(run_id, folder, name, Read(is_done=False))

    def _read_rest(self, run_id: str, folder: Path, name: str, read: Read) -> None:
        while not read.is_done:
            read = self._access.write(
                lambda connection: self._read(connection, run_id, folder, name),
                doing="store the samples of a run",
            )

    def _read(self, connection: sqlite3.Connection, run_id: str, folder: Path, name: str) -> Read:
        source = RunFile(run=run_id, folder=folder, name=name)
        read = read_on(connection, self._access.blobs, source)
        run_rows.refresh_pass_rates(connection, read.problems)
        return read

    def _folder(self, connection: sqlite3.Connection, run_id: str) -> Path:
        """Return the folder of a run; one nobody announced is read from its folder."""
        row = connection.execute("SELECT folder FROM run WHERE id = ?", (run_id,)).fetchone()
        if row is not None:
            return Path(row[0])
        run = read_run(self._access.data / "runs" / run_id)
        run_rows.put_run(connection, run)
        return run.folder


def rebuild(data: Path) -> Rebuilt:
    """Make the database again from run folders and imported files.

    What people did by hand is not in those folders: where the database still exists it keeps it,
    where it is gone the backups have it. Running it twice changes nothing.

    Raises:
        StoreUnavailableError: If the folder is in use or the database cannot be opened.
        NoSpaceError: If the disk is full.
    """
    if (data / health.MARKER).exists():
        health.start_empty(data)
    rebuilt = Rebuilt()
    with open_store(data) as store:
        ingest = Ingest(store)
        rebuilt.problems = read_back(store)
        for folder in sorted((data / "runs").glob("*")):
            try:
                run = read_run(folder)
            except InputError as error:
                rebuilt.left_out.append((folder.name, str(error)))
                continue
            rebuilt.events += _retell(store, ingest, run)
            rebuilt.runs += 1
    return rebuilt


def _retell(store: Store, ingest: Ingest, run: Run) -> int:
    store.access.write(
        lambda connection: run_rows.forget(connection, run.id), doing="rebuild the run"
    )
    ingest.run_started(run)
    count, last = 0, None
    batch: list[Stamped] = []
    for stamped in read_events(run.folder):
        batch.append(stamped)
        count, last = count + 1, stamped.event
        if len(batch) == BATCH:
            ingest.events(run.id, batch)
            batch = []
    if batch:
        ingest.events(run.id, batch)
    end = read_end(run.folder, last)
    if end is None:
        ingest.read_samples(run.id, run.folder)
    else:
        ingest.run_ended(run.id, end)
    return count


def _file_of(event: Event) -> str:
    """Return the sample file an event speaks of; "" for none, or for a name outside the folder."""
    if isinstance(event, SampleWritten | Rollout) and event.file == Path(event.file).name:
        return event.file
    return ""


def _link_dataset(connection: sqlite3.Connection, run: Run, data: Path) -> None:
    """Note the dataset that a run's configuration names, by its name or its file."""
    settings = run.config.get("config", run.config)
    named = settings.get("dataset", "") if isinstance(settings, dict) else ""
    if not isinstance(named, str) or not named:
        return
    for row_id, name, file in connection.execute("SELECT id, name, file FROM dataset").fetchall():
        if named == name or (file and Path(named).absolute() == (data / file).absolute()):
            link_run(connection, run.id, row_id)
