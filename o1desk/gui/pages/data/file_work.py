"""Files on their way into the store or out of it: beside the window, with progress and Cancel.

They outlive the page that shows them. An import reads and checks for long and writes once at the
end, so that labels and edits never wait for it.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from o1desk.core.errors import Cancelled
from o1desk.gui.ops import sentence_of
from o1desk.gui.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future

TELL_EVERY_S = 0.1
STEADY_S = 1.0  # the speed of less time than this says nothing
PART = "file works"  # where the session keeps them

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How far a file was at a time: bytes or rows, their total, seconds of a steady clock."""

    done: int
    total: int
    at_s: float


class FileWork(QObject):
    """One file that is read or written.

    Attributes:
        title: What people read.
        told: How far it is; None before the first report.
        result: What became of it; None before the end, and when it failed.
        failure: Why nothing came of it; empty while all is well.
        is_waiting: Whether others are before it.
        is_cancelled: Whether somebody stopped it.

    Signals:
        progressed: There is another `told`.
        finished: There is a `result`.
        failed: There is a `failure`.
    """

    progressed = Signal()
    finished = Signal()
    failed = Signal()
    _began = Signal()
    _reported = Signal(object)

    def __init__(self, session: Session, title: str) -> None:
        """Stand ready."""
        super().__init__(session)
        self.session, self.title = session, title
        self.told: Told | None = None
        self.result: Any = None
        self.failure = ""
        self.is_waiting = True
        self.is_cancelled = False
        self._stop = threading.Event()
        self._turn: Future[None] | None = None
        self._first: Told | None = None
        self._reported_s = 0.0
        self._began.connect(self._on_began)
        self._reported.connect(self._on_reported)
        session.ops.closing.connect(self._on_closing)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, one way or the other."""
        return self.result is not None or bool(self.failure)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None before the first report."""
        return None if self.told is None else self.told.done / max(self.told.total, 1)

    def remaining_s(self) -> float | None:
        """Return the time still needed at the speed so far, seconds; None when unknown."""
        first, now = self._first, self.told
        if self.is_over or first is None or now is None or now.done <= first.done:
            return None
        took_s = now.at_s - first.at_s
        if took_s < STEADY_S:
            return None
        return max(now.total - now.done, 0) * took_s / (now.done - first.done)

    def start(self) -> None:
        """Begin, off the window's thread, as soon as one of the threads for files is free."""
        self._turn = self.session.ops.long(
            self._run, self._on_done, fail=self._on_failed, owner=self
        )

    def work(self, report: Report) -> Any:
        """Do the work, off the window's thread, and return its result.

        Args:
            report: Takes how much is done and how much there is; raises `Cancelled`.
        """
        raise NotImplementedError

    def _run(self) -> Any:
        self._began.emit()
        return self.work(self._report)

    def cancel(self) -> None:
        """Stop at the next row; nothing is left behind."""
        if not self.is_over:
            self.is_cancelled = True
            self._stop.set()
            if self._turn is not None and self._turn.cancel():  # it had not begun
                self._on_failed(Cancelled(self.stopped_text()))

    def _report(self, done: int, total: int) -> None:
        """Report from the thread that works; raises when somebody wants it to stop."""
        if self._stop.is_set():
            raise Cancelled(self.stopped_text())
        now = time.monotonic()
        if now - self._reported_s >= TELL_EVERY_S:
            self._reported_s = now
            self._reported.emit(Told(done=done, total=total, at_s=now))

    def stopped_text(self) -> str:
        """Return what is said when it was stopped."""
        raise NotImplementedError

    def outcome_text(self) -> str:
        """Return what became of it, in a sentence or two; only when there is a result."""
        raise NotImplementedError

    def reasons(self) -> list[str]:
        """Return a line for each reason why rows were left out."""
        return []

    def way_on(self) -> tuple[str, Callable[[], None]] | None:
        """Return a word and what to do next with the result; None for nothing."""
        return None

    def _on_closing(self) -> None:
        self._stop.set()

    def _on_began(self) -> None:
        self.is_waiting = False
        self.progressed.emit()

    def _on_reported(self, told: Told) -> None:
        self._first = self._first or told
        self.told = told
        self.progressed.emit()

    def _on_done(self, result: Any) -> None:
        self.result = result
        self.finished.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failure = sentence_of(error)
        self.failed.emit()


class FileWorks(QObject):
    """The files of a session that are at work, or ended with something to read.

    Attributes:
        works: Oldest first.

    Signals:
        added: There is one more (FileWork).
        removed: There is one less (FileWork).
    """

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, session: Session) -> None:
        """Start with none."""
        super().__init__(session)
        self._session = session
        self.works: list[FileWork] = []

    def start(self, work: FileWork) -> None:
        """Begin one more."""
        self.works.append(work)
        work.finished.connect(self._on_finished)
        work.failed.connect(self._on_failed)
        self.added.emit(work)
        work.start()

    def remove(self, work: FileWork) -> None:
        """Put one away."""
        if work in self.works:
            self.works.remove(work)
            self.removed.emit(work)
            work.deleteLater()

    def _on_finished(self) -> None:
        work = self.sender()
        if isinstance(work, FileWork):
            word, run = work.way_on() or ("", None)
            tone = "warn" if work.reasons() else "good"
            self._session.toast(
                work.outcome_text(), tone=tone, action=word, run=run, is_system=True
            )
            if not work.reasons():
                self.remove(work)

    def _on_failed(self) -> None:
        work = self.sender()
        if isinstance(work, FileWork) and work.is_cancelled:
            self._session.toast(work.failure)
            self.remove(work)
        elif isinstance(work, FileWork):
            self._session.toast(work.failure, tone="bad", is_system=True)


def file_works(session: Session) -> FileWorks:
    """Return the files of a session, made on the first call."""
    if PART not in session.parts:
        session.parts[PART] = FileWorks(session)
    made = session.parts[PART]
    assert isinstance(made, FileWorks)  # noqa: S101 - nobody else uses this name
    return made
