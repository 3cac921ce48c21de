"""What is kept away from sympy, and what is let through."""

import pytest

from o1desk.rewards.guard import objection


@pytest.mark.parametrize(
    "text",
    [
        *("x" * 301, "(" * 21 + ")" * 21, "1" * 61, "2^1001", "x**{2000}", "1001!", "(n)!"),
        *("9^9^9", "9^{9^{9}}", r"5^{\left(5^{5}\right)}", "10**10**10", "x^{x^{x^{x}}}"),
    ],
)
def test_what_could_explode_meets_an_objection(text):
    assert objection(text)


@pytest.mark.parametrize(
    "text", ["", r"\frac{\sqrt{3}}{2}", "x^2+2x+1", "e^{x^2}", "10!", "2^{10}", "x^{n}y^{m}"]
)
def test_ordinary_formulas_meet_none(text):
    assert not objection(text)


def test_a_caller_may_allow_longer_text():
    assert not objection("x+" * 200, most_characters=1000)
