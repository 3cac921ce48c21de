"""What may be shown to sympy at all: short, flat and without exploding numbers."""

import re

MOST_CHARACTERS = 300
MOST_NESTING = 20
MOST_DIGITS = 60
LARGEST = 1000  # of an exponent or the argument of a factorial

_DIGITS = re.compile(r"\d+")
_FACTORIAL = re.compile(r"(\d+)\s*!|[)}\]]\s*!")
_EXPONENT = re.compile(r"(?:\^|\*\*)\s*[{(]*\s*[+-]?\s*(\d+)")


def objection(text: str, most_characters: int = MOST_CHARACTERS) -> str:
    """Return why an expression is not shown to sympy; empty when there is no objection."""
    if len(text) > most_characters:
        return f"longer than {most_characters} characters"
    if _depth(text) > MOST_NESTING:
        return f"nested deeper than {MOST_NESTING}"
    if any(len(run) > MOST_DIGITS for run in _DIGITS.findall(text)):
        return f"a number of more than {MOST_DIGITS} digits"
    if any(int(found) > LARGEST for found in _EXPONENT.findall(text)):
        return f"an exponent above {LARGEST}"
    if any(not found[1] or int(found[1]) > LARGEST for found in _FACTORIAL.finditer(text)):
        return "a large factorial"
    if _is_tower(text):
        return "a tower of powers"
    return ""


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        depth += (sign in "({[") - (sign in ")}]")
        deepest = max(deepest, depth)
    return deepest


def _is_tower(text: str) -> bool:
    """Return whether a power stands in the exponent of a power of numbers, or three in any."""
    plain = text.replace("**", "^").replace(" ", "")
    if re.search(r"\d[)}]*\^[{(]*-?\d+\)?\^", plain):
        return True
    open_at: list[bool] = []  # for each open bracket, whether it is an exponent
    for place, sign in enumerate(plain):
        if sign in "({[":
            open_at.append(plain[place - 1 : place] == "^" or plain[:place].endswith("^\\left"))
        elif sign in ")}]" and open_at:
            open_at.pop()
        elif sign == "^" and (sum(open_at) > 1 or (any(open_at) and _numeric(plain, place))):
            return True
    return False


def _numeric(text: str, place: int) -> bool:
    """Return whether the power at a place has a number below it."""
    return text[place - 1 : place].isdigit() or text[place - 1 : place] in ")}"
