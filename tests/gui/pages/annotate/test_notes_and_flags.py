"""Notes keep what is typed, flags say why, and no single key acts while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu


@pytest.fixture
def note(page, press):
    press(page, "M")
    return page.side.notes.step_note


def test_letters_and_digits_are_text_while_a_note_has_the_keys(
    session, page, note, qtbot, stored, shown
):
    assert note.hasFocus()
    qtbot.keyClicks(note, "13bngxvcz")
    qtbot.keyClick(note, Qt.Key.Key_Backspace)
    note.flush()
    page.desk.book.wait(5)
    assert stored(session, page.desk.item.id) == {0: (0, "13bngxvc", "note")}
    assert shown(page) == [None, None, None, None]


def test_the_chip_says_who_has_the_keys(page, press, qtbot):
    assert page.view.problem.mode == "Keys rate"
    press(page, "M")
    assert page.view.problem.mode == "Typing"
    qtbot.keyClick(page.side.notes.step_note, Qt.Key.Key_Escape)
    assert page.view.problem.mode == "Keys rate"
    page.side.queue.kinds.setFocus()
    assert page.view.problem.mode == "Typing"
    page.clearFocus()
    page.side.queue.kinds.clearFocus()
    assert page.view.problem.mode == "Keys rest"


@pytest.mark.parametrize("how", ["escape", "ctrl+enter", "focus"])
def test_leaving_a_note_stores_it_and_gives_the_keys_back(
    session, page, note, qtbot, press, how, stored
):
    qtbot.keyClicks(note, "off by one")
    if how == "escape":
        qtbot.keyClick(note, Qt.Key.Key_Escape)
    elif how == "ctrl+enter":
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        page.setFocus()
    assert page.hasFocus()
    press(page, "1")
    page.desk.book.wait(5)
    assert stored(session, page.desk.item.id) == {0: (-1, "off by one", "")}


def test_a_note_is_stored_while_it_is_typed(session, page, note, qtbot, stored):
    qtbot.keyClicks(note, "half a sent")
    qtbot.waitUntil(lambda: stored(session, page.desk.item.id).get(0, ("", "", ""))[1] != "")
    qtbot.keyClicks(note, "ence ")
    assert note.toPlainText() == "half a sentence "
    assert note.hasFocus()


def test_one_undo_takes_back_all_that_was_typed_in_one_visit(
    session, page, note, qtbot, press, stored
):
    qtbot.keyClicks(note, "one")
    note.flush()
    qtbot.keyClicks(note, " two")
    note.flush()
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    press(page, "Z")
    page.desk.book.wait(5)
    assert stored(session, page.desk.item.id) == {}
    assert note.toPlainText() == ""


def test_a_note_typed_when_the_mouse_goes_on_stays_with_its_step(
    session, page, note, qtbot, settle, stored
):
    first = page.desk.item.id
    qtbot.keyClicks(note, "about the first")
    page.desk.set_step(2)
    assert note.toPlainText() == ""
    qtbot.keyClicks(note, "about the third")
    qtbot.mouseClick(page.view.ratings.buttons["next"], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    page.desk.book.wait(5)
    notes = {step: critique for step, (_, critique, _) in stored(session, first).items()}
    assert notes == {0: "about the first", 2: "about the third"}
    assert stored(session, page.desk.item.id) == {}


def test_a_note_alone_is_no_rating(page, note, qtbot, press, shown):
    qtbot.keyClicks(note, "hm")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert shown(page)[0] is None
    assert page.view.count == "0 of 4 steps rated"
    press(page, "Down", "U")
    assert page.desk.step == 2
    assert page.view.steps.steps()[0].note == "hm"
    assert page.session.store.labels.progress("").by_value == {-1: 0, 0: 0, 1: 0}


def test_emptying_a_note_takes_it_away(session, page, note, qtbot, stored):
    qtbot.keyClicks(note, "x")
    note.flush()
    qtbot.keyClick(note, Qt.Key.Key_Backspace)
    note.flush()
    page.desk.book.wait(5)
    assert stored(session, page.desk.item.id) == {}


def test_the_whole_has_a_note_of_its_own(session, page, press, qtbot, stored):
    whole = page.side.notes.whole_note
    press(page, "C")
    whole.setFocus()
    qtbot.keyClicks(whole, "nice")
    qtbot.keyClick(whole, Qt.Key.Key_Escape)
    page.desk.book.wait(5)
    assert stored(session, page.desk.item.id) == {None: (1, "nice", "")}


def test_f_opens_the_flags_and_a_digit_chooses_one(session, page, press, qtbot, stored):
    press(page, "F")
    menu = page.findChild(QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_2)
    page.desk.book.wait(5)
    sample = page.desk.item.id
    assert stored(session, sample) == {None: (0, "", "flag:unclear")}
    assert page.side.notes.flags["unclear"].isChecked()
    assert page.view.ratings.whole_bar.value is None
    assert session.store.labels.progress("").by_value == {-1: 0, 0: 0, 1: 0}


def test_a_press_on_a_flag_sets_it_and_a_second_one_takes_it_away(session, page, qtbot, stored):
    flags, sample = page.side.notes.flags, page.desk.item.id
    qtbot.mouseClick(flags["give_up"], Qt.MouseButton.LeftButton)
    page.desk.book.wait(5)
    assert stored(session, sample)[None][2] == "flag:give_up"
    qtbot.mouseClick(flags["other"], Qt.MouseButton.LeftButton)
    assert [word for word, made in flags.items() if made.isChecked()] == ["other"]
    qtbot.mouseClick(flags["other"], Qt.MouseButton.LeftButton)
    page.desk.book.wait(5)
    assert stored(session, sample) == {}


def test_a_flag_leaves_the_rating_of_the_whole_alone(session, page, press, qtbot, stored):
    sample, flags = page.desk.item.id, page.side.notes.flags
    press(page, "V")
    qtbot.mouseClick(flags["unclear"], Qt.MouseButton.LeftButton)
    assert page.view.ratings.whole_bar.value == 0
    qtbot.mouseClick(flags["unclear"], Qt.MouseButton.LeftButton)
    page.desk.book.wait(5)
    assert stored(session, sample) == {None: (0, "", "")}
    press(page, "X")
    qtbot.mouseClick(flags["unclear"], Qt.MouseButton.LeftButton)
    page.desk.book.wait(5)
    assert stored(session, sample) == {None: (-1, "", "flag:unclear")}


def test_the_flag_menu_gives_the_keys_back(session, page, press, qtbot, values):
    press(page, "F")
    qtbot.keyClick(page.findChild(QMenu), Qt.Key.Key_Escape)
    press(page, "3")
    assert values(session, page.desk.item.id) == {0: 1}


def test_a_single_key_on_a_focused_button_still_rates(session, page, qtbot, values):
    page.side.notes.flags["other"].setFocus()
    qtbot.keyClick(page.side.notes.flags["other"], Qt.Key.Key_3)
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {0: 1}
