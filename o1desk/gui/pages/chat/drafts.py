"""What is typed and not sent yet: on disk a moment after each key."""

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.session import Session

WAIT_MS = 300


class Drafts(QObject):
    """Keeps the text of the composer for one conversation at a time."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Start with an empty draft of a new chat."""
        super().__init__(parent)
        self._session = session
        self._conversation: int | None = None
        self._text = ""
        self._saved = ""
        self._is_read = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    def show(self, conversation: int | None, text: str) -> None:
        """Be the draft of another conversation, as the store has it; of the same one, go on.

        What is typed before the first one was read comes after what is read.
        """
        self.flush()
        if conversation != self._conversation:
            self._conversation = conversation
            self._text = self._saved = text
        elif not self._is_read and text != self._text:
            self.write(_joined(text, self._text))
        self._is_read = True

    def follow(self, conversation: int, saved: str) -> None:
        """Belong to the conversation of a question that was stored; what is typed goes with it.

        Args:
            conversation: Its row.
            saved: What was stored as its draft.
        """
        if self._conversation is None and self._saved not in ("", saved):
            store = self._session.store  # typed and saved since: no draft of a new chat any more
            self._session.ops.write(lambda: store.conversations.save_draft(None, ""))
        self._conversation, self._saved = conversation, saved
        self.flush()

    def give_back(self, conversation: int | None, text: str) -> None:
        """Take back a question that could not be stored, before what was typed since."""
        if conversation == self._conversation:
            self.write(_joined(text, self._text))
            return
        conversations = self._session.store.conversations

        def work() -> None:
            typed = conversations.draft(conversation)
            conversations.save_draft(conversation, _joined(text, typed))

        self._session.ops.write(work)

    def write(self, text: str) -> None:
        """Take what was typed; it is saved when the keys rest."""
        self._text = text
        self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        if self._text == self._saved or self._session.store.is_read_only:
            return
        store, conversation, text = self._session.store, self._conversation, self._text
        self._saved = text
        self._session.ops.write(lambda: store.conversations.save_draft(conversation, text))

    def sent(self) -> None:
        """Forget the draft: it is a message now, and whoever stored that cleared the draft."""
        self._timer.stop()
        self._text = self._saved = ""


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
