"""Math-Verify itself behind the guard: killed when it hangs, and whole again afterwards."""

import time

import pytest

from o1desk.rewards import mathverify
from o1desk.rewards.mathverify import MathVerify

TOWER = r"\dfrac{5^{\left(5^{\left(5^{\left(5^5\right)}\right)} - 4\right)} - 5}{16}"


@pytest.fixture(scope="module")
def pool():
    children = MathVerify(size=1)
    children.warm()
    yield children
    children.close()


def test_a_hanging_comparison_is_killed_and_the_next_one_is_answered(pool):
    started = time.monotonic()
    late = pool.compare("3", TOWER)
    assert time.monotonic() - started < 20.0  # 1.8 s; by itself it takes hours
    assert late.equal is None
    assert late.reason
    assert pool.idle == pool.size
    pool.warm()
    assert pool.compare("x^2+2x+1", "(x+1)^2").equal is True


@pytest.mark.parametrize(
    ("gold", "answer", "equal"),
    [
        (r"\sqrt{8}", r"2\sqrt{2}", True),
        (r"\frac{\pi}{3}", r"\frac{\pi}{4}", False),
        (r"\frac{\sqrt{2}}{2^{99}}", r"\frac{\sqrt{2}}{2^{98}}", False),
        ("x+y", "y+x", True),
    ],
)
def test_expressions_compare_by_value(pool, gold, answer, equal):
    assert pool.compare(gold, answer).equal is equal


def test_there_is_one_shared_pool_and_it_leaves_a_core_free():
    assert mathverify.shared() is mathverify.shared()
    assert mathverify.shared().size >= 1
