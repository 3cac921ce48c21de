"""Steps of the undo stack: done and undone off the window's thread, in order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from o1desk.gui.ops import Ops


class Change(QUndoCommand):
    """A change of the store with its inverse; every change is saved when it is done."""

    def __init__(
        self,
        text: str,
        ops: Ops,
        forth: Callable[[], Any],
        back: Callable[[], Any],
        changed: frozenset[str],
    ) -> None:
        """Describe the change; pushing it on the stack does it."""
        super().__init__(text)
        self._ops, self._forth, self._back, self._changed = ops, forth, back, changed

    @override
    def redo(self) -> None:
        """Do it."""
        self._ops.write(self._forth, changed=self._changed)

    @override
    def undo(self) -> None:
        """Undo it."""
        self._ops.write(self._back, changed=self._changed)
