"""What is typed into a dialog and not kept yet: on disk a moment after each key.

What the disk refuses is remembered as long as the session lives, so that it is not lost with the
dialog.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from o1desk.gui.session import Session

REST_MS = 400
PART = "annotate.drafts"  # where the session keeps what is not on disk yet


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
        put_draft(self._session, self._key, self._value)

    def forget(self) -> None:
        """What was typed is kept elsewhere now, or given up."""
        self.touch(None)
        self.flush()

    def _end(self) -> None:
        if self._timer.isActive():
            self.flush()
        self.deleteLater()


def put_draft(session: Session, key: str, value: Any) -> None:
    """Store what was typed, and remember it until the disk has it.

    Args:
        session: The session.
        key: Where it is kept.
        value: The fields as JSON values; None forgets them.
    """
    if session.store.is_read_only:
        return
    unsaved, state = _unsaved(session), session.store.state
    unsaved[key] = value

    def done(nothing: None) -> None:
        del nothing
        if key in unsaved and unsaved[key] is value:
            del unsaved[key]

    session.ops.write(lambda: state.set(key, value), done)


def read_draft(session: Session, key: str, then: Callable[[Any], None], owner: QObject) -> None:
    """Look up what was typed.

    Args:
        session: The session.
        key: Where it is kept.
        then: Gets the fields; None when there are none.
        owner: Nothing is told once this object is gone.
    """
    unsaved, state = _unsaved(session), session.store.state
    if key in unsaved:
        then(unsaved[key])
    else:
        session.ops.read(lambda: state.get(key), then, owner=owner)


def _unsaved(session: Session) -> dict[str, Any]:
    made = session.parts.setdefault(PART, {})
    assert isinstance(made, dict)  # noqa: S101 - nobody else uses this name
    return made
