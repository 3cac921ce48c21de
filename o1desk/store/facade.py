"""One object that holds everything the store can do."""

from pathlib import Path
from types import TracebackType
from typing import Self

from o1desk.store import backups, opening
from o1desk.store.access import Access
from o1desk.store.blobs import BlobFolder
from o1desk.store.connect import explained, quick_check
from o1desk.store.conversations import Conversations
from o1desk.store.datasets import Datasets
from o1desk.store.labels import Labels
from o1desk.store.lineage import Lineage
from o1desk.store.metrics import Metrics
from o1desk.store.models import Adapters, Models
from o1desk.store.problems import Problems
from o1desk.store.removal import REMOVED
from o1desk.store.rollouts import Rollouts
from o1desk.store.runs import Checkpoints, Runs
from o1desk.store.samples import Samples
from o1desk.store.state import State

BLOBS = "blobs"
_COUNTED = {
    "problem": "1",
    "sample": f"id NOT IN ({REMOVED})",
    "label": "1",
    "preference": "1",
    "dataset": "removed IS NULL",
    "run": "removed IS NULL",
    "message": "conversation_id IN (SELECT id FROM conversation WHERE removed IS NULL)",
}


class Store:
    """The database of one data folder, and the files that belong to it.

    Attributes:
        data: The data folder.
        access: The way to the database, for the rooms of the store itself.
        is_read_only: Whether nothing can be written.
        notices: Sentences the user should see after opening.
        problems: Problems.
        samples: Samples with their steps.
        labels: Labels and preferences.
        datasets: Named selections.
        runs: Runs and their events.
        metrics: Numbers over the steps of a run.
        rollouts: What training runs sampled, by step.
        checkpoints: Checkpoints of runs.
        models: Models by reference.
        adapters: Adapters by run and step.
        conversations: Chats and what they cost.
        lineage: Where things come from.
        state: Where the window was.
    """

    def __init__(self, data: Path, opened: opening.Opened) -> None:
        """Put the repositories around an open database."""
        self._opened = opened
        self._is_open = True
        self.data = data
        self.notices = opened.notices
        self.is_read_only = opened.writer is None
        self.access = Access(
            data=data,
            blobs=BlobFolder(data / BLOBS),
            readers=opened.readers,
            writer=opened.writer,
        )
        self.problems = Problems(self.access)
        self.samples = Samples(self.access)
        self.labels = Labels(self.access)
        self.datasets = Datasets(self.access)
        self.runs = Runs(self.access)
        self.metrics = Metrics(self.access)
        self.rollouts = Rollouts(self.access)
        self.checkpoints = Checkpoints(self.access)
        self.models = Models(self.access)
        self.adapters = Adapters(self.access)
        self.conversations = Conversations(self.access)
        self.lineage = Lineage(self.access)
        self.state = State(self.access)

    @property
    def has_changes(self) -> bool:
        """Whether anything was written since the last backup of this session."""
        writer = self._opened.writer
        return writer is not None and writer.changes > 0

    def backup(self) -> backups.Backup:
        """Copy the database to a verified backup and thin the older ones.

        Raises:
            StoreUnavailableError: If the folder cannot be written.
            NoSpaceError: If the disk is full; no file is left behind.
        """
        writer = self._opened.writer
        before = writer.changes if writer else 0
        with explained(self.data, "make a backup"), self.access.readers.connection() as source:
            made = backups.create(source, self.data)
        if writer is not None:
            writer.changes -= before
        return made

    def check(self) -> str:
        """Return "" if the database is sound, else the first fault as SQLite words it."""
        with self.access.readers.connection() as connection:
            return quick_check(connection)

    def counts(self) -> dict[str, int]:
        """Return how many rows the main tables hold, without those that were removed."""
        with self.access.reading() as connection:
            return {
                table: connection.execute(
                    f"SELECT count(*) FROM {table} WHERE {condition}"  # noqa: S608 - our own names
                ).fetchone()[0]
                for table, condition in _COUNTED.items()
            }

    def close(self) -> None:
        """Finish what is queued and give the data folder back; harmless when repeated."""
        if self._is_open:
            self._is_open = False
            opening.close(self._opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(data: Path, *, read_only: bool = False) -> Store:
    """Open the store of a data folder; a new folder gets a new database.

    Args:
        data: The data folder.
        read_only: Only look: also beside a program that writes, on a read-only disk, or in a
            database made by a later version.

    Raises:
        StoreUnavailableError: If another process owns the folder, it cannot be written, or the
            database is damaged (`DamagedStoreError`), foreign or made by a later version.
        NoSpaceError: If the disk is full.
    """
    opened = opening.open_readable(data) if read_only else opening.open_writable(data)
    return Store(data, opened)
