"""Whether an answer is the reference, by the kind of answer the problem declares.

Cheap and exact ways come first; Math-Verify is asked only about what they cannot read, never about
anything that could explode, and never for more than two seconds.
"""

import re
import time
from collections.abc import Sequence
from fractions import Fraction

from o1desk.core.types import Judgement, Verdict
from o1desk.rewards.extract import final_answer
from o1desk.rewards.forms import Form, form_of, named
from o1desk.rewards.guard import objection
from o1desk.rewards.mathverify import LIMIT_S, MathVerify, shared
from o1desk.rewards.numbers_said import read, same
from o1desk.rewards.rational import value_of
from o1desk.rewards.spelling import letters_only, spelled

KINDS = (
    "text",
    "choice",
    "integer",
    "rational",
    "decimal",
    "math",
    "set",
    "tuple",
    "interval",
    "expression",
)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$", re.IGNORECASE)
_CHOICE = re.compile(r"^[(\[]?([A-Za-z])(?:[)\].:\s]|$)")
_WORDS = re.compile(r"^[^\W\d_][^\W\d_](?:[\s'\-]|[^\W\d_])*$")

CORRECT, INCORRECT = Judgement.CORRECT, Judgement.INCORRECT
Finding = tuple[Judgement, str, str]  # judgement, method, detail


def judge(
    gold: str,
    answer: str,
    kind: str = "math",
    *,
    tolerance: float = 0.0,
    pool: MathVerify | None = None,
) -> Verdict:
    """Judge the final answer in a text against a reference; never raises.

    Args:
        gold: The reference.
        answer: What was answered; the final answer is found in it.
        kind: One of `KINDS`; anything else counts as "math".
        tolerance: Relative error allowed between numbers of kind "decimal".
        pool: Math-Verify's children; the process's own pool by default.
    """
    started = time.perf_counter()
    judgement, method, detail = _judged(gold, answer, kind, tolerance, pool)
    return Verdict(
        judgement=judgement,
        score=1.0 if judgement is CORRECT else 0.0,
        method=method,
        detail=detail,
        ms=(time.perf_counter() - started) * 1000,
    )


def _judged(
    gold: str, answer: str, kind: str, tolerance: float, pool: MathVerify | None
) -> Finding:
    reference = spelled(final_answer(gold) if "\\boxed" in gold else gold.strip())
    given = spelled(final_answer(answer))
    if not reference:
        return Judgement.GOLD_BAD, "text", "The reference answer is empty."
    if not given:
        return INCORRECT, "text", "There is no final answer."
    if kind == "text":
        return _plain(letters_only(reference) == letters_only(given), "text")
    if kind == "choice":
        return _plain(_letter(reference) == _letter(given), "choice")
    if kind == "decimal":
        within = _within(reference, given, tolerance)
        if within is not None:
            return _plain(within, "decimal")
    wanted, said = form_of(reference), form_of(given)
    if kind == "tuple":  # the brackets of a tuple may be left out, its order may not
        wanted, said = Form("()", wanted.parts), Form("()", said.parts)
    return _Comparison(pool).forms(wanted, said)


def _plain(equal: bool, method: str) -> Finding:
    return (CORRECT if equal else INCORRECT), method, ""


def _letter(text: str) -> str:
    found = _CHOICE.match(text)
    return found[1].upper() if found else letters_only(text)


def _time(text: str) -> str:
    return letters_only(text).lstrip("0").replace(".", "").replace(" ", "")


def _within(gold: str, answer: str, tolerance: float) -> bool | None:
    wanted, said = read(gold), read(answer)
    if wanted is None or said is None:
        return None
    if same(wanted, said):
        return True
    return abs(wanted.value - said.value) <= Fraction(tolerance) * abs(wanted.value)


class _Comparison:
    """One judgement, with one budget of time for everything that Math-Verify is asked."""

    def __init__(self, pool: MathVerify | None) -> None:
        self._pool = pool
        self._left_s = LIMIT_S

    def forms(self, gold: Form, answer: Form) -> Finding:
        """Compare two shapes part by part; the order counts between brackets only."""
        if gold.brackets != answer.brackets or len(gold.parts) != len(answer.parts):
            return INCORRECT, "structure", ""
        method, rest = "text", list(answer.parts)
        for wanted in gold.parts:
            (judgement, method, detail), at = self._found(
                wanted, rest[:1] if gold.brackets else rest
            )
            if at is None:
                return judgement, method, detail
            rest.pop(at)
        return CORRECT, method, ""

    def _found(self, wanted: str, candidates: Sequence[str]) -> tuple[Finding, int | None]:
        """Find the first part that equals the wanted one; without one, say why not."""
        why: Finding = (INCORRECT, "structure", "")
        for at, candidate in enumerate(candidates):
            finding = self.part(wanted, candidate)
            if finding[0] is CORRECT:
                return finding, at
            if finding[0] is Judgement.GOLD_BAD:
                return finding, None
            if why[0] is not Judgement.UNVERIFIABLE:
                why = finding
        return why, None

    def part(self, gold: str, answer: str) -> Finding:
        """Compare two single things."""
        (gold_name, gold), (name, answer) = named(gold), named(answer)
        if gold_name and name and gold_name != name:
            return INCORRECT, "name", ""
        if gold.replace(" ", "") == answer.replace(" ", ""):
            return CORRECT, "text", ""
        if _CLOCK.match(gold) or _CLOCK.match(answer):
            return _plain(_time(gold) == _time(answer), "clock")
        wanted, said = read(gold), read(answer)
        if wanted is not None and said is not None:
            return _plain(same(wanted, said), "rational")
        if _WORDS.match(gold) or _WORDS.match(answer):
            return _plain(letters_only(gold) == letters_only(answer), "text")
        return self._asked(gold, answer)

    def _asked(self, gold: str, answer: str) -> Finding:
        """Ask Math-Verify, if both sides are harmless."""
        unsure = Judgement.UNVERIFIABLE
        if objection(gold):
            return Judgement.GOLD_BAD, "guard", f"The reference has {objection(gold)}."
        if objection(answer):
            return unsure, "guard", f"The answer was not checked: {objection(answer)}."
        if self._left_s <= 0:
            return unsure, "math_verify", "The time for this answer was used up."
        started = time.perf_counter()
        pool = shared() if self._pool is None else self._pool
        result = pool.compare(gold, answer, self._left_s)
        self._left_s -= time.perf_counter() - started
        if result.equal is not None:
            return _plain(result.equal, "math_verify")
        if result.reason == "gold":
            return Judgement.GOLD_BAD, "math_verify", "The reference cannot be read."
        if result.reason == "answer":
            return INCORRECT, "math_verify", "The answer cannot be read."
        return unsure, "math_verify", f"Math-Verify: {result.reason}."


def exact_value(text: str) -> Fraction | None:
    """Return the exact number a text ends in, None if it is not one."""
    return value_of(spelled(final_answer(text)))
