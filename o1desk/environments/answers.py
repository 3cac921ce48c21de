"""What happens to an answer before and after a family's scorer sees it.

Before: trivial white space goes, lists take the form the scorer reads, and text that a scorer would
evaluate as Python must be a harmless literal or formula. After: where a scorer is more lenient than
its own question, an accepted answer gets a second look, because a policy finds every such gap.
"""

import ast
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from o1desk.rewards.guard import objection
from o1desk.rewards.rational import value_of

_LIST = re.compile(r"^[\[(]?\s*(.*?)\s*[\])]?$", re.DOTALL)
_MOST_CHARACTERS = 20_000
_COIN_TOLERANCE = Fraction(1, 10_000)  # the scorer's own

# Families whose scorers call Python's eval on the answer, or sympy's parse_expr, which does too.
_LITERALS = frozenset(("binary_matrix", "n_queens", "spiral_matrix", "string_insertion"))
_FORMULAS = frozenset(
    (
        "countdown",
        "intermediate_integration",
        "polynomial_multiplication",
        "puzzle24",
        "simple_integration",
    )
)
_HARMLESS_TEXT = re.compile(r"[\w\s,\-]*")
_FORMULA = re.compile(r"(?:[\s+\-*/^(),=]|\d+\.?\d*|\.\d+|[A-Za-z]+)*")
_NOT_A_NUMBER = re.compile(r"\b(?:nan|inf|infinity)j?\b", re.IGNORECASE)
_NAMES = re.compile(r"[A-Za-z]+")
_KNOWN_NAMES = frozenset(
    ("sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan", "sinh", "cosh", "tanh")
) | {"exp", "log", "ln", "sqrt", "pi", "Abs"}
_LONGEST_FORMULA = 8000


def tidy(family: str, answer: str) -> str:
    """Return an answer without outer white space, in the form its family wants."""
    bare = answer.strip()
    change = _FORMS.get(family)
    return change(bare) if change else bare


def refusal(family: str, answer: str) -> str:
    """Return why an answer is not shown to the family's scorer; empty when it is."""
    if not answer:
        return "There is no answer."
    if len(answer) > _MOST_CHARACTERS:
        return f"The answer is longer than {_MOST_CHARACTERS} characters."
    if family in _LITERALS and not _is_literal(answer):
        return "The answer is neither plain text nor a list."
    if family in _FORMULAS and not _is_formula(answer):
        return "The answer is not a formula of numbers, letters and known functions."
    return ""


def second_look(family: str, answer: str, reference: str, facts: Mapping[str, Any]) -> bool:
    """Return whether an answer that the scorer accepted is right indeed.

    Args:
        family: Name of the family.
        answer: The answer, tidied.
        reference: The reference answer.
        facts: What the library recorded about the problem.
    """
    if _NOT_A_NUMBER.search(answer) and not _NOT_A_NUMBER.search(reference):
        return False  # comparisons with "nan" go wrong in every direction
    look = _LOOKS.get(family)
    return look is None or look(answer, reference, facts)


def _is_literal(answer: str) -> bool:
    if _HARMLESS_TEXT.fullmatch(answer):
        return True
    try:
        ast.literal_eval(answer)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return False
    return True


def _is_formula(answer: str) -> bool:
    known = all(len(n) == 1 or n in _KNOWN_NAMES for n in _NAMES.findall(answer))
    return bool(known and _FORMULA.fullmatch(answer)) and not objection(answer, _LONGEST_FORMULA)


def number_list(answer: str) -> str:
    """Return "3, 1" or "[3, 1]" as "['3', '1']", the list of texts that number_sorting reads."""
    match = _LIST.match(answer)
    parts = [part.strip().strip("'\"") for part in (match[1] if match else answer).split(",")]
    return str(parts) if any(parts) else ""


def _sorts_the_same_numbers(answer: str, reference: str, facts: Mapping[str, Any]) -> bool:  # noqa: ARG001 - shape of the table
    """number_sorting forgives each number an error of 1, and "nan" passes for any number."""
    given, wanted = (_decimals(number_list(text)) for text in (answer, reference))
    return given is not None and given == wanted


def _decimals(listed: str) -> list[Decimal] | None:
    try:
        return [Decimal(part) for part in ast.literal_eval(listed)]
    except (ArithmeticError, ValueError, SyntaxError):
        return None


def _makes_24(answer: str, reference: str, facts: Mapping[str, Any]) -> bool:  # noqa: ARG001 - shape of the table
    """puzzle24 accepts any four numbers in range, and cuts 24.9 down to 24."""
    used = sorted(int(number) for number in re.findall(r"\d+", answer))
    return used == sorted(facts["numbers"]) and value_of(answer) == 24


def _is_close(answer: str, reference: str, facts: Mapping[str, Any]) -> bool:  # noqa: ARG001 - shape of the table
    """coin_flip takes the beginning of a number for the number."""
    given, wanted = value_of(answer.replace(",", "")), value_of(reference)
    return given is not None and wanted is not None and abs(given - wanted) <= _COIN_TOLERANCE


def _is_same_kind(answer: str, reference: str, facts: Mapping[str, Any]) -> bool:  # noqa: ARG001 - shape of the table
    """Codeio takes an empty object for an empty list."""
    try:
        given, wanted = json.loads(answer), json.loads(reference)
    except ValueError:
        return True
    return type(given) is type(wanted)


def _says_the_same(answer: str, reference: str, facts: Mapping[str, Any]) -> bool:  # noqa: ARG001 - shape of the table
    """game_of_life_halting takes any text at all for "True"."""
    return answer.casefold() == reference.casefold()


_FORMS: Mapping[str, Callable[[str], str]] = {"number_sorting": number_list}
_LOOKS: Mapping[str, Callable[[str, str, Mapping[str, Any]], bool]] = {
    "codeio": _is_same_kind,
    "coin_flip": _is_close,
    "game_of_life_halting": _says_the_same,
    "number_sorting": _sorts_the_same_numbers,
    "puzzle24": _makes_24,
}
