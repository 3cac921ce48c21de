"""What is shown of a text that nobody vouches for; the stored text itself never changes.

A model, a file or a web page wrote it. Here it becomes something that is safe to look at: long
lines get soft breaks, characters nobody can see become marks, and a cell of a table cannot turn
the direction of its neighbours.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtGui import Qt

SOFT_LINE = 4_000  # characters; Qt lays out longer unbroken lines in quadratic time
_EARLY = 400  # a blank within so many characters before the limit is the better place
_CLUSTER = 64  # so many joined characters are kept together at a soft break
_ZERO_WIDTH_JOINER = "\u200d"
_OPENERS = "\u2066\u2067\u2068"  # isolates: left to right, right to left, first strong
_FIRST_STRONG, _POP_ISOLATE = "\u2068", "\u2069"
_TOOLTIP_CHARACTERS = 1_000

# Controls (tab and line breaks apart), formats, fillers, blanks other than the two usual ones,
# variation selectors, tags, halves of pairs and the code points that mean nothing.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u070f\u115f\u1160\u1680\u17b4\u17b5"
    "\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LINE_END = re.compile("\r\n|[\n\r\u2029]")
# Qt makes something else of these (it ends lines, embeds objects or drops them), so they are
# always marks.
_NEVER_RAW = re.compile("[\ud800-\udfff\ufdd0\ufdd1\ufffc]")
_NEVER_RAW_OR_BOM = re.compile("[\ud800-\udfff\ufdd0\ufdd1\ufffc\ufeff]")
_NUL_MARK = "⟨U+0000⟩"
_BLANK = re.compile(r"\s")

Piece: TypeAlias = tuple[str, str]
"""A piece of the stored text, and what is shown for it."""


def visible_marks(text: str) -> str:
    """Return the text with every invisible character as a mark such as ⟨U+202E⟩.

    Tabs and line breaks stay what they are.
    """
    return _INVISIBLE.sub(_mark_of, text)


def soft_break(text: str) -> str:
    """Return the text with a line break after about every 4,000 characters of one line.

    A break comes after a blank where there is one, and never between a letter and what is
    written on it or joined to it.
    """
    if len(text) <= SOFT_LINE:
        return text
    breaker = SoftBreaker()
    return "\n".join(
        "".join(shown for _, shown in breaker.feed_line(line)) for line in text.split("\n")
    )


def isolate(text: str) -> str:
    """Return the text so that it cannot turn the direction of what stands around it.

    A stray end of an isolate becomes a mark, and open ones are closed.
    """
    if not text:
        return ""
    depth, parts = 0, []
    for part in re.split("([\u2066-\u2069])", text):
        if part == _POP_ISOLATE and depth == 0:
            parts.append(mark(part))
            continue
        depth += (part != "" and part in _OPENERS) - (part == _POP_ISOLATE)
        parts.append(part)
    return _FIRST_STRONG + "".join(parts) + _POP_ISOLATE * (depth + 1)


def one_line(text: str, limit: int = 200) -> str:
    """Return the beginning of a text on one line, for cells and titles.

    Args:
        text: Any length; only the beginning is looked at.
        limit: Longest result in characters; what is cut ends in "…".
    """
    head = text[: 4 * limit]
    line = " ".join(_NEVER_RAW.sub(_mark_of, head.replace("\0", _NUL_MARK)).split())
    if len(line) <= limit and len(head) == len(text):
        return line
    cut = line[: limit - 1]
    while cut and (_joins(cut[-1]) or cut[-1] == _ZERO_WIDTH_JOINER):
        cut = cut[:-1]
    return cut.rstrip() + "…"


def tooltip_text(text: str) -> str:
    """Return a text so that a tooltip shows it as it stands, whatever markup it holds."""
    cut = text[:_TOOLTIP_CHARACTERS] + ("…" if len(text) > _TOOLTIP_CHARACTERS else "")
    safe = _NEVER_RAW.sub(_mark_of, cut)
    return f"<p style='white-space:pre-wrap'>{html.escape(safe)}</p>" if _is_markup(safe) else safe


def for_clipboard(text: str) -> str:
    """Return a text as other programs can take it: half a pair becomes its escape, as stored."""
    return text.encode("utf-8", "backslashreplace").decode()


def mark(character: str) -> str:
    """Return the visible name of a character."""
    return f"⟨U+{ord(character):04X}⟩"


class SoftBreaker:
    """Turns stored text into shown text, the same however the text is cut into chunks.

    A line end of any kind is shown as one line break. Every decision looks backwards only, so
    that text can be shown while it is still being written.
    """

    def __init__(self, *, has_marks: bool = False) -> None:
        """Begin a text.

        Args:
            has_marks: Whether invisible characters are shown as marks.
        """
        self._special = _INVISIBLE if has_marks else _NEVER_RAW_OR_BOM
        self._has_marks = has_marks
        self._column = 0
        self._last = ""
        self._is_after_return = False

    def feed(self, text: str) -> Iterator[Piece]:
        """Yield the pieces of the next chunk: what is stored and what is shown for it."""
        if self._is_after_return and text.startswith("\n"):
            yield "\n", ""
            text = text[1:]
            self._is_after_return = False
        at = 0
        for end in _LINE_END.finditer(text):
            yield from self.feed_run(text[at : end.start()])
            yield end.group(), "\n"
            self._column, self._last = 0, ""
            at = end.end()
        yield from self.feed_run(text[at:])
        if text:
            self._is_after_return = text.endswith("\r")

    def feed_line(self, line: str) -> Iterator[Piece]:
        """Yield the pieces of a whole line with soft breaks and nothing else."""
        self._column, self._last = 0, ""
        yield from self._with_breaks(line)

    def feed_run(self, run: str) -> Iterator[Piece]:
        """Yield the pieces of a part of a line."""
        at = 0
        for special in self._special.finditer(run):
            yield from self._with_breaks(run[at : special.start()])
            yield from self._marked(special.group())
            at = special.end()
        yield from self._with_breaks(run[at:])

    def _marked(self, character: str) -> Iterator[Piece]:
        if character == "\ufeff" and not self._has_marks:  # Qt drops it at the front of a text
            yield character, ""
            return
        if self._column >= SOFT_LINE:
            yield "", "\n"
            self._column = 0
        yield character, mark(character)
        self._column += len(mark(character))
        self._last = "⟩"

    def _with_breaks(self, run: str) -> Iterator[Piece]:
        start = 0
        while (at := self._break_in(run, start)) is not None:
            if at > start:
                yield run[start:at], run[start:at]
            yield "", "\n"
            start, self._column, self._last = at, 0, ""
        if start < len(run):
            rest = run[start:] if start else run
            yield rest, rest
            self._column += len(rest)
            self._last = rest[-1]

    def _break_in(self, run: str, start: int) -> int | None:
        """Return before which character of a run the next soft break comes; None for nowhere."""
        if self._column + len(run) - start <= SOFT_LINE - _EARLY:
            return None
        first = max(start, start + SOFT_LINE - _EARLY - self._column)
        hard = self._hard_break_in(run, start)
        if first == start and self._last and self._last.isspace():
            return start
        blank = _BLANK.search(run, max(first - 1, start), len(run) if hard is None else hard)
        if blank is not None and blank.end() < len(run):
            return blank.end()
        return hard

    def _hard_break_in(self, run: str, start: int) -> int | None:
        at = max(start, start + SOFT_LINE - self._column)
        most = start + SOFT_LINE + _CLUSTER - self._column
        while at < len(run) and at < most and self._is_inside(run, at, start):
            at += 1
        return at if at < len(run) else None

    def _is_inside(self, run: str, at: int, start: int) -> bool:
        before = run[at - 1] if at > start else self._last
        return _joins(run[at]) or before == _ZERO_WIDTH_JOINER


def shown_text(text: str, *, has_marks: bool = False) -> str:
    """Return what is shown of a stored text."""
    return "".join(shown for _, shown in SoftBreaker(has_marks=has_marks).feed(text))


def stored_between(text: str, start: int, end: int, *, has_marks: bool = False) -> str:
    """Return the stored characters behind a part of the shown text.

    Args:
        text: The stored text.
        start: First position in the shown text, UTF-16 units as Qt counts.
        end: Position after the last one.
        has_marks: Whether invisible characters are shown as marks.
    """
    position, kept = 0, []
    for stored, shown in SoftBreaker(has_marks=has_marks).feed(text):
        if position >= end:
            break
        width = _units(shown)
        first, last = max(start - position, 0), min(end - position, width)
        if stored == shown:
            kept.append(cut_units(stored, first, last) if first < last else "")
        elif first < last or (not width and position >= start):
            kept.append(stored)
        position += width
    return "".join(kept)


def cut_units(text: str, first: int, last: int) -> str:
    """Return the part of a text between two positions in UTF-16 units, as Qt counts."""
    if text.isascii():
        return text[first:last]
    units = text.encode("utf-16-le", "surrogatepass")[2 * first : 2 * last]
    return units.decode("utf-16-le", "surrogatepass")


def columns_of(text: str) -> int:
    """Return about how many narrow letters wide a text is; Chinese letters count two."""
    if text.isascii():
        return len(text)
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def _mark_of(match: re.Match[str]) -> str:
    return mark(match.group())


def _joins(character: str) -> bool:
    """Return whether a character belongs to the one before it."""
    if character.isascii():
        return False
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or character == _ZERO_WIDTH_JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # tones of skin
    )


def _is_markup(text: str) -> bool:
    return bool(Qt.mightBeRichText(text))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
