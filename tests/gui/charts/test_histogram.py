"""How values are spread."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from o1desk.gui.charts.bars import Histogram
from o1desk.gui.charts.histogram import counted


@pytest.fixture
def chart(theme, show):
    return show(Histogram(theme, title="Length", unit="tokens"), 400, 200)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=80), st.integers(1, 40))
def test_every_value_is_counted_once(values, bins):
    counts, edges = counted(np.array(values), bins)
    assert counts.sum() == len(values)
    assert len(edges) == len(counts) + 1 <= bins + 1


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=80), st.integers(1, 40))
def test_whole_numbers_are_never_split_between_two_bins(values, bins):
    _, edges = counted(np.array(values, dtype=float), bins)
    assert (edges % 1 == 0.5).all()


def test_votes_have_a_bin_for_every_number(chart, move):
    chart.set_values([3, 3, 3, 4, 7])
    chart.flush()
    assert chart._columns.counts.tolist() == [3, 1, 0, 0, 1]
    assert chart._columns.ends == ["3 tokens", "7 tokens"]
    assert chart.header.readout() == "median 3 tokens"
    move(chart._columns, 5, 40)
    assert chart.header.readout() == "3: 3"
    QApplication.sendEvent(chart._columns, QEvent(QEvent.Type.Leave))
    assert chart.header.readout() == "median 3 tokens"


def test_a_bin_of_several_numbers_names_its_ends(chart, move):
    chart.set_values(np.arange(100), bins=10)
    chart.flush()
    move(chart._columns, 5, 40)
    assert chart.header.readout() == "0 to 9: 10"


@pytest.mark.parametrize("values", [[], [5.0], [float("nan"), float("inf")], [0.1] * 9])
def test_few_or_odd_values_can_be_painted(chart, values):
    chart.set_values(values)
    chart.flush()
    assert not chart.grab().isNull()


def test_summary_and_table(chart):
    chart.set_empty_text("Nothing was written yet")
    chart.flush()
    assert chart._columns.empty_text == "Nothing was written yet"
    assert chart.summary() == "Length: no data yet."
    chart.set_values([1, 2, 3, 4, 5])
    chart.flush()
    wanted = "Length: 5 values, median 3 tokens, half of them from 2 tokens to 4 tokens."
    assert chart.accessibleDescription() == wanted
    assert chart.as_table()[1] == ["0.5", "1.5", "1"]


def test_it_follows_the_theme(chart, theme, close_to):
    chart.set_values([1, 1, 2])
    chart.flush()
    light = close_to(chart.grab().toImage(), theme.tokens.series[0], 10)
    theme.set_mode("dark")
    dark = close_to(chart.grab().toImage(), theme.tokens.series[0], 10)
    assert light > 1000
    assert dark > 1000
