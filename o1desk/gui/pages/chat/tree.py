"""A conversation as a tree: an edited question or a second answer is a branch beside the first.

One path from the first message to a leaf is shown at a time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.leaves import Efficiency
from o1desk.gui.models.step_model import StepView
from o1desk.store.conversations import Author, Spoken


@dataclass(slots=True, kw_only=True)
class Turn:
    """One message of a conversation.

    Attributes:
        id: Its row in the store.
        role: "user" or "assistant".
        text: What was said; the final answer of a model.
        thinking: The chain of thought; empty for people.
        parent: The message it follows; None for the first.
        author: Who wrote it; all empty for a person.
        details: Steps, votes, candidates, verdict, cost and how it ended, JSON values.
        feedback: Thumb of the person: -1, 0 or 1.
        created: When it was stored, ISO 8601.
        sample: Sample made of it for annotation; None when there is none.
        steps: The chain of thought as cards show it; made beside the window, it may be long.
    """

    id: int
    role: str
    text: str
    thinking: str = ""
    parent: int | None = None
    author: Author = field(default_factory=Author)
    details: dict[str, Any] = field(default_factory=dict)
    feedback: int = 0
    created: str = ""
    sample: int | None = None
    steps: Sequence[StepView] = ()

    @property
    def is_answer(self) -> bool:
        """Whether a model wrote it."""
        return self.role == "assistant"

    @property
    def failure(self) -> Mapping[str, Any] | None:
        """What went wrong; None when nothing did."""
        found = self.details.get("failed")
        return found if isinstance(found, Mapping) else None

    @property
    def cost(self) -> Efficiency | None:
        """What it cost; None when nobody measured."""
        return efficiency_of(self.details.get("efficiency"))


def turn_of(spoken: Spoken) -> Turn:
    """Return a stored message as a turn."""
    details = dict(spoken.details or {})
    return Turn(
        id=spoken.id,
        role=spoken.message.role,
        text=spoken.message.content,
        thinking=spoken.message.thinking,
        parent=spoken.parent,
        author=spoken.author,
        details=details,
        feedback=spoken.feedback,
        created=spoken.created,
        sample=spoken.sample,
        steps=steps_from(details, spoken.message.thinking),
    )


def steps_from(details: Mapping[str, Any], thinking: str) -> list[StepView]:
    """Return the steps that were stored with an answer; without any, the lines of its thinking."""
    told = details.get("steps")
    if not isinstance(told, list) or not told:
        lines = [line for line in thinking.split("\n") if line.strip()]
        return [StepView(index=at, text=line) for at, line in enumerate(lines)]
    return [
        StepView(
            index=at,
            text=str(each.get("text", "")),
            tokens=int(each.get("tokens") or 0),
            ms=float(each.get("ms") or 0.0),
        )
        for at, each in enumerate(told)
        if isinstance(each, Mapping)
    ]


def efficiency_of(value: Any) -> Efficiency | None:
    """Read a cost that went through JSON; unknown fields are passed over."""
    if not isinstance(value, Mapping):
        return None
    known = {name: value[name] for name in Efficiency.__dataclass_fields__ if name in value}
    return Efficiency(**known)


class ChatTree:
    """The messages of one conversation and the branch that is shown.

    Attributes:
        turns: Messages by id, in the order they were stored.
    """

    def __init__(self, turns: Iterable[Turn] = (), *, leaf: int | None = None) -> None:
        """Take the messages; the newest leaf is shown unless another is named."""
        self.turns: dict[int, Turn] = {}
        self._children: dict[int | None, list[int]] = {}
        self._chosen: dict[int | None, int] = {}
        for turn in turns:
            self.add(turn)
        if leaf is not None:
            self.choose(leaf)

    def __len__(self) -> int:
        """Return how many messages there are on all branches."""
        return len(self.turns)

    def add(self, turn: Turn) -> None:
        """Add a message under its parent and show it; one whose parent is gone stands first."""
        if turn.parent not in self.turns:
            turn.parent = None
        self.turns[turn.id] = turn
        self._children.setdefault(turn.parent, []).append(turn.id)
        self.choose(turn.id)

    def replace(self, turn_id: int, turn: Turn) -> None:
        """Put a message in the place of another: same parent, same branches, same followers."""
        old = self.turns[turn_id]
        turn.parent = old.parent
        self.turns = {
            each.id: each for each in (turn if t is old else t for t in self.turns.values())
        }
        branches = self._children[old.parent]
        branches[branches.index(turn_id)] = turn.id
        if self._chosen.get(old.parent) == turn_id:
            self._chosen[old.parent] = turn.id
        if turn_id in self._chosen:
            self._chosen[turn.id] = self._chosen.pop(turn_id)
        self._children[turn.id] = self._children.pop(turn_id, [])
        for child in self._children[turn.id]:
            self.turns[child].parent = turn.id

    def choose(self, turn_id: int) -> None:
        """Show the branch that a message is on; what was chosen below it stays chosen."""
        at = self.turns.get(turn_id)
        while at is not None:
            self._chosen[at.parent] = at.id
            at = None if at.parent is None else self.turns.get(at.parent)

    def path(self) -> list[Turn]:
        """Return the messages that are shown, first to last."""
        shown: list[Turn] = []
        at = self._chosen.get(None)
        while at is not None:
            shown.append(self.turns[at])
            at = self._chosen.get(at)
        return shown

    def path_to(self, turn_id: int | None) -> list[Turn]:
        """Return the messages from the first to the given one."""
        found: list[Turn] = []
        at = None if turn_id is None else self.turns.get(turn_id)
        while at is not None:
            found.append(at)
            at = None if at.parent is None else self.turns.get(at.parent)
        return found[::-1]

    @property
    def leaf(self) -> int | None:
        """The last message that is shown."""
        path = self.path()
        return path[-1].id if path else None

    def siblings(self, turn_id: int) -> list[int]:
        """Return the branches at the place of a message, oldest first, itself included."""
        return list(self._children.get(self.turns[turn_id].parent, ()))

    def step_aside(self, turn_id: int, by: int) -> int | None:
        """Show the branch `by` places beside a message; return its id, None at the edge."""
        branches = self.siblings(turn_id)
        at = branches.index(turn_id) + by
        if not 0 <= at < len(branches):
            return None
        self.choose(branches[at])
        return branches[at]
