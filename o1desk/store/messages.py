"""Messages of conversations and what each cost, as rows; all of it runs on a given connection."""

import dataclasses
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.errors import InputError
from o1desk.core.leaves import Efficiency
from o1desk.core.types import Message
from o1desk.store import clock
from o1desk.store.blobs import BlobFolder, keep_large
from o1desk.store.gate import name_text, numbers, pack_json, unpack_json
from o1desk.store.refs import adapter_id, model_id

COST = tuple(each.name for each in dataclasses.fields(Efficiency))
_COST_NUMBERS = ("ttft_ms", "decode_tps", "end_to_end_tps", "itl_p50_ms", "itl_p95_ms", "seconds")
_INSERT = """
INSERT INTO message (conversation_id, idx, role, model_id, adapter_id, strategy, created, flags,
  content, thinking, parent_id, details)
VALUES (?, (SELECT coalesce(max(idx) + 1, 0) FROM message WHERE conversation_id = ?),
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SPOKEN = """
SELECT m.id, m.role, m.flags, m.content, m.thinking, coalesce(model.ref, ''),
  coalesce(adapter.ref, ''), m.strategy, m.parent_id, m.details, m.feedback, m.created, m.sample_id
FROM message m
LEFT JOIN model ON model.id = m.model_id
LEFT JOIN adapter ON adapter.id = m.adapter_id
WHERE m.conversation_id = ? ORDER BY m.idx
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a message: references of model and adapter, and the way of thinking."""

    model: str = ""
    adapter: str = ""
    strategy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One message as it was stored.

    Attributes:
        id: Its row.
        message: What was said.
        author: Who wrote it.
        parent: The message it answers or follows; None for a first one.
        details: Steps, votes, candidates, verdict, sampling and how it ended, JSON values.
        feedback: The person's thumb: -1, 0 or 1.
        created: When it was stored, UTC.
        sample: Sample it was sent to annotation as; None when it was not.
    """

    id: int
    message: Message
    author: Author
    parent: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    feedback: int = 0
    created: str = ""
    sample: int | None = None


def put_message(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    place: tuple[int, int | None],
    message: Message,
    author: Author,
    details: str,
) -> int:
    """Append a message; return its row.

    Args:
        connection: The writing connection.
        blobs: Where long texts continue.
        place: Conversation and parent message.
        message: What was said.
        author: Who wrote it.
        details: Packed JSON.

    Raises:
        InputError: If the parent is not in the conversation.
        sqlite3.IntegrityError: If there is no such conversation, or the role is unknown.
    """
    conversation, parent = place
    _check_parent(connection, conversation, parent)
    texts = blobs.pack({"content": message.content, "thinking": message.thinking})
    model = model_id(connection, author.model)
    row = (
        conversation,
        conversation,
        message.role,
        model,
        adapter_id(connection, author.adapter, model),
        name_text(author.strategy),
        clock.stamp(),
        texts.flags,
        texts.values["content"],
        texts.values["thinking"],
        parent,
        details,
    )
    row_id = int(connection.execute(_INSERT, row).lastrowid or 0)
    keep_large(connection, ("message", row_id, 0), texts.large)
    return row_id


def _check_parent(connection: sqlite3.Connection, conversation: int, parent: int | None) -> None:
    sql = "SELECT 1 FROM message WHERE id = ? AND conversation_id = ?"
    if parent is not None and not connection.execute(sql, (parent, conversation)).fetchone():
        raise InputError(
            f"Message {parent} is not in conversation {conversation}; the message was not stored"
        )


def get_messages(
    connection: sqlite3.Connection, blobs: BlobFolder, conversation: int
) -> list[Spoken]:
    """Return the messages of a conversation, in the order they were stored."""
    rows = connection.execute(_SPOKEN, (conversation,)).fetchall()
    return [_spoken(connection, blobs, row) for row in rows]


def _spoken(connection: sqlite3.Connection, blobs: BlobFolder, row: tuple[Any, ...]) -> Spoken:
    row_id, role, flags, content, thinking, model, adapter, strategy, *rest = row
    parent, details, feedback, created, sample = rest
    texts = blobs.unpack(
        connection, ("message", row_id, 0), flags, {"content": content, "thinking": thinking}
    )
    return Spoken(
        id=row_id,
        message=Message(role=role, **texts),
        author=Author(model=model, adapter=adapter, strategy=strategy),
        parent=parent,
        details=unpack_json(details),
        feedback=feedback,
        created=created,
        sample=sample,
    )


def update_message(connection: sqlite3.Connection, row_id: int, column: str, value: Any) -> None:
    """Change one column of a message.

    Raises:
        InputError: If there is no such message.
        sqlite3.IntegrityError: If the column cannot hold the value.
    """
    sql = f"UPDATE message SET {column} = ? WHERE id = ?"  # noqa: S608 - our own names
    if connection.execute(sql, (value, row_id)).rowcount == 0:
        raise InputError(f"There is no message {row_id}; nothing was stored")


def merge_details(connection: sqlite3.Connection, row_id: int, details: Mapping[str, Any]) -> None:
    """Put new details beside those a message has; the same name is replaced.

    Raises:
        InputError: If there is no such message, or a detail has no JSON form.
    """
    row = connection.execute("SELECT details FROM message WHERE id = ?", (row_id,)).fetchone()
    known = unpack_json(row[0]) if row else {}
    update_message(connection, row_id, "details", pack_details({**known, **details}))


def pack_details(details: Mapping[str, Any]) -> str:
    """Return details as they are stored.

    Raises:
        InputError: If a detail has no JSON form.
    """
    try:
        return pack_json(details)
    except (TypeError, RecursionError) as error:
        raise InputError(f"A detail cannot be stored ({error}); nothing was stored") from error


def put_cost(
    connection: sqlite3.Connection,
    cost: Efficiency,
    author: Author,
    *,
    message: int | None = None,
    run: str | None = None,
) -> None:
    """Store what one answer cost; a number that is not finite is absent."""
    values = dataclasses.asdict(cost)
    finite, _ = numbers({name: values[name] for name in _COST_NUMBERS})
    values |= finite | {"seconds": finite["seconds"] or 0.0}
    model = model_id(connection, author.model)
    columns = ", ".join(COST)
    connection.execute(
        f"INSERT INTO efficiency_point (message_id, run_id, model_id, adapter_id, strategy, "  # noqa: S608
        f"created, {columns}) VALUES (?, ?, ?, ?, ?, ?, {', '.join('?' * len(COST))})",
        (
            message,
            run,
            model,
            adapter_id(connection, author.adapter, model),
            name_text(author.strategy),
            clock.stamp(),
            *(values[name] for name in COST),
        ),
    )
