"""Watches what the worker's process holds in memory, once a second, only while it answers."""

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.gui.pages.chat.answers import Answers

EVERY_MS = 1000
MIB = 1024 * 1024
MOST = 600  # seconds kept


class MemoryWatch(QObject):
    """Resident memory of the chat worker.

    Attributes:
        values: MiB, one a second, of the answer that is being written or was written last.

    Signals:
        measured: There is a new value.
    """

    measured = Signal()

    def __init__(self, answers: Answers, parent: QObject | None = None) -> None:
        """Sleep until an answer begins."""
        super().__init__(parent)
        self._answers = answers
        self.values: list[float] = []
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_tick)
        answers.moved.connect(self._on_moved)
        answers.settled.connect(self._on_moved)

    def _on_moved(self) -> None:
        is_busy = self._answers.active is not None
        if is_busy and not self._timer.isActive():
            self.values.clear()
            self._timer.start()
            self._on_tick()
        elif not is_busy:
            self._timer.stop()

    def _on_tick(self) -> None:
        pid = self._answers.answerer.pid
        if self._answers.active is None:
            self._timer.stop()
        if pid is None:
            return
        try:
            held = psutil.Process(pid).memory_info().rss / MIB
        except psutil.Error:
            return
        self.values = [*self.values[-MOST:], held]
        self.measured.emit()
