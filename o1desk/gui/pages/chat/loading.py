"""What the chat reads from the store and writes to it; all of it off the window's thread."""

import contextlib
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.leaves import Efficiency
from o1desk.core.references import split_ref
from o1desk.core.settings import Settings
from o1desk.core.types import Message
from o1desk.gui.pages.chat import partials
from o1desk.gui.pages.chat.context import STRATEGIES, Choice, suits_single_questions
from o1desk.gui.pages.chat.outcome import Outcome, Pending
from o1desk.gui.pages.chat.tree import Turn, steps_from, turn_of
from o1desk.gui.shown import one_line
from o1desk.store import Store
from o1desk.store.conversations import Author

TITLE = 60  # characters of the first question
CHOICE_KEY = "chat.choice"
LAST_KEY = "chat.last"
NOT_STORED = "not_stored"
_WORDS = ("starter", "fake", "hub", "endpoint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A conversation as the store has it.

    Attributes:
        conversation: Its row; None for a new one.
        turns: Its messages on all branches.
        leaf: Last message that was shown; None for the newest.
        draft: What was typed and not sent.
        model: Reference that its last answer was written with; empty when there is none, or when
            it is not there any more.
        missing: References that lead nowhere now.
    """

    conversation: int | None
    turns: tuple[Turn, ...] = ()
    leaf: int | None = None
    draft: str = ""
    model: str = ""
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastState:
    """What the last session left: the conversation that was open, and how questions were asked."""

    conversation: int | None = None
    choice: Choice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that is not stored yet.

    Attributes:
        conversation: Where it is asked; None begins one.
        text: Its words.
        parent: The message it follows; None for a first one.
        draft: What is typed and not sent; it goes with the conversation.
    """

    conversation: int | None
    text: str
    parent: int | None = None
    draft: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was stored.

    Attributes:
        conversation: Where.
        turn: The message.
        draft: What is stored as the draft of that conversation.
    """

    conversation: int
    turn: Turn
    draft: str = ""


def choice_from(settings: Settings) -> Choice:
    """Return how questions are asked until somebody says otherwise."""
    model = str(settings.get("chat.model"))
    return Choice(
        model=model,
        is_alone=suits_single_questions(split_ref(model)[0]),
        k=int(settings.get("chat.candidates")),
        temperature=float(settings.get("chat.temperature")),
        max_new_tokens=int(settings.get("chat.max_new_tokens")),
    )


def last_state(store: Store) -> LastState:
    """Return what was open at the last exit."""
    last, kept = store.state.get(LAST_KEY), store.state.get(CHOICE_KEY)
    choice = None
    if isinstance(kept, dict):
        known = {name: kept[name] for name in Choice.__dataclass_fields__ if name in kept}
        with contextlib.suppress(TypeError):
            choice = Choice(**known)
        if choice is not None and choice.strategy not in STRATEGIES:
            choice = None
    return LastState(conversation=last if isinstance(last, int) else None, choice=choice)


def keep_choice(store: Store, choice: Choice) -> None:
    """Remember how questions are asked."""
    store.state.set(CHOICE_KEY, dataclasses.asdict(choice))


def keep_leaf(store: Store, conversation: int, leaf: int) -> None:
    """Remember which branch of a conversation is shown."""
    store.state.set(f"chat.leaf.{conversation}", leaf)


def load(store: Store, conversation: int | None, *, is_busy: bool = False) -> Loaded:
    """Return a conversation and remember that it is the one that is open.

    Args:
        store: The store.
        conversation: Its row; None for a new one.
        is_busy: Whether an answer is being written in it now.
    """
    can_write = not store.is_read_only
    if conversation is not None and not is_busy and can_write:
        partials.adopt(store, conversation)
    spoken = [] if conversation is None else store.conversations.messages(conversation)
    if can_write:
        store.state.set(LAST_KEY, conversation if spoken else None)
    if conversation is None or not spoken:
        return Loaded(conversation=None, draft=store.conversations.draft(None))
    draft = store.conversations.draft(conversation)
    turns = tuple(turn_of(each) for each in spoken)
    leaf = store.state.get(f"chat.leaf.{conversation}")
    missing = missing_models(store.data, turns)
    written = [ref_of(turn.author) for turn in turns if turn.is_answer and turn.author.model]
    return Loaded(
        conversation=conversation,
        turns=turns,
        leaf=leaf if isinstance(leaf, int) else None,
        draft=draft,
        model=written[-1] if written and written[-1] not in missing else "",
        missing=missing,
    )


def ref_of(author: Author) -> str:
    """Return model and adapter as one reference."""
    return f"{author.model}@{author.adapter}" if author.adapter else author.model


def missing_models(data: Path, turns: Sequence[Turn]) -> frozenset[str]:
    """Return the references in a conversation whose files are gone."""
    refs = {(turn.author.model, turn.author.adapter) for turn in turns if turn.author.model}
    return frozenset(
        f"{model}@{adapter}" if adapter else model
        for model, adapter in refs
        if not (_has_base(model) and _has_adapter(data, adapter))
    )


def put_question(store: Store, question: Question) -> Asked:
    """Store a question, with its conversation if it is the first."""
    text, parent, row = question.text, question.parent, question.conversation
    if row is None:
        row = store.conversations.start(one_line(text, TITLE))
    number = store.conversations.add(row, Message(role="user", content=text), parent=parent)
    store.conversations.save_draft(row, question.draft)
    if question.conversation is None:
        store.conversations.save_draft(None, "")
        store.state.set(LAST_KEY, row)
    turn = Turn(id=number, role="user", text=text, parent=parent)
    return Asked(conversation=row, turn=turn, draft=question.draft)


def put_answer(store: Store, pending: Pending, outcome: Outcome) -> Turn:
    """Store an answer, whatever its end was."""
    number = store.conversations.add(
        pending.conversation,
        outcome.message,
        outcome.author,
        outcome.cost,
        parent=pending.parent,
        details=outcome.details,
    )
    partials.forget(store, pending.conversation)
    return _turn(number, pending, outcome)


def unstored(number: int, pending: Pending, outcome: Outcome, why: str) -> Turn:
    """Return an answer that could not be stored, as it is shown until it is, or the window closes.

    Args:
        number: Stands for its row.
        pending: The question it answers.
        outcome: How it ended.
        why: What a person reads of the reason.
    """
    turn = _turn(number, pending, outcome)
    turn.details["failed"] = {"message": why, "reason": NOT_STORED}
    return turn


def history(store: Store, limit: int = 2000) -> list[tuple[Efficiency, str]]:
    """Return cost and judgement ("" for none) of the newest answers of all chats."""
    return [(each.cost, each.judgement or "") for each in store.conversations.all_costs(limit)]


def _turn(number: int, pending: Pending, outcome: Outcome) -> Turn:
    return Turn(
        id=number,
        role="assistant",
        text=outcome.message.content,
        thinking=outcome.message.thinking,
        parent=pending.parent,
        author=outcome.author,
        details=dict(outcome.details),
        steps=steps_from(outcome.details, outcome.message.thinking),
    )


def _has_base(ref: str) -> bool:
    if ref.partition(":")[0] in _WORDS:
        return True
    try:
        return Path(ref).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _has_adapter(data: Path, adapter: str) -> bool:
    run = adapter.partition(":")[0]
    return not run or (data / "runs" / run / "checkpoints").is_dir()
