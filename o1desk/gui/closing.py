"""Closing the window while workers are at work: suspend, cancel, or go on in the background.

Where only files are at work, `closing_files` asks.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from o1desk.gui.closing_files import ClosingFiles
from o1desk.gui.closing_words import can_resume, promise
from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session

HURRY_MS = 5000  # how long the system waits for workers to save when it shuts down


class Closing(QObject):
    """Decides with the user what becomes of running work.

    Attributes:
        put_off: Ids of runs that were asked to save; the next start offers to go on with them.

    Signals:
        finished: Nothing holds the window any more.
        hidden: The window should go to the tray and the work go on.
        waiting: What says in the language in force what is being waited for (returns a sentence).
    """

    finished = Signal()
    hidden = Signal()
    waiting = Signal(object)

    def __init__(self, session: Session, window: QWidget, *, can_hide: Callable[[], bool]) -> None:
        """Watch the session's runs.

        Args:
            session: The session.
            window: Owner of the question.
            can_hide: Whether there is a tray to go on in.
        """
        super().__init__(window)
        self._session, self._window, self._can_hide = session, window, can_hide
        self.put_off: tuple[str, ...] = ()
        self._is_ending = False
        self._question: QMessageBox | None = None
        self._hurry = QTimer(self)
        self._hurry.setSingleShot(True)
        self._hurry.setInterval(HURRY_MS)
        self._hurry.timeout.connect(self._on_late)
        session.runs.run_ended.connect(self._on_run_ended)
        self._files = ClosingFiles(session, window)
        self._files.done.connect(self.finished)
        self._files.waiting.connect(self.waiting)

    @property
    def is_held(self) -> bool:
        """Whether there is work that closing would end."""
        return bool(self._working() or self._files.at_work)

    def ask(self, *, may_hide: bool = True) -> bool:
        """The user wants to close; return whether the window may go at once.

        While work is being saved, a second wish to close ends it at once; while the question is
        open, it takes the answer that keeps everything.

        Args:
            may_hide: Whether the work may go on in the background. Not so for Quit, or the habit
                of hiding would leave no way to end the program while something runs.
        """
        runs = self._working()
        if not runs:
            return self._files.ask()
        habit = str(self._session.settings.get("train.on_close"))
        if habit == "background" and not may_hide:
            habit = "ask"
        if self._is_ending:
            for run in self._session.runs.active:
                run.kill()
        elif self._question is not None:
            self._question.button(QMessageBox.StandardButton.Ok).click()
        elif habit == "ask":
            self._open_question(runs, may_hide=may_hide)
        else:
            self._decide(habit)
        return False

    def note_work(self) -> None:
        """Note which runs are at work now, the training of the loop among them."""
        jobs = self._session.runs.manager.jobs
        self.put_off = tuple(job.run.id for job in jobs if job.run.role != "chat")

    def hurry(self) -> None:
        """Save and stop everything within seconds, as at a shutdown; then go in any case."""
        if not self._working():
            self.finished.emit()
            return
        self._hurry.start()
        self._decide("suspend")

    def _on_late(self) -> None:
        for run in self._working():
            run.kill()
        self.finished.emit()

    def _working(self) -> list[LiveRun]:
        return [run for run in self._session.runs.active if run.role != "chat"]

    def _open_question(self, runs: list[LiveRun], *, may_hide: bool) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Close O1 Desk"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Work is going on: {titles}").format(
            titles=", ".join(run.title for run in runs)
        ))  # fmt: skip
        box.setInformativeText(promise(runs, self._files.at_work))
        kinds = QMessageBox.StandardButton
        answers = {kinds.Ok: ("suspend", self.tr("Stop and close"))}
        if any(map(can_resume, runs)):
            answers[kinds.Ok] = ("suspend", self.tr("Suspend and close"))
            answers[kinds.Discard] = ("cancel", self.tr("Cancel the work"))
        answers[kinds.Cancel] = ("stay", self.tr("Stay"))
        if may_hide and self._can_hide():
            answers[kinds.Apply] = ("background", self.tr("Go on in the background"))
        for kind, (_, words) in answers.items():
            box.addButton(kind).setText(words)
        box.setDefaultButton(kinds.Ok)
        box.setEscapeButton(kinds.Cancel)

        def answer(pressed: int) -> None:
            self._question = None
            self._decide(answers[kinds(pressed)][0])
            box.deleteLater()

        box.finished.connect(answer)
        self._question = box
        box.open()

    def _decide(self, how: str) -> None:
        if how == "background" and self._can_hide():
            self.hidden.emit()
        elif how in ("suspend", "cancel", "background"):
            self._is_ending = True
            self.waiting.emit(self._waiting_words)
            if how != "cancel":
                self.note_work()
            for run in self._working():
                run.cancel() if how == "cancel" else run.suspend()
            self._on_run_ended()

    def _waiting_words(self) -> str:
        return self.tr("Saving and stopping; close again to end it at once")

    def _on_run_ended(self) -> None:
        if self._is_ending and not self._working():
            self._is_ending = False
            self._hurry.stop()
            self.finished.emit()
