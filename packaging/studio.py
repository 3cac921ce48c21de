"""The real program without a screen, driven by a script."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LOOK_MS = 10


class Studio:
    """The program, opened on a data folder.

    Attributes:
        app: The application.
        desktop: The program.
        session: Its open data folder.
    """

    def __init__(self, data: Path, config: Path) -> None:
        """Open the window on a data folder."""
        os.environ["O1DESK_CONFIG"] = str(config)
        from PySide6.QtWidgets import QApplication

        from o1desk.app import Desktop
        from o1desk.gui.crash import FaultLog

        self.app = QApplication(sys.argv[:1])
        self.desktop = Desktop(self.app, data, FaultLog(config))
        self.desktop.window.show()
        self.wait(lambda: self.desktop.session is not None, 60)
        session = self.desktop.session
        assert session is not None  # noqa: S101 - waited for
        self.session = session

    def wait(self, is_done: Callable[[], bool], limit_s: float) -> None:
        """Let the window work until something is so.

        Raises:
            TimeoutError: If it is not so in time.
        """
        end = time.monotonic() + limit_s
        while not is_done():
            if time.monotonic() > end:
                raise TimeoutError(f"not done within {limit_s:g} s")
            self._rest(LOOK_MS)

    def pause(self, seconds: float) -> None:
        """Let the window work for a while."""
        self._rest(max(round(seconds * 1000), 0))

    def close(self) -> None:
        """Leave as a user would."""
        self.desktop.quit()
        self.app.exec()

    def _rest(self, milliseconds: int) -> None:
        """Run an event loop that blocks, as the program's does: garbage is collected in it."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
