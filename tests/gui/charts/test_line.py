"""What a line chart shows, says and hands out."""

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMenu

from o1desk.gui.charts.line import MAX_POINTS, LineChart

NAN = float("nan")


def drawn(chart, name, part="_raw"):
    return getattr(chart._curves[name], part).getData()


@pytest.mark.parametrize("count", [0, 1, 2, 100_000])
@pytest.mark.parametrize("log", [False, True])
def test_any_number_of_points_can_be_drawn(chart, count, log):
    chart.set_log_y(log)
    chart.set_smoothing(0.9)
    chart.set_series("s", np.arange(count), np.linspace(0.0, 1.0, count), points=True)
    chart.flush()
    assert not chart.grab().isNull()
    x, _ = drawn(chart, "s")
    assert len(x) <= MAX_POINTS
    assert bool(chart.overlay.empty_text) == (count == 0)


def test_extremes_of_a_hundred_thousand_points_are_drawn(chart):
    y = np.zeros(100_000)
    y[54_321], y[77_777] = 9.0, -4.0
    chart.set_series("s", np.arange(100_000), y)
    chart.flush()
    _, shown = drawn(chart, "s")
    assert (shown.max(), shown.min()) == (9.0, -4.0)
    low, high = chart.plane.y_range
    assert low < -4 < 9 < high


def test_lists_of_unequal_length_infinities_and_a_missing_band_end_do_no_harm(chart):
    chart.set_series("a", [1, 2, 3], [0.5, float("inf")], low=[0.1])
    chart.set_series("b", [], [])
    chart.flush()
    assert chart.lines.all()["a"].low is None
    assert chart.as_table()[1:] == [["1", "0.5", ""], ["2", "", ""]]


def test_a_value_that_is_not_finite_is_a_gap_with_a_mark(chart):
    chart.set_series("s", np.arange(6), [1.0, 2.0, NAN, 2.0, NAN, 3.0])
    chart.flush()
    assert chart.overlay.gaps == [2.0, 4.0]
    x, y = drawn(chart, "s")
    assert x[np.isnan(y)].tolist() == [2.0, 4.0]
    assert chart._curves["s"]._raw.opts["connect"] == "finite"


def test_a_point_between_two_gaps_is_a_dot(chart):
    chart.set_series("s", np.arange(5), [1.0, NAN, 2.0, NAN, 3.0])
    chart.flush()
    dots = chart._curves["s"]._dots
    assert dots.isVisible()
    assert sorted(dots.getData()[0].tolist()) == [0.0, 2.0, 4.0]


def test_values_at_or_below_zero_are_no_marks_on_a_logarithmic_axis(chart):
    chart.set_series("s", np.arange(4), [10.0, 0.0, -1.0, 1000.0])
    chart.set_log_y(True)
    chart.flush()
    _, y = drawn(chart, "s")
    assert y[np.isfinite(y)].tolist() == [1.0, 3.0]
    assert chart.overlay.gaps == []
    assert np.isnan(y).sum() == 1


def test_the_measured_line_lies_faint_behind_the_smooth_one(chart):
    y = np.random.default_rng(0).normal(size=300)
    chart.set_series("s", np.arange(300), y)
    chart.set_smoothing(0.9)
    chart.flush()
    curve = chart._curves["s"]
    assert curve._raw.zValue() < curve._smooth.zValue()
    assert curve._raw.opts["pen"].color().alpha() < curve._smooth.opts["pen"].color().alpha() == 255
    assert np.ptp(drawn(chart, "s", "_smooth")[1]) < np.ptp(drawn(chart, "s")[1])
    chart.set_smoothing(0.0)
    chart.flush()
    assert not curve._smooth.isVisible()
    assert curve._raw.opts["pen"].color().alpha() == 255


def test_smoothing_is_computed_before_points_are_left_out(chart):
    y = np.random.default_rng(1).normal(size=50_000)
    chart.set_series("s", np.arange(50_000), y)
    chart.set_smoothing(0.95)
    chart.flush()
    x, shown = drawn(chart, "s", "_smooth")
    whole = chart.lines.all()["s"].smoothed(0.95)
    assert shown.tolist() == whole[x.astype(int)].tolist()


def test_a_constant_series_has_no_smooth_line(chart):
    chart.set_series("s", np.arange(50), np.full(50, 0.5))
    chart.set_smoothing(0.9)
    chart.flush()
    assert not chart._curves["s"]._smooth.isVisible()


