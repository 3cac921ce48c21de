"""Rates, votes and quantiles."""

import math
from itertools import combinations
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.stats import Z95, majority, pass_at_k, quantile, wilson

COUNTS = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_the_interval_holds_the_rate_and_stays_a_rate(counts):
    successes, n = counts
    low, high = wilson(successes, n)
    assert 0.0 <= low <= successes / n + 1e-12
    assert successes / n - 1e-12 <= high <= 1.0


@given(COUNTS)
def test_the_ends_are_where_the_rate_is_a_quantile_away(counts):
    successes, n = counts
    rate = successes / n
    for end in wilson(successes, n):
        if 1e-9 < end < 1.0 - 1e-9:
            assert abs(rate - end) / math.sqrt(end * (1 - end) / n) == pytest.approx(Z95, rel=1e-6)


@given(COUNTS)
def test_more_data_at_the_same_rate_narrows_the_interval(counts):
    successes, n = counts
    low, high = wilson(successes, n)
    closer_low, closer_high = wilson(4 * successes, 4 * n)
    assert closer_high - closer_low < high - low


def test_no_data_tells_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_majority_is_the_earliest_of_the_most_frequent():
    assert majority(["b", "a", "a", "b", ""]) == "b"
    assert majority(["", ""]) == ""
    assert majority([]) == ""


@given(st.integers(1, 8).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_pass_at_k_is_the_share_of_subsets_with_a_success(counts):
    n, correct = counts
    attempts = [True] * correct + [False] * (n - correct)
    for k in range(1, n + 1):
        subsets = list(combinations(attempts, k))
        share = sum(any(subset) for subset in subsets) / len(subsets)
        assert pass_at_k(n, correct, k) == pytest.approx(share)


@pytest.mark.parametrize(("n", "correct", "k"), [(4, 1, 5), (4, 1, 0), (4, 5, 1), (4, -1, 1)])
def test_pass_at_k_refuses_numbers_that_do_not_fit(n, correct, k):
    with pytest.raises(ValueError, match="cannot be estimated"):
        pass_at_k(n, correct, k)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_quantiles_are_those_of_the_standard_library(values):
    exact = quantiles(values, n=20, method="inclusive")
    assert [quantile(values, share / 20) for share in range(1, 20)] == pytest.approx(exact)
    assert (quantile(values, 0.0), quantile(values, 1.0)) == (min(values), max(values))


def test_a_quantile_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no quantile"):
        quantile([], 0.5)
    with pytest.raises(ValueError, match="no quantile"):
        quantile([1.0], 1.5)
