"""What is done about bugs in the window itself: a report that can be copied, never a silent end.

A native crash leaves the fault handler's file, which the next start shows once; after a crash
within the first seconds the next start draws without the graphics driver.
"""

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

import psutil
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from o1desk.logs import environment_report

logger = logging.getLogger(__name__)

FAULT_FILE = "window-crash-{name}-{pid}.txt"
EARLY_S = 30.0
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Crashes(QObject):
    """Catches what nobody caught.

    Signals:
        happened: A report of a bug (str).
    """

    happened = Signal(str)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        logger.error("a bug in the window: %s", text)
        sys.stderr.write(text)
        self.happened.emit(report(text))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def report(trace: str) -> str:
    """Return a trace with the versions of everything and without the home folder's name."""
    versions = "\n".join(f"{name}: {value}" for name, value in environment_report().items())
    return f"{trace}\n{versions}".replace(str(Path.home()), "~")


class FaultLog:
    """The file into which a native crash is written; each process has its own.

    Attributes:
        last: What the last crash left; empty when the last start ended by itself.
        was_early: Whether that crash came within seconds of its start.
    """

    def __init__(self, folder: Path, name: str = "desk") -> None:
        """Take up what earlier starts left, and begin a new file.

        Args:
            folder: Where the files lie; without the right to write there, nothing is kept.
            name: Names the data folder, so that two windows do not take each other's crash.
        """
        self.last, self.was_early = _left_behind(folder, name)
        self._path = folder / FAULT_FILE.format(name=name, pid=os.getpid())
        self._file = _begun(self._path)

    def close(self) -> None:
        """The program ends by itself: nothing is left behind."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)


def _begun(path: Path) -> TextIO | None:
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        logger.warning("a native crash cannot be noted in %s: %s", path, error.strerror)
        return None
    file.write(f"started {time.time():.0f}\n")
    file.flush()
    faulthandler.enable(file, all_threads=True)
    return file


def _left_behind(folder: Path, name: str) -> tuple[str, bool]:
    """Return the newest crash that nobody was shown yet, and whether it was an early one."""
    newest = ("", False)
    paths = folder.glob(FAULT_FILE.format(name=name, pid="*"))
    for _, path in sorted((_changed(path), path) for path in paths):
        if not _is_in_use(path):
            newest = max(_crash_of(path), newest, key=_has_text)
            path.unlink(missing_ok=True)
    return newest


def _has_text(crash: tuple[str, bool]) -> bool:
    return bool(crash[0])


def _crash_of(path: Path) -> tuple[str, bool]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        seconds = _changed(path) - float(text.split()[1])
    except (OSError, ValueError, IndexError):
        return "", False
    _, _, crash = text.partition("\n")
    return crash.strip(), bool(crash.strip()) and seconds < EARLY_S


def _is_in_use(path: Path) -> bool:
    """Return whether the process that began a file is still there."""
    try:
        process = psutil.Process(int(path.stem.rpartition("-")[2]))
        return bool(process.create_time() <= _changed(path))
    except (ValueError, psutil.Error):
        return False


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    del context
    logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
