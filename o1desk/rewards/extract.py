r"""Finding the final answer in a text, in one pass over its end.

The last balanced \boxed{} counts, else what follows the last "####", else what follows the last
"answer is" or "answer:"; else the last line. Only the last 4,000 characters are read, so a long
text costs no more than a short one.
"""

import re

TAIL = 4000
_BOX = "\\boxed{"
_JOINT = re.compile(r"^(?:\s|\$|,|;|\\text\s*\{|\}|\\,|\b(?:or|and)\b)*$")
_PHRASE = re.compile(
    r"\banswer\b[\s*_]{0,4}(?:is|are|=|:)(?:\*\*(?=\s))?[\s:]{0,4}(?=\S)", re.IGNORECASE
)


def final_answer(text: str) -> str:
    """Return the final answer in a text; empty when there is none.

    Boxes joined by nothing but "or", "and" or commas are one answer with several parts, so that
    naming two results does not pass for naming the last.
    """
    tail = text[-TAIL:]
    boxes = _boxes(tail)
    if boxes is not None:
        return boxes
    _, mark, rest = tail.rpartition("####")
    if mark:
        return _first_line(rest)
    phrases = list(_PHRASE.finditer(tail))
    if phrases:
        return _first_line(tail[phrases[-1].end() :])
    lines = [line for line in tail.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def has_box(text: str) -> bool:
    """Return whether the end of a text holds a boxed answer."""
    return _BOX in text[-TAIL:]


def _boxes(tail: str) -> str | None:
    """Return the content of the last box and of those joined to it; None without any box."""
    found = _balanced(tail)
    if not found:
        return "" if _BOX in tail else None
    parts = [found[-1][2]]
    for (_, end, content), (start, _, _) in zip(found[-2::-1], found[:0:-1], strict=True):
        between = tail[end:start]
        if not between.strip(" $") or not _JOINT.match(between):
            break
        parts.append(content)
    return ", ".join(reversed(parts))


def _balanced(tail: str) -> list[tuple[int, int, str]]:
    """Return start, end and content of every closed box that lies in no other box."""
    found: list[tuple[int, int, str]] = []
    at = tail.find(_BOX)
    while at >= 0:
        depth, place = 1, at + len(_BOX)
        while place < len(tail) and depth:
            depth += {"{": 1, "}": -1}.get(tail[place], 0)
            place += 1
        if depth:
            return found
        found.append((at, place, tail[at + len(_BOX) : place - 1]))
        at = tail.find(_BOX, place)
    return found


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0].strip() if lines else ""
