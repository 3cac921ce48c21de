"""What is typed into a dialog and not kept yet: on disk a moment after each key."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.session import Session

REST_MS = 400


class Draft(QObject):
    """The fields of one dialog under a key of the store's state table.

    The session owns it, so that the last keys outlive the dialog.
    """

    def __init__(self, session: Session, key: str, dialog: QObject) -> None:
        """Keep nothing yet.

        Args:
            session: The session.
            key: Where it is kept.
            dialog: Ends the draft when it goes away.
        """
        super().__init__(session)
        self._session, self._key = session, key
        self._value: Any = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.flush)
        dialog.destroyed.connect(self._end)

    def touch(self, value: Any) -> None:
        """Take what is typed now as JSON values; it is stored when the keys rest.

        Args:
            value: The fields; None when there is nothing worth keeping.
        """
        self._value = value
        self._timer.start()

    def flush(self) -> None:
        """Store what is typed now."""
        self._timer.stop()
        self._put(self._value)

    def forget(self) -> None:
        """What was typed is kept elsewhere now, or given up."""
        self.touch(None)
        self.flush()

    def _end(self) -> None:
        if self._timer.isActive():
            self.flush()
        self.deleteLater()

    def _put(self, value: Any) -> None:
        state, key = self._session.store.state, self._key
        if not self._session.store.is_read_only:
            self._session.ops.write(lambda: state.set(key, value))
