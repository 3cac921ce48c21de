"""Watches what the worker's process holds in memory: as an answer begins and ends, and between.

Most answers of a small model take less than the second between two looks.
"""

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
        self._timer.timeout.connect(self._measure)
        answers.moved.connect(self._on_moved)
        answers.answerer.sent.connect(self._measure)
        answers.ending.connect(self._measure)
        answers.settled.connect(self._on_moved)

    def held_mib(self) -> float | None:
        """Return what the worker holds now, MiB; None without a worker."""
        pid = self._answers.answerer.pid
        with contextlib.suppress(psutil.Error):
            return None if pid is None else float(psutil.Process(pid).memory_info().rss) / MIB
        return None

    def _on_moved(self) -> None:
        is_busy = self._answers.active is not None
        if is_busy and not self._timer.isActive():
            self._timer.start()
            self._measure()
        elif not is_busy:
            self._timer.stop()

    def _measure(self) -> None:
        pending = self._answers.active
        if pending is None:
            self._timer.stop()
            return
        held = self.held_mib()
        if held is not None:
            pending.memory.append((pending.stream.age_s(), held))
            self.measured.emit()
