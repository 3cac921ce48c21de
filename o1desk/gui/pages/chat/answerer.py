"""The worker behind the chat: one base model at a time, one question at a time."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from o1desk.core.events import Result, Stamped, StepDone, TokenText
from o1desk.core.runs import RunEnd, RunState
from o1desk.core.words import filled
from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session

_READY = frozenset({RunState.RUNNING, RunState.PAUSED, RunState.SAVING})


class Answerer(QObject):
    """Starts a chat worker for a base model and puts questions to it.

    A question given before the worker listens is sent as soon as it does. Another base model means
    another worker; the old one is let go.

    Signals:
        changed: The worker's state is another.
        sent: The question went to a worker that has its model open.
        arrived: Streamed pieces of the answer in hand (list of Stamped).
        answered: What the worker said in the end (dict).
        died: The worker is gone with a question in hand, or could not start (RunEnd).
    """

    changed = Signal()
    sent = Signal()
    arrived = Signal(object)
    answered = Signal(object)
    died = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Start without a worker."""
        super().__init__(parent)
        self._session = session
        self._run: LiveRun | None = None
        self._base = ""
        self._question: dict[str, Any] | None = None
        self._number: int | None = None  # what the worker calls the question in hand
        self._is_told = False

    @property
    def base(self) -> str:
        """Reference of the model that is open or being opened; empty for none."""
        return self._base

    @property
    def run(self) -> LiveRun | None:
        """The worker; None when there is none."""
        return self._run

    @property
    def is_ready(self) -> bool:
        """Whether the model is open."""
        return self._run is not None and self._run.state in _READY

    @property
    def is_busy(self) -> bool:
        """Whether a question is in hand."""
        return self._question is not None

    @property
    def pid(self) -> int | None:
        """Process number of the worker; None while there is none."""
        job = None if self._run is None else self._run.job
        return None if job is None else job.pid

    @property
    def notice(self) -> str:
        """What the worker said about the model ("no chat template: plain prompts"), or ""."""
        logs = [] if self._run is None else self._run.logs
        return logs[-1].text if logs else ""

    def open(self, base: str) -> None:
        """Have a worker with this base model, if possible the one that is there."""
        if self._run is not None and self._base == base:
            return
        self.let_go()
        self._base = base
        title = filled(self.tr("Chat with %1"), [base])
        run = self._session.runs.start(
            "chat", {"config": {"model": base}}, title=title, is_quiet=True
        )
        self._run = run
        run.changed.connect(self._on_changed)
        run.text_arrived.connect(self._on_text)
        run.result_arrived.connect(self._on_result)
        run.ended.connect(self._on_ended)
        self.changed.emit()

    def ask(self, base: str, question: Mapping[str, Any]) -> None:
        """Put one question; there must be none in hand."""
        self.open(base)
        self._question, self._number, self._is_told = dict(question), None, False
        if self._run is not None:
            self._run.set_streaming(True)
        self._send()

    def drop(self) -> None:
        """Ask the worker to stop the answer in hand."""
        job = None if self._run is None else self._run.job
        if job is not None and self._number is not None:
            job.drop(self._number)

    def forget(self) -> None:
        """Expect no answer any more; a question that was not sent never is."""
        self.drop()
        self._close_question()

    def let_go(self) -> None:
        """Let the worker leave; its memory becomes free."""
        run = self._leave()
        if run is not None:
            run.hang_up()
            self.changed.emit()

    def kill(self) -> None:
        """End a worker that does not listen."""
        run = self._leave()
        if run is not None:
            run.kill()
            self.changed.emit()

    def _leave(self) -> LiveRun | None:
        run, self._run, self._base = self._run, None, ""
        self._close_question()
        if run is not None:
            run.set_streaming(False)
            run.changed.disconnect(self._on_changed)
            run.text_arrived.disconnect(self._on_text)
            run.result_arrived.disconnect(self._on_result)
            run.ended.disconnect(self._on_ended)
        return run

    def _send(self) -> None:
        job = None if self._run is None else self._run.job
        if job is not None and self._question is not None and self._number is None:
            self._number = job.ask(**self._question)
        self._tell_sent()

    def _tell_sent(self) -> None:
        if self._number is not None and self.is_ready and not self._is_told:
            self._is_told = True
            self.sent.emit()

    def _close_question(self) -> None:
        self._question, self._number = None, None
        if self._run is not None:
            self._run.set_streaming(False)

    def _on_changed(self) -> None:
        self._send()
        self.changed.emit()

    def _on_text(self, pieces: list[Stamped]) -> None:
        ours = [each for each in pieces if _id_of(each) == self._number]
        if ours:
            self._tell_sent()
            self.arrived.emit(ours)

    def _on_result(self, result: Result) -> None:
        if self._number is None or result.id != self._number:
            return
        name = result.value.get("file")
        if name is None:
            self._settle(dict(result.value))
        else:
            path = self._folder() / str(name)
            self._session.ops.read(lambda: read_result(path), self._settle, fail=self._lost)

    def _folder(self) -> Path:
        job = None if self._run is None else self._run.job
        return Path() if job is None else job.run.folder

    def _settle(self, value: dict[str, Any]) -> None:
        self._close_question()
        self.answered.emit(value)

    def _lost(self, error: Exception) -> None:
        self._settle({"error": str(error)})

    def _on_ended(self, end: RunEnd) -> None:
        self._leave()
        self.changed.emit()
        self.died.emit(end)


def _id_of(piece: Stamped) -> int | None:
    """Return the question that a streamed piece belongs to."""
    event = piece.event
    return event.id if isinstance(event, TokenText | StepDone) else None


def read_result(path: Path) -> dict[str, Any]:
    """Return an answer that was too long for the wire."""
    value = json.loads(path.read_text(encoding="utf-8"))
    return dict(value)
