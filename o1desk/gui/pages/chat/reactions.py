"""What a person says of an answer: thumbs, and the way into the annotation queue."""

from PySide6.QtCore import QObject, Signal

from o1desk.gui.pages.chat.as_sample import put_sample
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.session import Session


class Reactions(QObject):
    """Stores thumbs and makes samples of answers.

    Signals:
        changed: Thumb or sample of a message is another (id).
    """

    changed = Signal(int)

    def __init__(self, session: Session, chat: ChatController, parent: QObject) -> None:
        """Act on a chat for a view that owns this."""
        super().__init__(parent)
        self._session, self._chat = session, chat

    def rate(self, turn_id: int, value: int) -> None:
        """Put a thumb on an answer (1 or -1); the same thumb again takes it away."""
        turn = self._chat.tree.turns[turn_id]
        turn.feedback = 0 if turn.feedback == value else value
        store, feedback = self._session.store, turn.feedback
        self._session.ops.write(
            lambda: store.conversations.set_feedback(turn_id, feedback), changed=("message",)
        )
        self.changed.emit(turn_id)

    def annotate(self, turn_id: int) -> None:
        """Make a sample of an answer, if there is none yet, and open it for annotation."""
        path = self._chat.tree.path_to(turn_id)
        store, turn = self._session.store, path[-1]

        def then(sample: int) -> None:
            is_new = turn.sample is None
            turn.sample = sample
            self.changed.emit(turn_id)
            if is_new:
                self._session.toast(self.tr("The answer is now a sample to annotate"), tone="good")
            self._session.open("annotate", sample=sample)

        if turn.sample is not None:
            then(turn.sample)
            return
        self._session.ops.write(
            lambda: put_sample(store, path),
            then, changed=("sample", "problem", "message"), owner=self,
        )  # fmt: skip
