"""Where annotation was, kept across restarts: queue, sample, step, and the way back."""

from dataclasses import dataclass
from typing import Any

from o1desk.gui.pages.annotate.sample_queue import KINDS

KEY = "annotate.place"  # of the store's state table


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a queue.

    Attributes:
        kind: Which queue.
        environment: What it was narrowed to; empty for all.
        judgement: The same for the checker's word.
        sample: The sample in hand; None for none.
        step: The step in hand.
        trail: The samples before it, nearest last.
        following: The sample after it; None if it was the last.
    """

    kind: str = KINDS[0]
    environment: str = ""
    judgement: str = ""
    sample: int | None = None
    step: int = 0
    trail: tuple[int, ...] = ()
    following: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the place as JSON values."""
        return {name: getattr(self, name) for name in self.__slots__} | {"trail": list(self.trail)}


def place_of(value: Any) -> Place:
    """Read a place; what cannot be read is the beginning of the first queue."""
    known = value if isinstance(value, dict) else {}
    kind = known.get("kind")
    trail = known.get("trail")
    return Place(
        kind=kind if kind in KINDS else KINDS[0],
        environment=_text(known.get("environment")),
        judgement=_text(known.get("judgement")),
        sample=_number(known.get("sample")),
        step=_number(known.get("step")) or 0,
        trail=tuple(row for row in trail if _number(row) is not None)
        if isinstance(trail, list)
        else (),
        following=_number(known.get("following")),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if type(value) is int and value >= 0 else None
