"""Questions in the order they were asked, each from waiting to the end of its answer."""

from collections import deque
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.core.events import Stamped
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.pages.chat.answerer import Answerer
from o1desk.gui.pages.chat.context import question_of
from o1desk.gui.pages.chat.outcome import Outcome, Pending, cut_short, failed, finished
from o1desk.gui.pages.chat.stream import Phase
from o1desk.gui.session import Session

STOP_MS = 2500  # a worker that does not stop an answer within this time is ended
SILENCE_S = 0.5  # without text for so long, the other chains of a vote are being drawn


class Answers(QObject):
    """The questions without an answer; the first one is with the worker.

    Attributes:
        answerer: The worker.

    Signals:
        moved: A question is in another phase (Pending).
        arrived: More of an answer is there (Pending).
        ending: The worker said its last word on an answer (Pending).
        settled: An answer ended (Pending, Outcome).
    """

    moved = Signal(object)
    arrived = Signal(object)
    ending = Signal(object)
    settled = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Start with no questions."""
        super().__init__(parent)
        self.answerer = Answerer(session, self)
        self._waiting: deque[Pending] = deque()
        self._active: Pending | None = None
        self._patience = QTimer(self, singleShot=True, interval=STOP_MS)
        self._patience.timeout.connect(self._on_too_late)
        self.answerer.changed.connect(self._on_worker_changed)
        self.answerer.sent.connect(self._on_sent)
        self.answerer.arrived.connect(self._on_arrived)
        self.answerer.answered.connect(self._on_answered)
        self.answerer.died.connect(self._on_died)

    @property
    def active(self) -> Pending | None:
        """The question that the worker has; None while it has none."""
        return self._active

    @property
    def conversations(self) -> frozenset[int]:
        """The conversations with an open question."""
        return frozenset(each.conversation for each in self._all())

    def of(self, conversation: int | None) -> Pending | None:
        """Return the open question of a conversation."""
        mine = (each for each in self._all() if each.conversation == conversation)
        return next(mine, None)

    def add(self, pending: Pending) -> None:
        """Put a question at the end of the line."""
        self._waiting.append(pending)
        self._go_on()

    def stop(self, pending: Pending) -> None:
        """End an answer; what was written of it is kept."""
        if pending is not self._active:
            self._waiting = deque(each for each in self._waiting if each is not pending)
            self.settled.emit(pending, cut_short(pending))
        elif pending.stream.is_empty:
            self.answerer.forget()
            self._settle(cut_short(pending))
        elif pending.stream.phase is not Phase.STOPPING:
            pending.stream.end_thinking()
            pending.stream.phase = Phase.STOPPING
            self.answerer.drop()
            self._patience.start()
            self.moved.emit(pending)

    @property
    def can_unload(self) -> bool:
        """Whether there is a worker, and no answer in hand."""
        return self.answerer.run is not None and self._active is None

    def unload(self) -> None:
        """Let the worker leave, if it waits; the next question opens its model again."""
        if self.can_unload:
            self.answerer.let_go()

    def prepare(self, base: str) -> None:
        """Open a model before it is asked, unless another one is at work."""
        if self._active is None:
            self.answerer.open(base)

    def _all(self) -> list[Pending]:
        return [*([] if self._active is None else [self._active]), *self._waiting]

    def _go_on(self) -> None:
        if self._active is not None or not self._waiting:
            return
        pending = self._active = self._waiting.popleft()
        pending.stream.phase = Phase.LOADING
        self.moved.emit(pending)
        question = question_of(pending.context, pending.choice, pending.seed)
        self.answerer.ask(pending.choice.base, question)

    def _settle(self, outcome: Outcome) -> None:
        pending, self._active = self._active, None
        self._patience.stop()
        if pending is not None:
            self.settled.emit(pending, outcome)
        self._go_on()

    def _on_worker_changed(self) -> None:
        """Notice the part of a vote that is not streamed: chains drawn together."""
        pending, run = self._active, self.answerer.run
        if pending is None:
            return
        stream, progress = pending.stream, None if run is None else run.progress
        has_said = not (stream.is_empty or stream.phase is Phase.STOPPING)
        is_batch = progress is not None and progress.phase == "sample"
        is_vote = pending.choice.strategy == "vote"
        if is_vote and has_said and (is_batch or stream.silent_s() > SILENCE_S):
            stream.end_thinking()
            stream.phase = Phase.VOTING
        self.moved.emit(pending)

    def _on_sent(self) -> None:
        if self._active is not None and self._active.stream.sent_s is None:
            self._active.stream.sent()
            self.moved.emit(self._active)

    def _on_arrived(self, pieces: list[Stamped]) -> None:
        pending = self._active
        if pending is not None and pending.stream.phase is not Phase.STOPPING:
            pending.stream.take(pieces)
            self.arrived.emit(pending)

    def _on_answered(self, value: dict[str, Any]) -> None:
        pending = self._active
        if pending is not None:
            pending.stream.end_thinking()
            self.ending.emit(pending)
            self._settle(finished(pending, value))

    def _on_died(self, end: RunEnd) -> None:
        pending = self._active
        if pending is None:
            return
        if pending.stream.phase is Phase.STOPPING:
            self._settle(cut_short(pending))
            return
        is_quiet = end.state in (RunState.SUSPENDED, RunState.CANCELLED, RunState.FINISHED)
        told = self.tr("The worker left before the answer was complete") if is_quiet else ""
        self._settle(failed(pending, end.message or told, end.reason))

    def _on_too_late(self) -> None:
        """The worker is deep in something: end it, so that a stop is a stop."""
        pending = self._active
        if pending is not None and pending.stream.phase is Phase.STOPPING:
            self.answerer.kill()
            self._settle(cut_short(pending))
