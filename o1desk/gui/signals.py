"""SIGTERM and SIGINT as Qt hears them."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class SystemSignals(QObject):
    """Calls back when the system asks the program to end.

    Python runs its handlers between byte codes only, and Qt's loop runs none while it waits: the
    system writes the signal's number into a socket that Qt watches.
    """

    def __init__(self, asked: Callable[[], None], parent: QObject) -> None:
        """Listen from now on; nothing happens on systems without such signals.

        Args:
            asked: Called on the window's thread.
            parent: Owner.
        """
        super().__init__(parent)
        self._asked = asked
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _do_nothing)

    def _on_signal(self) -> None:
        self._reader.recv(64)
        self._asked()


def _do_nothing(number: int, frame: object) -> None:
    del number, frame
