"""Opens the data folder beside the window, so that the window is painted first."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from o1desk import logs
from o1desk.core.errors import O1DeskError
from o1desk.core.runs import Run
from o1desk.core.settings import Settings
from o1desk.gui import put_off
from o1desk.jobs.lock import DataLock
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.jobs.recover import Recovered, at_work, recover_run
from o1desk.paths import data_dir
from o1desk.store import Store, open_store
from o1desk.store.ingest import Ingest

logger = logging.getLogger(__name__)

PAGES = "window.pages"  # key of the store's state table: what the pages want to find again
LEAVE_S, HURRY_S = 5.0, 1.0  # how long the last workers may take to leave


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFolder:
    """A data folder in use by this program.

    Attributes:
        store: Its database.
        manager: Its workers.
        lock: Ownership; None when opened read-only.
        recovered: Runs whose worker had gone without a last word, and those put off at the end.
        leaving: Runs of an earlier window whose workers still save.
        pages: What the pages left at the last end, by page.
    """

    store: Store
    manager: Manager
    lock: DataLock | None
    recovered: tuple[Recovered, ...] = ()
    leaving: tuple[Run, ...] = ()
    pages: dict[str, Any] = field(default_factory=dict)

    def take_up(self, run: Run) -> Recovered | None:
        """Store what a run of an earlier window told; None while its worker is there."""
        return recover_run(run, Ingest(self.store))

    def close(self, *, is_hurried: bool = False) -> None:
        """Suspend the workers, close the store, give the folder back; each even if one fails.

        Args:
            is_hurried: Whether the system waits: workers get a second, and no backup is made.
        """
        patience_s = HURRY_S if is_hurried else LEAVE_S
        ends = [lambda: self.manager.close(patience_s), self.store.close, self._end_lock]
        if not is_hurried and not self.store.is_read_only:
            ends.insert(1, self._back_up)
        for end in ends:
            try:
                end()
            except (O1DeskError, OSError):
                logger.exception("the data folder could not be closed as it should")

    def _back_up(self) -> None:
        if self.store.has_changes:
            self.store.backup()

    def _end_lock(self) -> None:
        if self.lock is not None:
            self.lock.release()


def open_folder(data: Path, settings: Settings, *, read_only: bool = False) -> OpenFolder:
    """Lock a data folder, open its store, and find out what became of earlier runs.

    Raises:
        O1DeskError: If it is in use, damaged, newer, or cannot be made or written.
    """
    options = ManagerOptions(
        threads=int(settings.get("workers.threads")), offline=bool(settings.get("workers.offline"))
    )
    if read_only:
        store = open_store(data, read_only=True)
        manager = Manager(data, None, options)
        return OpenFolder(store=store, manager=manager, lock=None, pages=_pages(store))
    lock = DataLock(data_dir(data))
    lock.acquire()
    try:
        logs.set_up(data)
        return _open_owned(data, lock, options)
    except BaseException:
        lock.release()
        raise


def _open_owned(data: Path, lock: DataLock, options: ManagerOptions) -> OpenFolder:
    store = open_store(data)
    try:
        manager = Manager(data, Ingest(store), options)
        recovered = tuple(manager.recover())
        known = {each.run.id for each in recovered}
        return OpenFolder(
            store=store,
            manager=manager,
            lock=lock,
            recovered=(*recovered, *put_off.take(store, known=known)),
            leaving=tuple(at_work(data)),
            pages=_pages(store),
        )
    except BaseException:
        store.close()
        raise


def _pages(store: Store) -> dict[str, Any]:
    kept = store.state.get(PAGES)
    return kept if isinstance(kept, dict) else {}


class Opener(QThread):
    """Opens a folder on a thread of its own.

    Signals:
        opened: It is open (OpenFolder).
        refused: It could not be opened (Exception).
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        data: Path,
        settings: Settings,
        parent: QObject,
        *,
        read_only: bool = False,
        repair: Callable[[], object] | None = None,
    ) -> None:
        """Remember what to open; `start` opens it.

        Args:
            data: The data folder.
            settings: How workers are started.
            parent: Owner.
            read_only: Open it without the power to change it.
            repair: Done first, such as putting a backup in place.
        """
        super().__init__(parent)
        self._data, self._settings = data, settings
        self._read_only, self._repair = read_only, repair

    @override
    def run(self) -> None:
        try:
            if self._repair is not None:
                self._repair()
            folder = open_folder(self._data, self._settings, read_only=self._read_only)
        except (O1DeskError, OSError) as error:
            self.refused.emit(error)
        else:
            self.opened.emit(folder)
