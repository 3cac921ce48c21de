"""When a chart draws, and how it follows the theme."""

import numpy as np
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from o1desk.gui.charts.line import LineChart


class Counting(LineChart):
    """Counts how often it draws."""

    drawings = 0

    def refresh(self):
        self.drawings += 1
        super().refresh()


def test_new_data_are_drawn_once_for_many_changes(theme, show, qtbot):
    chart = show(Counting(theme, title="Reward"))
    before = chart.drawings
    for step in range(20):
        chart.set_series("s", np.arange(step + 1), np.ones(step + 1))
    assert chart.drawings == before
    qtbot.waitUntil(lambda: not chart._dirty)
    assert chart.drawings == before + 1
    assert not chart._timer.isActive()


def test_a_hidden_chart_draws_nothing_until_it_is_shown(theme, qtbot):
    chart = Counting(theme, title="Reward")
    qtbot.addWidget(chart)
    chart.set_series("s", [1, 2], [1, 2])
    assert not chart._timer.isActive()
    assert chart.drawings == 0
    chart.resize(400, 250)
    chart.show()
    qtbot.waitUntil(lambda: chart.drawings > 0)


def test_a_chart_scrolled_out_of_sight_draws_when_it_comes_back(theme, qtbot):
    area = QScrollArea(widgetResizable=True)
    page = QWidget()
    column = QVBoxLayout(page)
    chart = Counting(theme, title="Reward")
    tall = QWidget(minimumHeight=3000)
    column.addWidget(tall)
    column.addWidget(chart)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    qtbot.waitExposed(area)
    qtbot.wait(20)
    before = chart.drawings
    chart.set_series("s", [1, 2], [1, 2])
    assert not chart._timer.isActive()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: chart.drawings > before)


def test_an_idle_chart_has_no_timer_running(theme, show, qtbot):
    chart = show(Counting(theme, title="Reward"))
    chart.set_series("s", [1, 2], [1, 2])
    qtbot.waitUntil(lambda: not chart._dirty)
    drawings = chart.drawings
    qtbot.wait(300)
    assert chart.drawings == drawings
    assert not chart._timer.isActive()


def test_a_change_of_theme_is_seen_at_once(theme, chart, close_to):
    chart.set_series("s", [0, 1, 2, 3], [1, 1, 1, 1])
    chart.flush()
    light = chart.grab().toImage()
    light_line, light_text = theme.tokens.series[0], theme.tokens.text
    theme.set_mode("dark")
    dark = chart.grab().toImage()
    assert light != dark
    assert close_to(light, light_line, 150) > 300
    assert close_to(dark, light_line) == 0
    assert close_to(dark, theme.tokens.series[0], 150) > 300
    assert close_to(light, light_text) > 10
    assert close_to(dark, theme.tokens.text) > 10


def test_a_change_of_theme_while_hidden_is_seen_when_shown(theme, chart, close_to, qtbot):
    chart.set_series("s", [0, 1, 2, 3], [1, 1, 1, 1])
    chart.flush()
    chart.hide()
    theme.set_mode("dark")
    chart.show()
    qtbot.waitUntil(lambda: not chart._dirty)
    assert close_to(chart.grab().toImage(), theme.tokens.series[0], 150) > 300


def test_a_larger_scale_enlarges_the_text_and_the_margins(theme, chart):
    chart.set_series("s", [0, 1], [1, 2])
    chart.flush()
    height, left = chart.header.height(), chart.plane.plot_rect().left()
    theme.set_scale(2.0)
    assert chart.header.height() > 1.6 * height
    assert chart.plane.plot_rect().left() > 1.6 * left


def test_a_deleted_chart_leaves_the_theme_alone(theme, qtbot):
    chart = LineChart(theme, title="Reward")
    with qtbot.waitSignal(chart.destroyed):
        chart.deleteLater()
    theme.set_mode("dark")
    theme.set_mode("light")
