"""Fewer points must draw the same line: ends, extremes, order and gaps stay."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from o1desk.gui.charts.decimate import decimate, lonely, thin

finite = st.floats(-1e9, 1e9)
lengths = st.integers(1, 700)
rooms = st.integers(4, 200)


@st.composite
def lines(draw, elements=finite):
    y = draw(arrays(np.float64, draw(lengths), elements=elements))
    return np.arange(len(y), dtype=float) * 3.0, y


@given(lines(), rooms)
def test_no_more_points_than_asked_for(line, n):
    x, y = decimate(*line, n)
    assert len(x) == len(y) <= n


@given(lines(), rooms)
def test_every_point_is_one_of_the_input_and_order_is_kept(line, n):
    x, y = decimate(*line, n)
    assert (np.diff(x) > 0).all()
    assert (line[1][(x / 3.0).astype(int)] == y).all()


@given(lines(), rooms)
def test_both_extremes_and_both_ends_are_kept(line, n):
    x, y = decimate(*line, n)
    assert y.min() == line[1].min()
    assert y.max() == line[1].max()
    assert (x[0], y[0], x[-1], y[-1]) == (line[0][0], line[1][0], line[0][-1], line[1][-1])


@given(lines(), rooms)
def test_a_short_line_comes_back_whole(line, n):
    x, y = decimate(*line, max(n, len(line[0])))
    assert x is line[0]
    assert y is line[1]


@given(lines(), rooms)
def test_decimating_twice_changes_nothing(line, n):
    once = decimate(*line, n)
    twice = decimate(*once, n)
    assert (once[0] == twice[0]).all()


@given(lines(st.one_of(finite, st.just(np.nan))), rooms)
def test_finite_neighbours_stay_joined_and_gaps_stay_gaps(line, n):
    x, y = thin(*line, n)
    assert (np.diff(x) > 0).all()
    holes = line[0][~np.isfinite(line[1])]
    kept = x[np.isfinite(y)]
    for left, right in pairwise(x):
        if left in kept and right in kept:
            assert not ((holes > left) & (holes < right)).any()
    assert np.count_nonzero(np.isfinite(y)) <= n


@given(lines(st.just(np.nan)), rooms)
def test_a_line_of_gaps_only_is_one_gap(line, n):
    x, y = thin(*line, n)
    assert len(x) == 1
    assert np.isnan(y).all()


def test_a_value_between_two_gaps_is_lonely():
    nan = np.nan
    assert lonely(np.array([1.0, nan, 2.0, nan, 3.0, 4.0])).tolist() == [
        True, False, True, False, False, False,
    ]  # fmt: skip
    assert lonely(np.array([7.0])).tolist() == [True]
    assert lonely(np.array([])).tolist() == []
