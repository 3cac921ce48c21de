"""The live strip along one message."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from o1desk.gui.charts.live import MAX_POINTS, RateStrip

NAN = float("nan")


@pytest.fixture
def strip(theme, show):
    return show(RateStrip(theme, title="Decode", unit="tokens/s"), 300, 64)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.floats(0.001, 2.0), min_size=1, max_size=3000))
def test_the_whole_message_stays_in_sight_in_few_points(theme, paces):
    strip = RateStrip(theme)
    now = 0.0
    for number, pace in enumerate(paces):
        now += pace
        strip.append(now, float(number))
    points = strip.points()
    assert len(points) <= MAX_POINTS
    assert points[0][0] == pytest.approx(paces[0])
    assert points[-1][0] == now
    assert [t for t, _ in points] == sorted(t for t, _ in points)
    assert strip.peak() == len(paces) - 1


def test_a_long_message_keeps_its_shape(theme):
    strip = RateStrip(theme)
    for step in range(20_000):
        strip.append(step * 0.05, 50 + 10 * math.sin(step / 3000))
    assert 100 < len(strip.points()) <= MAX_POINTS
    for t, value in strip.points():
        assert value == pytest.approx(50 + 10 * math.sin(t / 0.05 / 3000), abs=0.6)


def test_what_is_not_finite_or_comes_late_is_ignored(strip):
    strip.append(1.0, 10.0)
    strip.append(NAN, 5.0)
    strip.append(2.0, NAN)
    strip.append(0.5, 99.0)
    assert strip.points() == [(1.0, 10.0)]
    assert strip.peak() == 10.0


def test_a_new_message_starts_empty(strip):
    strip.append(1.0, 10.0)
    strip.clear()
    assert strip.points() == []
    assert math.isnan(strip.peak())
    assert strip.summary() == "Decode: no data yet."
    strip.append(0.0, 3.0)
    assert strip.points() == [(0.0, 3.0)]


def test_it_repaints_at_most_once_per_tenth_of_a_second(strip, qtbot):
    assert strip._timer.interval() == 100
    assert strip._timer.isSingleShot()
    for step in range(50):
        strip.append(step / 10, 40.0)
    assert strip._timer.isActive()
    qtbot.waitUntil(lambda: not strip._timer.isActive())
    assert strip.summary() == "Decode: 40 tokens/s now, at most 40 tokens/s."


def test_a_hidden_strip_starts_no_timer(theme, qtbot):
    strip = RateStrip(theme, title="Memory", unit="MiB")
    qtbot.addWidget(strip)
    strip.append(1.0, 800.0)
    assert not strip._timer.isActive()
    strip.show()
    assert strip.accessibleDescription() == "Memory: 800 MiB now, at most 800 MiB."


@pytest.mark.parametrize("count", [0, 1, 2, 700])
def test_any_number_of_points_can_be_painted(strip, count):
    for step in range(count):
        strip.append(float(step), 0.0)
    assert not strip.grab().isNull()


def test_an_empty_strip_says_what_will_be_there(strip):
    before = strip.grab().toImage()
    strip.set_empty_text("Too short to draw")
    assert strip.grab().toImage() != before
    assert strip.summary() == "Decode: Too short to draw."
    strip.append(0.0, 3.0)
    assert strip.summary() == "Decode: 3 tokens/s now, at most 3 tokens/s."
