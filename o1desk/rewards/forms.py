"""The shape of an answer: one thing, a list in any order, or a bracketed sequence."""

import re
from dataclasses import dataclass

_JOINTS = re.compile(r"\s*(?:[,;]\s*(?:and|or)\s+|[,;]|(?<=\s)(?:and|or)(?=\s))\s*")
_NAME = re.compile(r"^\\?([A-Za-z]+(?:_\{?\w+\}?)?)\s*(?:=|\\in(?![a-z]))\s*(?=\S)")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Form:
    """An answer taken apart.

    Attributes:
        brackets: "()" and the like where the order counts; empty for lists and single things.
        parts: The texts between the separators, at least one unless the answer was empty.
    """

    brackets: str
    parts: tuple[str, ...]


def form_of(text: str) -> Form:
    """Return the shape of a spelled answer."""
    name, body = named(text)
    inner = _inside(body)
    if inner is not None:
        opening, content, closing = inner
        parts = _split(content)
        if opening == "{":
            return Form("", _unrolled(parts))
        if len(parts) > 1:
            return Form(opening + closing, parts)
    parts = _split(body)
    if len(parts) < 2:
        return Form("", _unrolled((text,)))
    return Form("", _unrolled((f"{name}={parts[0]}" if name else parts[0], *parts[1:])))


def named(text: str) -> tuple[str, str]:
    """Split "x=3" into "x" and "3"; the name is empty without an equals sign."""
    found = _NAME.match(text)
    if not found or "=" in text[found.end() :].partition(",")[0]:
        return "", text
    return found[1], text[found.end() :]


def _unrolled(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Replace each plus-minus by its two cases."""
    out: list[str] = []
    for part in parts:
        if "\\pm" in part:
            out += [part.replace("\\pm", sign).replace("+ ", "+", 1).strip() for sign in "+-"]
        else:
            out.append(part)
    return tuple(out)


def _inside(text: str) -> tuple[str, str, str] | None:
    """Return opening bracket, content and closing bracket if one pair encloses the whole text."""
    plain = text.replace("\\{", "{").replace("\\}", "}")
    if len(plain) < 2 or plain[0] not in _OPENING or plain[-1] not in _CLOSING:
        return None
    depth = 0
    for place, sign in enumerate(plain):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth == 0 and place < len(plain) - 1:
            return None
    return plain[0], plain[1:-1].strip(), plain[-1]


def _split(text: str) -> tuple[str, ...]:
    """Split at separators outside brackets."""
    parts, start, place = [], 0, 0
    depth = 0
    while place < len(text):
        sign = text[place]
        depth += (sign in _OPENING) - (sign in _CLOSING)
        found = _JOINTS.match(text, place) if depth == 0 and sign in ",; ao" else None
        if found and found.end() > place and found.group().strip():
            parts.append(text[start:place].strip())
            start = place = found.end()
        else:
            place += 1
    parts.append(text[start:].strip())
    return tuple(part for part in parts if part)
