"""Python's cyclic garbage is collected on the window's thread, and nowhere else.

Views and their models hold each other in cycles. Were one collected on a thread that reads the
store, its Qt half would die there too, with its timers and painters: Qt allows that nowhere but on
the thread that made it.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class Garbage(QObject):
    """Collects when the event loop is about to rest; there is no clock behind it."""

    def __init__(self, parent: QObject) -> None:
        """Take over from Python; what exists now is taken for immortal and never looked at."""
        super().__init__(parent)
        gc.collect()
        gc.freeze()
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._collect)

    def give_back(self) -> None:
        """Let Python collect by itself again."""
        gc.enable()
        gc.unfreeze()

    def _collect(self) -> None:
        """Collect the oldest generation whose time has come, as Python would."""
        for generation in (2, 1, 0):
            limit = gc.get_threshold()[generation]
            if limit and gc.get_count()[generation] > limit:
                gc.collect(generation)
                return
