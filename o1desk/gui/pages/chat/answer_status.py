"""What is going on with a question before and between the texts of its answer."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import filled
from o1desk.gui.pages.chat.outcome import Pending
from o1desk.gui.pages.chat.stream import Phase
from o1desk.gui.pages.chat.tree import Turn

translate = QCoreApplication.translate


def status_text(pending: Pending) -> str:
    """Return one line about an answer that is not complete; empty while its text speaks."""
    stream, choice = pending.stream, pending.choice
    if stream.phase is Phase.WAITING:
        return translate("chat", "Waits for the answer in another chat")
    if stream.phase is Phase.LOADING:
        return translate("chat", "Opening the model")
    if stream.phase is Phase.READING:
        return translate("chat", "Reading the question")
    if stream.phase is Phase.VOTING:
        words = translate("chat", "Drawing the other %1 chains for the vote")
        return filled(words, [str(choice.k - 1)])
    if stream.phase is Phase.STOPPING:
        return translate("chat", "Stopping")
    return ""


def ended_text(turn: Turn) -> str:
    """Return why an answer has no text, or ends where it ends; empty when nothing needs saying."""
    if turn.failure is not None:
        return ""
    if turn.details.get("stopped"):
        if turn.text or turn.thinking:
            return translate("chat", "Stopped by you; what was written is kept")
        return translate("chat", "Stopped by you before anything was written")
    if turn.details.get("truncated"):
        sampling = turn.details.get("sampling")
        limit = sampling.get("max_new_tokens") if isinstance(sampling, dict) else None
        words = translate(
            "chat", "Cut at the longest answer of %1 tokens; raise it above and ask again"
        )
        return filled(words, [str(limit or "")])
    left_out = turn.details.get("left_out")
    if isinstance(left_out, int) and left_out > 0:
        words = translate("chat", "The chat is long: its first %1 messages were not sent along")
        return filled(words, [str(left_out)])
    return ""