def test_an_interval_is_drawn_and_widens_the_axis(chart):
    chart.set_series("s", [1, 2, 3], [0.5, 0.6, 0.7], low=[0.1, 0.2, 0.3], high=[0.9, 1.4, 1.1])
    chart.flush()
    assert chart._curves["s"]._band.isVisible()
    low, high = chart.plane.y_range
    assert low <= 0.1
    assert high >= 1.4


def test_an_interval_with_a_gap_is_cut_in_two(chart):
    chart.set_series("s", np.arange(5), np.ones(5), low=[0, 0, NAN, 0, 0], high=[2, 2, 2, 2, 2])
    chart.flush()
    path = chart._curves["s"]._band.path()
    assert len(path.toSubpathPolygons()) == 2


def test_a_fixed_range_stays_whatever_comes(theme, show):
    chart = show(LineChart(theme, title="Accuracy", percent=True, y_range=(0.0, 1.0)))
    chart.set_series("s", [1, 2], [0.4, 7.0])
    chart.flush()
    assert chart.plane.y_range == (0.0, 1.0)


def test_outliers_are_clipped_only_when_asked(chart):
    y = np.append(np.linspace(0, 1, 200), 1e4)
    chart.set_series("s", np.arange(201), y)
    chart.flush()
    assert chart.plane.y_range[1] > 1e4
    chart.set_clip_outliers(True)
    chart.flush()
    assert chart.plane.y_range[1] < 2


def test_the_legend_is_there_for_several_lines_only(chart):
    chart.set_series("a", [1, 2], [1, 2], title="Total")
    chart.flush()
    assert chart.header.legend() == []
    assert chart.header.readout() == "2"
    chart.set_series("b", [1, 2], [3, 4], title="Format")
    chart.flush()
    assert [(e.title, e.value) for e in chart.header.legend()] == [("Total", "2"), ("Format", "4")]
    chart.remove_series("a")
    chart.flush()
    assert chart.header.legend() == []
    assert chart.header.readout() == "4"


def test_the_last_value_has_its_unit(theme, show):
    chart = show(LineChart(theme, title="Length", unit="tokens"))
    chart.set_series("s", [1, 2, 3], [10, 1234, NAN])
    chart.flush()
    assert chart.header.readout() == "1,234 tokens"
    share = show(LineChart(theme, title="Accuracy", unit="%", percent=True))
    share.set_series("s", [1], [0.62])
    share.flush()
    assert share.header.readout() == "62 %"


def test_colours_of_lines_do_not_collide_and_are_free_again(chart):
    for name in "abc":
        chart.set_series(name, [1], [1])
    chart.set_series("d", [1], [1], color=5)
    chart.remove_series("b")
    chart.set_series("e", [1], [1])
    chart.set_series("a", [1, 2], [1, 2])
    assert {n: s.color for n, s in chart.lines.all().items()} == {"a": 0, "c": 2, "d": 5, "e": 1}


def test_a_line_can_be_switched_off_in_the_legend(chart, qtbot):
    chart.set_series("a", [1, 2], [1.0, 2.0])
    chart.set_series("b", [1, 2], [100.0, 200.0])
    chart.flush()
    chart.header.entry_clicked.emit("b")
    chart.flush()
    assert chart.plane.y_range[1] < 3
    assert [entry.off for entry in chart.header.legend()] == [False, True]
    assert len(drawn(chart, "b")[0]) == 0
    chart.toggle("b")
    chart.flush()
    assert chart.plane.y_range[1] > 200


def test_lines_can_be_switched_off_in_the_menu_too(chart):
    chart.set_series("a", [1, 2], [1.0, 2.0], title="Total")
    chart.set_series("b", [1, 2], [100.0, 200.0], title="R&D")
    chart.flush()
    menu = chart.build_menu()
    total, other = menu.actions()[-2:]
    assert [total.text(), other.text()] == ["Total", "R&&D"]
    assert total.isChecked()
    other.trigger()
    assert not chart.lines.is_on("b")
    menu.close()
    menu = chart.build_menu()
    assert not menu.actions()[-1].isChecked()
    menu.close()


def test_marks_need_a_known_tone_and_can_be_cleared(chart):
    chart.set_series("s", [1, 2], [1, 2])
    chart.mark(1.5, "checkpoint", "accent")
    chart.mark(NAN, "nowhere", "bad")
    chart.flush()
    assert [mark.text for mark in chart.overlay.marks] == ["checkpoint"]
    with pytest.raises(ValueError, match="tone"):
        chart.mark(1.0, "x", "pink")
    chart.clear_marks()
    chart.flush()
    assert chart.overlay.marks == []


