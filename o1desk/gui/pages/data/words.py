"""What people read for the words of the store: origins, labels, habits."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.environment_words import environment_title, level_title
from o1desk.gui.models.verdicts import face_of

ORIGINS = {
    "solver": QT_TRANSLATE_NOOP("data", "solver"),
    "model": QT_TRANSLATE_NOOP("data", "model"),
    "rl": QT_TRANSLATE_NOOP("data", "training"),
    "human": QT_TRANSLATE_NOOP("data", "by hand"),
    "import": QT_TRANSLATE_NOOP("data", "file"),
    "chat": QT_TRANSLATE_NOOP("data", "chat"),
}
LABELS = {
    "labelled": QT_TRANSLATE_NOOP("data", "labelled by you"),
    "unlabelled": QT_TRANSLATE_NOOP("data", "not labelled"),
    "flagged": QT_TRANSLATE_NOOP("data", "flagged"),
}
HABITS = {
    "careful": QT_TRANSLATE_NOOP("data", "careful"),
    "quick": QT_TRANSLATE_NOOP("data", "quick"),
}
_TABLES = {"origin": ORIGINS, "label": LABELS, "habit": HABITS}


def word(kind: str, value: str) -> str:
    """Return what people read for a value of a facet."""
    if kind == "environment":
        return environment_title(value)
    if kind == "level":
        return level_title(value).lower()
    if kind == "judgement":
        return face_of(value).words
    known = _TABLES.get(kind, {}).get(value)
    return value if known is None else QCoreApplication.translate("data", known)
