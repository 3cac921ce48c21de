"""Kinds of answers beyond the corpora."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from o1desk.core.types import Judgement
from o1desk.rewards.judge import exact_value, judge
from o1desk.rewards.mathverify import Comparison


class Oracle:
    """Stands in for Math-Verify: equal when the letters are the same."""

    def __init__(self):
        self.asked = []

    def compare(self, gold, answer, limit_s=None):
        self.asked.append((gold, answer, limit_s))
        return Comparison(sorted(gold) == sorted(answer))


RIGHT = [
    ("(1,2)", "(1, 2)", "math"),
    ("{1,2}", r"\{2,1\}", "math"),
    ("(3,4)", "3, 4", "tuple"),
    ("12 cm", "12", "math"),
    ("12", "12 cm", "math"),
    ("5", "$5", "math"),
    ("-5", "-$5", "math"),
    ("5", "5 m", "math"),
    ("50", "50%", "math"),
    ("50%", "0.5", "math"),
    ("1500000", "1.5 million", "math"),
    ("0.001", "$10^{-3}$", "math"),
    ("2021, -2021", r"\pm 2021", "math"),
    ("x=1, y=2", "1 and 2", "math"),
    ("Paris", "paris.", "text"),
    ("B", "(B) because", "choice"),
    ("b", "\\boxed{B}", "choice"),
    ("3.14", "3.1416", "decimal"),
    ("9:30 am", "09:30 a.m.", "math"),
    ("1\u2009000", "1000", "math"),
    ("green tea", "Green  tea", "math"),
]
WRONG = [
    ("(1,2)", "(2, 1)", "math"),
    ("[0,1)", "[0,1]", "math"),
    ("(3,4)", "4, 3", "tuple"),
    ("12 cm", "12 m", "math"),
    ("0.5", "0.5%", "math"),
    ("3", "3 or 4", "math"),
    ("7", r"\boxed{8} or \boxed{7}", "math"),
    ("3", "4 no 3", "text"),
    ("x=1", "y=1", "math"),
    ("B", "C", "choice"),
    ("3.14", "3.2", "decimal"),
    ("-5", "The answer is 5", "math"),
    ("5", "The answer is -5", "math"),
    ("7", "seven", "math"),
    ("1, 1", "1", "math"),
]


@pytest.mark.parametrize(("gold", "answer", "kind"), RIGHT)
def test_another_spelling_of_the_reference_is_right(gold, answer, kind):
    assert judge(gold, answer, kind, tolerance=0.001, pool=Oracle()).is_correct


@pytest.mark.parametrize(("gold", "answer", "kind"), WRONG)
def test_another_thing_than_the_reference_is_wrong(gold, answer, kind):
    verdict = judge(gold, answer, kind, tolerance=0.001, pool=Oracle())
    assert verdict.judgement is Judgement.INCORRECT


def test_only_what_the_quick_ways_cannot_read_reaches_math_verify():
    oracle = Oracle()
    assert judge("2x, 3", "3, x2", pool=oracle).is_correct
    assert [pair[:2] for pair in oracle.asked] == [("2x", "3"), ("2x", "x2")]
    assert oracle.asked[1][2] <= oracle.asked[0][2]


def test_a_reference_that_may_not_be_shown_to_sympy_is_bad_not_wrong():
    verdict = judge("9^{9^{9}}x", "2x", pool=Oracle())
    assert verdict.judgement is Judgement.GOLD_BAD
    assert "tower" in verdict.detail


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_pair_of_texts_raises(gold, answer):
    judge(gold, answer, pool=Oracle())


@given(st.text(alphabet="0123456789+-*/^(){}\\frac.,% $x", max_size=40))
def test_a_text_equals_itself_unless_it_is_empty(text):
    judgement = judge(text, text, pool=Oracle()).judgement
    assert judgement in (Judgement.CORRECT, Judgement.GOLD_BAD)


def test_the_exact_value_of_a_sentence_is_that_of_its_answer():
    assert exact_value("So the answer is 14/2.") == 7
    assert exact_value("nothing") is None
