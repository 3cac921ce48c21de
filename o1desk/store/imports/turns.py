"""Conversations of other people's files: `messages` of roles, or ShareGPT's `from` and `value`."""

from collections.abc import Mapping
from typing import Any

from o1desk.core.trace import CLOSE, OPEN
from o1desk.store.imports.lines import RowError

_ROLES = {
    "human": "user",
    "user": "user",
    "gpt": "assistant",
    "assistant": "assistant",
    "model": "assistant",
    "system": "system",
    "developer": "system",
}
_THINKING = ("thinking", "reasoning_content", "reasoning")


def conversation_of(
    turns: Any, key: str, *, is_asked: bool = True, is_answered: bool = True
) -> tuple[str, str, str]:
    """Return what was asked, the last answer, and its thinking where a field of its own holds it.

    A single question is the prompt as it stands. Earlier turns are part of what was asked, each
    with its speaker.

    Args:
        turns: The list of turns.
        key: The key that held it, for messages.
        is_asked: Whether there must be a question.
        is_answered: Whether the last turn must be the assistant's.

    Raises:
        RowError: If it is no list of turns, or the question or answer is missing.
    """
    if not isinstance(turns, list):
        raise RowError(f"'{key}' is no list of turns")
    said = [_turn(turn, key) for turn in turns]
    answer = thinking = ""
    if is_answered:
        if not said or said[-1][0] != "assistant":
            raise RowError("the last turn is not the assistant's")
        _, answer, thinking = said.pop()
    asked = [(role, text) for role, text, _ in said if role != "system"]
    if is_asked and not any(role == "user" and text.strip() for role, text in asked):
        raise RowError("nothing was asked")
    if len(asked) == 1:
        return asked[0][1], answer, thinking
    names = {"user": "User", "assistant": "Assistant"}
    # Thinking of earlier turns is not part of what a model is shown.
    lines = [f"{names[role]}: {_visible(text)}" for role, text in asked]
    return "\n\n".join(lines), answer, thinking


def _turn(turn: Any, key: str) -> tuple[str, str, str]:
    if not isinstance(turn, Mapping):
        raise RowError(f"a turn of '{key}' is no object")
    role = _ROLES.get(str(turn.get("role", turn.get("from", ""))))
    content = turn.get("content", turn.get("value"))
    if role is None or not isinstance(content, str):
        raise RowError(f"a turn of '{key}' has no known role or no text")
    thinking = next((turn[name] for name in _THINKING if isinstance(turn.get(name), str)), "")
    return role, content, thinking


def _visible(text: str) -> str:
    if CLOSE in text:
        return text.partition(CLOSE)[2].strip()
    return "" if text.startswith(OPEN) else text
