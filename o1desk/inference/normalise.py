"""When two answers are the same vote.

Only the spelling is evened out: white space, case, a closing dot, dollar signs or a box around
it, and the forms of one number. What an answer is worth is decided by the environment's checker.
"""

import re
import unicodedata
from fractions import Fraction

_BOXED = re.compile(r"\\boxed\{(.*)\}", re.DOTALL)
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:/(\d+))?")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-"})
_LONGEST = 64  # a longer row of digits is compared as text: no answer of ours is a bigger number


def normalise(answer: str) -> str:
    """Return the form in which answers are compared; empty when there is nothing in it."""
    text = " ".join(unicodedata.normalize("NFKC", answer).translate(_MINUS).casefold().split())
    text = _unwrapped(text)
    number = _number(text)
    return text if number is None else number


def _unwrapped(text: str) -> str:
    boxed = _BOXED.search(text)
    if boxed is not None:
        text = boxed.group(1)
    text = text.strip().strip("$").strip()
    return text.removesuffix(".").rstrip()


def _number(text: str) -> str | None:
    """Return one spelling for all forms of a rational number, or None for other texts.

    Leading zeros stay text: "0011" spelled backward or in base two is not "11".
    """
    found = _NUMBER.fullmatch(text.replace(" / ", "/"))
    if found is None or len(text) > _LONGEST:
        return None
    sign, whole, decimals, below = found.groups()
    has_leading_zero = len(whole) > 1 and whole.startswith("0")
    if has_leading_zero or (below is not None and (decimals is not None or int(below) == 0)):
        return None
    value = Fraction(whole.replace(",", "") + (decimals or ""))
    if below is not None:
        value /= int(below)
    return str(-value if sign == "-" else value)
