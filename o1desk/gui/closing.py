"""Closing the window while workers are at work: suspend, cancel, or go on in the background."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session

AGAIN_S = 10.0  # a second wish to close within this time ends the workers at once


class Closing(QObject):
    """Decides with the user what becomes of running work.

    Signals:
        finished: Nothing holds the window any more.
        hidden: The window should go to the tray and the work go on.
        waiting: A sentence about what is being waited for.
    """

    finished = Signal()
    hidden = Signal()
    waiting = Signal(str)

    def __init__(self, session: Session, window: QWidget, *, can_hide: Callable[[], bool]) -> None:
        """Watch the session's runs.

        Args:
            session: The session.
            window: Owner of the question.
            can_hide: Whether there is a tray to go on in.
        """
        super().__init__(window)
        self._session, self._window, self._can_hide = session, window, can_hide
        self._asked_s = 0.0
        self._is_ending = False
        self._question: QMessageBox | None = None
        session.runs.run_ended.connect(self._on_run_ended)

    def ask(self) -> bool:
        """The user wants to close; return whether the window may go at once."""
        runs = self._working()
        if not runs:
            return True
        if time.monotonic() - self._asked_s < AGAIN_S and self._is_ending:
            for run in self._session.runs.active:
                run.kill()
            return False
        self._asked_s = time.monotonic()
        habit = str(self._session.settings.get("train.on_close"))
        if habit == "ask":
            self._open_question(runs)
        else:
            self._decide(habit)
        return False

    def suspend(self) -> None:
        """Save and stop everything, as at a logout."""
        self._decide("suspend")

    def _working(self) -> list[LiveRun]:
        return [run for run in self._session.runs.active if run.role != "chat"]

    def _open_question(self, runs: list[LiveRun]) -> None:
        if self._question is not None:
            self._question.raise_()
            return
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Close O1 Desk"))
        box.setText(self.tr("Work is going on: {titles}").format(
            titles=", ".join(run.title for run in runs)
        ))  # fmt: skip
        box.setInformativeText(
            self.tr("Suspend saves a checkpoint after the step in hand; it can be resumed later.")
        )
        roles = QMessageBox.ButtonRole
        suspend = box.addButton(self.tr("Suspend and close"), roles.AcceptRole)
        cancel = box.addButton(self.tr("Cancel the work"), roles.DestructiveRole)
        hide = None
        if self._can_hide():
            hide = box.addButton(self.tr("Go on in the background"), roles.ActionRole)
        stay = box.addButton(self.tr("Stay"), roles.RejectRole)
        box.setDefaultButton(suspend)
        box.setEscapeButton(stay)
        answers = [(suspend, "suspend"), (cancel, "cancel"), (hide, "background")]

        def answer() -> None:
            self._question = None
            pressed = box.clickedButton()
            self._decide(next((how for made, how in answers if made is pressed), "stay"))
            box.deleteLater()

        box.finished.connect(answer)
        self._question = box
        box.open()

    def _decide(self, how: str) -> None:
        if how == "background" and self._can_hide():
            self.hidden.emit()
        elif how in ("suspend", "cancel", "background"):
            self._is_ending = True
            self._asked_s = time.monotonic()
            self.waiting.emit(self.tr("Saving and stopping; close again to end it at once"))
            for run in self._working():
                run.cancel() if how == "cancel" else run.suspend()
            self._on_run_ended()

    def _on_run_ended(self) -> None:
        if self._is_ending and not self._working():
            self._is_ending = False
            self.finished.emit()
