"""Workers of an earlier window that still save: their runs are taken up when they have left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from o1desk.core.runs import Run
    from o1desk.gui.opening import OpenFolder
    from o1desk.gui.ops import Ops
    from o1desk.jobs.recover import Recovered

LOOK_MS = 1000


class Stragglers(QObject):
    """Looks after them, once a second while there are any.

    Signals:
        left: A run whose worker left, stored by now (Recovered).
    """

    left = Signal(object)

    def __init__(self, folder: "OpenFolder", ops: "Ops", parent: QObject) -> None:
        """Wait for the workers that were there when the folder was opened."""
        super().__init__(parent)
        self._folder, self._ops = folder, ops
        self._runs: list[Run] = list(folder.leaving)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self._look)
        if self._runs:
            self._clock.start()

    def _look(self) -> None:
        self._ops.read(self._take_up, self._on_taken_up, owner=self)

    def _take_up(self) -> list["Recovered"]:
        found = [self._folder.take_up(run) for run in self._runs]
        return [each for each in found if each is not None]

    def _on_taken_up(self, found: list["Recovered"]) -> None:
        gone = {each.run.id for each in found}
        self._runs = [run for run in self._runs if run.id not in gone]
        for each in found:
            self.left.emit(each)
        if self._runs:
            self._clock.start()
