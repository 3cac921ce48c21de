"""Ratings with the mouse: on the rows, on the strip, on the buttons."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def target(page):
    """Where the target of a value stands on a row, in the viewport."""

    def place(row, value):
        steps = page.view.steps
        corner = QPointF(steps.visualRect(steps._steps.index(row)).topLeft())
        return steps._layout.rated_card(row).target_rect(corner, value).center().toPoint()

    return place


@pytest.mark.parametrize("value", [-1, 0, 1])
def test_a_press_on_a_target_rates_its_row_and_takes_the_next_in_hand(
    session, page, qtbot, target, value, values
):
    session.settings.set("annotate.stop_at_first_error", False)
    qtbot.mouseClick(page.view.steps.viewport(), LEFT, pos=target(1, value))
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {1: value}
    assert page.desk.step == 2


def test_a_press_beside_the_targets_takes_the_step_in_hand(session, page, qtbot, values):
    viewport = page.view.steps.viewport()
    rect = page.view.steps.visualRect(page.view.steps._steps.index(2))
    qtbot.mouseClick(viewport, LEFT, pos=rect.topLeft() + QPoint(120, 10))
    assert page.desk.step == 2
    assert values(session, page.desk.item.id) == {}
    assert page.hasFocus()


def test_targets_of_steps_after_the_first_error_do_nothing(
    session, page, qtbot, target, press, values
):
    press(page, "1")
    qtbot.mouseClick(page.view.steps.viewport(), LEFT, pos=target(2, 1))
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {0: -1}


def test_the_pointer_and_the_tip_say_what_a_target_does(page, qtbot, target):
    steps = page.view.steps
    point = target(0, -1)
    qtbot.mouseMove(steps.viewport(), point)
    assert steps._part_at(point) == "target"
    assert steps.target_words(-1) == "Wrong (1, B)"
    assert steps._part_at(point - QPoint(200, 0)) == ""


def test_text_never_runs_under_the_targets(add, made, build, target):
    add(made(1, ["word " * 400, "x" * 3000]))
    page = build()
    steps = page.view.steps
    card = steps._layout.rated_card(0)
    left = card.target_rect(QPointF(0, 0), -1).left()
    assert card._left + card._text._width <= left


def test_the_buttons_rate_and_a_second_press_takes_it_back(session, page, qtbot, values, press):
    bars = page.view.ratings
    qtbot.mouseClick(bars.step_bar.buttons[1], LEFT)
    qtbot.mouseClick(bars.whole_bar.buttons[-1], LEFT)
    page.desk.book.wait(5)
    sample = page.desk.item.id
    assert values(session, sample) == {0: 1, None: -1}
    press(page, "Up")
    assert bars.step_bar.buttons[1].isChecked()
    qtbot.mouseClick(bars.step_bar.buttons[1], LEFT)
    qtbot.mouseClick(bars.whole_bar.buttons[-1], LEFT)
    page.desk.book.wait(5)
    assert values(session, sample) == {}


def test_a_press_on_the_strip_goes_to_the_step(page, qtbot):
    strip = page.view.strip
    qtbot.mouseClick(strip, LEFT, pos=QPoint(strip.width() - 3, strip.height() // 2))
    assert page.desk.step == 3
    assert page.view.steps.currentIndex().row() == 3


def test_the_strip_shows_the_ratings(page, press):
    strip = page.view.strip
    press(page, "3", "1")
    colors = [strip._color(row).name() for row in range(4)]
    tokens = page.theme.tokens
    assert colors == [tokens.good, tokens.bad, tokens.border, tokens.border]


def test_every_button_works_with_the_mouse(page, qtbot, settle):
    first, second = page.desk.queue.samples.ids[:2]
    buttons = page.view.ratings.buttons
    for name, sample in (("next", second), ("back", first)):
        qtbot.mouseClick(buttons[name], LEFT)
        settle(qtbot, page)
        assert page.desk.item.id == sample
    qtbot.mouseClick(page.view.ratings.step_bar.buttons[1], LEFT)
    qtbot.mouseClick(buttons["undo"], LEFT)
    assert page.desk.item.values == {}


def test_what_is_selected_in_the_problem_is_copied_else_the_step(page, qtbot, qapp):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page, Qt.Key.Key_C, control)
    assert qapp.clipboard().text() == page.desk.item.sample.trace.steps[0].text
    page.view.problem.prompt.selectAll()
    qtbot.keyClick(page, Qt.Key.Key_C, control)
    assert qapp.clipboard().text() == page.desk.item.sample.problem.prompt
