"""Answers of the model brought into the form a family's scorer reads."""

import ast
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

_LIST = re.compile(r"^[\[(]?\s*(.*?)\s*[\])]?$", re.DOTALL)


def tidy(family: str, answer: str) -> str:
    """Return an answer without outer white space, in the form its family wants."""
    bare = answer.strip()
    change = _FORMS.get(family)
    return change(bare) if change else bare


def number_list(answer: str) -> str:
    """Return "3, 1" or "[3, 1]" as "['3', '1']", the list of texts that number_sorting reads."""
    match = _LIST.match(answer)
    parts = [part.strip().strip("'\"") for part in (match[1] if match else answer).split(",")]
    return str(parts)


_FORMS: Mapping[str, Callable[[str], str]] = {"number_sorting": number_list}


def truly_equal(family: str, answer: str, reference: str) -> bool:
    """Return whether an answer that the scorer accepted stands a second look.

    number_sorting forgives each number an error of 1 and lets "nan" pass for any number, which a
    policy would soon find out; here the numbers themselves must agree.
    """
    if family != "number_sorting":
        return True
    given, wanted = (_numbers(tidy(family, text)) for text in (answer, reference))
    return given is not None and given == wanted


def _numbers(listed: str) -> list[Decimal] | None:
    try:
        return [Decimal(part) for part in ast.literal_eval(listed)]
    except (ArithmeticError, ValueError, SyntaxError):
        return None
