"""The block of thinking: its header, its three views, and how it ends."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer

from o1desk.gui.widgets.step_cards import StepCards
from o1desk.gui.widgets.steps import StepView, ThinkingBlock, ThinkingView
from o1desk.gui.widgets.thinking import LastLines, Margin
from o1desk.gui.widgets.timeline import TimelineStrip

LEFT = Qt.MouseButton.LeftButton


def step(index, text="a step", ms=500.0):
    return StepView(index=index, text=text, tokens=10, ms=ms)


@pytest.fixture
def make(qtbot, theme):
    def build(view="collapsed"):
        block = ThinkingBlock(theme, view)
        qtbot.addWidget(block)
        block.resize(600, 400)
        block.show()
        return block

    return build


def press(qtbot, block):
    qtbot.mouseClick(block._header, LEFT)


def is_clock_running(block):
    return any(timer.isActive() for timer in block.findChildren(QTimer))


def test_the_setting_names_the_views():
    assert [view.value for view in ThinkingView] == ["collapsed", "last_lines", "expanded"]


def test_a_collapsed_block_counts_in_its_header_while_it_streams(make):
    block = make()
    block.start()
    block.feed("some thoughts", 340)
    assert block.is_streaming()
    assert block.header() == "Thinking 0 s · 340 tok"
    assert block.shown() is ThinkingView.COLLAPSED
    assert not block._body.isVisible()


def test_the_clock_of_the_header_goes_on_without_tokens(make, qtbot):
    block = make()
    block.start(12.0)
    qtbot.waitUntil(lambda: block.header() == "Thinking 12 s")


@pytest.mark.parametrize(
    ("seconds", "tokens", "stopped", "words"),
    [
        (12.4, 340, False, "Thought for 12 s · 340 tok · 2 steps"),
        (0.84, 0, False, "Thought for 0.8 s · 2 steps"),
        (75.0, 1_000, True, "Stopped after 1 min 15 s · 1000 tok · 2 steps"),
    ],
)
def test_the_header_says_how_it_ended(make, seconds, tokens, stopped, words):
    block = make()
    block.start()
    block.step_done(step(0))
    block.step_done(step(1))
    block.finish(seconds, tokens, stopped)
    assert block.header() == words
    assert not block.is_streaming()


@pytest.mark.parametrize("stopped", [False, True])
def test_the_clock_runs_only_while_it_streams(make, stopped):
    block = make()
    assert not is_clock_running(block)
    block.start()
    assert is_clock_running(block)
    block.finish(1.0, 5, stopped)
    assert not is_clock_running(block)
    block.start()
    block.set_final([step(0)])
    assert not is_clock_running(block)
    assert not block.is_streaming()


def test_what_was_cut_stays_and_says_why(make):
    block = make()
    block.start()
    block.feed("done\nhalf a thou", 5)
    block.step_done(step(0, "done"))
    block.finish(2.0, 5, stopped=True)
    assert [each.text for each in block.steps()] == ["done", "half a thou"]
    assert block.steps()[1].note == "Stopped by you"
    block.start()
    block.feed("half", 1)
    block.finish(2.0, 5, stopped=True, note="The worker ended")
    assert block.steps()[0].note == "The worker ended"


def test_text_between_steps_is_never_shown_twice(make):
    block = make("expanded")
    block.start()
    block.feed("one\n\ntwo\nthr", 9)
    block.step_done(step(0, "one"))
    block.step_done(step(1, "two"))
    model = block.findChild(StepCards).model()
    assert [model.step(row).text for row in range(model.rowCount())] == ["one", "two", "thr"]
    block.feed("ee\n", 10)
    block.step_done(step(2, "three"))
    assert model.rowCount() == 3


def test_a_step_whose_text_was_not_fed_is_shown_once(make):
    block = make("expanded")
    block.start()
    block.feed("raw marks", 1)
    block.step_done(step(0, "clean"))
    block.finish(1.0, 1)
    assert [each.text for each in block.steps()] == ["clean"]


def test_the_last_lines_are_in_view_while_it_streams(make):
    block = make("last_lines")
    block.start()
    for number in range(50):
        block.feed(f"line {number}\n", number)
    preview = block.findChild(LastLines)
    assert preview.isVisible()
    assert preview.text().endswith("line 49")
    block.finish(1.0, 50)
    assert not preview.isVisible()
    assert block.shown() is ThinkingView.COLLAPSED


def test_an_expanded_block_stays_expanded_at_the_end(make):
    block = make("expanded")
    block.start()
    block.step_done(step(0))
    block.finish(1.0, 5)
    assert block.shown() is ThinkingView.EXPANDED
    assert block.findChild(StepCards).isVisible()


def test_a_block_that_somebody_opened_is_not_collapsed_at_the_end(make, qtbot):
    block = make("last_lines")
    block.start()
    press(qtbot, block)
    assert block.shown() is ThinkingView.EXPANDED
    block.step_done(step(0))
    block.finish(1.0, 5)
    assert block.shown() is ThinkingView.EXPANDED


def test_a_block_that_somebody_closed_stays_closed(make, qtbot):
    block = make("expanded")
    block.start()
    press(qtbot, block)
    block.feed("text", 1)
    block.finish(1.0, 5)
    assert block.shown() is ThinkingView.COLLAPSED
    block.set_view("expanded")
    assert block.shown() is ThinkingView.COLLAPSED


def test_a_press_on_the_left_margin_collapses(make, qtbot):
    block = make("expanded")
    block.set_final([step(0), step(1)])
    margin = block.findChild(Margin)
    qtbot.mouseClick(margin, LEFT, pos=QPoint(5, margin.height() - 2))
    assert block.shown() is ThinkingView.COLLAPSED


def test_the_header_opens_by_key(make, qtbot):
    block = make()
    block.set_final([step(0)])
    block._header.setFocus()
    qtbot.keyClick(block._header, Qt.Key.Key_Space)
    assert block.shown() is ThinkingView.EXPANDED
    assert block._header.accessibleName() == block.header()


def test_stored_thinking_is_closed_and_adds_up_its_steps(make):
    block = make()
    block.set_final([step(0), step(1, ms=2_500)])
    assert block.header() == "Thought for 3.0 s · 20 tok · 2 steps"
    assert block.shown() is ThinkingView.COLLAPSED
    block.set_final([StepView(index=0, text="a")])
    assert block.header() == "Thoughts · 1 step"
    block.set_final([step(0)], seconds=9.0, tokens=7)
    assert block.header() == "Thought for 9.0 s · 7 tok · 1 step"


def test_cards_are_made_when_somebody_looks(make, qtbot):
    block = make()
    block.set_final([step(0)])
    assert block.findChild(StepCards) is None
    press(qtbot, block)
    assert len(block.findChild(StepCards).steps()) == 1


def test_the_strip_highlights_and_finds_cards(make, qtbot):
    block = make("expanded")
    block.set_final([step(0), step(1)])
    strip, cards = block.findChild(TimelineStrip), block.findChild(StepCards)
    assert strip.isVisible()
    strip.hovered.emit(1)
    assert cards._highlighted == 1
    strip.pressed.emit(1)
    assert cards.currentIndex().row() == 1


def test_one_step_needs_no_timeline(make):
    block = make("expanded")
    block.set_final([step(0)])
    assert not block.findChild(TimelineStrip).isVisible()


def test_a_pressed_card_is_told(make, qtbot):
    block = make("expanded")
    block.set_final([step(0), step(1)])
    with qtbot.waitSignal(block.step_clicked) as caught:
        block.findChild(StepCards).step_clicked.emit(1)
    assert caught.args == [1]


def test_the_next_turn_begins_untouched(make, qtbot):
    block = make()
    block.start()
    press(qtbot, block)
    block.finish(1.0, 1)
    block.start()
    assert block.shown() is ThinkingView.COLLAPSED
    assert block.steps() == []


def test_a_theme_change_while_it_streams_is_survived(make, theme):
    block = make("expanded")
    block.start()
    block.feed("text\n", 1)
    theme.set_mode("dark")
    theme.set_scale(1.5)
    block.step_done(step(0, "text"))
    assert not block.grab().isNull()
