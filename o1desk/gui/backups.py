"""A backup of the database half an hour after something was changed."""

import logging

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.session import Session

logger = logging.getLogger(__name__)

WAIT_MS = 30 * 60 * 1000


class Backups(QObject):
    """Makes them beside the window; nothing is made, and no clock runs, while nothing changes."""

    def __init__(self, session: Session) -> None:
        """Watch what is stored."""
        super().__init__(session)
        self._session = session
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self._make)
        session.tables_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if not self._clock.isActive() and not self._session.store.is_read_only:
            self._clock.start()

    def _make(self) -> None:
        store = self._session.store
        if store.has_changes:
            self._session.ops.long(store.backup, self._on_made, owner=self)

    def _on_made(self, made: object) -> None:
        logger.info("made a backup: %s", made)
