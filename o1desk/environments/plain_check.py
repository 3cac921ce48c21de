"""Judges answers to recognised questions without any library, and only when it is sure.

An answer counts as wrong only when it is clearly an answer of the right kind; a sentence that
cannot be read gives no verdict at all.
"""

import re
import time
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.rewards.extract import final_answer
from o1desk.rewards.numbers_said import read, same
from o1desk.rewards.spelling import letters_only, spelled

METHOD = "computed"
_WORKING = re.compile(r"[\d)]\s*[-+*^(]\s*[\d(]|/\D|/\d*\D\d")
_WORD = re.compile(r"[\"']?([^\W\d_]+)[\"']?")
_PREFIXES = {2: "0b", 8: "0o", 16: "0x"}


def judge(problem: Problem, answer: str) -> Verdict | None:
    """Judge the answer to a problem of `recognise`; None when it cannot surely be read."""
    started = time.perf_counter()
    given = spelled(final_answer(answer))
    decide = _BY_FAMILY.get(problem.environment, _is_number)
    right = decide(problem, given) if given else None
    if right is None:
        return None
    judgement = Judgement.CORRECT if right else Judgement.INCORRECT
    ms = (time.perf_counter() - started) * 1000
    return Verdict(judgement=judgement, score=float(right), method=METHOD, ms=ms)


def _is_number(problem: Problem, given: str) -> bool | None:
    text = given.rpartition("=")[2].strip()
    if _WORKING.search(text):
        return None  # the question said once more, or half a working
    wanted, said = read(problem.answer), read(text)
    if wanted is None or said is None:
        return None
    if same(wanted, said):
        return True
    # Three digits of a third may be meant as rounding: neither right nor wrong.
    is_rounding = wanted.value.denominator != 1 and said.decimal != ""
    return None if is_rounding else False


def _is_list(problem: Problem, given: str) -> bool | None:
    wanted, said = _numbers(problem.answer), _numbers(given)
    return None if said is None else said == wanted


def _is_word(problem: Problem, given: str) -> bool | None:
    found = _WORD.fullmatch(given)
    return None if found is None else letters_only(found[1]) == letters_only(problem.answer)


def _is_in_base(problem: Problem, given: str) -> bool | None:
    facts = problem.metadata.get("metadata", {})
    base = int(facts["target_base"])
    digits = given.lower().removeprefix(_PREFIXES.get(base, ""))
    if not re.fullmatch(r"[0-9a-z]{1,2000}", digits):
        return None
    return (digits.lstrip("0") or "0") == problem.answer


def _numbers(text: str) -> list[Decimal] | None:
    parts = [part.strip().strip("'\"") for part in text.strip("[]() ").split(",")]
    try:
        numbers = [Decimal(part) for part in parts]
    except InvalidOperation:
        return None
    return numbers if all(number.is_finite() for number in numbers) else None


_BY_FAMILY: Mapping[str, Callable[[Problem, str], bool | None]] = {
    "base_conversion": _is_in_base,
    "number_sorting": _is_list,
    "spell_backward": _is_word,
}
