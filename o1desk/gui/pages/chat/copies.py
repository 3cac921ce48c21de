"""An answer or a conversation as text to take away. Thinking goes along only when asked for."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from o1desk.gui.pages.chat.loading import ref_of
from o1desk.gui.pages.chat.tree import Turn

translate = QCoreApplication.translate


def as_markdown(turn: Turn, question: str) -> str:
    """Return question and answer as Markdown."""
    heading = translate("chat", "Question")
    answer = translate("chat", "Answer")
    return f"**{heading}**\n\n{question}\n\n**{answer}**\n\n{turn.text}\n"


def as_plain(turn: Turn) -> str:
    """Return the answer exactly as it was written, without the thinking."""
    return turn.text


def with_thinking(turn: Turn) -> str:
    """Return the steps, numbered, and the answer."""
    steps = [line for line in turn.thinking.split("\n") if line.strip()]
    numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))
    return f"{numbered}\n\n{turn.text}" if numbered else turn.text


def as_jsonl(path: Sequence[Turn], *, has_thinking: bool) -> str:
    """Return a conversation as one line of chat messages, the form that training reads.

    Args:
        path: The messages that are shown.
        has_thinking: Whether the chains of thought go along.
    """
    messages = []
    for turn in path:
        said = {"role": turn.role, "content": turn.text}
        if has_thinking and turn.thinking:
            said["thinking"] = turn.thinking
        if turn.is_answer and turn.author.model:
            said["model"] = ref_of(turn.author)
        messages.append(said)
    return json.dumps({"messages": messages}, ensure_ascii=False) + "\n"
