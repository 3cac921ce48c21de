"""Which texts of a model may be rendered as Markdown, and how they are made safe for it.

Rendering must add form and take nothing: no picture is asked for, no word is hidden, a product
such as 2*3*4 keeps its stars. Texts that Qt would chew on for long are not rendered at all.
"""

import re
from collections import Counter
from itertools import pairwise

MOST_BYTES = 200 * 1024
AT_ONCE_CHARACTERS = 20_000  # rendered without being asked to; about 20 ms
# Qt's reader is quadratic in these; the limits keep each below about 50 ms.
MOST_MARKS_OF_A_BLOCK = 1_000
MOST_UNBROKEN = 4_000
MOST_BARS_OF_A_LINE = 60
MOST_NESTED = 20

_CODE = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[^\n]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_WORTH = re.compile(
    r"^#{1,6} \S|\*\*[^*\s]|`[^`\n]+`|^```|^[ ]{0,3}(?:[-*+]|\d{1,9}[.)]) +\S"
    r"|^> |^\|.+\||\[[^\]\n]+\]\([^)\s]+\)|(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STAR_OF_A_PRODUCT = re.compile(r"(?<=[\w)\]])\*(?=[\w(\[])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_REFERENCE = re.compile(r"^( {0,3})\[(?=[^\]\n]+\]:)", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_BLOCK_START = re.compile(r" {0,3}(?:[#>|*+=~`-]|\d{1,9}[.)] )| {4}|\t|\s*$")
_WHOLE_LINE = re.compile(r" {0,3}[#|=-]| {4}|\t|\s*$")
_LINE_SEPARATOR = "\u2028"
_NESTING = re.compile(r"^(?:\s*(?:>|[-*+]|\d{1,9}[.)])(?=\s|>|$))*", re.MULTILINE)
# What rendering may take: addresses of links, numbers of lists, names of languages.
_FORM = re.compile(r"(?<=\])\([^)\n]*\)|^\s*\d{1,9}[.)](?=\s)|^(?:```|~~~)[^\n]*$", re.MULTILINE)


def is_worth_rendering(text: str) -> bool:
    """Return whether Markdown would add form to a text, and Qt would take it in its stride."""
    if len(text) > MOST_BYTES or _WORTH.search(text) is None:
        return False
    return len(text.encode("utf-8", "replace")) <= MOST_BYTES and _is_tame(text)


def safe_markdown(text: str) -> str:
    """Return Markdown that renders to the form of a text without losing any of its words."""
    parts = _CODE.split(_with_line_breaks(text))
    for index in range(0, len(parts), 2):  # what stands between pieces of code
        parts[index] = _safe_part(parts[index])
    return "".join(parts)


def keeps_words(text: str, rendered: str) -> bool:
    """Return whether every word of a text is still there after rendering."""
    words = re.findall(r"\w+", _FORM.sub("", text))
    return not Counter(words) - Counter(re.findall(r"\w+", rendered))


def _safe_part(part: str) -> str:
    part = _ESCAPED.sub(r"\\\\\\", part)
    part = _ENTITY.sub(r"\\&", part)
    part = _STAR_OF_A_PRODUCT.sub(r"\\*", part)
    part = part.replace("![", r"!\[")
    return _REFERENCE.sub(r"\1\\[", part)


def _with_line_breaks(text: str) -> str:
    """Return the text with the lines inside paragraphs kept apart, as they were written."""
    lines = text.split("\n")
    shown, in_fence = [lines[0]], bool(_FENCE.match(lines[0]))
    for before, line in pairwise(lines):
        is_fence = bool(_FENCE.match(line))
        inside = in_fence or is_fence or _BLOCK_START.match(line) or _WHOLE_LINE.match(before)
        after_fence = bool(_FENCE.match(before))
        shown += ["\n" if inside or after_fence else _LINE_SEPARATOR, line]
        in_fence ^= is_fence
    return "".join(shown)


def _is_tame(text: str) -> bool:
    if re.search(rf"\S{{{MOST_UNBROKEN}}}", text):
        return False
    for block in re.split(r"\n\s*\n", text):
        if len(re.findall(r"[*_~`\[\]<!&\\]", block)) > MOST_MARKS_OF_A_BLOCK:
            return False
    for line in text.split("\n"):
        if line.count("|") > MOST_BARS_OF_A_LINE:
            return False
        nesting = _NESTING.match(line)
        indent = len(line) - len(line.lstrip())
        if nesting and len(re.findall(r"\S+", nesting.group())) > MOST_NESTED:
            return False
        if line.startswith(">" * MOST_NESTED) or indent > 2 * MOST_NESTED + 2:
            return False
    return True
