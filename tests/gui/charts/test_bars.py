"""Horizontal bars."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from o1desk.gui.charts.bars import Bar, BarChart

NAN = float("nan")
BARS = [
    Bar("Chain sums", 0.8, "80 %", "good", 0.7, 0.9),
    Bar("Letter counting", 0.4, "40 %", "bad"),
]


@pytest.fixture
def chart(theme, show):
    return show(BarChart(theme, title="Solved"), 400, 120)


def row_colors(chart, theme, tone, close_to):
    """Return how many pixels of each row have the colour of a tone."""
    image = chart._rows.grab().toImage()
    height = theme.px(26)
    rows = range(len(chart._rows.bars))
    token = getattr(theme.tokens, tone)
    return [close_to(image.copy(0, n * height, image.width(), height), token, 20) for n in rows]


def test_a_bar_is_as_long_as_its_value(chart, theme, close_to):
    chart.set_bars([Bar("a", 1.0), Bar("b", 0.5), Bar("c", 0.0)])
    whole, half, none = row_colors(chart, theme, "accent", close_to)
    assert whole > 1000
    assert half == pytest.approx(whole / 2, rel=0.1)
    assert none == 0


def test_a_maximum_fixes_the_scale(chart, theme, close_to):
    chart.set_bars([Bar("a", 1.0)])
    whole = row_colors(chart, theme, "accent", close_to)[0]
    chart.set_bars([Bar("a", 1.0)], maximum=4.0)
    assert row_colors(chart, theme, "accent", close_to)[0] == pytest.approx(whole / 4, rel=0.15)


def test_tones_colour_the_bars(chart, theme, close_to):
    chart.set_bars(BARS)
    good, bad = (row_colors(chart, theme, tone, close_to) for tone in ("good", "bad"))
    assert good[0] > 500
    assert good[1] == 0
    assert bad[1] > 300


@pytest.mark.parametrize(
    "bars",
    [
        [],
        [Bar("nothing", 0.0)],
        [Bar("not a number", NAN, "-", "accent", NAN, NAN)],
        [Bar("negative", -3.0), Bar("infinite", float("inf"))],
        [Bar("x" * 10_000, 1.0, "y" * 100)],
        [Bar("unknown tone", 1.0, "1", "pink")],
    ],
)
def test_odd_values_can_be_painted(chart, bars):
    chart.set_bars(bars)
    chart.flush()
    assert not chart.grab().isNull()


def test_the_height_grows_with_the_bars_and_the_scale(chart, theme):
    chart.set_bars(BARS)
    two = chart._rows.height()
    chart.set_bars(BARS * 2)
    assert chart._rows.height() == 2 * two
    theme.set_scale(2.0)
    assert chart._rows.height() == 4 * two


def test_summary_and_table_hold_every_bar(chart):
    assert chart.summary() == "Solved: no data yet."
    chart.set_bars(BARS)
    chart.flush()
    assert chart.accessibleDescription() == "Solved: Chain sums 80 %; Letter counting 40 %."
    assert chart.as_table()[1:] == [
        ["Chain sums", "0.8", "0.7", "0.9"],
        ["Letter counting", "0.4", "", ""],
    ]


def test_a_tool_tip_tells_the_whole_label_as_plain_text(chart):
    chart.set_bars([Bar("<b>bold</b>" * 20, 1.0, "1")])
    where = QPoint(10, 5)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, where, chart._rows.mapToGlobal(where))
    QApplication.sendEvent(chart._rows, event)
    assert QToolTip.text() == f"<span>{'&lt;b&gt;bold&lt;/b&gt;' * 20}</span>"
    QToolTip.hideText()
