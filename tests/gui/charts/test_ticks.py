"""How numbers are written on and beside axes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.charts.ticks import (
    CLOCK,
    SECONDS,
    TOKENS,
    format_duration,
    format_value,
    format_x,
    log_ticks,
    nice_step,
    value_ticks,
    x_ticks,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.62, "62 %"), (0.6249, "62 %"), (1.0, "100 %"), (0.0, "0 %"), (0.0234, "2.3 %"),
        (0.07, "7 %"), (0.0004, "0.04 %"), (-0.12, "-12 %"), (float("nan"), "-"),
    ],
)  # fmt: skip
def test_shares_are_written_in_per_cent(value, text):
    assert format_value(value, percent=True) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (3.0, "3"), (0.62149, "0.621"), (12.34, "12.3"), (123.4, "123"),
        (1234.5, "1,234"), (1_200_000, "1,200,000"), (0.000123, "0.000123"), (1e-5, "1e-5"),
        (2.5e-6, "2.5e-6"), (-0.5, "-0.5"), (float("inf"), "-"),
    ],
)  # fmt: skip
def test_numbers_are_plain_and_short(value, text):
    assert format_value(value) == text


def test_the_unit_stands_behind_the_number():
    assert format_value(1234, unit="tokens") == "1,234 tokens"
    assert format_value(0.5, unit="%", percent=True) == "50 %"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7, "0:07"), (187, "3:07"), (3599, "59:59"), (8100, "2:15 h"), (-61, "-1:01")],
)
def test_durations_are_minutes_and_seconds_or_hours_and_minutes(seconds, text):
    assert format_duration(seconds) == text
    assert format_x(seconds, SECONDS) == text


def test_steps_and_tokens_are_whole_numbers_with_groups():
    assert format_x(1200) == "1,200"
    assert format_x(2_500_000, TOKENS) == "2,500,000"


@given(st.floats(1e-9, 1e9), st.integers(1, 12))
def test_a_step_gives_about_as_many_ticks_as_there_is_room(span, count):
    step = nice_step(span, count)
    assert span / step <= count + 1e-6
    assert span / step >= count / 2.6


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 10))
def test_ticks_lie_inside_the_axis_and_differ_in_their_labels(low, span, count):
    ticks = value_ticks(low, low + span, count)
    assert all(low - 1e-6 * span <= place <= low + span * (1 + 1e-6) for place, _ in ticks)
    assert len({text for _, text in ticks}) == len(ticks)


def test_labels_of_one_axis_are_equally_precise():
    assert [text for _, text in value_ticks(0, 1, 4)] == ["0.00", "0.25", "0.50", "0.75", "1.00"]
    shares = [text for _, text in value_ticks(0, 1, 5, percent=True)]
    assert shares == ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]
    assert [text for _, text in value_ticks(0, 1e-5, 2)] == ["0", "5e-6", "1e-5"]


def test_steps_are_never_split():
    assert [text for _, text in x_ticks(0, 3, 8)] == ["0", "1", "2", "3"]
    assert [text for _, text in x_ticks(0, 10, 4)] == ["0", "5", "10"]


def test_a_time_axis_stands_on_round_minutes():
    assert [text for _, text in x_ticks(0, 600, 4, kind=SECONDS)] == ["0:00", "5:00", "10:00"]
    hours = [text for _, text in x_ticks(0, 4 * 3600, 4, kind=SECONDS)]
    assert hours == ["0:00", "1:00 h", "2:00 h", "3:00 h", "4:00 h"]


def test_a_clock_axis_stands_on_round_local_times():
    start = time.mktime((2026, 3, 1, 14, 2, 0, 0, 0, -1))
    labels = [text for _, text in x_ticks(start, start + 3600, 4, kind=CLOCK)]
    assert labels == ["14:15", "14:30", "14:45", "15:00"]


def test_days_on_a_clock_axis_are_month_and_day():
    start = time.mktime((2026, 3, 1, 0, 0, 0, 0, 0, -1))
    labels = [text for _, text in x_ticks(start, start + 3 * 86400, 4, kind=CLOCK)]
    assert labels[0] == "03-01"


def test_a_logarithmic_axis_stands_on_powers_of_ten_or_on_1_2_5():
    assert [text for _, text in log_ticks(-3.2, 0.1, 6)] == ["0.001", "0.01", "0.1", "1"]
    assert [text for _, text in log_ticks(0.1, 0.9, 6)] == ["2", "5"]
    assert len(log_ticks(0.32, 0.34, 6)) == 2


@given(st.floats(-12, 8), st.floats(0.001, 12), st.integers(2, 8))
def test_a_logarithmic_axis_has_two_ticks_at_least_and_not_too_many(low, span, count):
    ticks = log_ticks(low, low + span, count)
    assert 2 <= len(ticks) <= 2 * count + 4 or span > 1
