"""Closes the model of the chat when nobody asked it anything for a while.

A model that waits holds its memory, which a training may need, and has the window look after it.
"""

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.pages.chat.answers import Answers

WAIT_MS = 10 * 60 * 1000


class IdleRelease(QObject):
    """Counts only while a model is open and no answer is in hand."""

    def __init__(self, answers: Answers, parent: QObject, *, wait_ms: int = WAIT_MS) -> None:
        """Wait for a model.

        Args:
            answers: The questions, and the worker.
            parent: Owner.
            wait_ms: How long a model may wait for a question.
        """
        super().__init__(parent)
        self._answers = answers
        self._timer = QTimer(self, singleShot=True, interval=wait_ms)
        self._timer.timeout.connect(answers.unload)
        answers.moved.connect(self._on_changed)
        answers.settled.connect(self._on_changed)
        answers.answerer.changed.connect(self._on_changed)

    @property
    def is_counting(self) -> bool:
        """Whether a model waits for a question."""
        return self._timer.isActive()

    def _on_changed(self) -> None:
        if not self._answers.can_unload:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
