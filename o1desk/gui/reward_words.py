"""What people read of a reward: its title, and one plain sentence."""

import inspect
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from o1desk.core.registry import Leaf
from o1desk.core.words import QT_TRANSLATE_NOOP

CONTEXT = "rewards"
SENTENCES: Mapping[str, str] = {
    "exact_answer": QT_TRANSLATE_NOOP("rewards", "Full marks for the reference, letter by letter."),
    "format": QT_TRANSLATE_NOOP("rewards", "Full marks for finished thinking and then one answer."),
    "length": QT_TRANSLATE_NOOP(
        "rewards", "Right answers are worth more the shorter their thinking is."
    ),
    "mathematics": QT_TRANSLATE_NOOP(
        "rewards", "Full marks when the answer means the same as the reference."
    ),
    "overlong": QT_TRANSLATE_NOOP(
        "rewards", "Answers that come close to the length limit lose, softly at first."
    ),
    "reasoning_gym": QT_TRANSLATE_NOOP(
        "rewards", "The credit that the problem's own scorer gives, parts of an answer included."
    ),
    "verdict": QT_TRANSLATE_NOOP("rewards", "What the problem's own checker said of the answer."),
}
"""For our own rewards; those from elsewhere speak through their docstring."""


def reward_title(leaf: Leaf) -> str:
    """Return the title of a reward, in the language in force."""
    return QCoreApplication.translate(CONTEXT, leaf.title)


def reward_sentence(leaf: Leaf) -> str:
    """Return one plain sentence about a reward, in the language in force."""
    sentence = SENTENCES.get(leaf.name)
    if sentence is not None:
        return QCoreApplication.translate(CONTEXT, sentence)
    return (inspect.getdoc(leaf.factory) or "").partition("\n")[0]
