"""Points of a line: order after a resume, neighbours, trend."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.charts.series import FALLING, RISING, STEADY, Series, tidied

number = st.floats(allow_nan=True, allow_infinity=True)


def series(y, x=None):
    array = np.asarray(y, dtype=float)
    return Series(title="s", x=np.arange(len(array), dtype=float) if x is None else x, y=array)


def test_a_resumed_run_drops_what_it_overtakes():
    x, y = tidied([0, 1, 2, 3, 4, 2, 3, 4, 5], [0, 1, 2, 3, 4, 20, 30, 40, 50])
    assert x.tolist() == [0, 1, 2, 3, 4, 5]
    assert y.tolist() == [0, 1, 20, 30, 40, 50]


@given(st.lists(st.tuples(number, number), max_size=40))
def test_positions_rise_strictly_and_values_are_finite_or_nan(rows):
    x, y = tidied([row[0] for row in rows], [row[1] for row in rows])
    assert np.isfinite(x).all()
    assert (np.diff(x) > 0).all()
    assert not np.isinf(y).any()


def test_the_newest_point_survives_whatever_came_before():
    x, y = tidied([5, 5, 1], [1, 2, 3])
    assert (x.tolist(), y.tolist()) == ([1], [3])


def test_columns_of_unequal_length_are_cut_to_the_shortest():
    x, y, low = tidied([1, 2, 3], [1, 2, 3, 4], [0, 1])
    assert [len(x), len(y), len(low)] == [2, 2, 2]


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30, unique=True), st.floats(-60, 60))
def test_nearest_is_the_nearest(places, x):
    line = series(np.zeros(len(places)), np.array(sorted(places), dtype=float))
    found = line.x[line.nearest(x)]
    assert abs(found - x) == min(abs(place - x) for place in line.x)


def test_an_empty_series_has_no_nearest_and_no_last_point():
    assert series([]).nearest(3.0) == -1
    assert series([]).last() == -1
    assert series([np.nan, np.nan]).last() == -1
    assert series([1.0, 2.0, np.nan]).last() == 1


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ([1, 2, 3, 4, 5], RISING),
        ([5, 4, 3, 2, 1], FALLING),
        ([1, 5, 3, 5, 1], STEADY),
        ([2, 2, 2], STEADY),
        ([], STEADY),
        ([1, np.nan, 3], RISING),
    ],
)
def test_the_trend_compares_the_ends(values, trend):
    assert series(values).trend() == trend


def test_a_visible_stretch_takes_one_point_more_at_each_side():
    line = series(np.arange(10.0))
    assert line.x[line.between(3.5, 5.5)].tolist() == [3, 4, 5, 6]
    assert line.x[line.between(-5, 50)].tolist() == line.x.tolist()


def test_a_measurement_with_its_interval_is_never_averaged():
    line = series([0.4, 0.6, 0.5, 0.7])
    line.low, line.high = line.y - 0.1, line.y + 0.1

    assert line.smoothed(0.9).tolist() == line.y.tolist()
