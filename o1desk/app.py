"""The desktop program put together: look, window, data folder, workers, and the end of it all."""

import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from o1desk.core.errors import EXIT_BUG, EXIT_DONE
from o1desk.core.settings import FILE, Settings
from o1desk.gui import canary, put_off, restart
from o1desk.gui.backups import Backups
from o1desk.gui.closing import HURRY_MS, Closing
from o1desk.gui.crash import Crashes, FaultLog
from o1desk.gui.entrance import Entrance
from o1desk.gui.error_words import in_words
from o1desk.gui.garbage import Garbage
from o1desk.gui.i18n import Languages
from o1desk.gui.icons import picture
from o1desk.gui.instance import Instance, name_of, raise_first
from o1desk.gui.offers import Offers
from o1desk.gui.opening import PAGES, OpenFolder
from o1desk.gui.reports import Reports
from o1desk.gui.session import Session, Toast
from o1desk.gui.signals import SystemSignals
from o1desk.gui.stragglers import Stragglers
from o1desk.gui.tabs import load_pages
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text
from o1desk.gui.toasts import notify_system
from o1desk.gui.tray import Tray
from o1desk.gui.window import MainWindow
from o1desk.paths import config_dir, named_data_dir

WARM_MS = 400  # after the first page was painted, the code of the others is read
SOFTWARE = {"QT_OPENGL": "software", "QSG_RHI_BACKEND": "software", "QT_XCB_GL_INTEGRATION": "none"}


