"""Exact values: agreement with Fraction, and giving up before anything costly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.rewards.rational import value_of

NUMBERS = st.integers(0, 999)


@given(NUMBERS, NUMBERS, st.integers(1, 999), st.sampled_from("+-*"))
def test_sums_and_products_of_fractions_are_exact(a, b, c, operator):
    wanted = {"+": a + Fraction(b, c), "-": a - Fraction(b, c), "*": a * Fraction(b, c)}[operator]
    assert value_of(f"{a} {operator} ({b}/{c})") == wanted
    assert value_of(f"{a}{operator}\\frac{{{b}}}{{{c}}}") == wanted


@given(NUMBERS, st.integers(1, 99), st.integers(1, 99), st.booleans())
def test_a_mixed_number_is_a_sum(whole, top, bottom, negative):
    sign = "-" if negative else ""
    size = whole + Fraction(top, bottom)
    wanted = -size if negative else size
    assert value_of(f"{sign}{whole} {top}/{bottom}") == wanted
    assert value_of(f"{sign}{whole}\\frac{{{top}}}{{{bottom}}}") == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.125", Fraction(1, 8)),
        (".5", Fraction(1, 2)),
        ("7.", Fraction(7)),
        ("1.5e3", Fraction(1500)),
        ("2^{-3}", Fraction(1, 8)),
        ("-2^2", Fraction(-4)),
        ("2**3", Fraction(8)),
        ("2^3^2", Fraction(512)),
        ("(1+2)*3", Fraction(9)),
        ("--3", Fraction(3)),
    ],
)
def test_numbers_are_read_the_way_people_write_them(text, value):
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "1/0", "1 2", "(1", "1)", "2^0.5", "2^1001", "9^9^9", "+", "1e9999", "seven"),
        *("(" * 30 + "1" + ")" * 30, "1" * 500, "-" * 300 + "1", "2^{1000}^{1000}", "\\frac{1}2"),
    ],
)
def test_what_is_no_cheap_number_has_no_value(text):
    assert value_of(text) is None


@given(st.text(max_size=60))
def test_no_text_raises(text):
    value_of(text)
