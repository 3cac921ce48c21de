"""What is done about bugs in the window itself: a report that can be copied, never a silent end.

A native crash leaves the fault handler's file, which the next start shows once; after a crash
within the first seconds the next start draws without the graphics driver.
"""

import faulthandler
import logging
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from o1desk.logs import environment_report

logger = logging.getLogger(__name__)

FAULT_FILE = "window-crash.txt"
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
    """The file into which a native crash is written.

    Attributes:
        last: What the last crash left; empty when the last start ended by itself.
        was_early: Whether that crash came within seconds of its start.
    """

    def __init__(self, folder: Path) -> None:
        """Read what the last start left, and begin a new file."""
        self._path = folder / FAULT_FILE
        self.last, self.was_early = _left_behind(self._path)
        self._file = self._path.open("w", encoding="utf-8")
        self._file.write(f"started {time.time():.0f}\n")
        self._file.flush()
        faulthandler.enable(self._file, all_threads=True)

    def close(self) -> None:
        """The program ends by itself: nothing is left behind."""
        faulthandler.disable()
        self._file.close()
        self._path.unlink(missing_ok=True)


def _left_behind(path: Path) -> tuple[str, bool]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        seconds = path.stat().st_mtime - float(text.split()[1])
    except (OSError, ValueError, IndexError):
        return "", False
    _, _, crash = text.partition("\n")
    return crash.strip(), bool(crash.strip()) and seconds < EARLY_S


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    del context
    logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
