"""The desktop program put together: look, window, data folder, workers, and the end of it all."""

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

from o1desk.core.errors import EXIT_BUG, EXIT_DONE, O1DeskError
from o1desk.core.settings import FILE, Settings
from o1desk.gui import canary
from o1desk.gui.closing import Closing
from o1desk.gui.crash import Crashes, FaultLog
from o1desk.gui.i18n import Languages
from o1desk.gui.icons import picture
from o1desk.gui.instance import Instance, raise_first
from o1desk.gui.opening import Opener, OpenFolder
from o1desk.gui.session import Session, Toast
from o1desk.gui.theme import Theme
from o1desk.gui.toasts import notify_system
from o1desk.gui.tray import Tray
from o1desk.gui.trouble import TroublePage
from o1desk.gui.welcome import Welcome
from o1desk.gui.window import STATES, MainWindow
from o1desk.paths import config_dir, data_dir
from o1desk.store import backups, health
from o1desk.store.connect import DamagedStoreError

SAFE = "--safe-mode"


class Desktop(QObject):
    """The running program.

    Attributes:
        window: Its window.
        session: The open data folder; None before.
    """

    def __init__(self, app: QApplication, data: Path, fault: FaultLog) -> None:
        """Build the window and begin to open the data folder.

        Args:
            app: The application.
            data: The data folder.
            fault: Where native crashes are written.
        """
        super().__init__(app)
        self._app, self._data, self._fault = app, data, fault
        self.settings = Settings.load(config_dir() / FILE)
        self._languages = Languages()
        self._languages.set_language(str(self.settings.get("appearance.language")))
        scale = float(self.settings.get("appearance.scale")) / 100
        self._theme = Theme(app, mode=str(self.settings.get("appearance.theme")), scale=scale)
        self.settings.on_change(self._on_setting)
        self._crashes = Crashes(self)
        self._crashes.install()
        self._crashes.happened.connect(self._on_bug)
        self.window = MainWindow(self._theme, self._shape())
        self.window.setWindowIcon(picture("overview", self._theme.color("accent"), 64))
        self.window.close_asked.connect(self._on_close_asked)
        self.window.toast_asked.connect(self._on_system_toast)
        self._instance = Instance(data, self)
        self._instance.raise_asked.connect(self.come_forward)
        self._tray: Tray | None = None
        self._folder: OpenFolder | None = None
        self._closing: Closing | None = None
        self._report: QMessageBox | None = None
        self.session: Session | None = None
        self.wake: tuple[socket.socket, ...] = ()  # kept open for as long as signals are heard
        app.commitDataRequest.connect(self._on_logout)
        app.setQuitOnLastWindowClosed(False)
        self._open()

    def come_forward(self) -> None:
        """Raise the window, from the tray or from behind others."""
        self.window.show()
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    # --- the data folder ---

    def _open(self, *, read_only: bool = False) -> None:
        self.window.show_only(Welcome(self._theme))
        self._opener = Opener(self._data, self.settings, self, read_only=read_only)
        self._opener.opened.connect(self._on_opened)
        self._opener.refused.connect(self._on_refused)
        self._opener.start()

    def _on_opened(self, folder: OpenFolder) -> None:
        self._folder = folder
        session = Session(folder.store, folder.manager, self.settings, self._theme)
        self.session = session
        self._closing = Closing(
            session, self.window, can_hide=QSystemTrayIcon.isSystemTrayAvailable
        )
        self._closing.finished.connect(self.quit)
        self._closing.hidden.connect(self._hide)
        self._closing.waiting.connect(self.window.set_banner)
        self.window.attach(session, first=str(self._shape().value("page") or "overview"))
        if folder.store.is_read_only:
            self.window.set_banner(
                self.tr("Opened read-only: you can look and export; nothing will be changed.")
            )
        for notice in (*self.settings.notices, *folder.store.notices):
            session.toast(notice, tone="warn")
        for found in folder.recovered:
            if found.run.role == "train" and found.end.state.is_resumable:
                self._offer_resume(session, found.run.id, found.end.message)
        if self._fault.last:
            session.toast(
                self.tr("The last start ended in a crash"), tone="warn",
                action=self.tr("Details"), run=self._show_crash,
            )  # fmt: skip

    def _offer_resume(self, session: Session, run_id: str, message: str) -> None:
        def show() -> None:
            session.open("train", run=run_id)

        session.toast(f"{run_id}: {message}", tone="warn", action=self.tr("Show"), run=show)

    def _on_refused(self, error: Exception) -> None:
        is_damaged = isinstance(error, DamagedStoreError)
        backup = error.backup if isinstance(error, DamagedStoreError) else None
        sentence = str(error) if isinstance(error, O1DeskError) else f"{self._data}: {error}"
        page = TroublePage(self._theme, sentence, is_damaged=is_damaged, backup=backup)
        page.retried.connect(self._open)
        page.read_only_chosen.connect(self._open_read_only)
        page.restore_chosen.connect(self._restore)
        page.empty_chosen.connect(self._start_empty)
        page.folder_chosen.connect(self._choose_folder)
        self.window.show_only(page)

    def _open_read_only(self) -> None:
        self._open(read_only=True)

    def _restore(self, backup: Path) -> None:
        self._repair(lambda: backups.restore(self._data, backup.name))

    def _start_empty(self) -> None:
        self._repair(lambda: health.start_empty(self._data))

    def _repair(self, work: Any) -> None:
        try:
            work()
        except (O1DeskError, OSError) as error:
            self._on_refused(error)
        else:
            self._open()

    def _choose_folder(self, folder: str) -> None:
        self._data = Path(folder)
        self._open()

    # --- settings ---

    def _on_setting(self, key: str, value: Any) -> None:
        if key == "appearance.theme":
            self._theme.set_mode(str(value))
        elif key == "appearance.scale":
            self._theme.set_scale(float(value) / 100)
        elif key == "appearance.language":
            self._languages.set_language(str(value))
            self.window.language_changed()

    def _shape(self) -> QSettings:
        return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)

    # --- messages ---

    def _on_system_toast(self, toast: Toast) -> None:
        if self.settings.get("notify.system"):
            self._make_tray()
            notify_system(self._tray, toast)

    def _make_tray(self) -> None:
        if self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = Tray(self.window.windowIcon(), self)
            self._tray.show_asked.connect(self.come_forward)
            self._tray.quit_asked.connect(self.window.close)
            self._tray.show()

    def _hide(self) -> None:
        self._make_tray()
        self.window.hide()

    def _on_bug(self, text: str) -> None:
        if self._report is not None or self.window.isHidden():
            return
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("O1 Desk")
        box.setText(
            self.tr("Something in the window went wrong. Your data and running work are kept.")
        )
        box.setDetailedText(text)
        box.finished.connect(self._on_report_closed)
        self._report = box
        box.open()

    def _on_report_closed(self) -> None:
        self._report = None

    def _show_crash(self) -> None:
        self._on_bug(self._fault.last)

    # --- the end ---

    def _on_close_asked(self) -> None:
        if self._closing is None or self._closing.ask():
            self.quit()

    def _on_logout(self) -> None:
        if self._closing is not None and self._closing.ask():
            self.quit()

    def end_by_signal(self) -> None:
        """Save and leave, as the system asked."""
        if self._closing is None or not any(r.role != "chat" for r in self._active()):
            self.quit()
        else:
            self._closing.suspend()

    def _active(self) -> list[Any]:
        return self.session.runs.active if self.session is not None else []

    def quit(self) -> None:
        """Close the window, then workers and store, then the program."""
        states = self.window.remember()
        if self.session is not None and not self.session.store.is_read_only:
            self.session.store.state.set(STATES, states)
        self.window.release()
        self.window.hide()
        for run in self._active():
            run.hang_up()
        QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        if self.session is not None and self._folder is not None:
            self.session.ops.close()
            self._folder.close()
        self._opener.wait()
        self._fault.close()
        self._app.quit()


