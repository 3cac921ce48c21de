"""How each verdict looks: its sign, its words and its tone; colour is never the only signal."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


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
