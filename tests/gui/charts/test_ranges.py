"""How far axes reach."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.charts.ranges import padded, positions, spread, zoomed


def test_the_spread_ignores_what_is_not_finite():
    assert spread([np.array([1.0, np.nan, 3.0]), np.array([])]) == (1.0, 3.0)
    assert spread([np.array([np.nan])]) is None


def test_outliers_are_left_out_of_many_values_only_when_asked():
    values = np.append(np.linspace(0, 1, 99), 1e6)
    assert spread([values]) == (0.0, 1e6)
    clipped = spread([values], clip=True)
    assert clipped is not None
    assert clipped[1] < 2
    assert spread([np.array([0.0, 1e6])], clip=True) == (0.0, 1e6)


@given(st.floats(-1e12, 1e12), st.floats(0, 1e12), st.booleans(), st.booleans())
def test_a_padded_range_holds_the_values_and_is_never_empty(low, span, percent, log):
    bottom, top = padded((low, low + span), percent=percent, log=log)
    assert bottom <= low
    assert top >= low + span
    assert bottom < top


def test_air_does_not_cross_zero_or_a_hundred_per_cent():
    assert padded((0.01, 1.0))[0] == 0.0
    assert padded((-1.0, -0.01))[1] == 0.0
    assert padded((0.2, 0.99), percent=True)[1] == 1.0


@pytest.mark.parametrize("place", [0.0, 20.0, 1.7e9])
def test_one_position_gets_some_room(place):
    low, high = positions((place, place))
    assert low < place < high


def test_zooming_stays_inside_and_zooming_out_shows_everything():
    whole = (0.0, 100.0)
    assert zoomed(whole, whole, 50, 0.5) == (25.0, 75.0)
    assert zoomed(whole, (0.0, 50.0), 0, 1.5) == (0.0, 75.0)
    assert zoomed(whole, (25.0, 75.0), 50, 10) is None
    low, high = zoomed(whole, (50.0, 50.01), 50, 1e-9) or whole
    assert high > low
