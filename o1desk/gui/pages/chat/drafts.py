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
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    def show(self, conversation: int | None, text: str) -> None:
        """Be the draft of another conversation, as the store has it."""
        self.flush()
        self._conversation = conversation
        self._text = self._saved = text

    def follow(self, conversation: int) -> None:
        """Belong to a conversation that was just begun; what is typed since goes with it."""
        self._conversation = conversation

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
