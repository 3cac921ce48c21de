"""The chat behind the page: it lives as long as the session and knows nothing of widgets.

Questions are stored before they are asked, answers when they end, whatever the end was. What is
on the screen can be thrown away and built again from here at any moment.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.choices import ChoiceKeeper
from o1desk.gui.pages.chat.context import Choice
from o1desk.gui.pages.chat.drafts import Drafts
from o1desk.gui.pages.chat.idle import IdleRelease
from o1desk.gui.pages.chat.library import Library
from o1desk.gui.pages.chat.loading import Question
from o1desk.gui.pages.chat.memory import MemoryWatch
from o1desk.gui.pages.chat.outcome import Pending
from o1desk.gui.pages.chat.recorder import Recorder
from o1desk.gui.pages.chat.tree import ChatTree, Turn
from o1desk.gui.session import Session


class ChatController(QObject):
    """One conversation on the screen, any number of questions under way.

    Attributes:
        answers: Questions without an answer, and the worker.
        drafts: What is typed.
        library: The list of conversations.
        memory: What the worker's process holds while it answers.
        conversation: Row of the conversation that is shown; None for a new one.
        tree: Its messages.
        wordings: Other words of questions that are being written and not asked yet, by message.
        missing: References of models in it that are not on this computer any more.
        is_loaded: Whether what was open at the last exit has been read.
        is_opening: Whether another conversation is being read; nothing can be asked meanwhile.

    Signals:
        opened: Another conversation, or another branch of it, is shown.
        turn_added: A message was stored (id).
        pending_changed: A question of the shown conversation began, moved on or ended.
        streamed: More of the answer of the shown conversation is there.
        choice_changed: How the next question is asked is another.
    """

    opened = Signal()
    turn_added = Signal(int)
    pending_changed = Signal()
    streamed = Signal()
    choice_changed = Signal()

    def __init__(self, session: Session) -> None:
        """Read what was open at the last exit."""
        super().__init__(session)
        self._session = session
        self._recorder = Recorder(session, self)
        self.answers = self._recorder.answers
        self.drafts = Drafts(session, self)
        self.library = Library(session, self)
        self.memory = MemoryWatch(self.answers, self)
        self._idle = IdleRelease(self.answers, self)
        self.conversation: int | None = None
        self.tree = ChatTree()
        self.wordings: dict[int, str] = {}
        self.missing: frozenset[str] = frozenset()
        self.is_loaded = self.is_opening = False
        self._ticket = 0
        self._is_asking = False
        self._removed: set[int | None] = set()
        self._recorder.moved.connect(self._on_moved)
        self._recorder.arrived.connect(self._on_arrived)
        self._recorder.stored.connect(self._on_stored)
        self._recorder.stored_again.connect(self._on_stored_again)
        self._keeper = ChoiceKeeper(session, self)
        self._keeper.changed.connect(self.choice_changed)
        self._keeper.base_changed.connect(self.answers.prepare)
        store = session.store
        session.ops.read(
            lambda: loading.last_state(store), self._on_last_state, fail=self._on_no_last_state
        )

    # --- which conversation ---

    @property
    def pending(self) -> Pending | None:
        """The question of the shown conversation that has no stored answer yet."""
        return self._recorder.of(self.conversation)

    @property
    def choice(self) -> Choice:
        """How the next question is asked."""
        return self._keeper.choice

    @property
    def is_busy(self) -> bool:
        """Whether a question of the shown conversation is under way."""
        return self._is_asking or self.pending is not None

    def path(self) -> list[Turn]:
        """Return the messages that are shown; while an answer is written, those before it."""
        pending = self.pending
        return self.tree.path() if pending is None else self.tree.path_to(pending.parent)

    def new_chat(self, draft: str | None = None) -> None:
        """Show an empty conversation; it is stored with its first question.

        Args:
            draft: What stands in the question; None for what was typed there before.
        """
        self.open(None, draft)

    def open(self, conversation: int | None, draft: str | None = None) -> None:
        """Show a conversation as the store has it, with another draft if one is given.

        It is read in line with the writes, so that it has whatever was asked and answered before.
        """
        self.drafts.flush()
        self._ticket += 1
        self.is_opening = True
        self._removed.discard(conversation)
        ticket, store = self._ticket, self._session.store
        unstored = self._recorder.unstored
        is_busy = self._recorder.of(conversation) is not None or bool(unstored.of(conversation))

        def then(loaded: loading.Loaded) -> None:
            if ticket == self._ticket:
                self._show(loaded)
                if draft is not None:
                    self.drafts.write(draft)
                self.opened.emit()

        def fail(error: Exception) -> None:
            if ticket == self._ticket:
                self._end_opening()
                self.opened.emit()
            self._session.ops.failed.emit(sentence_of(error))

        self._session.ops.write(
            lambda: loading.load(store, conversation, is_busy=is_busy), then, owner=self, fail=fail
        )

    def _end_opening(self) -> None:
        self.is_loaded, self.is_opening = True, False

    def _show(self, loaded: loading.Loaded) -> None:
        self._end_opening()
        self._is_asking = False
        self.conversation, self.missing = loaded.conversation, loaded.missing
        turns = (*loaded.turns, *self._recorder.unstored.of(loaded.conversation))
        self.tree = ChatTree(turns, leaf=loaded.leaf)
        self.drafts.show(loaded.conversation, loaded.draft)
        self._keeper.follow(loaded.model)

    def remove(self, conversation: int) -> None:
        """Delete a conversation; it can be undone, with what its answer had come to."""
        if self._session.refuses():
            return
        self._removed.add(conversation)
        self._recorder.stop(conversation)
        self.library.remove(conversation)
        if conversation == self.conversation:
            self.new_chat()

    def step_aside(self, turn_id: int, by: int) -> None:
        """Show the branch beside a message."""
        if not self.is_busy and self.tree.step_aside(turn_id, by) is not None:
            self._remember_leaf()
            self.opened.emit()

    # --- asking ---

    def choose(self, **changes: Any) -> None:
        """Change how the next question is asked; another base model is opened beforehand."""
        self._keeper.choose(**changes)

    def ask(self, text: str) -> bool:
        """Store what was typed at the end of what is shown, and ask it; False if not possible."""
        conversation = self.conversation

        def give_back() -> None:
            self.drafts.give_back(conversation, text)

        return self._ask(text, self.tree.leaf, give_back, is_typed=True)

    def ask_example(self, text: str) -> bool:
        """Ask what was not typed; the draft stays."""
        return self._ask(text, self.tree.leaf, lambda: None)

    def edit(self, turn_id: int, text: str) -> bool:
        """Ask another wording of an earlier question, as a branch beside it; the draft stays."""

        def give_back() -> None:
            self.wordings[turn_id] = text

        return self._ask(text, self.tree.turns[turn_id].parent, give_back)

    def again(self, turn_id: int | None = None) -> bool:
        """Ask a question once more, as a branch beside its answer.

        Args:
            turn_id: The answer, or the question; None for the last one shown.
        """
        wanted = self.tree.leaf if turn_id is None else turn_id
        if wanted is None or self.is_busy or self.is_opening or self.conversation is None:
            return False
        turn = self.tree.turns[wanted]
        question = turn.parent if turn.is_answer else turn.id
        if question is None:
            return False
        self._recorder.begin(self.conversation, self.tree.path_to(question), self.choice)
        return True

    def store_again(self, turn_id: int) -> None:
        """Try once more to store an answer that could not be."""
        self._recorder.store_again(turn_id, lambda: None)

    def stop(self) -> None:
        """End the answer that is being written here; what there is of it is kept."""
        self._recorder.stop(self.conversation)

    def _ask(
        self,
        text: str,
        parent: int | None,
        give_back: Callable[[], None],
        *,
        is_typed: bool = False,
    ) -> bool:
        """Store a question and put it to the model; a failure gives it back to who wrote it."""
        if not text.strip() or self.is_busy or self.is_opening:
            return False
        if is_typed:
            self.drafts.sent()
        self.drafts.flush()
        self._is_asking = True
        tree, choice = self.tree, self.choice
        before = tree.path_to(parent)

        def then(asked: loading.Asked) -> None:
            if tree is self.tree:  # else another conversation is shown by now
                self._on_asked(asked)
            if asked.conversation not in self._removed:
                self._recorder.begin(asked.conversation, [*before, asked.turn], choice)

        def fail(error: Exception) -> None:
            if tree is self.tree:
                self._is_asking = False
            give_back()
            self.opened.emit()
            self._session.ops.failed.emit(sentence_of(error))

        question = Question(
            conversation=self.conversation, text=text, parent=parent, draft=self.drafts.text
        )
        self._recorder.put(question, then, fail)
        return True

    def _on_asked(self, asked: loading.Asked) -> None:
        self._is_asking = False
        self.conversation = asked.conversation
        self.drafts.follow(asked.conversation, asked.draft)
        self.tree.add(asked.turn)
        self.turn_added.emit(asked.turn.id)

    # --- answers ---

    def _on_moved(self, pending: Pending) -> None:
        if pending.conversation == self.conversation:
            self.pending_changed.emit()

    def _on_arrived(self, pending: Pending) -> None:
        if pending.conversation == self.conversation:
            self.streamed.emit()

    def _on_stored(self, pending: Pending, turn: Turn) -> None:
        if pending.conversation == self.conversation and turn.id not in self.tree.turns:
            self.tree.add(turn)
            self._remember_leaf()
            self.turn_added.emit(turn.id)
            self.pending_changed.emit()

    def _on_stored_again(self, number: int, turn: Turn) -> None:
        if number in self.tree.turns:
            self.tree.replace(number, turn)
            self._remember_leaf()
            self.opened.emit()

    # --- memory of the last time ---

    def _on_last_state(self, state: loading.LastState) -> None:
        self._keeper.restore(state.choice)
        has_begun = self._is_asking or self.conversation is not None
        if self._ticket == 0 and not has_begun:
            self.open(state.conversation)
        else:  # somebody asked or opened another before this was read
            self.is_loaded = True

    def _on_no_last_state(self, error: Exception) -> None:
        self._session.ops.failed.emit(sentence_of(error))
        self._on_last_state(loading.LastState())

    def _remember_leaf(self) -> None:
        store, conversation, leaf = self._session.store, self.conversation, self.tree.leaf
        if conversation is None or leaf is None or leaf <= 0 or self._session.refusal:
            return
        self._session.ops.write(lambda: loading.keep_leaf(store, conversation, leaf))


def chat_controller(session: Session) -> ChatController:
    """Return the chat of a session, made when it is first wanted."""
    found = session.parts.get("chat")
    if not isinstance(found, ChatController):
        found = session.parts["chat"] = ChatController(session)
    return found
