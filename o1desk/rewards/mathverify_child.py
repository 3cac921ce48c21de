"""Math-Verify, as the child process of `mathverify.py` runs it."""

import logging
from collections.abc import Mapping
from typing import Any

_CLOSE = 5e-6  # relative; six significant digits


def prepare() -> None:
    """Load everything and judge a little, so that the first question is as quick as the next."""
    logging.disable(logging.CRITICAL)
    for gold, given in (("\\frac{1}{2}", "0.5"), ("x^2+2x+1", "(x+1)^2"), ("\\sqrt{8}", "3")):
        answer({"gold": gold, "answer": given})


def answer(request: Mapping[str, Any]) -> dict[str, Any]:
    """Compare two expressions; {"equal": bool} or {"equal": None} if one cannot be read.

    Math-Verify's own time limits rest on a signal; the parent's limit is the one that counts.
    """
    from math_verify import parse, verify

    gold = parse(f"${request['gold']}$", parsing_timeout=0)
    given = parse(f"${request['answer']}$", parsing_timeout=0)
    if not gold:
        return {"equal": None, "bad": "gold"}
    if not given:
        return {"equal": None, "bad": "answer"}
    equal = verify(gold, given, timeout_seconds=0)
    return {"equal": equal and _close(gold[0], given[0]), "gold": str(gold[0])[:200]}


def _close(gold: Any, given: Any) -> bool:
    """Guard against tiny values that its rounding to six places takes for equal."""
    if not (getattr(gold, "is_number", False) and getattr(given, "is_number", False)):
        return True
    first, second = complex(gold.evalf(15)), complex(given.evalf(15))
    return abs(first - second) <= _CLOSE * max(abs(first), abs(second))
