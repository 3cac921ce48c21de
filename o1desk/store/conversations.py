"""Conversations and what each answer cost. A message is on disk when the call returns.

Messages make a tree: an edited question or a second answer stands beside the first, under the same
parent. Their order is the order in which they were stored.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from o1desk.core.errors import InputError
from o1desk.core.leaves import Efficiency
from o1desk.core.types import Message
from o1desk.store import clock, messages, removal
from o1desk.store.access import Access
from o1desk.store.gate import FLAG_ESCAPED, escape, has_surrogate, unescape
from o1desk.store.message_search import condition_of
from o1desk.store.messages import COST, Author, Spoken
from o1desk.store.state import State
from o1desk.store.writer import Work

__all__ = ["Author", "Conversation", "Conversations", "Cost", "Spoken"]

_DRAFT = "draft"
_COST_COLUMNS = ", ".join(f"e.{name}" for name in COST)
_LIST = """
SELECT id, title, created, updated, flags, (SELECT count(*) FROM message m
  WHERE m.conversation_id = c.id)
FROM conversation c WHERE removed IS NULL
"""
_ALL_COSTS = f"""
SELECT e.created, coalesce(model.ref, ''), coalesce(adapter.ref, ''), e.strategy,
  coalesce(sample.judgement, json_extract(m.details, '$.verdict.judgement')), {_COST_COLUMNS}
FROM efficiency_point e
JOIN message m ON m.id = e.message_id
JOIN conversation c ON c.id = m.conversation_id AND c.removed IS NULL
LEFT JOIN model ON model.id = e.model_id
LEFT JOIN adapter ON adapter.id = e.adapter_id
LEFT JOIN sample ON sample.id = m.sample_id
ORDER BY e.id DESC LIMIT ?
"""  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One line of the list of conversations."""

    id: int
    title: str
    created: str
    updated: str
    messages: int


class Cost(NamedTuple):
    """What one answer cost, for charts over many answers.

    Attributes:
        created: When it was given, UTC.
        model: Reference of the model.
        adapter: Reference of the adapter; empty for the bare model.
        strategy: The way of thinking.
        cost: What was measured.
        judgement: Of the sample made of it, else of its details; None when nobody checked.
    """

    created: str
    model: str
    adapter: str
    strategy: str
    cost: Efficiency
    judgement: str | None


