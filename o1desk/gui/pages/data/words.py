"""What people read for the words of the store: origins, verdicts, labels."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.environment_words import environment_title, level_title

ORIGINS = {
    "solver": QT_TRANSLATE_NOOP("data", "solver"),
    "model": QT_TRANSLATE_NOOP("data", "model"),
    "rl": QT_TRANSLATE_NOOP("data", "training"),
    "human": QT_TRANSLATE_NOOP("data", "by hand"),
    "import": QT_TRANSLATE_NOOP("data", "file"),
    "chat": QT_TRANSLATE_NOOP("data", "chat"),
}
VERDICTS = {
    "correct": QT_TRANSLATE_NOOP("data", "correct"),
    "incorrect": QT_TRANSLATE_NOOP("data", "wrong"),
    "unverifiable": QT_TRANSLATE_NOOP("data", "cannot be judged"),
    "gold_bad": QT_TRANSLATE_NOOP("data", "reference is bad"),
    "unchecked": QT_TRANSLATE_NOOP("data", "not checked"),
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
_TABLES = {"origin": ORIGINS, "judgement": VERDICTS, "label": LABELS, "habit": HABITS}


def word(kind: str, value: str) -> str:
    """Return what people read for a value of a facet."""
    if kind == "environment":
        return environment_title(value)
    if kind == "level":
        return level_title(value).lower()
    known = _TABLES.get(kind, {}).get(value)
    return value if known is None else QCoreApplication.translate("data", known)
