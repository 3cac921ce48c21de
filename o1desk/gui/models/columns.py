"""What a column of a big table is, and what is painted of its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Qt

Row: TypeAlias = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        key: Stable name, also for sorting.
        title: Heading.
        text: Makes the text of a cell from a row; untrusted text as it is stored.
        width_em: Usual width in letters "m".
        align: "left", "right" or "center".
        tooltip: One sentence about the column.
        is_sortable: Whether a press on the heading sorts.
        tone: Makes the tone of a cell: good, bad, warn, accent, muted, or "" for usual.
        is_mono: Whether letters have one width.
        look: "text"; "verdict" paints a chip (the text is a judgement); "bar" paints a share.
        share: Makes the length of the bar, 0 to 1; None for no bar.
        does_stretch: Whether the column takes the room that is left.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width_em: float = 8.0
    align: Literal["left", "right", "center"] = "left"
    tooltip: str = ""
    is_sortable: bool = False
    tone: Callable[[Row], str] | None = None
    is_mono: bool = False
    look: Literal["text", "verdict", "bar"] = "text"
    share: Callable[[Row], float | None] | None = None
    does_stretch: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted of one cell.

    Attributes:
        text: One line, safe to show; the judgement of a verdict.
        tone: A token of the theme.
        share: Length of a bar, 0 to 1; None for none.
        is_there: False while the row was not read, or when it is gone.
    """

    text: str
    tone: str = "text"
    share: float | None = None
    is_there: bool = True


AWAY = Cell("…", "faint", is_there=False)
GONE = Cell("\u2013", "faint", is_there=False)

_VERTICAL = Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | _VERTICAL,
    "right": Qt.AlignmentFlag.AlignRight | _VERTICAL,
    "center": Qt.AlignmentFlag.AlignHCenter | _VERTICAL,
}
