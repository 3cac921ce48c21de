"""The smoothing against its definition and against a calculation by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from o1desk.gui.charts.smoothing import MAX_WEIGHT, debiased_ema


def by_definition(values, weight):
    """The loop that TensorBoard runs."""
    last, count, out = 0.0, 0, []
    for value in values:
        if not math.isfinite(value):
            out.append(math.nan)
            continue
        last = last * weight + (1 - weight) * value
        count += 1
        out.append(last / (1 - weight**count))
    return out


def test_three_values_by_hand():
    # w = 0.5: 0.5*2 = 1; 1/0.5 = 2. 0.5*1 + 0.5*4 = 2.5; /0.75 = 3.3333.
    # 0.5*2.5 + 0.5*8 = 5.25; /0.875 = 6.
    smooth = debiased_ema(np.array([2.0, 4.0, 8.0]), 0.5)
    assert smooth.tolist() == pytest.approx([2.0, 10 / 3, 6.0])


@given(
    arrays(np.float64, st.integers(3, 600), elements=st.floats(-1e3, 1e3)),
    st.floats(0.01, MAX_WEIGHT),
)
def test_it_agrees_with_the_loop_of_its_definition(values, weight):
    if values.min() != values.max():
        assert debiased_ema(values, weight) == pytest.approx(
            by_definition(values, weight), abs=1e-8
        )


@given(
    arrays(np.float64, st.integers(3, 200), elements=st.floats(-1e3, 1e3)),
    st.floats(0.0, MAX_WEIGHT),
)
def test_it_never_leaves_the_range_of_the_values(values, weight):
    smooth = debiased_ema(values, weight)
    assert smooth.min() >= values.min() - 1e-6
    assert smooth.max() <= values.max() + 1e-6


def test_gaps_stay_gaps_and_do_not_count_as_a_step():
    with_gap = debiased_ema(np.array([2.0, np.nan, 4.0, 8.0]), 0.5)
    without = debiased_ema(np.array([2.0, 4.0, 8.0]), 0.5)
    assert np.isnan(with_gap[1])
    assert with_gap[[0, 2, 3]].tolist() == without.tolist()


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 9.0], [3.0] * 50, [np.nan] * 4, [np.nan, 2.0]])
def test_constant_and_two_point_series_are_untouched(values):
    array = np.array(values)
    assert debiased_ema(array, 0.9) is array


def test_weight_zero_is_as_measured_and_weights_beyond_the_range_are_limited():
    array = np.array([1.0, 5.0, 2.0])
    assert debiased_ema(array, 0.0) is array
    assert debiased_ema(array, -1.0) is array
    assert debiased_ema(array, 7.0).tolist() == debiased_ema(array, MAX_WEIGHT).tolist()
