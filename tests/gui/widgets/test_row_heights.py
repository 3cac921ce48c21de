"""Heights of many rows."""

from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.widgets.row_heights import RowHeights

heights = st.lists(st.integers(1, 500), max_size=200)


@given(heights, st.lists(st.tuples(st.integers(0, 199), st.integers(1, 500)), max_size=20))
def test_rows_lie_one_after_the_other_whatever_was_measured(guesses, measured):
    rows = RowHeights()
    rows.reset(guesses)
    expected = list(guesses)
    for row, height in measured:
        if row < len(expected):
            assert rows.measure(row, height) == height - expected[row]
            expected[row] = height
    assert rows.total == sum(expected)
    for row in range(len(expected)):
        assert rows.top(row) == sum(expected[:row])
        assert rows.row_at(rows.top(row)) == row
        assert rows.row_at(rows.top(row) + expected[row] - 1) == row


@given(heights, st.integers(0, 200), st.integers(1, 500))
def test_an_inserted_row_moves_those_behind_it(guesses, place, height):
    rows = RowHeights()
    rows.reset(guesses)
    place = min(place, len(guesses))
    rows.insert(place, height)
    expected = [*guesses[:place], height, *guesses[place:]]
    assert [rows.height(row) for row in range(len(rows))] == expected
    assert not rows.is_exact(place)
    rows.remove_last()
    assert rows.total == sum(expected[:-1])


def test_no_rows_have_no_place():
    rows = RowHeights()
    assert (rows.row_at(0), rows.total, len(rows)) == (-1, 0, 0)


def test_room_is_made_for_many_rows_that_come_one_by_one():
    rows = RowHeights()
    for number in range(1_000):
        rows.insert(number, 2)
    assert rows.total == 2_000
    assert rows.row_at(-5) == 0
    assert rows.row_at(5_000) == 999
