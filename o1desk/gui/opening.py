"""Opens the data folder beside the window, so that the window is painted first."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from o1desk import logs
from o1desk.core.errors import O1DeskError
from o1desk.core.settings import Settings
from o1desk.jobs.lock import DataLock
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.jobs.recover import Recovered
from o1desk.store import Store, open_store
from o1desk.store.ingest import Ingest


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFolder:
    """A data folder in use by this program.

    Attributes:
        store: Its database.
        manager: Its workers.
        lock: Ownership; None when opened read-only.
        recovered: Runs whose worker had gone without a last word.
    """

    store: Store
    manager: Manager
    lock: DataLock | None
    recovered: tuple[Recovered, ...] = ()

    def close(self) -> None:
        """Suspend the workers, close the store, give the folder back."""
        self.manager.close()
        self.store.close()
        if self.lock is not None:
            self.lock.release()


def open_folder(data: Path, settings: Settings, *, read_only: bool = False) -> OpenFolder:
    """Lock a data folder, open its store, and find out what became of earlier runs.

    Raises:
        O1DeskError: If it is in use, damaged, newer, or cannot be written.
    """
    options = ManagerOptions(
        threads=int(settings.get("workers.threads")), offline=bool(settings.get("workers.offline"))
    )
    if read_only:
        store = open_store(data, read_only=True)
        return OpenFolder(store=store, manager=Manager(data, None, options), lock=None)
    lock = DataLock(data)
    lock.acquire()
    try:
        logs.set_up(data)
        store = open_store(data)
    except BaseException:
        lock.release()
        raise
    manager = Manager(data, Ingest(store), options)
    found = tuple(manager.recover())
    return OpenFolder(store=store, manager=manager, lock=lock, recovered=found)


class Opener(QThread):
    """Opens a folder on a thread of its own.

    Signals:
        opened: It is open (OpenFolder).
        refused: It could not be opened (Exception).
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(
        self, data: Path, settings: Settings, parent: QObject, *, read_only: bool = False
    ) -> None:
        """Remember what to open; `start` opens it."""
        super().__init__(parent)
        self._data, self._settings, self._read_only = data, settings, read_only

    @override
    def run(self) -> None:
        try:
            folder = open_folder(self._data, self._settings, read_only=self._read_only)
        except (O1DeskError, OSError) as error:
            self.refused.emit(error)
        else:
            self.opened.emit(folder)
