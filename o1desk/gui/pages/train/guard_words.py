"""What the guard of a training notices, in words."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.events import Anomaly
from o1desk.core.words import QT_TRANSLATE_NOOP

_WHAT = {
    "non_finite": QT_TRANSLATE_NOOP("train", "The update was not a number"),
    "no_learning_signal": QT_TRANSLATE_NOOP("train", "No group teaches anything"),
    "unscored": QT_TRANSLATE_NOOP("train", "Answers without a reward"),
    "collapse": QT_TRANSLATE_NOOP("train", "Held-out accuracy fell far below the start"),
    "out_of_memory": QT_TRANSLATE_NOOP("train", "Memory ran out"),
    "checkpoint_lost": QT_TRANSLATE_NOOP("train", "A checkpoint could not be written"),
}
SEVERE = frozenset({"non_finite", "collapse", "out_of_memory", "checkpoint_lost"})


def what_text(what: str) -> str:
    """Return what the guard noticed, in words."""
    if what in _WHAT:
        return QCoreApplication.translate("train", _WHAT[what])
    return what.replace("_", " ").capitalize()


def tone_of(anomaly: Anomaly) -> str:
    """Return how grave something is: "bad" or "warn"."""
    return "bad" if anomaly.what in SEVERE else "warn"
