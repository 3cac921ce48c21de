"""Closing the window while files are read in or written out: wait for them, or stop them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from o1desk.core.words import filled
from o1desk.gui.pages.data.file_work import FileWork, file_works
from o1desk.gui.session import Session

_WAIT, _STOP, _STAY = (
    QMessageBox.StandardButton.Ok,
    QMessageBox.StandardButton.Discard,
    QMessageBox.StandardButton.Cancel,
)


class ClosingFiles(QObject):
    """Decides with the user what becomes of imports and exports that are at work.

    A file that is stopped leaves nothing behind: an import writes once, at its end, and an export
    takes its name when it is whole.

    Signals:
        done: No file holds the window any more.
        waiting: What says what is being waited for, in the language in force.
    """

    done = Signal()
    waiting = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Watch the session's files.

        Args:
            session: The session.
            window: Owner of the question.
        """
        super().__init__(window)
        self._window, self._files = window, file_works(session)
        self._question: QMessageBox | None = None
        self._is_waiting = False

    @property
    def at_work(self) -> list[FileWork]:
        """The files that closing would stop."""
        return [work for work in self._files.works if not work.is_over]

    def ask(self) -> bool:
        """Return whether no file holds the window; otherwise ask what should become of them.

        A second wish to close, while the window waits for them, stops them.
        """
        works = self.at_work
        if not works:
            return True
        if self._is_waiting:
            self._decide(_STOP)
        elif self._question is None:
            self._open(works)
        return False

    def _open(self, works: list[FileWork]) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Close O1 Desk"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        titles = ", ".join(work.title for work in works)
        box.setText(filled(self.tr("Not done yet: %1"), [titles]))
        box.setInformativeText(self.tr("What is stopped leaves nothing behind."))
        box.addButton(_WAIT).setText(self.tr("Close when it is done"))
        box.addButton(_STOP).setText(self.tr("Stop it and close"))
        box.addButton(_STAY).setText(self.tr("Stay"))
        box.setDefaultButton(_WAIT)
        box.setEscapeButton(_STAY)

        def answer(pressed: int) -> None:
            self._question = None
            self._decide(QMessageBox.StandardButton(pressed))
            box.deleteLater()

        box.finished.connect(answer)
        self._question = box
        box.open()

    def _decide(self, how: QMessageBox.StandardButton) -> None:
        if how == _STOP:
            self._is_waiting = False
            self.done.emit()  # the session stops them as it closes
        elif how == _WAIT:
            self._is_waiting = True
            self.waiting.emit(self._waiting_words)
            for work in self.at_work:
                work.finished.connect(self._on_over)
                work.failed.connect(self._on_over)
            self._on_over()

    def _waiting_words(self) -> str:
        return self.tr("Closes when the files are done; close again to stop them")

    def _on_over(self) -> None:
        if self._is_waiting and not self.at_work:
            self._is_waiting = False
            self.done.emit()
