"""Mouse and keys over a line chart."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def full(chart):
    chart.set_x_title("step")
    chart.set_series("s", np.arange(101), np.arange(101) / 100)
    chart.flush()
    return chart


def wheel(plane, x, notches, modifiers):
    point = QPointF(x, plane.height() / 2)
    event = QWheelEvent(
        point, QPointF(plane.mapToGlobal(point.toPoint())), QPoint(), QPoint(0, 120 * notches),
        LEFT & ~LEFT, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plane, event)
    return event


def pixel(plane, x):
    return plane.plot_rect().left() + plane.pixel_x(x)


def test_the_plain_wheel_is_left_to_the_page(full):
    event = wheel(full.plane, 200, 1, Qt.KeyboardModifier.NoModifier)
    assert not event.isAccepted()
    assert full.zoom() is None


def test_ctrl_and_wheel_zoom_around_the_pointer(full):
    event = wheel(full.plane, pixel(full.plane, 40), 2, Qt.KeyboardModifier.ControlModifier)
    assert event.isAccepted()
    low, high = full.zoom()
    assert high - low == pytest.approx(64, abs=1)
    assert (40 - low) / (high - low) == pytest.approx(0.4, abs=0.02)
    wheel(full.plane, pixel(full.plane, 40), -9, Qt.KeyboardModifier.ControlModifier)
    assert full.zoom() is None


def test_a_zoom_shows_what_was_measured_there(full):
    full.set_zoom((10.0, 20.0))
    full.flush()
    x, _ = full._curves["s"]._raw.getData()
    assert x.tolist() == list(range(9, 22))
    assert full.plane.x_range == (10.0, 20.0)
    low, high = full.plane.y_range
    assert 0.05 < low < 0.1
    assert 0.2 < high < 0.25


def test_a_drag_zooms_into_the_stretch_and_a_double_click_shows_everything(full, move):
    plane, y = full.plane, full.plane.height() / 2
    move(plane, pixel(plane, 20), y, QEvent.Type.MouseButtonPress, LEFT)
    move(plane, pixel(plane, 60), y, QEvent.Type.MouseMove, LEFT)
    assert full.overlay._selection is not None
    move(plane, pixel(plane, 60), y, QEvent.Type.MouseButtonRelease, LEFT)
    assert full.zoom() == pytest.approx((20, 60), abs=0.5)
    assert full.overlay._selection is None
    full.flush()
    assert full.build_menu().actions()[-1].isEnabled()
    move(plane, 200, y, QEvent.Type.MouseButtonDblClick, LEFT)
    assert full.zoom() is None


def test_a_click_does_not_zoom(full, move):
    plane, y = full.plane, full.plane.height() / 2
    move(plane, 200, y, QEvent.Type.MouseButtonPress, LEFT)
    move(plane, 202, y, QEvent.Type.MouseButtonRelease, LEFT)
    assert full.zoom() is None


def test_the_pointer_reads_the_nearest_step(full, move):
    plane = full.plane
    move(plane, pixel(plane, 40) + 0.4, plane.height() / 2)
    assert full.overlay.crosshair() == 40
    assert full.header.readout() == "step 40  ·  0.4"
    move(plane, 3, plane.height() / 2)
    assert full.overlay.crosshair() is None
    assert full.header.readout() == "1"


def test_leaving_takes_the_crosshair_away(full, move):
    move(full.plane, 200, full.plane.height() / 2)
    assert full.overlay.crosshair() is not None
    QApplication.sendEvent(full.plane, QEvent(QEvent.Type.Leave))
    assert full.overlay.crosshair() is None


def test_the_readout_tells_the_interval(chart):
    chart.set_x_title("step")
    chart.set_series("s", [0, 10], [0.5, 0.75], low=[0.4, 0.7], high=[0.6, 0.8])
    chart.flush()
    chart.point_at(10)
    assert chart.header.readout() == "step 10  ·  0.75  (0.7 - 0.8)"


def test_a_gap_under_the_pointer_has_no_value(chart):
    chart.set_series("s", [0, 1, 2], [0.5, float("nan"), 0.75])
    chart.flush()
    chart.point_at(1)
    assert chart.header.readout().endswith("·  -")
    assert chart.overlay._cross_dots == []


def test_an_empty_chart_has_no_crosshair_and_no_zoom(chart, move, qtbot):
    move(chart.plane, 200, 80)
    assert chart.overlay.crosshair() is None
    wheel(chart.plane, 200, 3, Qt.KeyboardModifier.ControlModifier)
    assert chart.zoom() is None
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.overlay.crosshair() is None


def test_keys_step_zoom_and_copy(full, qtbot):
    qtbot.keyClick(full, Qt.Key.Key_Left)
    assert full.overlay.crosshair() == 100
    qtbot.keyClick(full, Qt.Key.Key_Left)
    assert full.overlay.crosshair() == 99
    qtbot.keyClick(full, Qt.Key.Key_Right)
    qtbot.keyClick(full, Qt.Key.Key_Right)
    assert full.overlay.crosshair() == 100
    qtbot.keyClick(full, Qt.Key.Key_Plus)
    low, high = full.zoom()
    assert high - low < 100
    qtbot.keyClick(full, Qt.Key.Key_0)
    assert full.zoom() is None
    qtbot.keyClick(full, Qt.Key.Key_Escape)
    assert full.overlay.crosshair() is None
    qtbot.keyClick(full, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("step\ts\n0\t0\n1\t0.01")


def test_a_crosshair_repaints_two_strips_not_the_plot(full):
    full.grab()
    regions = []
    full.overlay.update = lambda *rect: regions.append(rect)
    full.point_at(50)
    full.point_at(51)
    assert regions
    assert all(rect and rect[0].width() < 20 for rect in regions)


def test_the_tip_of_a_chart_shows_over_its_title_and_not_over_its_lines(full):
    full.setToolTip("Mean total reward.")
    where = QPoint(30, 8)
    for widget, text in ((full.plane, ""), (full.header, "Mean total reward.")):
        event = QHelpEvent(QEvent.Type.ToolTip, where, widget.mapToGlobal(where))
        QApplication.sendEvent(widget, event)
        assert QToolTip.text() == text
    QToolTip.hideText()


def test_a_chart_can_be_reached_by_tab_and_its_inside_cannot(full):
    assert full.focusPolicy() == Qt.FocusPolicy.TabFocus
    inside = full.findChildren(QWidget)
    assert inside
    assert {child.focusPolicy() for child in inside} == {Qt.FocusPolicy.NoFocus}
