"""The guideline that labels follow, with every version it had; labels carry the version."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.session import Session
from o1desk.store import clock

KEY = "annotate.guideline"  # of the store's state table
FIRST = "1"
USUAL = (
    QT_TRANSLATE_NOOP("annotate", "\u2713 Right: true, and it brings the answer closer."),
    QT_TRANSLATE_NOOP("annotate", "? Neutral: true but of no help, or you cannot tell."),
    QT_TRANSLATE_NOOP("annotate", "\u2717 Wrong: false, or it leads away from the answer."),
    QT_TRANSLATE_NOOP("annotate", "What follows a wrong step is not judged: it stands on sand."),
)


class Guideline(QObject):
    """What annotators keep to.

    Attributes:
        version: A number that grows with each edit, as text.
        earlier: Earlier versions, oldest first: version, text, and until when they held.
        typed: What was typed into the dialog and neither kept nor given up; empty for nothing.

    Signals:
        changed: The text is another.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Begin with the usual text, and look up whether there is another."""
        super().__init__(parent)
        self._session = session
        self.version = FIRST
        self.earlier: list[dict[str, str]] = []
        self.typed = ""
        self._text = ""
        state = session.store.state
        session.ops.read(lambda: state.get(KEY), self._take, owner=self)

    @property
    def text(self) -> str:
        """What holds now; the usual text in the language in force until somebody edits it."""
        return self._text or usual_text()

    def edit(self, text: str) -> None:
        """Put another text in force; the present one is kept as an earlier version."""
        if text == self.text:
            return
        past = {"version": self.version, "text": self.text, "until": clock.stamp()}
        self.earlier = [*self.earlier, past]
        self.version, self._text = str(int(self.version) + 1), text
        value = {"version": self.version, "text": text, "earlier": self.earlier}
        state = self._session.store.state
        self._session.ops.write(lambda: state.set(KEY, value))
        self.changed.emit()

    def _take(self, value: Any) -> None:
        known = value if isinstance(value, dict) else {}
        version, text, earlier = (known.get(name) for name in ("version", "text", "earlier"))
        if isinstance(version, str) and version.isdecimal() and isinstance(text, str) and text:
            self.version, self._text = version, text
            self.earlier = [
                {str(name): str(word) for name, word in each.items()}
                for each in (earlier if isinstance(earlier, list) else [])
                if isinstance(each, dict) and "version" in each and "text" in each
            ]
            self.changed.emit()


def usual_text() -> str:
    """Return the text that holds until somebody writes another."""
    return "\n".join(QCoreApplication.translate("annotate", line) for line in USUAL)
