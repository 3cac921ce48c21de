"""Steps of the undo stack: done and undone off the window's thread, in order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.ops import Ops

translate = QCoreApplication.translate


class Told(QUndoCommand):
    """A change that names itself whenever it is undone or done again.

    Keys undo what another page did, out of sight: only its name tells what that was.
    """

    def __init__(self, text: str, tell: Callable[[str], None]) -> None:
        """Describe the change.

        Args:
            text: What it is, for people.
            tell: Says a sentence.
        """
        super().__init__(text)
        self.tell = tell

    def undone_text(self) -> str:
        """Return what is said when it was undone."""
        return filled(translate("undo", "Undone: %1"), [self.text()])

    def again_text(self) -> str:
        """Return what is said when it was done again."""
        return filled(translate("undo", "Done again: %1"), [self.text()])


class Change(Told):
    """A change of the store with its inverse; every change is saved when it is done."""

    def __init__(
        self,
        text: str,
        ops: Ops,
        forth: Callable[[], Any],
        back: Callable[[], Any],
        changed: frozenset[str],
        tell: Callable[[str], None],
    ) -> None:
        """Describe the change; pushing it on the stack does it."""
        super().__init__(text, tell)
        self._ops, self._forth, self._back, self._changed = ops, forth, back, changed
        self._is_done = self._is_again = False

    @override
    def redo(self) -> None:
        """Do it."""
        if self._is_again:
            self._run(self._forth, self.again_text())
        elif not self._is_done:
            self._ops.write(self._forth, changed=self._changed)
        self._is_again = True

    @override
    def undo(self) -> None:
        """Undo it."""
        self._run(self._back, self.undone_text())

    def take_back(self, stack: QUndoStack) -> None:
        """Do the inverse as a change of its own, which joins the stack once the store has it."""
        text = filled(translate("undo", "Take back: %1"), [self.text()])
        inverse = Change(text, self._ops, self._back, self._forth, self._changed, self.tell)
        inverse._is_done = True
        sentence = self.undone_text()

        def done(result: Any) -> None:
            del result
            stack.push(inverse)
            inverse.tell(sentence)

        self._ops.write(self._back, done, changed=self._changed, owner=stack)

    def _run(self, function: Callable[[], Any], sentence: str) -> None:
        """Say it when the store has it; the stack may have dropped this change by then."""
        tell = self.tell

        def done(result: Any) -> None:
            del result
            tell(sentence)

        self._ops.write(function, done, changed=self._changed)


def undo_one(stack: QUndoStack, change: Change) -> None:
    """Undo one change, whatever was done since; nothing happens when it is undone already.

    The button of a toast names this change, so it may touch no other. What was done since stays,
    and stays undoable: the stack goes back by one when the change is its newest, else the inverse
    is done as a new change. The store refuses an inverse that does not fit any more, such as that
    of a renaming after another one, and its sentence is shown.
    """
    done = [stack.command(at) for at in range(stack.index())]
    if done and done[-1] is change:
        stack.undo()
    elif any(each is change for each in done):
        change.take_back(stack)
