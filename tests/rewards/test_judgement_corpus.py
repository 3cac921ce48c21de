"""The person's column of the two corpora: 27 judgements and 13 answers made to hang."""

import time

import pytest

from o1desk.core.types import Judgement
from o1desk.rewards.judge import judge
from o1desk.rewards.mathverify import MathVerify

JUDGEMENTS = [  # reference, answer, what a person says, what it is
    ("1331 and 1728", "1728", False, "half of a pair"),
    ("73", "✅ Final Answer: **73**", True, "bold"),
    ("2", "2 2/3", False, "mixed number too large"),
    ("71/6", "11 5/6", True, "mixed number"),
    (r"$\frac{1}{2^{99}}$", r"$\frac{1}{2^{98}}$", False, "tiny values"),
    ("$n=2,3,4$", "$n=1,2,3$", False, "other list"),
    ("$D=(0,1)$", "$D=(0,1.5)$", False, "other interval"),
    (r"$\pm 2021$", "$2021$", False, "plus-minus"),
    ("$12:00$", "$1:00$", False, "clock"),
    ("1000", "1,000", True, "thousands"),
    ("1000", "$1{,}000$", True, "thousands in LaTeX"),
    ("0.5", "50%", True, "percent"),
    (r"$50\%$", "50", True, "percent sign dropped"),
    ("3", "The answer is 3.", True, "plain sentence"),
    ("-5", "\u22125", True, "Unicode minus"),
    ("12", "12 apples", True, "unit word"),
    (r"$\sqrt{2}$", "\u221a2", True, "Unicode root"),
    ("4", "IV", False, "Roman numeral"),
    ("7", r"\boxed{7} no wait \boxed{8}", False, "last box"),
    ("7", r"\boxed{7, 8, 9}", False, "hedging list"),
    ("7", r"\boxed{7} \text{ or } \boxed{8}", False, "hedging or"),
    ("x=1", "1", True, "assignment"),
    ("1/3", "0.333333", True, "six digits"),
    ("1/3", "0.33", False, "two digits"),
    ("7", r"\boxed{\text{seven}}", False, "number word"),
    ("", r"\boxed{}", False, "empty"),
    ("3", r"\boxed{3.0000000001}", False, "precision"),
]
_LETTERS = r"\\".join("&".join(f"a_{{{i}{j}}}" for j in range(9)) for i in range(9))
HANGS = [
    ("control", r"$\frac{1}{2}$", "$0.5$", "correct"),
    (
        "issue 65",
        "$3$",
        r"\boxed{\dfrac{5^{\left(5^{\left(5^{\left(5^5\right)}\right)} - 4\right)} - 5}{16}}",
        "unverifiable",
    ),
    ("9^9^9", "$3$", "$9^{9^{9}}$", "unverifiable"),
    ("9^9^9^9", "$3$", "$9^{9^{9^{9}}}$", "unverifiable"),
    ("10^(10^10)", "$3$", "$10^{10^{10}}$", "unverifiable"),
    ("factorial", "$3$", "$100000000!$", "unverifiable"),
    ("20,001 digits", "$3$", "$1" + "0" * 20000 + "$", "unverifiable"),
    ("fractions", "$3$", "$" + r"\frac{1}{" * 300 + "1" + "}" * 300 + "$", "unverifiable"),
    ("sum", "$3$", "$" + "+".join(f"x^{{{i}}}" for i in range(2000)) + "$", "unverifiable"),
    ("unclosed braces", "$3$", r"\boxed{" + "{" * 5000, "unverifiable"),
    ("integral of a tower", "$3$", r"$\int_0^1 e^{-x^{x^{x}}} dx$", "unverifiable"),
    ("determinant", "$3$", rf"$\det\begin{{pmatrix}}{_LETTERS}\end{{pmatrix}}$", "unverifiable"),
    ("long text", "$3$", "the answer is $x$ " * 20000 + r" \boxed{3}", "correct"),
]


@pytest.fixture(scope="module")
def pool():
    children = MathVerify(size=1)
    children.warm()
    yield children
    children.close()


@pytest.mark.parametrize(("gold", "answer", "right"), [case[:3] for case in JUDGEMENTS])
def test_the_judge_says_what_a_person_says(pool, gold, answer, right):
    started = time.monotonic()
    assert judge(gold, answer, pool=pool).is_correct is right
    assert time.monotonic() - started < 2.0


@pytest.mark.parametrize(
    ("gold", "answer", "said"), [c[1:] for c in HANGS], ids=[c[0] for c in HANGS]
)
def test_no_answer_takes_two_seconds_and_the_pool_stays_whole(pool, gold, answer, said):
    started = time.monotonic()
    verdict = judge(gold, answer, pool=pool)
    assert time.monotonic() - started < 2.0
    assert verdict.judgement == said
    assert pool.idle == pool.size


def test_a_judgement_after_all_of_these_is_as_good_as_the_first(pool):
    verdict = judge(r"\frac{\sqrt{3}}{2}", r"\sqrt{3}/2", pool=pool)
    assert verdict.judgement is Judgement.CORRECT
    assert verdict.method == "math_verify"
