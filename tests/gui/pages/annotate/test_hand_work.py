"""Edits are copies, chains can be written by hand, and what is typed is not lost."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from o1desk.core.errors import InputError, NoSpaceError
from o1desk.core.types import Judgement
from o1desk.gui.pages.annotate.edit_dialog import EditDialog
from o1desk.gui.pages.annotate.edits import edited
from o1desk.gui.pages.annotate.write_dialog import WriteDialog


@pytest.fixture
def dialog(page, qtbot):
    """The open dialog of a kind."""

    def find(kind):
        qtbot.waitUntil(lambda: bool(page.window().findChildren(kind)))
        return page.window().findChildren(kind)[-1]

    return find


@pytest.fixture
def edit(page, press, dialog, qtbot, settle):
    """Edit the step in hand by keys; returns the sample in hand afterwards."""

    def change(text):
        before = page.desk.item.id
        press(page, "E")
        opened = dialog(EditDialog)
        opened.field.selectAll()
        qtbot.keyClicks(opened.field, text)
        if not text:
            qtbot.keyClick(opened.field, Qt.Key.Key_Delete)
        keep(opened)
        qtbot.waitUntil(lambda: page.desk.item.id != before)
        settle(qtbot, page)
        return page.desk.item

    return change


def keep(dialog):
    buttons = dialog.findChildren(QPushButton)
    next(made for made in buttons if made.property("kind") == "primary").click()


def texts(item):
    return [step.text for step in item.sample.trace.steps]


def test_an_edit_leaves_the_original_and_copies_the_labels_of_the_other_steps(
    session, page, press, edit, values
):
    original = page.desk.item
    before = texts(original)
    press(page, "3", "3", "2", "Up")
    item = edit("written anew")
    assert texts(item) == [*before[:2], "written anew", before[3]]
    assert item.values == {0: 1, 1: 1}
    assert values(session, item.id) == {0: 1, 1: 1}
    assert page.desk.step == 2
    kept = session.store.samples.get(original.id)
    assert [step.text for step in kept.trace.steps] == before
    assert values(session, original.id) == {0: 1, 1: 1, 2: 0}
    assert session.store.samples.context(item.id).parent_id == original.id
    assert item.sample.origin == "human"


def test_undo_of_an_edit_brings_the_original_back_and_redo_the_edit(
    session, page, press, edit, toasts, qtbot
):
    original = page.desk.item.id
    press(page, "3", "Up")
    copy = edit("another").id
    press(page, "Z")
    qtbot.waitUntil(lambda: page.desk.item.id == original)
    assert toasts[-1] == "Undone: Edit step 1"
    assert copy not in session.store.samples.ids()
    session.undo.redo()
    qtbot.waitUntil(lambda: page.desk.item.id == copy)
    assert copy in session.store.samples.ids()
    assert len(page.desk.queue.samples.ids) == 3


def test_undo_of_an_edit_never_removes_a_sample_that_was_there_before(
    session, page, add, made, edit, press, qtbot
):
    item = page.desk.item
    twin = edited(item.sample, 0, "the twin").sample
    (row,) = add(twin)
    assert edit("the twin").id == row
    press(page, "Z")
    qtbot.waitUntil(lambda: page.desk.item.id == item.id)
    assert row in session.store.samples.ids()


def test_several_lines_become_several_steps_and_labels_keep_their_steps(made):
    sample = made(1, ["a", "b", "c"])
    edit = edited(sample, 1, "b1\n\nb2")
    assert [step.text for step in edit.sample.trace.steps] == ["a", "b1", "b2", "c"]
    assert edit.kept == {0: 0, 2: 3}


def test_no_text_takes_the_step_away_unless_it_is_the_only_one(made):
    edit = edited(made(1, ["a", "b", "c"]), 1, "  ")
    assert [step.text for step in edit.sample.trace.steps] == ["a", "c"]
    assert (edit.kept, edit.is_removal) == ({0: 0, 2: 1}, True)
    alone = edited(made(1, ["a"]), 0, "")
    assert [step.text for step in alone.sample.trace.steps] == ["a"]


def test_a_step_that_had_lines_keeps_them(made):
    edit = edited(made(1, ["a\nb", "c"]), 0, "a\nB")
    assert [step.text for step in edit.sample.trace.steps] == ["a\nB", "c"]


def test_a_step_that_was_only_looked_at_is_not_edited(session, page, press, dialog):
    press(page, "E")
    keep(dialog(EditDialog))
    assert not session.undo.canUndo()


def test_single_keys_are_text_in_the_editor(session, page, press, dialog, qtbot, values):
    press(page, "E")
    field = dialog(EditDialog).field
    qtbot.keyClicks(field, "3xz")
    assert values(session, page.desk.item.id) == {}


def test_an_edit_that_was_being_typed_at_a_crash_is_back(
    session, page, press, dialog, qtbot, build, settle
):
    page.desk.set_step(1)
    press(page, "E")
    qtbot.keyClicks(dialog(EditDialog).field, "half ")
    key = f"annotate.draft.edit.{page.desk.item.id}.1"
    qtbot.waitUntil(lambda: (session.store.state.get(key) or {}).get("text", "")[:5] == "half ")
    session.parts.clear()
    again = build()
    again.desk.set_step(1)
    press(again, "E")
    qtbot.waitUntil(lambda: bool(again.window().findChildren(EditDialog)))
    field = again.window().findChildren(EditDialog)[-1].field
    qtbot.waitUntil(lambda: field.toPlainText().startswith("half "))


def test_a_chain_written_by_hand_is_stored_with_its_verdict(
    session, page, press, dialog, qtbot, settle
):
    press(page, "W")
    opened = dialog(WriteDialog)
    assert opened.prompt.toPlainText() == page.desk.item.sample.problem.prompt
    qtbot.keyClicks(opened.steps, "first\rthen")
    qtbot.keyClicks(opened.answer, "7")
    keep(opened)
    qtbot.waitUntil(lambda: page.desk.item.sample.origin == "human")
    item = page.desk.item
    assert texts(item) == ["first", "then"]
    assert item.sample.verdict.judgement is Judgement.CORRECT
    assert item.id in session.store.samples.ids()
    assert page.side.queue.place.startswith("1 of 4")


def test_the_answer_is_checked_as_it_is_typed(page, press, dialog, qtbot):
    press(page, "W")
    opened = dialog(WriteDialog)
    qtbot.keyClicks(opened.answer, "8")
    qtbot.waitUntil(lambda: "differs" in opened.verdict.text())
    opened.answer.clear()
    qtbot.keyClicks(opened.answer, "7")
    qtbot.waitUntil(lambda: "equals" in opened.verdict.text())
    opened.reference.clear()
    qtbot.waitUntil(lambda: opened.verdict.text() == "")


def test_undo_of_a_written_chain_hides_it(session, page, press, dialog, qtbot):
    first = page.desk.item.id
    press(page, "W")
    opened = dialog(WriteDialog)
    opened.steps.setPlainText("only")
    opened.answer.setText("7")
    keep(opened)
    qtbot.waitUntil(lambda: page.desk.item.id != first)
    written = page.desk.item.id
    press(page, "Z")
    qtbot.waitUntil(lambda: page.desk.item.id == first)
    assert written not in session.store.samples.ids()


def test_a_chain_without_steps_or_answer_is_not_stored(session, page, press, dialog):
    press(page, "W")
    opened = dialog(WriteDialog)
    opened.answer.setText("7")
    keep(opened)
    assert opened.isVisible()
    assert "needed" in opened.verdict.text()
    assert session.store.samples.count() == 3


def test_another_question_becomes_a_problem_of_its_own(session, page, press, dialog, qtbot):
    press(page, "W")
    opened = dialog(WriteDialog)
    opened.prompt.setPlainText("What is 2 + 2?")
    opened.reference.setText("4")
    opened.steps.setPlainText("2 and 2 make 4")
    opened.answer.setText("4")
    keep(opened)
    qtbot.waitUntil(lambda: page.desk.item.sample.problem.prompt == "What is 2 + 2?")
    assert page.desk.item.sample.problem.source == "human"


def test_what_was_typed_is_there_again_when_the_dialog_was_left(page, press, dialog, qtbot):
    press(page, "W")
    opened = dialog(WriteDialog)
    qtbot.keyClicks(opened.steps, "half a chain")
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.window().findChildren(WriteDialog))
    press(page, "W")
    again = dialog(WriteDialog)
    qtbot.waitUntil(lambda: again.steps.toPlainText() == "half a chain")


def test_a_chain_can_be_written_into_an_empty_store(session, build, qtbot):
    page = build()
    page._write()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(WriteDialog)))
    opened = page.window().findChildren(WriteDialog)[0]
    opened.prompt.setPlainText("1 + 1?")
    opened.steps.setPlainText("2")
    opened.answer.setText("2")
    keep(opened)
    qtbot.waitUntil(lambda: page.desk.item is not None)
    assert page.desk.item.sample.verdict is None
    assert session.store.samples.count() == 1


@pytest.fixture
def full(session, monkeypatch):
    """A disk without room until `full.clear()`: neither chains nor drafts are taken."""
    is_full = threading.Event()
    is_full.set()
    for owner, name in ((session.store.samples, "add"), (session.store.state, "set")):
        monkeypatch.setattr(owner, name, _refusing(getattr(owner, name), is_full))
    return is_full


def _refusing(function, is_full):
    def refuse(*args, **more):
        if is_full.is_set():
            raise NoSpaceError("The disk is full; nothing was stored; free 10 MB")
        return function(*args, **more)

    return refuse


def fill(opened, qtbot):
    """Type a change into either dialog; returns the field it is in."""
    field = opened.field if isinstance(opened, EditDialog) else opened.steps
    qtbot.keyClicks(field, "by hand")
    if isinstance(opened, WriteDialog):
        qtbot.keyClicks(opened.answer, "7")
    return field


BOTH = pytest.mark.parametrize(("key", "kind"), [("E", EditDialog), ("W", WriteDialog)])


@BOTH
def test_a_chain_that_the_disk_refuses_stays_in_its_dialog_and_is_stored_later(
    session, page, press, dialog, qtbot, full, key, kind
):
    before = page.desk.item.id
    press(page, key)
    opened = dialog(kind)
    field = fill(opened, qtbot)
    keep(opened)
    qtbot.waitUntil(lambda: "disk is full" in opened.trouble.text())
    assert opened.isVisible()
    assert "by hand" in field.toPlainText()
    assert not session.undo.canUndo()

    full.clear()
    keep(opened)

    qtbot.waitUntil(lambda: page.desk.item.id != before)
    assert "by hand" in " ".join(texts(page.desk.item))
    qtbot.waitUntil(lambda: not page.window().findChildren(kind))
    qtbot.waitUntil(lambda: session.store.state.get(opened_key(kind, before)) is None)
    assert session.undo.count() == 1


def opened_key(kind, sample):
    return f"annotate.draft.edit.{sample}.0" if kind is EditDialog else "annotate.draft.write"


@BOTH
def test_a_text_that_no_disk_took_is_back_with_the_dialog(
    page, press, dialog, qtbot, full, key, kind
):
    press(page, key)
    opened = dialog(kind)
    field = fill(opened, qtbot)
    typed = field.toPlainText()
    keep(opened)
    qtbot.waitUntil(lambda: bool(opened.trouble.text()))
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.window().findChildren(kind))

    press(page, key)
    again = dialog(kind)

    field = again.field if kind is EditDialog else again.steps
    qtbot.waitUntil(lambda: field.toPlainText() == typed)


def test_a_chain_that_cannot_be_judged_stays_in_its_dialog(page, press, dialog, qtbot, monkeypatch):
    def refuse(*args, **more):
        raise InputError("No checker for this")

    monkeypatch.setattr("o1desk.gui.pages.annotate.hand_work.by_hand", refuse)
    press(page, "W")
    opened = dialog(WriteDialog)
    fill(opened, qtbot)
    keep(opened)
    qtbot.waitUntil(lambda: "No checker for this" in opened.trouble.text())
    assert opened.isVisible()
    assert opened.steps.toPlainText() == "by hand"


@pytest.mark.parametrize("how", ["escape", "cancel"])
def test_an_edit_that_was_left_is_there_again_for_its_own_step(page, press, dialog, qtbot, how):
    press(page, "E")
    opened = dialog(EditDialog)
    qtbot.keyClicks(opened.field, "half ")
    if how == "escape":
        qtbot.keyClick(opened, Qt.Key.Key_Escape)
    else:
        opened._box.button(QDialogButtonBox.StandardButton.Cancel).click()
    qtbot.waitUntil(lambda: not page.window().findChildren(EditDialog))
    page.desk.set_step(1)
    press(page, "E")
    other = dialog(EditDialog)
    qtbot.keyClicks(other.field, "another ")
    other.reject()
    qtbot.waitUntil(lambda: not page.window().findChildren(EditDialog))

    page.desk.set_step(0)
    press(page, "E")
    again = dialog(EditDialog)

    qtbot.waitUntil(lambda: again.field.toPlainText().startswith("half "))
    assert "is back" in again._hint.text()


def test_the_original_text_comes_back_and_the_draft_goes(session, page, press, dialog, qtbot):
    press(page, "E")
    opened = dialog(EditDialog)
    original = opened.field.toPlainText()
    qtbot.keyClicks(opened.field, "half ")
    opened._reset.click()
    assert opened.field.toPlainText() == original
    opened.reject()
    key = f"annotate.draft.edit.{page.desk.item.id}.0"
    qtbot.waitUntil(lambda: not session.parts["annotate.drafts"])
    assert session.store.state.get(key) is None
    assert page.desk.item.sample.origin == "model"


def test_a_dialog_that_was_left_while_its_text_is_stored_leaves_no_draft(
    session, page, press, dialog, qtbot
):
    before, let_go = page.desk.item.id, threading.Event()
    press(page, "E")
    opened = dialog(EditDialog)
    qtbot.keyClicks(opened.field, "new ")
    session.ops.write(lambda: let_go.wait(30))
    keep(opened)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.window().findChildren(EditDialog))
    let_go.set()
    qtbot.waitUntil(lambda: page.desk.item.id != before)
    qtbot.waitUntil(lambda: not session.parts["annotate.drafts"])
    assert session.store.state.get(f"annotate.draft.edit.{before}.0") is None
