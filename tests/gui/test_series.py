from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.series import FIRST, Series


@given(st.lists(st.floats(-1e6, 1e6), max_size=3 * FIRST))
def test_everything_added_is_there_in_order(values):
    series = Series()
    for step, value in enumerate(values):
        series.add(step, 10.0 + step, value)
    assert series.values.tolist() == values
    assert series.steps.tolist() == list(range(len(values)))
    assert series.last == (values[-1] if values else None)


def test_a_step_told_again_replaces_its_value():
    series = Series()
    for step in (1, 2, 3):
        series.add(step, float(step), 0.0)
    series.add(2, 9.0, 5.0)
    assert series.values.tolist() == [0.0, 5.0, 0.0]
    assert len(series) == 3


def test_a_step_that_lies_behind_and_is_unknown_is_left_out():
    series = Series()
    series.add(1, 0.0, 1.0)
    series.add(3, 0.0, 3.0)
    series.add(2, 0.0, 2.0)
    assert series.steps.tolist() == [1.0, 3.0]
