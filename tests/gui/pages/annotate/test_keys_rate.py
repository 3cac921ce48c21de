"""Ratings by real key presses: what they store, where they go, and what stops them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("key", "value"), [("1", -1), ("2", 0), ("3", 1), ("B", -1), ("N", 0), ("G", 1)]
)
def test_one_key_rates_the_step_and_goes_on_to_the_next(
    session, page, press, key, value, values, shown
):
    session.settings.set("annotate.stop_at_first_error", False)
    sample = page.desk.item.id
    press(page, key)
    assert values(session, sample) == {0: value}
    assert page.desk.step == 1
    assert shown(page) == [value, None, None, None]


def test_a_label_is_on_disk_when_the_key_comes_up(session, page, qtbot, values, monkeypatch):
    monkeypatch.setattr("o1desk.gui.pages.annotate.page.DISK_S", 5.0)  # for slow disks of tests
    sample = page.desk.item.id
    for count, key in enumerate((Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_3), start=1):
        qtbot.keyPress(page, key)
        qtbot.keyRelease(page, key)
        assert len(values(session, sample)) == count


def test_digits_of_the_keypad_rate_too(session, page, qtbot, values):
    qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {0: 1}


def test_the_first_error_ends_the_item(session, page, press, toasts, values):
    press(page, "3", "1")
    assert page.desk.step == 1
    press(page, "Down", "3")
    assert values(session, page.desk.item.id) == {0: 1, 1: -1}
    assert "first error" in toasts[-1]
    assert "First error at step 2" in page.view.count
    assert not page.view.ratings.step_bar.buttons[1].isEnabled()


def test_the_first_error_ends_nothing_if_the_setting_says_so(session, page, press, values):
    session.settings.set("annotate.stop_at_first_error", False)
    press(page, "3", "1", "3", "2")
    assert values(session, page.desk.item.id) == {0: 1, 1: -1, 2: 1, 3: 0}
    assert page.view.count == "4 of 4 steps rated"


def test_taking_back_the_error_opens_what_follows(session, page, press, values, shown):
    press(page, "1")
    assert page.desk.step == 0
    press(page, "0")
    assert values(session, page.desk.item.id) == {}
    press(page, "3", "3")
    assert shown(page) == [1, 1, None, None]


@pytest.mark.parametrize(("key", "value"), [("X", -1), ("V", 0), ("C", 1)])
def test_one_key_rates_the_whole(session, page, press, key, value, values):
    assert page.view.ratings.whole_bar.value is None
    press(page, key)
    assert values(session, page.desk.item.id) == {None: value}
    assert page.view.ratings.whole_bar.value == value
    assert page.desk.step == 0


def test_nothing_is_chosen_before_somebody_rates(page):
    bars = (page.view.ratings.step_bar, page.view.ratings.whole_bar)
    assert not any(button.isChecked() for bar in bars for button in bar.buttons.values())


def test_shift_n_rates_the_rest_neutral_and_undo_takes_it_back_at_once(
    session, page, press, values
):
    sample = page.desk.item.id
    press(page, "3", "Shift+N")
    assert values(session, sample) == {0: 1, 1: 0, 2: 0, 3: 0}
    press(page, "Z")
    page.desk.book.wait(5)
    assert values(session, sample) == {0: 1}


def test_zero_takes_a_rating_back_and_leaves_the_note(session, page, press, stored, shown):
    item = page.desk.item
    press(page, "3")
    page.rating.note(item, 0, "because", 1)
    press(page, "Up", "0")
    assert stored(session, item.id) == {0: (0, "because", "note")}
    assert shown(page)[0] is None


def test_the_keys_of_the_steps_move(page, press):
    press(page, "J", "Down")
    assert page.desk.step == 2
    press(page, "K", "Up", "Up")
    assert page.desk.step == 0


def test_u_jumps_to_the_next_step_without_a_rating(page, press, toasts):
    press(page, "3", "Down", "3")
    assert page.desk.step == 3
    press(page, "U")
    assert page.desk.step == 1
    press(page, "3", "U", "3", "U")
    assert toasts[-1] == "Every step has a rating"


def test_a_held_key_rates_once(session, page, qtbot, values):
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3", True, 1
    )
    QApplication.sendEvent(page, held)
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {}


def test_a_key_with_control_rates_nothing(session, page, qtbot, values):
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert values(session, page.desk.item.id) == {}


def test_keys_pressed_while_the_next_sample_is_on_its_way_rate_that_one(
    session, page, qtbot, settle, values
):
    first, second = page.desk.queue.samples.ids[:2]
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_3)
    qtbot.keyClick(page, Qt.Key.Key_1)
    settle(qtbot, page)
    page.desk.book.wait(5)
    assert values(session, first) == {}
    assert values(session, second) == {0: 1, 1: -1}


def test_enter_goes_on_and_shift_enter_comes_back(page, press, toasts):
    ids = page.desk.queue.samples.ids
    press(page, "Return", "Return")
    assert page.desk.item.id == ids[2]
    assert page.side.queue.place.startswith("3 of 3")
    press(page, "Return")
    assert "last one" in toasts[-1]
    press(page, "Shift+Return", "Left")
    assert page.desk.item.id == ids[0]
    press(page, "Left")
    assert "first one" in toasts[-1]


def test_what_was_rated_is_shown_when_we_come_back(page, press, shown):
    press(page, "3", "1", "Return", "3", "Shift+Return")
    assert shown(page) == [1, -1, None, None]
    assert page.desk.step == 1


def test_the_checkers_word_is_accepted_with_one_key(
    session, add, build, press, toasts, made, values
):
    from o1desk.core.types import Judgement

    (wrong,) = add(made(1, judgement=Judgement.INCORRECT))
    page = build()
    assert page.view.answer.accept.isVisible()
    press(page, "A")
    assert values(session, wrong) == {None: -1}
    label = dict(session.store.labels.of_sample(wrong)).popitem()[1]
    assert label.source == "human"


def test_nothing_is_accepted_when_the_checker_says_nothing(
    session, add, build, press, toasts, made, values
):
    (unchecked,) = add(made(1, judgement=None))
    page = build()
    assert not page.view.answer.accept.isVisible()
    press(page, "A")
    assert values(session, unchecked) == {}
    assert "suggests nothing" in toasts[-1]


def test_time_adds_up_and_undo_does_not_count_it_twice(session, page, press):
    sample = page.desk.item.id

    def spent():
        page.desk.book.wait(5)
        return sum(label.seconds for _, label in session.store.labels.of_sample(sample))

    page.rating._since_s -= 10
    press(page, "3", "Up")
    page.rating._since_s -= 5
    press(page, "2")
    assert 15 <= spent() < 17
    press(page, "Z")
    assert 15 <= spent() < 17


def test_a_long_pause_is_not_work(session, page, press):
    page.rating._since_s -= 3600
    press(page, "3")
    ((_, label),) = session.store.labels.of_sample(page.desk.item.id)
    assert label.seconds == 120


def test_a_sample_without_steps_can_still_be_judged(session, add, build, press, made, values):
    (sample,) = add(made(1, steps=0))
    page = build()
    press(page, "3", "Down", "U", "E", "0", "C")
    assert values(session, sample) == {None: 1}