def main(data: str | None = None, *, is_safe: bool = False) -> int:
    """Open the window; return the exit code when it is closed.

    Args:
        data: The data folder; None takes the usual one.
        is_safe: Draw without the graphics driver.

    Raises:
        InputError: If the data folder cannot be made.
    """
    folder = data_dir(data or chosen_folder())
    sentence = canary.fault()
    if sentence:
        sys.stderr.write(sentence + "\n")
        return EXIT_BUG
    fault = FaultLog(config_dir())
    if is_safe or fault.was_early:
        os.environ.setdefault("QT_OPENGL", "software")
        os.environ.setdefault("QSG_RHI_BACKEND", "software")
    QGuiApplication.setDesktopFileName("o1desk")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("O1 Desk")
    if raise_first(folder):
        fault.close()
        return EXIT_DONE
    desktop = Desktop(app, folder, fault)
    _hear_signals(desktop)
    desktop.window.show()
    return app.exec()


def chosen_folder() -> str | None:
    """Return the data folder that the settings name; None for the usual one."""
    return str(Settings.load(config_dir() / FILE).get("data.folder")) or None


def _hear_signals(desktop: Desktop) -> None:
    """Let SIGTERM and SIGINT end the program as the close button does.

    Python runs its handlers between byte codes only, and Qt's loop runs none while it waits: the
    system writes the signal's number into a socket that Qt watches.
    """
    if not hasattr(signal, "set_wakeup_fd"):
        return
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    reader.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, desktop)

    def on_signal() -> None:
        reader.recv(64)
        desktop.end_by_signal()

    notifier.activated.connect(on_signal)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    desktop.wake = (reader, writer)
