"""What kind of run it is, in words."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP

_METHODS = {
    "rl": QT_TRANSLATE_NOOP("train", "Reinforcement learning"),
    "sft": QT_TRANSLATE_NOOP("train", "Supervised fine-tuning"),
}
_ROLES = {
    "generate": QT_TRANSLATE_NOOP("train", "Generation"),
    "evaluate": QT_TRANSLATE_NOOP("train", "Evaluation"),
    "chat": QT_TRANSLATE_NOOP("train", "Chat"),
}


def kind_text(role: str, method: str) -> str:
    """Return what kind of run it is: its method for a training, its role for others."""
    word = _ROLES.get(role) or _METHODS.get(method) or _METHODS["rl"]
    return QCoreApplication.translate("train", word)
