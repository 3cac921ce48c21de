"""Conversations and what each answer cost. A message is on disk when the call returns."""

import dataclasses
import sqlite3
from dataclasses import dataclass
from typing import Any

from o1desk.core.errors import InputError
from o1desk.core.leaves import Efficiency
from o1desk.core.types import Message
from o1desk.store import clock
from o1desk.store.access import Access
from o1desk.store.blobs import keep_large
from o1desk.store.gate import FLAG_ESCAPED, escape, has_surrogate, name_text, numbers, unescape
from o1desk.store.refs import adapter_id, model_id

_COST = tuple(field.name for field in dataclasses.fields(Efficiency))
_COST_NUMBERS = ("ttft_ms", "decode_tps", "end_to_end_tps", "itl_p50_ms", "itl_p95_ms", "seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a message: references of model and adapter, and the way of thinking."""

    model: str = ""
    adapter: str = ""
    strategy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One line of the list of conversations."""

    id: int
    title: str
    created: str
    updated: str
    messages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One message as it was stored: id, message, and who wrote it."""

    id: int
    message: Message
    author: Author


class Conversations:
    """Conversations by id."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def start(self, title: str) -> int:
        """Begin a conversation; return its id."""
        is_escaped = has_surrogate(title)
        row = (
            escape(title) if is_escaped else title,
            clock.stamp(),
            clock.stamp(),
            FLAG_ESCAPED if is_escaped else 0,
        )
        sql = "INSERT INTO conversation (title, created, updated, flags) VALUES (?, ?, ?, ?)"
        return self._access.write(
            lambda connection: int(connection.execute(sql, row).lastrowid or 0),
            doing="store the conversation",
            durable=True,
        )

    def add(
        self,
        conversation: int,
        message: Message,
        author: Author | None = None,
        cost: Efficiency | None = None,
    ) -> int:
        """Append a message; return its id.

        Args:
            conversation: Row of the conversation.
            message: What was said.
            author: Who wrote it; None for a person.
            cost: What the answer cost; None when nobody measured.

        Raises:
            InputError: If there is no such conversation, or the role is unknown.
        """
        writer = author or Author()

        def work(connection: sqlite3.Connection) -> int:
            row_id = self._insert(connection, conversation, message, writer)
            if cost is not None:
                put_cost(connection, cost, writer, message=row_id)
            connection.execute(
                "UPDATE conversation SET updated = ? WHERE id = ?", (clock.stamp(), conversation)
            )
            return row_id

        try:
            return self._access.write(work, doing="store the message", durable=True)
        except sqlite3.IntegrityError as error:
            raise InputError(
                f"There is no conversation {conversation}, or '{message.role}' is no role; the "
                "message was not stored"
            ) from error

    def _insert(
        self, connection: sqlite3.Connection, conversation: int, message: Message, author: Author
    ) -> int:
        texts = self._access.blobs.pack({"content": message.content, "thinking": message.thinking})
        model = model_id(connection, author.model)
        cursor = connection.execute(
            "INSERT INTO message (conversation_id, idx, role, model_id, adapter_id, strategy, "
            "created, flags, content, thinking) VALUES (?, (SELECT coalesce(max(idx) + 1, 0) "
            "FROM message WHERE conversation_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)",
            (
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
            ),
        )
        row_id = int(cursor.lastrowid or 0)
        keep_large(connection, ("message", row_id, 0), texts.large)
        return row_id

    def messages(self, conversation: int) -> list[Spoken]:
        """Return the messages of a conversation, in order."""
        sql = (
            "SELECT m.id, m.role, m.flags, m.content, m.thinking, coalesce(model.ref, ''), "
            "coalesce(adapter.ref, ''), m.strategy FROM message m "
            "LEFT JOIN model ON model.id = m.model_id "
            "LEFT JOIN adapter ON adapter.id = m.adapter_id "
            "WHERE m.conversation_id = ? ORDER BY m.idx"
        )
        with self._access.reading() as connection:
            rows = connection.execute(sql, (conversation,)).fetchall()
            return [self._spoken(connection, row) for row in rows]

    def _spoken(self, connection: sqlite3.Connection, row: tuple[Any, ...]) -> Spoken:
        row_id, role, flags, content, thinking, model, adapter, strategy = row
        texts = self._access.blobs.unpack(
            connection, ("message", row_id, 0), flags, {"content": content, "thinking": thinking}
        )
        return Spoken(
            id=row_id,
            message=Message(role=role, **texts),
            author=Author(model=model, adapter=adapter, strategy=strategy),
        )

    def newest(self, *, limit: int = 100) -> list[Conversation]:
        """Return the conversations spoken in last."""
        rows = self._access.rows(
            "SELECT id, title, created, updated, flags, (SELECT count(*) FROM message m "
            "WHERE m.conversation_id = c.id) FROM conversation c "
            "ORDER BY updated DESC, id DESC LIMIT ?",
            (limit,),
        )
        return [
            Conversation(
                id=row_id,
                title=unescape(title) if flags & FLAG_ESCAPED else title,
                created=created,
                updated=updated,
                messages=count,
            )
            for row_id, title, created, updated, flags, count in rows
        ]

    def costs(self, conversation: int) -> list[tuple[int, Efficiency]]:
        """Return message id and cost of each answer that was measured."""
        columns = ", ".join(f"e.{name}" for name in _COST)
        rows = self._access.rows(
            f"SELECT e.message_id, {columns} FROM efficiency_point e "  # noqa: S608 - our own names
            "JOIN message m ON m.id = e.message_id WHERE m.conversation_id = ? ORDER BY m.idx",
            (conversation,),
        )
        return [(row[0], Efficiency(**dict(zip(_COST, row[1:], strict=True)))) for row in rows]


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
    columns = ", ".join(_COST)
    connection.execute(
        f"INSERT INTO efficiency_point (message_id, run_id, model_id, adapter_id, strategy, "  # noqa: S608
        f"created, {columns}) VALUES (?, ?, ?, ?, ?, ?, {', '.join('?' * len(_COST))})",
        (
            message,
            run,
            model,
            adapter_id(connection, author.adapter, model),
            name_text(author.strategy),
            clock.stamp(),
            *(values[name] for name in _COST),
        ),
    )
