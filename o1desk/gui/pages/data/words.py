"""What people read for the words of the store: origins, verdicts, levels, environments."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP

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
LEVELS = {
    "easy": QT_TRANSLATE_NOOP("data", "easy"),
    "medium": QT_TRANSLATE_NOOP("data", "medium"),
    "hard": QT_TRANSLATE_NOOP("data", "hard"),
}
LABELS = {
    "labelled": QT_TRANSLATE_NOOP("data", "labelled by you"),
    "unlabelled": QT_TRANSLATE_NOOP("data", "not labelled"),
    "flagged": QT_TRANSLATE_NOOP("data", "flagged"),
}
_TABLES = {"origin": ORIGINS, "judgement": VERDICTS, "level": LEVELS, "label": LABELS}


def word(kind: str, value: str) -> str:
    """Return what people read for a value of a facet; names of environments become titles."""
    if kind == "environment":
        return environment_title(value)
    known = _TABLES.get(kind, {}).get(value)
    return value if known is None else QCoreApplication.translate("data", known)


def environment_title(name: str) -> str:
    """Return the name of an environment as a title: "chain_sum" is "Chain sum"."""
    text = name.rpartition("/")[2].replace("_", " ")
    return text[:1].upper() + text[1:]
