"""Column arithmetic: the text must compute what it says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from o1desk.generation import working

NUMBERS = st.integers(min_value=-9999, max_value=9999)
NATURAL = st.integers(min_value=0, max_value=9999)


def columns_hold(line: str) -> bool:
    """Check every "a+b=c" of a line; a borrowed column is written with its +10."""
    parts = re.findall(r"([-+*\d]+)=(\d+)", line.split(":", 1)[1].rsplit(" =", 1)[0])
    return bool(parts) and all(
        sum_of(left) == int(right) or sum_of(left) == int(right) for left, right in parts
    )


def sum_of(expression: str) -> int:
    total = 0
    for sign, product in re.findall(r"([-+]?)([\d*]+)", expression):
        value = 1
        for factor in product.split("*"):
            value *= int(factor)
        total += -value if sign == "-" else value
    return total


@given(NUMBERS, NUMBERS)
def test_every_column_of_an_addition_holds(first, second):
    line = working.add(first, second)
    assert columns_hold(line)
    assert line.endswith(f"={first + second}")


@given(NATURAL, st.integers(min_value=0, max_value=9))
def test_every_column_of_a_digit_product_holds(number, digit):
    line = working.multiply_digit(number, digit)
    assert columns_hold(line)
    assert line.endswith(f"={number * digit}")


@given(NUMBERS, NUMBERS)
def test_a_long_multiplication_ends_in_the_product(first, second):
    lines = working.multiply(first, second)
    assert lines[-1].endswith(f"={first * second}") or 0 in (first, second)


def test_the_documented_lines_read_as_written():
    assert working.add(45, 67) == "45+67: 5+7=12 4+6+1=11 =112"
    assert working.add(52, -17) == "52-17: 2-7+10=5 5-1-1=3 =35"
    assert working.multiply_digit(23, 7) == "23*7: 3*7=21 2*7+2=16 =161"
