"""Time at work: what is left out, and that it never runs backwards."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.pages.train.active_time import active_seconds, idle_intervals, merged


def test_the_night_between_two_attempts_is_left_out():
    idle = idle_intervals([0.0, 1000.0], [], told=[1.0, 10.0, 1001.0])

    assert active_seconds(np.array([1.0, 10.0, 1001.0]), 0.0, idle).tolist() == [1.0, 10.0, 11.0]


def test_a_pause_is_left_out_and_one_that_lasts_is_not_guessed():
    states = [(0.0, "running"), (5.0, "paused"), (25.0, "running"), (30.0, "paused")]

    idle = idle_intervals([0.0], states, told=[4.0])

    assert idle == [(5.0, 25.0)]
    assert active_seconds(np.array([4.0, 15.0, 26.0]), 0.0, idle).tolist() == [4.0, 5.0, 6.0]


def test_a_first_attempt_that_told_nothing_costs_no_time():
    assert idle_intervals([0.0, 50.0], [], told=[60.0]) == []


def test_overlapping_intervals_count_once():
    assert merged([(3.0, 4.0), (0.0, 2.0), (1.0, 3.0), (7.0, 7.0)]) == [(0.0, 4.0)]


_MOMENTS = st.floats(0, 1000, allow_nan=False)


@given(
    st.lists(_MOMENTS, min_size=1, max_size=20).map(sorted),
    st.lists(st.tuples(_MOMENTS, _MOMENTS), max_size=5),
)
def test_time_at_work_never_runs_backwards(moments, pairs):
    idle = merged([(min(pair), max(pair)) for pair in pairs])

    spent = active_seconds(np.array(moments), 0.0, idle)

    assert (np.diff(spent) >= -1e-9).all()
    assert (spent >= 0).all()
