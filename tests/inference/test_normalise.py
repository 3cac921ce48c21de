"""Which answers are the same vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.inference.normalise import normalise


@pytest.mark.parametrize(
    "same",
    [
        ("42", " 42 ", "42.", "+42", "42.0", "$42$", r"\boxed{42}", "84/2"),
        ("-7", "\u22127", "-7.00"),
        ("1000", "1,000", "1,000.0"),
        ("1/2", "0.5", "2/4", "2 / 4"),
        ("Yes", "yes", "YES."),
        ("a b", "a  b", "a\nb"),
    ],
)
def test_spellings_of_one_answer_agree(same):
    assert len({normalise(answer) for answer in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("0011", "11"), ("1,2", "12"), ("1/0", "1"), ("1 2", "12"), ("3", "-3"), ("1.5/3", "0.5")],
)
def test_different_answers_stay_apart(one, other):
    assert normalise(one) != normalise(other)


def test_nothing_is_left_of_an_empty_answer():
    assert normalise(" \n") == ""
    assert normalise("$$") == ""


def test_a_very_long_row_of_digits_is_compared_as_text():
    assert normalise("9" * 5000) == "9" * 5000


@given(st.text(max_size=40))
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)
    assert normalise(once) == once or "boxed" in text or once.endswith((".", "$"))


@given(st.integers(-(10**12), 10**12))
def test_an_integer_is_its_own_form(number):
    assert normalise(str(number)) == str(number)
