"""Ratings as steps of the undo stack; undoing one brings its sample back into hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from o1desk.gui.pages.annotate.label_book import Change
from o1desk.gui.undo import Told

if TYPE_CHECKING:
    from o1desk.gui.pages.annotate.desk import AnnotationDesk

NOTE_ID = 1001  # commands of one kind may merge: the keys of one visit to a note are one change


class Write(Told):
    """Some labels of one sample become others.

    Attributes:
        changes: What becomes of them.
    """

    def __init__(
        self,
        desk: "AnnotationDesk",
        sample: int,
        changes: Sequence[Change],
        text: str,
        visit: int | None = None,
    ) -> None:
        """Describe the change; pushing it on the stack does it.

        Args:
            desk: The annotation.
            sample: Row of the sample.
            changes: What becomes of its labels.
            text: What it is, for people.
            visit: Changes of one label with an equal visit are undone together; None never.
        """
        super().__init__(text, desk.tell)
        self._desk, self._sample, self.changes = desk, sample, list(changes)
        self._visit = visit
        self._is_first = True

    @property
    def place(self) -> tuple[int, int | None, int | None]:
        """Sample, step and visit: what is typed in one place in one go is one change."""
        return self._sample, self.changes[0].step, self._visit

    @override
    def redo(self) -> None:
        self._desk.apply(self._sample, self.changes)
        if not self._is_first:
            self.tell(self.again_text())
            self._show()
        self._is_first = False

    @override
    def undo(self) -> None:
        back = [Change(step, after, before) for step, before, after in self.changes]
        self._desk.apply(self._sample, back)
        self.tell(self.undone_text())
        self._show()

    @override
    def id(self) -> int:
        return -1 if self._visit is None else NOTE_ID

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Write) or other.place != self.place:
            return False
        first, last = self.changes[0], other.changes[-1]
        self.changes = [Change(first.step, first.before, last.after)]
        return True

    def _show(self) -> None:
        self._desk.bring(self._sample, self.changes[0].step)
