"""Every question from its asking to its stored answer, in whatever conversation it is.

What ends an answer makes no difference: it is stored with what there is of it.
"""

import dataclasses
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from o1desk.core.errors import InputError
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.chat import loading, partials
from o1desk.gui.pages.chat.answers import Answers
from o1desk.gui.pages.chat.context import Choice, Context, alone, context_of, new_seed
from o1desk.gui.pages.chat.outcome import Outcome, Pending, failed, so_far
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.unstored import Unstored
from o1desk.gui.session import Session

CHANGED = ("conversation", "message")


class Recorder(QObject):
    """Puts questions to the answers' queue and stores how they end.

    Attributes:
        answers: Questions without an answer, and the worker.
        unstored: Answers that could not be stored.

    Signals:
        moved: A question began, moved on, or ended (Pending).
        arrived: More of an answer is there (Pending).
        stored: An answer is in the store, or could not be put there (Pending, Turn).
        stored_again: An answer that could not be stored is in the store (its number so far, Turn).
    """

    moved = Signal(object)
    arrived = Signal(object)
    stored = Signal(object, object)
    stored_again = Signal(int, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start with no questions."""
        super().__init__(parent)
        self._session = session
        self.answers = Answers(session, self)
        self.unstored = Unstored()
        self._settling: dict[int, Pending] = {}
        self._storing: dict[int, list[Callable[[], None]]] = {}
        self._kept_s = 0.0
        self.answers.moved.connect(self.moved)
        self.answers.arrived.connect(self._on_arrived)
        self.answers.settled.connect(self._on_settled)

    def of(self, conversation: int | None) -> Pending | None:
        """Return the question of a conversation that has no stored answer yet."""
        if conversation is None:
            return None
        return self.answers.of(conversation) or self._settling.get(conversation)

    def begin(self, conversation: int, path: Sequence[Turn], choice: Choice) -> None:
        """Ask the question at the end of a path."""
        drop = bool(self._session.settings.get("chat.drop_thinking"))
        try:
            is_alone = choice.is_alone
            context = alone(path[-1]) if is_alone else context_of(path, drop_thinking=drop)
            refusal = ""
        except InputError as error:
            context, refusal = Context(messages=[]), str(error)
        pending = Pending(
            conversation=conversation,
            parent=path[-1].id,
            choice=choice,
            context=context,
            seed=new_seed(),
        )
        if refusal:
            self._on_settled(pending, failed(pending, refusal, "too_long"))
        else:
            self.answers.add(pending)

    def stop(self, conversation: int | None) -> None:
        """End the answer that is being written in a conversation."""
        pending = self.answers.of(conversation)
        if pending is not None:
            self.answers.stop(pending)

    def put(
        self,
        question: loading.Question,
        then: Callable[[loading.Asked], None],
        fail: Callable[[Exception], None],
    ) -> None:
        """Store a question; an answer before it that is not stored yet comes first.

        Where that fails again, the question is stored under the one that the answer is for, and
        shown under the answer.
        """
        store, parent = self._session.store, question.parent

        def shown(asked: loading.Asked) -> None:
            asked.turn.parent = self.unstored.shown(parent)
            then(asked)

        def put() -> None:
            ready = dataclasses.replace(question, parent=self.unstored.row_of(parent))
            self._session.ops.write(
                lambda: loading.put_question(store, ready),
                shown, changed=CHANGED, fail=fail, owner=self,
            )  # fmt: skip

        self.store_again(parent, put)

    def store_again(self, number: int | None, then: Callable[[], None]) -> None:
        """Try once more to store an answer, if it is one that could not be.

        Args:
            number: Its number below zero; anything else needs nothing.
            then: Called when that is done, whether it could be stored now or not.
        """
        kept, store = self.unstored.get(number), self._session.store
        if kept is None:
            then()
            return
        number, waiting = kept.turn.id, self._storing.setdefault(kept.turn.id, [])
        waiting.append(then)
        if len(waiting) > 1:  # it is being stored; twice would be two answers
            return

        def stored(turn: Turn) -> None:
            self.unstored.stored(number, turn.id)
            self.stored_again.emit(number, turn)
            self._go_on(number)

        def fail(error: Exception) -> None:
            self._session.ops.failed.emit(sentence_of(error))
            self._go_on(number)

        self._session.ops.write(
            lambda: loading.put_answer(store, kept.pending, kept.outcome),
            stored, changed=CHANGED, fail=fail, owner=self,
        )  # fmt: skip

    def _go_on(self, number: int) -> None:
        for then in self._storing.pop(number):
            then()

    def _on_arrived(self, pending: Pending) -> None:
        if time.monotonic() - self._kept_s >= partials.EVERY_S:
            self._keep_partial(pending)
        self.arrived.emit(pending)

    def _keep_partial(self, pending: Pending) -> None:
        """Let the next start find what is written now, should this one end without a word."""
        self._kept_s = time.monotonic()
        store, told = self._session.store, self.tr("O1 Desk ended while this answer was written")
        outcome = so_far(pending, told, "closed")
        self._session.ops.write(
            lambda: partials.keep(store, pending.conversation, pending.parent, outcome)
        )

    def _on_settled(self, pending: Pending, outcome: Outcome) -> None:
        self._settling[pending.conversation] = pending
        store = self._session.store

        def then(turn: Turn) -> None:
            self._settling.pop(pending.conversation, None)
            self.stored.emit(pending, turn)

        def fail(error: Exception) -> None:
            then(self.unstored.keep(pending, outcome, sentence_of(error)))

        self._session.ops.write(
            lambda: loading.put_answer(store, pending, outcome),
            then, changed=CHANGED, fail=fail, owner=self,
        )  # fmt: skip
        self.moved.emit(pending)
