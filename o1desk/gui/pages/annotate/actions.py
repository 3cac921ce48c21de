"""What each key of the page does; keys that come while a sample is on its way wait for it."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.rating import Rating
from o1desk.gui.session import Session

STEP = {"bad": -1, "neutral": 0, "good": 1}
WHOLE = {"all_bad": -1, "all_neutral": 0, "all_good": 1}
STORING = (*STEP, *WHOLE, "clear", "rest_neutral", "accept")
MOST_WAITING = 40


class Actions(QObject):
    """Does what a key, a button or the palette asks for by name.

    Signals:
        note_asked: The note should have the keys.
        flags_asked: The flags should open.
        more_asked: All of the step should be shown.
        edit_asked: The step should be edited.
        write_asked: A chain should be written.
    """

    note_asked = Signal()
    flags_asked = Signal()
    more_asked = Signal()
    edit_asked = Signal()
    write_asked = Signal()

    def __init__(
        self, session: Session, desk: AnnotationDesk, rating: Rating, parent: QObject
    ) -> None:
        """Know what every name means.

        Args:
            session: The session.
            desk: The annotation.
            rating: What can be said.
            parent: Owner.
        """
        super().__init__(parent)
        self._session, self._desk, self._rating = session, desk, rating
        self._waiting: deque[str] = deque(maxlen=MOST_WAITING)
        desk.loaded.connect(self._go_on)

    def run(self, name: str) -> None:
        """Do something by its name in `keys.ACTIONS`, now or when the sample is here."""
        if self._desk.is_loading:
            self._waiting.append(name)
        elif name in STEP:
            self._rating.rate_step(STEP[name])
        elif name in WHOLE:
            self._rating.rate_whole(WHOLE[name])
        else:
            self._others()[name]()

    def _others(self) -> dict[str, Callable[[], None]]:
        return {
            "down": self._down,
            "up": self._up,
            "open": self._open,
            "rest_neutral": self._rest,
            "clear": self._rating.clear,
            "accept": self._rating.accept,
            "more": self.more_asked.emit,
            "note": self.note_asked.emit,
            "flag": self.flags_asked.emit,
            "edit": self.edit_asked.emit,
            "write": self.write_asked.emit,
            "undo": self._undo,
            "next": self._next,
            "back": self._back,
        }

    def _go_on(self) -> None:
        while self._waiting and not self._desk.is_loading:
            self.run(self._waiting.popleft())

    def _down(self) -> None:
        self._desk.set_step(self._desk.step + 1)

    def _up(self) -> None:
        self._desk.set_step(self._desk.step - 1)

    def _open(self) -> None:
        item = self._desk.item
        found = item.next_open(self._desk.step, stops=self._desk.stops) if item else None
        if found is not None:
            self._desk.set_step(found)
        elif item is not None:
            self._session.toast(self.tr("Every step has a rating"), tone="good")

    def _rest(self) -> None:
        self._rating.rate_rest(0)

    def _undo(self) -> None:
        undo = self._session.undo
        if not undo.canUndo():
            self._session.toast(self.tr("There is nothing to undo"))
            return
        undo.undo()  # it names itself

    def _next(self) -> None:
        if not self._desk.move(1):
            self._session.toast(self.tr("That was the last one of this queue"), tone="good")

    def _back(self) -> None:
        if not self._desk.move(-1):
            self._session.toast(self.tr("This is the first one of this queue"))
