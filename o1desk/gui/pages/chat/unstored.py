"""Answers that could not be stored: they live as long as the window, and can be stored again."""

from dataclasses import dataclass

from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.outcome import Outcome, Pending
from o1desk.gui.pages.chat.tree import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One answer with everything that is needed to store it.

    Attributes:
        pending: The question it answers.
        outcome: How it ended.
        turn: As it is shown.
    """

    pending: Pending
    outcome: Outcome
    turn: Turn


class Unstored:
    """Answers under numbers below zero, which no row of the store has."""

    def __init__(self) -> None:
        """Have none."""
        self._kept: dict[int, Kept] = {}
        self._rows: dict[int, int] = {}
        self._count = 0

    def keep(self, pending: Pending, outcome: Outcome, why: str) -> Turn:
        """Keep an answer; return it as a message that says why it was not stored."""
        self._count += 1
        turn = loading.unstored(-self._count, pending, outcome, why)
        self._kept[turn.id] = Kept(pending=pending, outcome=outcome, turn=turn)
        return turn

    def get(self, number: int | None) -> Kept | None:
        """Return an answer; None when it is stored, or was never kept."""
        return None if number is None else self._kept.get(number)

    def of(self, conversation: int | None) -> list[Turn]:
        """Return the answers of a conversation that are not stored, oldest first."""
        mine = (each for each in self._kept.values() if each.pending.conversation == conversation)
        return [each.turn for each in mine]

    def stored(self, number: int, row: int) -> None:
        """Note that an answer is in the store now."""
        self._kept.pop(number, None)
        self._rows[number] = row

    def shown(self, number: int | None) -> int | None:
        """Return the number under which a message is shown by now."""
        return None if number is None else self._rows.get(number, number)

    def row_of(self, number: int | None) -> int | None:
        """Return the row of a message; of one that has none, that of the question it answers."""
        kept = self.get(number)
        return self.shown(number) if kept is None else kept.pending.parent
