"""One window per data folder: a second start raises the first one and leaves."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
WAIT_MS = 1500


def name_of(data: Path) -> str:
    """Return the name under which the window of a data folder listens."""
    digest = hashlib.sha256(str(data.resolve()).encode("utf-8", "surrogateescape"))
    return f"o1desk-{digest.hexdigest()[:20]}"


def raise_first(data: Path) -> bool:
    """Ask the window that has this data folder to come forward; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(data))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(RAISE)
    done = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return bool(done)


class Instance(QObject):
    """Listens for later starts on the same data folder.

    Signals:
        raise_asked: Somebody started the program again.
    """

    raise_asked = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        """Listen; a socket that a crash left behind is replaced.

        Only the owner of the data folder may do so: a listener takes the name away from the one
        before it, and gives it to nobody when it goes.
        """
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name_of(data)):
            QLocalServer.removeServer(name_of(data))
            self._server.listen(name_of(data))

    @property
    def is_listening(self) -> bool:
        """Whether later starts can be heard."""
        return self._server.isListening()

    def close(self) -> None:
        """Hear no more starts: this window is about to go."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_asked.emit()
