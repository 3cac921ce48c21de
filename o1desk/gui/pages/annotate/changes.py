"""Ratings as steps of the undo stack; undoing one brings its sample back into hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from o1desk.store.labels import Label

if TYPE_CHECKING:
    from o1desk.gui.pages.annotate.desk import AnnotationDesk

Pair: TypeAlias = tuple[int | None, Label | None, Label | None]
"""Step (None for the whole), the label before, the label after."""


class Write(QUndoCommand):
    """Some labels of one sample become others."""

    def __init__(
        self, desk: "AnnotationDesk", sample: int, pairs: Sequence[Pair], text: str
    ) -> None:
        """Describe the change; pushing it on the stack does it."""
        super().__init__(text)
        self._desk, self._sample, self._pairs = desk, sample, list(pairs)
        self._is_first = True

    @override
    def redo(self) -> None:
        """Write the labels."""
        self._desk.apply(self._sample, [(step, new) for step, _, new in self._pairs])
        if not self._is_first:
            self._show()
        self._is_first = False

    @override
    def undo(self) -> None:
        """Write what was there before."""
        self._desk.apply(self._sample, [(step, old) for step, old, _ in self._pairs])
        self._show()

    def _show(self) -> None:
        step = self._pairs[0][0]
        if self._desk.item is None or self._desk.item.id != self._sample:
            self._desk.show_sample(self._sample, step or 0)
        elif step is not None:
            self._desk.set_step(step)