def test_every_mark_leaves_its_tone_on_the_picture(chart, theme, close_to):
    chart.set_series("s", [0, 10], [1, 1])
    chart.flush()
    before = close_to(chart.grab().toImage(), theme.tokens.bad)
    chart.mark(5, "rolled back", "bad")
    chart.flush()
    assert close_to(chart.grab().toImage(), theme.tokens.bad) > before + 40


def test_an_empty_chart_says_what_will_come(chart):
    chart.set_empty_text("The first measurement comes at step 20.")
    chart.flush()
    assert chart.overlay.empty_text == "The first measurement comes at step 20."
    chart.set_series("s", [1], [1])
    chart.flush()
    assert chart.overlay.empty_text == ""
    chart.clear()
    chart.flush()
    assert chart.overlay.empty_text == "The first measurement comes at step 20."
    assert chart.lines.all() == {}


def test_the_summary_tells_last_values_and_trend(chart):
    chart.set_x_title("step")
    chart.flush()
    assert chart.accessibleDescription() == "Reward: no data yet."
    chart.set_series("a", np.arange(101), np.linspace(0, 0.62, 101), title="total")
    chart.flush()
    assert chart.accessibleDescription() == "Reward: 0.62, rising; at step 100."
    chart.set_series("b", np.arange(101), np.linspace(1, 0.5, 101), title="format")
    chart.flush()
    wanted = "Reward: total 0.62, rising; format 0.5, falling; at step 100."
    assert chart.accessibleDescription() == chart.summary() == wanted
    assert chart.accessibleName() == "Reward"


def test_the_table_holds_every_point_of_every_line(chart):
    chart.set_x_title("step")
    chart.set_series("a", [1, 2], [0.25, 0.5], title="Held-out", low=[0.1, 0.2], high=[0.4, 0.8])
    chart.set_series("b", [2, 3], [7, NAN], title="Length")
    assert chart.as_table() == [
        ["step", "Held-out", "Held-out ≥", "Held-out ≤", "Length"],
        ["1", "0.25", "0.1", "0.4", ""],
        ["2", "0.5", "0.2", "0.8", "7"],
        ["3", "", "", "", ""],
    ]


def test_copying_puts_a_tab_separated_table_on_the_clipboard(chart):
    chart.set_series("a", [1, 2], [3, 4], title="Reward")
    menu = chart.build_menu()
    menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "step\tReward\n1\t3\n2\t4"
    menu.close()


def test_the_menu_is_ours(chart):
    menu = chart.build_menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Copy as table", "Copy as picture", "Show everything"]
    assert not menu.actions()[-1].isEnabled()
    assert chart.plane.view_box.menu is None
    menu.close()
    assert isinstance(menu, QMenu)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("count", [1, 3])
def test_no_title_is_clipped_at_any_scale(theme, show, scale, count):
    theme.set_scale(scale)
    chart = show(LineChart(theme, title="Distance between policies (KL)"), 600, 400)
    for number in range(count):
        chart.set_series(str(number), [1, 2], [1, 2])
    chart.flush()
    font = theme.font("body", bold=True)
    assert chart.header.height() >= QFontMetrics(font).height()
    assert chart.header.width() >= QFontMetrics(font).horizontalAdvance(chart.title())
    assert chart.plane.plot_rect().height() > theme.px(100)
    below = chart.header.geometry().bottom()
    assert all(slot.bottom() <= chart.header.height() for slot in chart.header.slots())
    assert chart.plane.geometry().top() > below


def test_a_title_that_is_too_long_is_shortened_and_told_in_full(theme, show):
    title = "<b>A title</b> that does not fit " * 5
    chart = show(LineChart(theme, title=title), 300, 200)
    assert chart.accessibleName() == title
    assert chart.width() == 300


def test_a_new_kind_of_x_is_written_in_its_own_way(chart):
    chart.set_series("s", np.arange(0, 7200, 60), np.ones(120))
    chart.set_x_kind("seconds")
    chart.flush()
    assert [text for _, text in chart.plane._axes.across][:2] == ["0:00", "30:00"]
    with pytest.raises(ValueError, match="kind"):
        chart.set_x_kind("lightyears")
