"""What became of an imported file, counted so that nothing disappears in silence."""

from dataclasses import dataclass, field
from typing import Any

from o1desk.store.imports.lines import RowError

LINES_NAMED = 20  # line numbers kept for each reason


@dataclass(slots=True, kw_only=True)
class Rejects:
    """Rows that could not be used, by reason.

    Attributes:
        count: How many.
        lines: Their first line numbers.
        detail: What is wrong with the first of them.
    """

    detail: str
    count: int = 0
    lines: list[int] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Imported:
    """What became of a file.

    Attributes:
        dataset: Name of the dataset that holds it.
        bytes: Size of the file.
        generated: Rows in the file.
        parsed: Rows that could be used.
        verified: Rows whose answer a checker found right.
        new: Rows that were not in the store before.
        kept: Rows that the import added to the store.
        rejects: Rows that could not be used, by reason.
    """

    dataset: str
    bytes: int = 0
    generated: int = 0
    parsed: int = 0
    verified: int = 0
    new: int = 0
    kept: int = 0
    rejects: dict[str, Rejects] = field(default_factory=dict)

    def reject(self, number: int, error: RowError) -> None:
        """Count a row that could not be used."""
        known = self.rejects.setdefault(error.reason, Rejects(detail=error.detail))
        known.count += 1
        if len(known.lines) < LINES_NAMED:
            known.lines.append(number)

    def funnel(self) -> dict[str, Any]:
        """Return the counts as the command line prints them."""
        numbers = ("generated", "parsed", "verified", "new", "kept")
        rejected = [
            {"reason": reason, "count": found.count, "lines": found.lines, "detail": found.detail}
            for reason, found in sorted(self.rejects.items(), key=lambda pair: -pair[1].count)
        ]
        return {name: getattr(self, name) for name in numbers} | {"rejected": rejected}
