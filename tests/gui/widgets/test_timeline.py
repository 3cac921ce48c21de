"""The strip of steps."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import Qt as GuiQt

from o1desk.gui.shown import tooltip_text
from o1desk.gui.widgets.steps import StepView, TimelineStrip

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())


@pytest.fixture
def strip(qtbot, theme):
    made = TimelineStrip(theme)
    qtbot.addWidget(made)
    made.resize(400, 16)
    made.show()
    return made


def test_a_segment_is_as_wide_as_its_step_took_long(strip):
    strip.set_steps([StepView(index=0, text="", ms=100), StepView(index=1, text="", ms=300)])
    assert [strip.row_at(x) for x in (0, 99, 101, 399)] == [0, 0, 1, 1]
    assert strip.row_at(-1) == strip.row_at(400) == -1


def test_tokens_count_where_nobody_measured_time(strip):
    strip.set_steps([StepView(index=0, text="", tokens=3), StepView(index=1, text="", tokens=1)])
    assert [strip.row_at(x) for x in (299, 301)] == [0, 1]
    strip.set_steps([StepView(index=n, text="") for n in range(4)])
    assert [strip.row_at(x) for x in (99, 101, 399)] == [0, 1, 3]


def test_nothing_is_under_the_pointer_without_steps(strip):
    assert strip.row_at(5) == -1
    assert not strip.grab().isNull()


def test_moving_over_the_strip_names_steps_and_leaving_it_none(strip, qtbot):
    strip.set_steps([StepView(index=n, text="", ms=1) for n in range(4)])
    rows = []
    strip.hovered.connect(rows.append)
    for x in (10, 20, 150):
        qtbot.mouseMove(strip, QPoint(x, 8))
    strip.set_steps([])
    assert rows == [0, 1, -1]


def test_a_press_names_its_step(strip, qtbot):
    strip.set_steps([StepView(index=n, text="", ms=1) for n in range(4)])
    with qtbot.waitSignal(strip.pressed) as caught:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(250, 8))
    assert caught.args == [2]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_tooltip_of_a_hostile_step_is_no_markup(strip, name):
    strip.set_steps([StepView(index=0, text=HOSTILE[name], tokens=3, ms=20, entropy=0.5)])
    words = strip.words(0)
    assert words.startswith("Step 1 · 3 tok · 0.02 s · mean entropy 0.50 nats\n")
    tip = tooltip_text(words)
    assert not GuiQt.mightBeRichText(tip) or "&lt;" in tip


def test_doubt_is_a_colour(strip, theme):
    strip.set_steps(
        [
            StepView(index=0, text="", ms=1, entropy=0.0),
            StepView(index=1, text="", ms=1, mean_logprob=-9.0),
            StepView(index=2, text="", ms=1),
        ]
    )
    image = strip.grab().toImage()
    sure, guessing, unknown = (image.pixelColor(x, 8).name() for x in (60, 200, 340))
    assert guessing == theme.series(1).name()
    assert unknown == theme.tokens.border_strong
    assert sure not in (guessing, unknown)


def test_twenty_thousand_steps_fit_into_the_strip(strip):
    strip.set_steps([StepView(index=n, text="", ms=1, entropy=n / 10_000) for n in range(20_000)])
    strip.append_step(StepView(index=20_000, text="", ms=1))
    image = strip.grab().toImage()
    assert len({image.pixelColor(x, 8).name() for x in range(400)}) > 10
    assert strip.row_at(399.9) >= 19_990
