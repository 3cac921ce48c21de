"""Chains of 20,000 steps, steps of 200,000 characters, markup, and a page built again."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QWidget

from o1desk.gui.window import MainWindow

HOSTILE = "<b>bold</b> <img src='file:///etc/passwd'> if a<b and c>d then x\u202e\u0000"


@pytest.fixture
def window(session, theme, qtbot, tmp_path):
    made = MainWindow(theme, QSettings(str(tmp_path / "shape.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.attach(session, first="annotate")
    made.show()
    return made


def test_a_chain_of_20000_steps_lays_out_only_what_is_seen(
    session, add, made, build, press, qtbot, values
):
    (sample,) = add(made(1, 20_000))
    page = build()
    steps = page.view.steps
    press(page, "3", "2")
    page.desk.set_step(15_000)
    press(page, "3", "K", "0", "U")
    assert page.desk.step == 15_001
    assert steps.currentIndex().row() == 15_001
    assert steps.viewport().rect().contains(steps.visualRect(steps.currentIndex()))
    assert len(steps._layout._cards) <= 200
    assert page.view.height() < 1000
    page.desk.book.wait(5)
    assert values(session, sample) == {0: 1, 1: 0}


def test_a_rating_of_one_step_shows_that_row_only_anew(add, made, build, press):
    add(made(1, 300))
    page = build()
    changed, resets = [], []
    model = page.view.steps._steps
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(1))
    page.desk.set_step(200)
    at = page.view.steps.verticalScrollBar().value()
    press(page, "3")
    assert changed == [(200, 200)]
    assert not resets
    assert page.view.steps.verticalScrollBar().value() >= at > 0


def test_the_first_error_of_a_long_chain_dims_the_rest(add, made, build, press):
    add(made(1, 3_000))
    page = build()
    press(page, "1")
    assert page.view.steps._layout.rules.end == 1
    press(page, "Z")
    assert page.view.steps._layout.rules.end == 3_000


def test_a_step_of_200000_characters_is_shown_in_part_and_then_whole(add, made, build, press):
    long = "x" * 200_000
    add(made(1, [long, "short"], prompt=long, answer=long))
    page = build()
    steps = page.view.steps
    part = steps.visualRect(steps._steps.index(0)).height()
    press(page, "Space")
    whole = steps.visualRect(steps._steps.index(0)).height()
    assert whole > 5 * part
    press(page, "Space", "3", "3")
    assert steps.visualRect(steps._steps.index(0)).height() == part
    assert page.view.problem.prompt.text() == long
    assert page.view.height() < 1000


def test_the_current_step_stays_in_view_when_the_window_gets_small(add, made, build, qtbot):
    add(made(1, 40))
    page = build()
    page.desk.set_step(30)
    page.resize(900, 560)
    steps = page.view.steps
    qtbot.waitUntil(
        lambda: steps.viewport().rect().contains(steps.visualRect(steps.currentIndex()))
    )


def test_model_output_is_shown_as_text(session, add, made, build, press):
    add(made(1, [HOSTILE, HOSTILE], prompt=HOSTILE, answer=HOSTILE, gold=HOSTILE))
    page = build()
    page.rating.note(page.desk.item, 0, HOSTILE, 1)
    view = page.view
    assert view.problem.prompt.text() == view.answer.answer.text() == HOSTILE
    assert view.answer.reference.text() == HOSTILE
    assert view.steps.steps()[0].text == view.steps.steps()[0].note == HOSTILE
    assert page.side.notes.step_note.toPlainText().startswith("<b>bold</b>")
    rich = [made for made in page.findChildren(QLabel) if made.text() and "<" in made.text()]
    assert all(made.textFormat() == Qt.TextFormat.PlainText for made in rich)


def test_a_page_built_again_in_the_middle_keeps_everything(
    session, add, made, window, press, qtbot, settle, shown, stored
):
    add(*(made(number) for number in range(3)))
    page = window.stack.current
    session.tables_changed.emit(frozenset({"sample"}))
    qtbot.waitUntil(lambda: page.desk.item is not None)
    settle(qtbot, page)
    press(page, "3", "2", "M")
    sample = page.desk.item.id
    qtbot.keyClicks(page.side.notes.step_note, "in the middle of a w")
    page._panes.restore_sizes([700, 400])
    sizes = page._panes.sizes()
    window.stack.rebuild()
    again = window.stack.current
    settle(qtbot, again)
    assert again is not page
    assert again.desk.item.id == sample
    assert again.desk.step == again.view.steps.currentIndex().row() == 2
    assert shown(again) == [1, 0, None, None]
    note = again.side.notes.step_note
    assert note.toPlainText() == "in the middle of a w"
    qtbot.waitUntil(note.hasFocus)
    assert again._panes.sizes() == sizes
    again.desk.book.wait(5)
    assert stored(session, sample)[2] == (0, "in the middle of a w", "note")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    press(again, "Z", "Z")
    again.desk.book.wait(5)
    assert stored(session, sample) == {0: (1, "", "")}


def test_a_dialog_survives_the_page_under_it(session, add, made, window, press, qtbot, settle):
    from o1desk.gui.pages.annotate.edit_dialog import EditDialog

    add(made(1))
    page = window.stack.current
    session.tables_changed.emit(frozenset({"sample"}))
    qtbot.waitUntil(lambda: page.desk.item is not None)
    original = page.desk.item.id
    press(page, "E")
    dialog = window.findChild(EditDialog)
    qtbot.keyClicks(dialog.field, "new ")
    window.stack.rebuild()
    qtbot.wait(20)
    dialog._on_kept()
    again = window.stack.current
    qtbot.waitUntil(lambda: again.desk.item is not None and again.desk.item.id != original)
    assert again.view.steps.steps()[0].text.startswith("new ")


def test_building_the_page_again_and_again_leaves_nothing_behind(session, page, qtbot, settle):
    from o1desk.gui.pages.annotate.page import AnnotatePage

    before = len(session.findChildren(object))
    for _ in range(5):
        made = AnnotatePage(session)
        made.entered()
        settle(qtbot, made)
        made.left()
        made.deleteLater()
    qtbot.wait(10)
    assert len(session.findChildren(object)) <= before + 1


def test_everything_that_takes_the_keys_has_a_name(page):
    focusable = [
        made
        for made in page.findChildren(QWidget)
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus and made.isVisible()
    ]
    assert len(focusable) > 15
    unnamed = [m for m in focusable if not (m.accessibleName() or m.property("text"))]
    assert unnamed == []
