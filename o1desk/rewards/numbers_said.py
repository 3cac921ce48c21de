"""Numbers the way they are said: with percent signs, currencies, units and counted things."""

import re
from dataclasses import dataclass
from fractions import Fraction

from o1desk.rewards.rational import value_of

_UNIT = re.compile(
    r"^(.*?[\d)}.%])\s*([A-Za-z\u00b0][A-Za-z\u00b0 .\-]*(?:\^?\{?[23\u00b2\u00b3]\}?)?)$"
)
_DECIMAL = re.compile(r"^[+-]?\d*\.(\d+)$")
_CURRENCY = "$\u20ac\u00a3\u00a5"
_LETTERS = frozenset("mgshlLAVWJNKCF")
_MULTIPLES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NO_UNIT = re.compile(  # words that make it another number, a hedge or a formula
    "or|and|not|no|wait|is|are|but|wrong|maybe|to|of|mod|choose|if|else|than"
    "|pi|sqrt|sin|cos|tan|log|ln|exp|dozen|hundred"
)
_MOST_WORDS = 3
_ENOUGH_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A number as it was said.

    Attributes:
        value: The number itself, percent sign not applied.
        percent: Whether a percent sign or the word stood behind it.
        unit: The words behind it, small letters; empty without.
        decimal: The decimal fraction as written, for judging its rounding; empty otherwise.
    """

    value: Fraction
    percent: bool = False
    unit: str = ""
    decimal: str = ""


def read(text: str) -> Said | None:
    """Read a spelled answer as one number; None if it is none."""
    bare = text.strip().lstrip(_CURRENCY).rstrip(_CURRENCY).strip()
    if bare[:1] == "-" and bare[1:2] and bare[1] in _CURRENCY:
        bare = "-" + bare[2:]
    unit = ""
    value = value_of(bare)
    if value is None:
        bare, unit = _without_unit(bare)
        percent = bare.endswith("%")
        bare = bare.removesuffix("%").strip()
        value = value_of(bare)
    else:
        percent = False
    if value is None:
        return None
    if unit in ("percent", "per cent"):
        percent, unit = True, ""
    if unit in _MULTIPLES:
        value, unit = value * _MULTIPLES[unit], ""
    return Said(value, percent, unit, bare if _DECIMAL.match(bare) else "")


def same(gold: Said, answer: Said) -> bool:
    """Return whether two numbers are the same in the eyes of a person.

    Fractions compare exactly. Where the reference has no finite decimal form, its rounding to at
    least six digits is accepted. "50%" is 0.5; a percent sign that one side drops is forgiven,
    except where the number could then mean a hundredth ("0.5%" for 0.5).
    """
    if gold.unit and answer.unit and _stem(gold.unit) != _stem(answer.unit):
        return False
    if gold.percent == answer.percent:
        return _close(gold.value, answer)
    marked, bare = (gold, answer) if gold.percent else (answer, gold)
    if marked.value == bare.value:
        return gold.percent or abs(bare.value) >= 1
    return marked.value / 100 == bare.value


def _close(gold: Fraction, answer: Said) -> bool:
    if gold == answer.value:
        return True
    places = len(answer.decimal.partition(".")[2])
    digits = len(answer.decimal.replace(".", "").lstrip("+-0"))
    if _is_finite_decimal(gold) or digits < _ENOUGH_DIGITS:
        return False
    return abs(gold - answer.value) <= Fraction(1, 2 * 10**places)


def _is_finite_decimal(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _without_unit(text: str) -> tuple[str, str]:
    """Split "12 apples" into "12" and "apples"; algebra such as "2x" is left whole."""
    found = _UNIT.match(text)
    if not found:
        return text, ""
    unit = found[2].strip().rstrip(".").lower()
    words = re.split(r"[ \-]+", unit)
    is_letter = len(found[2].strip()) == 1
    known = found[2].strip() in _LETTERS and text[len(found[1])] == " "
    odd = len(words) > _MOST_WORDS or any(map(_NO_UNIT.fullmatch, words))
    if odd or (is_letter and not known and found[2].strip() != "\u00b0"):
        return text, ""
    return found[1].strip(), unit


def _stem(unit: str) -> str:
    return unit.replace(".", "").removesuffix("s")
