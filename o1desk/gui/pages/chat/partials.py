"""An answer that is being written, kept beside the conversation until it ends.

When the program dies or is closed in the middle, the next start finds what had been written two
seconds before, and stores it as an answer that did not come to its end.
"""

import dataclasses
from typing import Any

from o1desk.core.types import Message
from o1desk.gui.pages.chat.outcome import Outcome
from o1desk.gui.pages.chat.tree import efficiency_of
from o1desk.store import Store
from o1desk.store.conversations import Author

EVERY_S = 2.0


def keep(store: Store, conversation: int, parent: int, outcome: Outcome) -> None:
    """Keep what there is of an answer in the place of what was kept before."""
    value = {
        "parent": parent,
        "content": outcome.message.content,
        "thinking": outcome.message.thinking,
        "author": dataclasses.asdict(outcome.author),
        "details": outcome.details,
    }
    store.state.set(_key(conversation), value)


def forget(store: Store, conversation: int) -> None:
    """Drop what was kept: the answer ended and is stored."""
    if store.state.get(_key(conversation)) is not None:
        store.state.set(_key(conversation), None)


def adopt(store: Store, conversation: int) -> None:
    """Store what an earlier life of the program left of an answer, if it left anything."""
    value: Any = store.state.get(_key(conversation))
    if not isinstance(value, dict):
        return
    store.conversations.add(
        conversation,
        Message(
            role="assistant",
            content=str(value.get("content") or ""),
            thinking=str(value.get("thinking") or ""),
        ),
        Author(**value.get("author") or {}),
        efficiency_of((value.get("details") or {}).get("efficiency")),
        parent=value.get("parent"),
        details=value.get("details") or {},
    )
    store.state.set(_key(conversation), None)


def _key(conversation: int) -> str:
    return f"chat.partial.{conversation}"
