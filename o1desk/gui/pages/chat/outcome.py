"""How an answer ended, as it is stored: finished, stopped by the person, or failed. No Qt here."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.leaves import Efficiency
from o1desk.core.references import split_ref
from o1desk.core.types import Message
from o1desk.gui.pages.chat.context import Choice, Context
from o1desk.gui.pages.chat.stream import Stream
from o1desk.gui.pages.chat.tree import efficiency_of
from o1desk.store.conversations import Author

MOST_POINTS = 100
KEPT = (
    "votes", "candidate_texts", "candidates", "truncated", "verdict", "problem", "memory_mib",
    "context",
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Pending:
    """One question that has no answer yet.

    Attributes:
        conversation: Row of the conversation.
        parent: Row of the question.
        choice: How it is asked.
        context: What the model reads.
        seed: Seed of the sampling.
        stream: What was received so far.
        memory: What the worker's process held: seconds since it was asked, MiB.
    """

    conversation: int
    parent: int
    choice: Choice
    context: Context
    seed: int
    stream: Stream = field(default_factory=Stream)
    memory: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An answer as it is stored.

    Attributes:
        message: Final answer and chain of thought.
        author: Who wrote it.
        cost: What it cost; None when nothing was written.
        details: Everything else, JSON values.
    """

    message: Message
    author: Author
    cost: Efficiency | None
    details: dict[str, Any]


def finished(pending: Pending, value: Mapping[str, Any]) -> Outcome:
    """Return what the worker said in the end: an answer, or what there was of one."""
    cost = efficiency_of(value.get("efficiency")) or _seen(pending)
    steps = list(value.get("steps") or ()) or pending.stream.step_values()
    details = _details(pending, cost) | {"steps": steps, "raw": str(value.get("raw") or "")}
    details |= {name: value[name] for name in KEPT if value.get(name) is not None}
    details["is_closed"] = bool(value.get("closed", not value.get("stopped")))
    if value.get("stopped"):
        details["stopped"] = True
    elif value.get("error"):
        details["failed"] = {"message": str(value["error"]), "reason": ""}
    message = Message(
        role="assistant",
        content=str(value.get("answer") or pending.stream.answer),
        thinking=str(value.get("thinking") or pending.stream.thinking),
    )
    author = _author(pending.choice, str(value.get("model") or ""))
    return Outcome(message=message, author=author, cost=cost, details=details)


def cut_short(pending: Pending) -> Outcome:
    """Return what there is of an answer that the person stopped before the worker said a word."""
    pending.stream.end_thinking()
    return _partial(pending, {"stopped": True})


def failed(pending: Pending, sentence: str, reason: str = "") -> Outcome:
    """Return what there is of an answer that something ended.

    Args:
        pending: The question.
        sentence: What happened.
        reason: "missing_model", "out_of_memory", "crash" and the like; empty when not known.
    """
    pending.stream.end_thinking()
    return so_far(pending, sentence, reason)


def so_far(pending: Pending, sentence: str, reason: str) -> Outcome:
    """Return what there is of an answer that goes on, as it is kept in case it never ends."""
    return _partial(pending, {"failed": {"message": sentence, "reason": reason}})


def _partial(pending: Pending, more: dict[str, Any]) -> Outcome:
    stream, cost = pending.stream, _seen(pending)
    message = Message(role="assistant", content=stream.answer, thinking=stream.thinking.strip("\n"))
    details = _details(pending, cost) | {"steps": stream.step_values(), "is_closed": False} | more
    if pending.memory:
        details["memory_mib"] = pending.memory[-1][1]
    return Outcome(message=message, author=_author(pending.choice), cost=cost, details=details)


def _seen(pending: Pending) -> Efficiency | None:
    return None if pending.stream.is_empty else pending.stream.measured()


def _details(pending: Pending, cost: Efficiency | None) -> dict[str, Any]:
    choice, context, stream = pending.choice, pending.context, pending.stream
    return {
        "sampling": {
            "temperature": choice.temperature,
            "max_new_tokens": choice.max_new_tokens,
            "seed": pending.seed,
            "thinking": choice.is_thinking,
        },
        "k": choice.k if choice.strategy == "vote" else 1,
        "efficiency": None if cost is None else dataclasses.asdict(cost),
        "waited_s": round(stream.waited_s(), 3),
        "thought_s": None if stream.thought_s is None else round(stream.thought_s, 3),
        "left_out": context.left_out,
        "is_alone": context.is_alone,
        "rates": thinned(stream.rates),
        "memory": thinned(pending.memory),
        "saved_tokens": context.saved_tokens,
    }


def thinned(points: Sequence[tuple[float, float]]) -> list[list[float]]:
    """Return at most a hundred points of a curve, the last one among them."""
    step = max(1, -(-len(points) // MOST_POINTS))
    kept = list(points[::-1][::step])[::-1]
    return [[round(at_s, 3), round(value, 2)] for at_s, value in kept]


def _author(choice: Choice, ref: str = "") -> Author:
    """Return who wrote it; the worker knows which step of a run an adapter without one meant."""
    base, adapter = split_ref(ref) if ref else (choice.base, choice.adapter)
    same = choice.base if base == choice.base or not ref else base
    return Author(model=same, adapter=adapter or choice.adapter, strategy=choice.strategy)
