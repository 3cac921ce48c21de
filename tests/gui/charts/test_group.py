"""One crosshair, one zoom and one range over several charts."""

import numpy as np
import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from o1desk.gui.charts.group import ChartGroup
from o1desk.gui.charts.line import LineChart


@pytest.fixture
def page():
    return QWidget()


@pytest.fixture
def three(theme, show, page):
    grid = QGridLayout(page)
    group = ChartGroup(page)
    for column, title in enumerate(("Reward", "Entropy", "Accuracy")):
        chart = LineChart(theme, title=title)
        grid.addWidget(chart, 0, column)
        group.add(chart)
    group.set_x_title("step")
    reward, entropy, accuracy = group.charts()
    reward.set_series("a", np.arange(201), np.arange(201) / 200)
    reward.set_series("b", np.arange(201), np.ones(201))
    entropy.set_series("e", np.arange(201), np.arange(201) * 2.0)
    accuracy.set_series("h", [0, 50, 100], [0.2, 0.4, 0.6])
    accuracy.set_series("t", np.arange(201), np.zeros(201))
    show(page, 1200, 300)
    for chart in group.charts():
        chart.flush()
    return group


def test_all_charts_read_the_same_step(three, move):
    reward, entropy, accuracy = three.charts()
    plane = reward.plane
    move(plane, plane.plot_rect().left() + plane.pixel_x(120.3), 60)
    assert [chart.overlay.crosshair() for chart in three.charts()] == [120.0] * 3
    assert reward.header.readout() == accuracy.header.readout() == "step 120"
    assert entropy.header.readout() == "step 120  ·  240"
    assert [(e.value, e.stale) for e in reward.header.legend()] == [("0.6", False), ("1", False)]


def test_a_value_from_another_step_is_marked_as_stale(three):
    three.point_at(120.0)
    held_out, training = three.charts()[2].header.legend()
    assert (held_out.value, held_out.stale) == ("0.6", True)
    assert (training.value, training.stale) == ("0", False)


def test_leaving_restores_the_last_values_everywhere(three, move):
    reward, entropy, _ = three.charts()
    three.point_at(10.0)
    move(reward.plane, 1, 1)
    assert entropy.header.readout() == "400"
    assert [chart.overlay.crosshair() for chart in three.charts()] == [None] * 3


def test_a_zoom_in_one_chart_is_the_zoom_of_all(three):
    reward, _, accuracy = three.charts()
    accuracy.zoom_by(100.0, 0.5)
    assert [chart.zoom() for chart in three.charts()] == [(50.0, 150.0)] * 3
    reward.reset_zoom()
    assert [chart.zoom() for chart in three.charts()] == [None] * 3


def test_charts_of_different_length_share_the_whole_range(three, theme):
    late = LineChart(theme, title="KL", parent=three.parent())
    three.add(late)
    late.set_series("k", [150, 400], [1, 2])
    assert {chart.shown() for chart in three.charts()} == {(0.0, 400.0)}
    late.clear()
    assert {chart.shown() for chart in three.charts()} == {(0.0, 200.0)}


def test_a_chart_that_joins_late_takes_title_and_zoom(three, theme):
    three.set_zoom((10.0, 20.0))
    late = LineChart(theme, title="KL", parent=three.parent())
    three.add(late)
    three.add(late)
    assert late.zoom() == (10.0, 20.0)
    assert late.plane._axes.title == "step"
    assert three.charts().count(late) == 1


def test_a_deleted_chart_leaves_the_group(three, qtbot):
    gone = three.charts()[1]
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    assert len(three.charts()) == 2
    three.point_at(5.0)
    three.set_zoom((1.0, 2.0))
    three.charts()[0].set_series("a", [1, 2], [1, 2])


def test_settings_of_the_group_reach_every_chart(three):
    three.set_smoothing(0.9)
    three.set_x_kind("seconds")
    assert {chart.lines.weight for chart in three.charts()} == {0.9}
    three.point_at(61.0)
    assert three.charts()[1].header.readout().startswith("1:01")