class Desktop(QObject):
    """The running program.

    Attributes:
        window: Its window.
        session: The open data folder; None before.
        settings: Preferences.
    """

    def __init__(self, app: QApplication, data: Path, fault: FaultLog) -> None:
        """Build the window and begin to open the data folder.

        Args:
            app: The application.
            data: The data folder.
            fault: Where native crashes are written.
        """
        super().__init__(app)
        self._app, self._fault = app, fault
        self._garbage = Garbage(self)
        self.settings = Settings.load(config_dir() / FILE)
        self._languages = Languages()
        self._languages.set_language(str(self.settings.get("appearance.language")))
        scale = float(self.settings.get("appearance.scale")) / 100
        self._theme = Theme(app, mode=str(self.settings.get("appearance.theme")), scale=scale)
        self.settings.on_change(self._on_setting)
        self.window = MainWindow(self._theme, self._shape())
        self._reports = Reports(self.window)
        self._crashes = Crashes(self)
        self._crashes.install()
        self._crashes.happened.connect(self._reports.show_bug)
        self.window.setWindowIcon(picture("overview", self._theme.color("accent"), 64))
        self.window.close_asked.connect(self._on_close_asked)
        self.window.quit_asked.connect(self._on_quit_asked)
        self.window.toast_asked.connect(self._on_system_toast)
        self._instance: Instance | None = None
        self._tray: Tray | None = None
        self._folder: OpenFolder | None = None
        self._closing: Closing | None = None
        self._backup = ""  # put in place of the database at the end
        self._is_hurried = self._is_over = False
        self.session: Session | None = None
        app.commitDataRequest.connect(self._on_logout)
        app.setQuitOnLastWindowClosed(False)
        self._entrance = Entrance(self.window, self._theme, self.settings, data)
        self._entrance.opened.connect(self._on_opened)
        self._entrance.surplus.connect(self.quit)
        self._entrance.begin()

    def come_forward(self) -> None:
        """Raise the window, from the tray or from behind others."""
        self.window.show()
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    # --- the data folder ---

    def _on_opened(self, folder: OpenFolder) -> None:
        if self._is_over:
            folder.close(is_hurried=True)
            return
        self._folder = folder
        session = Session(folder.store, folder.manager, self.settings, self._theme)
        self.session = session
        if folder.lock is not None:
            self._instance = Instance(self._entrance.data, self)
            self._instance.raise_asked.connect(self.come_forward)
        self._closing = Closing(
            session, self.window, can_hide=QSystemTrayIcon.isSystemTrayAvailable
        )
        self._closing.finished.connect(self.quit)
        self._closing.hidden.connect(self._hide)
        self._closing.waiting.connect(self.window.set_banner)
        session.runs.slept.connect(self._on_slept)
        session.restore_asked.connect(self._on_restore_asked)
        first = str(self._shape().value("page") or "")
        self.window.attach(session, first=first, states=folder.pages)
        Backups(session)
        QTimer.singleShot(WARM_MS, session, lambda: session.ops.read(load_pages))
        self._tell_news(session, folder)

    def _tell_news(self, session: Session, folder: OpenFolder) -> None:
        if folder.store.is_read_only:
            self.window.set_banner(self._read_only_words, "read-only")
        for notice in (*self.settings.notices, *folder.store.notices):
            session.toast(in_words(notice), tone="warn")
        told = restart.take_notice()
        if told:
            session.toast(told, tone="warn")
        offers = Offers(session)
        offers.offer(folder.recovered)
        Stragglers(folder, session.ops, session).left.connect(offers.offer_one)
        if self._fault.last:
            session.toast(
                self.tr("The last start ended in a crash"), tone="warn",
                action=self.tr("Details"), run=self._show_crash,
            )  # fmt: skip

    def _read_only_words(self) -> str:
        return self.tr("Opened read-only: you can look and export; nothing will be changed.")

    # --- settings ---

    def _on_setting(self, key: str, value: Any) -> None:
        if key == "appearance.theme":
            self._theme.set_mode(str(value))
        elif key == "appearance.scale":
            self._theme.set_scale(float(value) / 100)
        elif key == "appearance.language":
            self._languages.set_language(str(value))
            self.window.language_changed()
            if self._tray is not None:
                self._tray.speak()

    def _shape(self) -> QSettings:
        return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)

    # --- messages ---

    def _on_system_toast(self, toast: Toast) -> None:
        if self.settings.get("notify.system"):
            self._make_tray()
            notify_system(self._tray, toast)

    def _on_slept(self, seconds: float) -> None:
        if self.session is not None:
            words = self.tr("The computer slept {time}; work goes on, and speeds leave it out")
            self.session.toast(words.format(time=duration_text(seconds)))

    def _make_tray(self) -> None:
        if self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = Tray(self.window.windowIcon(), self)
            self._tray.show_asked.connect(self.come_forward)
            self._tray.quit_asked.connect(self._on_quit_asked)
            self._tray.show()

    def _hide(self) -> None:
        self._make_tray()
        self.window.hide()

    def _show_crash(self) -> None:
        self._reports.show_crash(self._fault.last)

    # --- the end ---

    def _on_close_asked(self) -> None:
        if self._closing is None or self._closing.ask():
            self.quit()

    def _on_quit_asked(self) -> None:
        """End the program; unlike the window's cross, Quit leaves no work in the background."""
        if self._closing is not None and self._closing.is_held:
            self.come_forward()  # the question, or what is being saved, can be seen
        if self._closing is None or self._closing.ask(may_hide=False):
            self.quit()

    def _on_logout(self) -> None:
        """Save before the session ends: the system goes on as soon as this returns."""
        self._is_hurried = True
        limit = time.monotonic() + HURRY_MS / 1000
        jobs = [] if self.session is None else self.session.runs.manager.jobs
        working = [job for job in jobs if job.run.role != "chat"]
        if self._closing is not None:
            self._closing.note_work()
        for job in working:
            job.suspend()
        for job in working:
            job.wait(max(limit - time.monotonic(), 0.0))
        self.quit()

    def end_by_signal(self) -> None:
        """Save and leave, as the system asked; what is not saved within seconds is not waited for.

        The last checkpoint stays in any case.
        """
        self._is_hurried = True
        if self._closing is None:
            self.quit()
        else:
            self._closing.hurry()

    def _on_restore_asked(self, name: str) -> None:
        """Leave, so that a backup can be put in place, and start again."""
        if self.session is not None and self._closing is not None and self._closing.is_held:
            words = self.tr("Work is going on: let it end, or stop it, before you restore a backup")
            self.session.toast(words, tone="warn")
            return
        self._backup = name
        self.quit()

    def _active(self) -> list[Any]:
        return self.session.runs.active if self.session is not None else []

    def quit(self) -> None:
        """Close the window, then workers and store, then the program."""
        if self._is_over:
            return
        self._is_over = True
        if self._instance is not None:
            self._instance.close()
        states, session = self.window.remember(), self.session
        if session is not None and not session.store.is_read_only:
            session.ops.write(lambda: session.store.state.set(PAGES, states))
            runs = () if self._closing is None else self._closing.put_off
            session.ops.write(lambda: put_off.keep(session.store, runs))
        self.window.release()
        self.window.hide()
        for run in self._active():
            run.hang_up()
        QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        self._entrance.wait()
        if self.session is not None and self._folder is not None:
            self.session.ops.close()
            # A backup made now could thin out the one that is wanted; the database is kept anyway.
            self._folder.close(is_hurried=self._is_hurried or bool(self._backup))
        self._fault.close()
        if self._backup:
            restart.restore_and_start(self._entrance.data, self._backup)
        self._garbage.give_back()
        self._app.quit()


def main(data: str | None = None, *, is_safe: bool = False) -> int:
    """Open the window; return the exit code when it is closed.

    Args:
        data: The data folder; None takes the one of the settings, or the usual one.
        is_safe: Draw without the graphics driver.

    Raises:
        InputError: If the folder of the settings cannot be made.
    """
    sentence = canary.fault()
    if sentence:
        sys.stderr.write(sentence + "\n")
        return EXIT_BUG
    chosen = str(Settings.load(config_dir() / FILE).get("data.folder"))
    folder = named_data_dir(data, chosen)
    fault = FaultLog(config_dir(), name_of(folder))
    if is_safe or fault.was_early:
        for name, value in SOFTWARE.items():
            os.environ.setdefault(name, value)
    QGuiApplication.setDesktopFileName("o1desk")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("O1 Desk")
    if raise_first(folder):
        fault.close()
        return EXIT_DONE
    desktop = Desktop(app, folder, fault)
    SystemSignals(desktop.end_by_signal, desktop)
    desktop.window.show()
    return app.exec()
