"""How each verdict looks: its sign, its words and its tone; colour is never the only signal."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP

_METHODS: Mapping[str, str] = {
    "computed": QT_TRANSLATE_NOOP("verdicts", "computed"),
    "reasoning_gym": QT_TRANSLATE_NOOP("verdicts", "checked by its family's rule"),
    "text": QT_TRANSLATE_NOOP("verdicts", "compared as text"),
    "choice": QT_TRANSLATE_NOOP("verdicts", "compared by its letter"),
    "decimal": QT_TRANSLATE_NOOP("verdicts", "compared as numbers"),
    "rational": QT_TRANSLATE_NOOP("verdicts", "compared as exact numbers"),
    "clock": QT_TRANSLATE_NOOP("verdicts", "compared as times"),
    "name": QT_TRANSLATE_NOOP("verdicts", "compared by its name"),
    "structure": QT_TRANSLATE_NOOP("verdicts", "compared part by part"),
    "math_verify": QT_TRANSLATE_NOOP("verdicts", "compared by Math-Verify"),
    "guard": QT_TRANSLATE_NOOP("verdicts", "too risky to compute"),
    "empty": QT_TRANSLATE_NOOP("verdicts", "no answer"),
    "none": QT_TRANSLATE_NOOP("verdicts", "no checker"),
    "failed": QT_TRANSLATE_NOOP("verdicts", "the checker failed"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """What people see of a verdict.

    Attributes:
        sign: One character.
        words: In the language of the window.
        tone: "good", "bad", "warn" or "plain".
    """

    sign: str
    words: str
    tone: str


def face_of(judgement: str) -> Face:
    """Return the face of a judgement; "" is a sample that nobody checked."""
    translate = QCoreApplication.translate
    if judgement == "correct":
        return Face("✓", translate("verdicts", "correct"), "good")
    if judgement == "incorrect":
        return Face("✗", translate("verdicts", "wrong"), "bad")
    if judgement == "unverifiable":
        return Face("?", translate("verdicts", "cannot be checked"), "warn")
    if judgement == "gold_bad":
        return Face("?", translate("verdicts", "reference answer is wrong"), "warn")
    return Face("\u2013", translate("verdicts", "not checked"), "plain")


def method_text(method: str) -> str:
    """Return what people read of the way an answer was checked; an unknown name stays as it is."""
    words = _METHODS.get(method)
    return method if words is None else QCoreApplication.translate("verdicts", words)