class Conversations:
    """Conversations by id."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access
        self._state = State(access)

    def start(self, title: str) -> int:
        """Begin a conversation; return its id."""
        text, flags = _title(title)
        row = (text, clock.stamp(), clock.stamp(), flags)
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
        *,
        parent: int | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Append a message; return its id.

        Args:
            conversation: Row of the conversation.
            message: What was said.
            author: Who wrote it; None for a person.
            cost: What the answer cost; None when nobody measured.
            parent: The message it answers or follows; None for a first one, or another version
                of it.
            details: What else is known of it, JSON values; a checked answer has its verdict's
                "judgement" under "verdict".

        Raises:
            InputError: If there is no such conversation, the parent is not in it, the role is
                unknown, or a detail has no JSON form.
        """
        writer = author or Author()
        packed = messages.pack_details(details or {})
        place = (conversation, parent)

        def work(connection: sqlite3.Connection) -> int:
            row_id = messages.put_message(
                connection, self._access.blobs, place, message, writer, packed
            )
            if cost is not None:
                messages.put_cost(connection, cost, writer, message=row_id)
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

    def messages(self, conversation: int) -> list[Spoken]:
        """Return the messages of a conversation, all branches, in the order they were stored."""
        with self._access.reading() as connection:
            return messages.get_messages(connection, self._access.blobs, conversation)

    def set_feedback(self, message: int, value: int) -> None:
        """Keep a person's thumb: -1 down, 0 none, 1 up.

        Raises:
            InputError: If there is no such message, or the value is none of these.
        """
        self._change(message, "feedback", value, "store the feedback")

    def link_sample(self, message: int, sample_id: int) -> None:
        """Note which sample a message was sent to annotation as.

        Raises:
            InputError: If there is no such message or sample.
        """
        self._change(message, "sample_id", sample_id, "store the sample of the message")

    def update_details(self, message: int, details: Mapping[str, Any]) -> None:
        """Put new details beside those a message has; the same name is replaced.

        Raises:
            InputError: If there is no such message, or a detail has no JSON form.
        """
        self._write(
            lambda connection: messages.merge_details(connection, message, details),
            "store the details of the message",
        )

    def rename(self, conversation: int, title: str) -> None:
        """Give a conversation another title.

        Raises:
            InputError: If there is no such conversation.
        """
        text, flags = _title(title)

        def work(connection: sqlite3.Connection) -> None:
            sql = "UPDATE conversation SET title = ?, flags = ? WHERE id = ?"
            if connection.execute(sql, (text, flags, conversation)).rowcount == 0:
                raise InputError(f"There is no conversation {conversation}; nothing was stored")

        self._write(work, "rename the conversation")

    def remove(self, conversation: int) -> None:
        """Hide a conversation from lists, searches and charts; its messages stay.

        Raises:
            InputError: If there is no such conversation.
        """
        self._write(
            lambda connection: removal.hide(connection, "conversation", conversation),
            "remove the conversation",
        )

    def restore(self, conversation: int) -> None:
        """Take a removed conversation back.

        Raises:
            InputError: If there is no such conversation.
        """
        self._write(
            lambda connection: removal.show(connection, "conversation", conversation),
            "restore the conversation",
        )

    def newest(self, *, limit: int = 100) -> list[Conversation]:
        """Return the conversations spoken in last."""
        return self._listed("1", (), limit)

    def search(self, text: str, limit: int = 100) -> list[Conversation]:
        """Return the conversations, spoken in last first, whose title or messages hold all words.

        Words are found inside others, thinking is not looked at. Of a message of over a million
        characters the beginning is searched.
        """
        condition, values = condition_of(text)
        return self._listed(condition, values, limit)

    def save_draft(self, conversation: int | None, text: str) -> None:
        """Keep what was typed and not sent; survives the death of the program. "" forgets it.

        Args:
            conversation: Row of the conversation; None for one that is not begun yet.
            text: What was typed.
        """
        self._state.set(_draft_key(conversation), text or None)

    def draft(self, conversation: int | None) -> str:
        """Return what was typed and not sent; "" if nothing was."""
        return str(self._state.get(_draft_key(conversation)) or "")

    def costs(self, conversation: int) -> list[tuple[int, Efficiency]]:
        """Return message id and cost of each answer that was measured."""
        rows = self._access.rows(
            f"SELECT e.message_id, {_COST_COLUMNS} FROM efficiency_point e "  # noqa: S608
            "JOIN message m ON m.id = e.message_id WHERE m.conversation_id = ? ORDER BY m.idx",
            (conversation,),
        )
        return [(row[0], Efficiency(**dict(zip(COST, row[1:], strict=True)))) for row in rows]

    def all_costs(self, limit: int = 1000) -> list[Cost]:
        """Return what the newest answers of all conversations cost, newest last."""
        rows = self._access.rows(_ALL_COSTS, (limit,))
        return [_cost(row) for row in reversed(rows)]

    def _listed(self, condition: str, values: tuple[str, ...], limit: int) -> list[Conversation]:
        sql = f"{_LIST} AND {condition} ORDER BY updated DESC, id DESC LIMIT ?"
        return [
            Conversation(
                id=row_id,
                title=unescape(title) if flags & FLAG_ESCAPED else title,
                created=created,
                updated=updated,
                messages=count,
            )
            for row_id, title, created, updated, flags, count in self._access.rows(
                sql, (*values, limit)
            )
        ]

    def _change(self, message: int, column: str, value: int, doing: str) -> None:
        try:
            self._write(
                lambda connection: messages.update_message(connection, message, column, value),
                doing,
            )
        except sqlite3.IntegrityError as error:
            raise InputError(f"Could not {doing}: {value} is not possible ({error})") from error

    def _write(self, work: Work[None], doing: str) -> None:
        self._access.write(work, doing=doing, durable=True)


def _cost(row: tuple[Any, ...]) -> Cost:
    created, model, adapter, strategy, judgement, *values = row
    cost = Efficiency(**dict(zip(COST, values, strict=True)))
    return Cost(created, model, adapter, strategy, cost, judgement)


def _draft_key(conversation: int | None) -> str:
    return _DRAFT if conversation is None else f"{_DRAFT}.{conversation}"


def _title(title: str) -> tuple[str, int]:
    """Return a title as it is stored, and the flags of its row."""
    is_escaped = has_surrogate(title)
    return (escape(title), FLAG_ESCAPED) if is_escaped else (title, 0)
