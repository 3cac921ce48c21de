r"""Exact values of numbers and of arithmetic with whole exponents, without sympy.

Most answers end here: "11 5/6", "1{,}000", "\frac{3}{4}" and "2^{-3}" are fractions, and fractions
compare exactly. The reader gives up (None) at anything it does not know and at anything that would
be costly to compute.
"""

import re
from fractions import Fraction

_TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d{1,3})?|\.\d+)|(\\frac)|(\*\*|[-+*/^(){}]))")
_MIXED = re.compile(r"^([+-]?)\s*(\d+)\s*(?:\s(\d+)\s*/\s*(\d+)|\\frac\{(\d+)\}\{(\d+)\})$")
_LONGEST = 400  # characters; also keeps below Python's limit on digits of an integer
_DEEPEST = 20
_LARGEST_EXPONENT = 1000
_MOST_BITS = 20_000


class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    pass


def value_of(text: str) -> Fraction | None:
    """Return the exact value of a number or an arithmetic expression; None if it is neither."""
    if not text or len(text) > _LONGEST:
        return None
    mixed = _MIXED.match(text.strip())
    try:
        if mixed:
            return _mixed(mixed)
        reader = _Reader(_tokens(text))
        value = reader.sum(0)
        reader.expect_end()
    except (_Unreadable, ZeroDivisionError):
        return None
    return value


def _mixed(found: "re.Match[str]") -> Fraction:
    """Return the value of "2 2/3"."""
    whole, top, bottom = found[2], found[3] or found[5], found[4] or found[6]
    size = int(whole) + Fraction(int(top), int(bottom))
    return -size if found[1] == "-" else size


def _tokens(text: str) -> list[str]:
    tokens, place, end = [], 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if not found:
            raise _Unreadable
        tokens.append(found.group().strip())
        place = found.end()
    return tokens


class _Reader:
    """Recursive descent: sums of products of signed powers of numbers, brackets and fractions."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._place = 0

    def sum(self, depth: int) -> Fraction:
        """Read terms that are added or taken away, inside `depth` brackets."""
        if depth > _DEEPEST:
            raise _Unreadable
        total = self._product(depth)
        while self._peek() in ("+", "-"):
            sign = self._take()
            part = self._product(depth)
            total = _small(total + part if sign == "+" else total - part)
        return total

    def expect_end(self) -> None:
        if self._place != len(self._tokens):
            raise _Unreadable

    def _product(self, depth: int) -> Fraction:
        total = self._signed(depth)
        while self._peek() in ("*", "/"):
            operator = self._take()
            part = self._signed(depth)
            total = _small(total * part if operator == "*" else total / part)
        return total

    def _signed(self, depth: int) -> Fraction:
        if self._peek() in ("+", "-"):
            sign = self._take()
            value = self._signed(depth + 1) if depth < _DEEPEST else self._refuse()
            return -value if sign == "-" else value
        return self._power(depth)

    def _power(self, depth: int) -> Fraction:
        base = self._atom(depth)
        if self._peek() not in ("^", "**"):
            return base
        self._take()
        if depth >= _DEEPEST:
            raise _Unreadable
        return _raised(base, self._signed(depth + 1))

    def _atom(self, depth: int) -> Fraction:
        head = self._take()
        if head == "\\frac":
            return self._braced(depth) / self._braced(depth)
        if head in ("(", "{"):
            return self._closed(depth, head)
        if head[0] in "0123456789.":
            return Fraction(head.rstrip(".") or "0")
        raise _Unreadable

    def _braced(self, depth: int) -> Fraction:
        if self._take() != "{":
            raise _Unreadable
        return self._closed(depth, "{")

    def _closed(self, depth: int, opening: str) -> Fraction:
        value = self.sum(depth + 1)
        if self._take() != {"(": ")", "{": "}"}[opening]:
            raise _Unreadable
        return value

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._peek() or self._refuse()
        self._place += 1
        return str(token)

    def _refuse(self) -> Fraction:
        raise _Unreadable


def _raised(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > _LARGEST_EXPONENT:
        raise _Unreadable
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if bits * abs(exponent.numerator) > _MOST_BITS:
        raise _Unreadable
    return Fraction(base**exponent.numerator)


def _small(value: Fraction) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MOST_BITS:
        raise _Unreadable
    return value
