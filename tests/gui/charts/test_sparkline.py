"""A tiny line without axes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from o1desk.gui.charts.bars import Sparkline
from o1desk.gui.charts.sparkline import paint_sparkline, spark_runs

PLACE = QRectF(2, 3, 80, 20)
NAN = float("nan")


@given(st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(NAN)), max_size=40))
def test_every_finite_value_is_a_point_inside_and_gaps_cut(values):
    runs = spark_runs(values, PLACE)
    points = [point for run in runs for point in run]
    assert len(points) == sum(math.isfinite(value) for value in values)
    assert all(PLACE.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point) for point in points)
    assert [p.x() for p in points] == sorted(p.x() for p in points)


def test_a_gap_makes_two_lines_and_larger_is_higher():
    first, second = spark_runs([1.0, 2.0, NAN, 4.0], PLACE)
    assert [len(first), len(second)] == [2, 1]
    assert first[0].y() == PLACE.bottom() > first[1].y() > second[0].y() == PLACE.top()


@pytest.mark.parametrize("values", [[], [1.0], [2.0, 2.0], [NAN, NAN], [1.0, NAN, 3.0]])
def test_any_values_can_be_painted(theme, show, values):
    spark = show(Sparkline(theme), 88, 24)
    spark.set_values(values)
    assert not spark.grab().isNull()
    assert len(spark.values()) == len(values)


def test_a_delegate_finds_its_painter_as_it_was(theme, close_to):
    image = QImage(88, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("#123456"))
    paint_sparkline(painter, QRectF(image.rect()), [1.0, 3.0, 2.0], QColor("#ff0000"), 1.5)
    assert painter.pen().color().name() == "#123456"
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
    assert close_to(image, "#ff0000", 200) > 60
