"""Recognises questions that can be answered exactly, as people type them into a chat.

Sums and products, greatest common divisors, sorting, letters, spelling backward, bases, bits and
linear equations, in the wordings of the environments and in a few everyday ones. The reference is
computed by plain exact code: nothing is evaluated as Python, and reasoning-gym is not loaded. What
could mean two things is not recognised.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Any

from o1desk.core.types import Problem
from o1desk.environments.adapt import identity
from o1desk.environments.linear import solution
from o1desk.rewards.rational import value_of

LONGEST = 2000  # characters
SOURCE = "chat"
ARITHMETIC = "arithmetic"  # expressions that no environment makes: division, decimals, powers

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_PREFIX = (
    r"(?:(?:please )?(?:calculate|compute|evaluate|work out|what is|what's|how much is|solve"
    r"|solve the following multiplication|state the final answer to the following arithmetic "
    r"problem)\s*:?\s*)?"
)
_SIGNS = str.maketrans({"\u2212": "-", "\u00d7": "*", "\u22c5": "*", "\u00b7": "*", "\u00f7": "/"})
_BASES = {"binary": 2, "octal": 8, "decimal": 10, "hexadecimal": 16}
_BASE = r"binary|octal|decimal|hexadecimal|base[ -]?\d{1,2}"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def recognise(prompt: str) -> Problem | None:
    """Return a question with its exact answer; None when it is not surely understood.

    The problem has the environment and the key that the same question has in training, and the
    level "easy", which says nothing about it.
    """
    text = prompt.strip()
    if not text or len(text) > LONGEST:
        return None
    for pattern, read in _READERS:
        found = pattern.fullmatch(text)
        if found is not None:
            return read(found, text)
    return None


def _arithmetic(found: re.Match[str], text: str) -> Problem | None:
    written = " ".join(found["expression"].translate(_SIGNS).split())
    expression = re.sub(r"(?<=[\d)]) ?[xX] ?(?=[\d(])", " * ", written)
    has_operator = re.search(r"[\d)] ?[-+*/^]", expression)
    is_ambiguous = re.search(r"\d \d|\d\(|\)\d|\)\(|\b\d{1,3}\.\d{3}\b", expression)
    is_date = re.fullmatch(r"\d+(?:[-/]\d+)+\??", text)  # or a telephone number
    if is_ambiguous or is_date or not has_operator:
        return None
    value = value_of(expression)
    if value is None:
        return None
    family = _family(expression, is_sentence=text[:1].isalpha() and text.endswith("."))
    return _problem(family, text, shown(value), {"expression": expression})


def _family(expression: str, *, is_sentence: bool) -> str:
    """Return the environment that makes such expressions; they differ in their wording too."""
    if re.fullmatch(r"\d+ \* \d+", expression) and not is_sentence:
        return "products"
    if not re.fullmatch(r"[\d\s()*+-]+", expression) or "**" in expression:
        return ARITHMETIC
    is_chain = re.fullmatch(r"\d+(?: ?[-+] ?\d+)+", expression) and not is_sentence
    return "chain_sum" if is_chain else "basic_arithmetic"


def _gcd(found: re.Match[str], text: str) -> Problem | None:
    numbers = [int(number) for number in re.findall(r"\d+", found["numbers"])]
    return _problem("gcd", text, str(gcd(*numbers)), {"numbers": numbers})


def _letters(found: re.Match[str], text: str) -> Problem | None:
    letter, counted = found["letter"], found["text"]
    count = counted.casefold().count(letter.casefold())
    facts = {"target_letter": letter, "span": counted.split()}
    return _problem("letter_counting", text, str(count), facts)


def _sorting(found: re.Match[str], text: str) -> Problem | None:
    given = re.findall(_NUMBER, found["numbers"])
    direction = found["direction"].lower()
    ordered = sorted(given, key=Decimal, reverse=direction == "descending")
    facts = {"original_numbers": given, "sorted_numbers": ordered, "direction": direction}
    return _problem("number_sorting", text, ", ".join(ordered), facts)


def _backward(found: re.Match[str], text: str) -> Problem | None:
    word = found["word"]
    return _problem("spell_backward", text, word[::-1], {"word": word})


def _bits(found: re.Match[str], text: str) -> Problem | None:
    number = int(found["number"])
    return _problem("count_bits", text, str(number.bit_count()), {"number": number})


def _conversion(found: re.Match[str], text: str) -> Problem | None:
    source = _base(found["source"] or "decimal")
    target, digits = _base(found["target"]), found["digits"].lower()
    if not (2 <= source <= 36 and 2 <= target <= 36):
        return None
    try:
        value = int(digits, source)
    except ValueError:
        return None
    facts = {"source_repr": digits, "source_base": source, "target_base": target}
    return _problem("base_conversion", text, in_base(value, target), facts)


def _equation(found: re.Match[str], text: str) -> Problem | None:
    equation = " ".join(found["equation"].translate(_SIGNS).split())
    solved = solution(equation)
    named = (found["named"] or "").lower()
    if solved is None or named not in ("", solved[0].lower()):
        return None
    name, value = solved
    facts = {"equation": equation, "variable": name}
    return _problem("simple_equations", text, shown(value), facts)


def shown(value: Fraction) -> str:
    """Return a number as people write it: whole, as a finite decimal, or as a fraction."""
    for places in range(1, 13):
        scaled = value * 10**places
        if value.denominator != 1 and scaled.denominator == 1:
            return f"{Decimal(scaled.numerator).scaleb(-places):f}"
    return str(value)


def in_base(value: int, base: int) -> str:
    """Return a number that is not negative in a base from 2 to 36, small letters."""
    digits = ""
    while True:
        value, rest = divmod(value, base)
        digits = _DIGITS[rest] + digits
        if not value:
            return digits


def _base(words: str) -> int:
    return _BASES.get(words.lower()) or int(re.sub(r"\D", "", words))


def _problem(family: str, prompt: str, answer: str, facts: Mapping[str, Any]) -> Problem:
    entry = {"question": prompt, "answer": answer, "metadata": dict(facts)}
    return Problem(
        environment=family,
        level="easy",
        prompt=prompt,
        answer=answer,
        source=SOURCE,
        identity=identity(family, entry),
        metadata={"question": prompt, "metadata": entry["metadata"]},
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.DOTALL)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Problem | None]], ...] = (
    (
        _pattern(
            _PREFIX
            + r"(?P<expression>[-+(]*\d[\d\s.()*/^+\-xX\u2212\u00d7\u22c5\u00b7\u00f7]*[\d)])"
            r"\s*(?:=\s*\??|\?|\.)?(?: give only the result as your final answer\.)?"
        ),
        _arithmetic,
    ),
    (
        _pattern(
            r"(?:what is |find |compute |calculate )?(?:the )?"
            r"(?:greatest common (?:divisor|factor)(?: \(gcd\))?|gcd) ?(?:of )?(?:these numbers: )?"
            r"\(?(?P<numbers>\d+(?:(?:,? and |, ?)\d+)+)\)?[.?]?"
            r"(?: give only the gcd as your final answer\.)?"
        ),
        _gcd,
    ),
    (
        _pattern(r"count the letter [\"'](?P<letter>[^\W_])[\"'] in: (?P<text>[^\n.!?:;]+)"),
        _letters,
    ),
    (
        _pattern(
            r"how (?:many times does the letter|often does the letter) [\"']?(?P<letter>[^\W_])"
            r"[\"']? (?:appear|occur) in (?:the text|the word)?:? ?[\"']?(?P<text>.+?)[\"']?\?"
        ),
        _letters,
    ),
    (
        _pattern(
            r"how many (?=letter|[\"']|[a-z]'?s )(?:letters? )?[\"']?(?P<letter>[^\W_])"
            r"[\"']?(?:'?s)? (?:are |is )?(?:there )?in (?:the word )?[\"']?"
            r"(?P<text>[^\W\d_]{2,})[\"']?\?"
        ),
        _letters,
    ),
    (
        _pattern(
            r"sort (?:these numbers )?(?:in )?(?P<direction>ascending|descending)(?: order)?: "
            rf"(?P<numbers>{_NUMBER}(?:, ?{_NUMBER})+)\.?(?:\nPlease follow the instruction.*)?"
        ),
        _sorting,
    ),
    (
        _pattern(
            r"spell (?:this word |the word )?backwards?(?: \(example: sun -> nus\))?: "
            r"[\"']?(?P<word>[^\W\d_]+)[\"']?\.?"
        ),
        _backward,
    ),
    (
        _pattern(
            r"how many 1 bits (?:has|are there in the binary representation of the number) "
            r"(?P<number>\d{1,300})(?: in binary)?\?"
        ),
        _bits,
    ),
    (
        _pattern(
            rf"convert (?P<digits>[0-9a-z]{{1,100}})(?: from (?P<source>{_BASE}))? to "
            rf"(?P<target>{_BASE})\.?"
        ),
        _conversion,
    ),
    (
        _pattern(
            r"your task is to convert a number between two different bases\..*now, convert the "
            rf"(?P<source>{_BASE}) number (?P<digits>[0-9a-z]{{1,100}}) to "
            rf"(?P<target>{_BASE})"
        ),
        _conversion,
    ),
    (
        _pattern(
            r"(?:solve(?: for (?P<named>[a-z]))?:|determine the value of [a-z] that satisfies:"
            r"|find the value of [a-z] in the equation:) (?P<equation>[^=]+=[^=]+?)\.?"
        ),
        _equation,
    ),
)
