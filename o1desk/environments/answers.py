"""Answers of the model brought into the form a family's scorer reads."""

import re
from collections.abc import Callable, Mapping

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
