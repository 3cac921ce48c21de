"""Finding the final answer, in time that does not grow with the text."""

import time

import pytest

from o1desk.rewards.extract import TAIL, final_answer, has_box
from o1desk.rewards.spelling import spelled


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (r"First \boxed{1}, then \boxed{\frac{1}{2}}.", r"\frac{1}{2}"),
        (r"\boxed{3} or \boxed{4}", "3, 4"),
        (r"\boxed{3}, but \boxed{4}", "4"),
        (r"\boxed{}", ""),
        (r"\boxed{{{", ""),
        ("12 + 30\n#### 42", "42"),
        ("The answer is: -5", "-5"),
        ("The answer is 3\nThe answer is 4.", "4."),
        ("**Answer:** 73", "73"),
        ("some work\n\n  17  \n", "17"),
        ("", ""),
    ],
)
def test_the_last_declared_answer_is_found(text, answer):
    assert final_answer(text) == answer


def test_only_the_end_of_a_long_text_is_read():
    long = r"\boxed{1}" + "x " * TAIL
    assert not has_box(long)
    assert final_answer(long + "\n7") == "7"


@pytest.mark.parametrize(
    "bit", ["\\boxed{", "{", "answer is ", "**a ", "####", "1,", "\\text{", "( "]
)
def test_repeated_openings_cost_little(bit):
    started = time.monotonic()
    spelled(final_answer(bit * 100_000))
    assert time.monotonic() - started < 1.0


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u22125", "-5"),
        ("\u221a2", r"\sqrt{2}"),
        ("3 \u00d7 4", "3 * 4"),
        ("1{,}000", "1000"),
        ("1,234,567.5", "1234567.5"),
        ("(1,200)", "(1,200)"),
        (r"\left(1,\,2\right)", "(1,2)"),
        (r"\text{seven}", "seven"),
        ("**7**", "7"),
        ("2**3", "2**3"),
        (r"$50\%$.", "50%"),
    ],
)
def test_one_spelling_stands_for_many(text, plain):
    assert spelled(text) == plain
