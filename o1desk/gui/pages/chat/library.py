"""The list of conversations: newest first, found by their words, renamed, deleted with undo."""

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.gui.session import Session
from o1desk.store.conversations import Conversation

MOST = 500
SEARCH_MS = 150
TABLES = frozenset({"conversation", "message"})


class Library(QObject):
    """Conversations that match the words in the search field.

    Attributes:
        found: The list.
        words: What is searched for; empty for everything.

    Signals:
        changed: The list is another.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read the list."""
        super().__init__(parent)
        self._session = session
        self.found: list[Conversation] = []
        self.words = ""
        self.is_read = False
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self.read)
        session.tables_changed.connect(self._on_tables_changed)
        self.read()

    def search(self, words: str) -> None:
        """Look for words in titles, questions and answers; thinking is not searched."""
        self.words = words.strip()
        self._timer.start()

    def read(self) -> None:
        """Read the list again."""
        store, words = self._session.store, self.words
        if words:
            self._session.ops.read(lambda: store.conversations.search(words, MOST), self._on_read)
        else:
            self._session.ops.read(lambda: store.conversations.newest(limit=MOST), self._on_read)

    def rename(self, conversation: int, title: str) -> None:
        """Give a conversation another title."""
        store = self._session.store
        known = {each.id: each.title for each in self.found}
        old = known.get(conversation, title)
        if title.strip() and title != old:
            self._session.do(
                self.tr("Rename a conversation"),
                lambda: store.conversations.rename(conversation, title.strip()),
                lambda: store.conversations.rename(conversation, old),
                changed=("conversation",),
                is_told=False,
            )

    def remove(self, conversation: int) -> None:
        """Delete a conversation; it can be undone."""
        store = self._session.store
        self._session.do(
            self.tr("Conversation deleted"),
            lambda: store.conversations.remove(conversation),
            lambda: store.conversations.restore(conversation),
            changed=("conversation", "message"),
        )

    def _on_read(self, found: list[Conversation]) -> None:
        self.found, self.is_read = found, True
        self.changed.emit()

    def _on_tables_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._timer.start()
