"""The way into a data folder: opened beside the window, or a page that says why not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.core.errors import FolderInUseError, O1DeskError
from o1desk.core.settings import Settings
from o1desk.gui.error_words import in_words
from o1desk.gui.instance import raise_first
from o1desk.gui.opening import Opener
from o1desk.gui.theme import Theme
from o1desk.gui.trouble import TroublePage
from o1desk.gui.welcome import Welcome
from o1desk.gui.window import MainWindow
from o1desk.store import backups, health
from o1desk.store.connect import DamagedStoreError

LOOK_MS, LOOKS = 100, 20  # for two seconds, whether another start of this moment listens


class Entrance(QObject):
    """Opens the data folder, as often as it takes.

    Attributes:
        data: The data folder; another one when the user chooses so.

    Signals:
        opened: It is open (OpenFolder).
        surplus: Another start of the same moment was faster, and came forward.
    """

    opened = Signal(object)
    surplus = Signal()

    def __init__(self, window: MainWindow, theme: Theme, settings: Settings, data: Path) -> None:
        """Stand ready; `begin` opens the folder.

        Args:
            window: Shows the welcome, or what is wrong.
            theme: The look.
            settings: How workers are started; the choice of another folder is kept there.
            data: The data folder.
        """
        super().__init__(window)
        self.data = data
        self._window, self._theme, self._settings = window, theme, settings
        self._opener: Opener | None = None
        self._is_first, self._looks_left = True, LOOKS

    def begin(self, *, read_only: bool = False, repair: Callable[[], object] | None = None) -> None:
        """Open the folder on another thread.

        Args:
            read_only: Open it without the power to change it.
            repair: Done first, such as putting a backup in place.
        """
        self._window.show_only(lambda: Welcome(self._theme))
        opener = Opener(self.data, self._settings, self, read_only=read_only, repair=repair)
        opener.opened.connect(self.opened)
        opener.refused.connect(self._on_refused)
        self._opener = opener
        opener.start()

    def wait(self) -> None:
        """Wait until the thread that opens has ended."""
        if self._opener is not None:
            self._opener.wait()

    def _on_refused(self, error: Exception) -> None:
        if self._is_first and raise_first(self.data):
            self.surplus.emit()
            return
        if self._is_first and isinstance(error, FolderInUseError) and self._looks_left:
            self._looks_left -= 1  # the other one has the folder, and will listen in a moment
            QTimer.singleShot(LOOK_MS, self, lambda: self._on_refused(error))
            return
        self._is_first = False
        self._window.show_only(lambda: self._trouble(error))

    def _trouble(self, error: Exception) -> TroublePage:
        is_damaged = isinstance(error, DamagedStoreError)
        backup = error.backup if isinstance(error, DamagedStoreError) else None
        sentence = str(error) if isinstance(error, O1DeskError) else f"{self.data}: {error}"
        told = in_words(sentence)
        page = TroublePage(self._theme, told, is_damaged=is_damaged, backup=backup)
        page.retried.connect(self._retry)
        page.read_only_chosen.connect(self._open_read_only)
        page.restore_chosen.connect(self._restore)
        page.empty_chosen.connect(self._start_empty)
        page.folder_chosen.connect(self._choose_folder)
        return page

    # --- what next ---

    def _retry(self) -> None:
        self.begin()

    def _open_read_only(self) -> None:
        self.begin(read_only=True)

    def _restore(self, backup: Path) -> None:
        data = self.data
        self.begin(repair=lambda: backups.restore(data, backup.name))

    def _start_empty(self) -> None:
        data = self.data
        self.begin(repair=lambda: health.start_empty(data))

    def _choose_folder(self, folder: str) -> None:
        self.data = Path(folder)
        self._settings.set("data.folder", folder)
        self.begin()
