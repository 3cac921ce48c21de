"""What is typed into a dialog and not kept yet: on disk a moment after each key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.session import Session

REST_MS = 400


class Draft(QObject):
    """Fields of one dialog under a key of the store's state table."""

    def __init__(self, session: Session, key: str, fields: Callable[[], Any]) -> None:
        """Keep what `fields` returns.

        Args:
            session: The session; it owns the draft, so that the last keys outlive the dialog.
            key: Where it is kept.
            fields: Returns the fields as JSON values; None when there is nothing worth keeping.
        """
        super().__init__(session)
        self._session, self._key, self._fields = session, key, fields
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """Something was typed; it is stored when the keys rest."""
        self._timer.start()

    def flush(self) -> None:
        """Store what is typed now, if it is not stored yet."""
        if self._timer.isActive() or self.sender() is self._timer:
            self._timer.stop()
            self._put(self._fields())

    def forget(self) -> None:
        """What was typed is kept elsewhere now."""
        self._timer.stop()
        self._put(None)

    def _put(self, value: Any) -> None:
        state, key = self._session.store.state, self._key
        if not self._session.store.is_read_only:
            self._session.ops.write(lambda: state.set(key, value))
