"""Accuracy against tokens as points."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from o1desk.gui.charts.scatter import ScatterChart

NAN = float("nan")


@pytest.fixture
def chart(theme, show):
    made = show(ScatterChart(theme, title="Accuracy against thinking", percent=True), 460, 300)
    made.set_x_title("tokens")
    return made


@pytest.fixture
def voted(chart):
    chart.set_points("vote", [100, 200, 400], [0.4, 0.5, 0.6], "Vote", ["k=1", "k=2", "k=4"])
    chart.set_points("other", [300], [0.55], "Other ways", ["refine"])
    chart.flush()
    return chart


def over(chart, move, x, y):
    corner = chart.plane.plot_rect().topLeft()
    plane = chart.plane
    move(plane, corner.x() + plane.pixel_x(x) + 3, corner.y() + plane.pixel_y(y) - 3)


def test_the_point_under_the_pointer_is_told(voted, move):
    over(voted, move, 200, 0.5)
    assert voted.header.readout() == "k=2: 50 % at 200 tokens"
    assert voted.overlay.pointed().at == 1
    over(voted, move, 300, 0.55)
    assert voted.header.readout() == "refine: 55 % at 300 tokens"
    QApplication.sendEvent(voted.plane, QEvent(QEvent.Type.Leave))
    assert voted.header.readout() == ""
    assert voted.overlay.pointed() is None


def test_far_from_every_point_nothing_is_told(voted):
    assert voted.nearest(QPointF(-500, -500)) is None


def test_the_legend_shows_dots_for_several_clouds(voted):
    assert [(e.title, e.is_dot) for e in voted.header.legend()] == [
        ("Vote", True),
        ("Other ways", True),
    ]
    voted.remove_points("other")
    voted.flush()
    assert voted.header.legend() == []


@pytest.mark.parametrize("count", [0, 1, 2, 5000])
def test_any_number_of_points_can_be_drawn(chart, count):
    rng = np.random.default_rng(0)
    chart.set_points("s", rng.random(count) * 1000, rng.random(count), connected=True)
    chart.flush()
    assert not chart.grab().isNull()
    assert bool(chart.overlay.empty_text) == (count == 0)


def test_points_that_are_not_finite_are_left_out_with_their_labels(chart):
    chart.set_points("s", [1, NAN, 3], [0.1, 0.2, 0.3], labels=["a", "b", "c"])
    assert chart.as_table()[1:] == [["s", "a", "1", "0.1"], ["s", "c", "3", "0.3"]]


def test_an_interval_widens_the_axis(chart):
    chart.set_points("s", [1, 2], [0.4, 0.5], low=[0.1, 0.2], high=[0.8, NAN])
    chart.flush()
    low, high = chart.plane.y_range
    assert low <= 0.1
    assert high >= 0.8
    assert not chart.grab().isNull()


def test_the_summary_names_the_highest_point(chart):
    assert chart.summary() == "Accuracy against thinking: no data yet."
    chart.set_points("vote", [100, 400], [0.4, 0.6], labels=["k=1", "k=4"])
    chart.flush()
    wanted = "Accuracy against thinking: 2 points; highest is k=4: 60 % at 400 tokens."
    assert chart.accessibleDescription() == wanted


def test_clearing_brings_the_empty_text_back(voted):
    voted.set_empty_text("Ask several questions to see this.")
    voted.clear()
    voted.flush()
    assert voted.overlay.empty_text == "Ask several questions to see this."
    assert voted._items == {}


def test_it_follows_the_theme(voted, theme, close_to):
    light = voted.grab().toImage()
    assert close_to(light, theme.tokens.series[1], 40) > 15
    theme.set_mode("dark")
    dark = voted.grab().toImage()
    assert light != dark
    assert close_to(dark, theme.tokens.series[1], 40) > 15
