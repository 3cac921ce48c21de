"""Watches what the worker's process holds in memory, once a second, only while it answers."""

import contextlib

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.gui.pages.chat.answers import Answers

EVERY_MS = 1000
MIB = 1024 * 1024


class MemoryWatch(QObject):
    """Notes the resident memory of the chat worker beside the question in hand.

    Signals:
        measured: There is a new value.
    """

    measured = Signal()

    def __init__(self, answers: Answers, parent: QObject | None = None) -> None:
        """Sleep until an answer begins."""
        super().__init__(parent)
        self._answers = answers
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_tick)
        answers.moved.connect(self._on_moved)
        answers.settled.connect(self._on_moved)

    def _on_moved(self) -> None:
        is_busy = self._answers.active is not None
        if is_busy and not self._timer.isActive():
            self._timer.start()
            self._on_tick()
        elif not is_busy:
            self._timer.stop()

    def _on_tick(self) -> None:
        pending, pid = self._answers.active, self._answers.answerer.pid
        if pending is None:
            self._timer.stop()
        elif pid is not None:
            with contextlib.suppress(psutil.Error):
                held = psutil.Process(pid).memory_info().rss / MIB
                pending.memory.append((pending.stream.age_s(), held))
                self.measured.emit()
