"""Undo names what it undid, and the button of a toast undoes what the toast says."""

import pytest

from o1desk.core.errors import InputError
from o1desk.gui.toasts import ToastFrame


@pytest.fixture
def toasts(session):
    said = []
    session.toasted.connect(said.append)
    return said


@pytest.fixture
def do(session):
    """Do a change that notes in `held` whether it is in force."""
    held = set()

    def change(name):
        session.do(name, lambda: held.add(name), lambda: held.discard(name), changed=("sample",))

    change.held = held
    return change


def texts(toasts):
    return [toast.text for toast in toasts]


def shown(window):
    return [frame.toast.text for frame in window.findChildren(ToastFrame) if frame.isVisible()]


def offer(toasts, text):
    return next(toast for toast in toasts if toast.text == text)


def test_every_undo_and_redo_is_named(session, do, toasts, qtbot):
    do("Remove 3 samples")
    session.undo.undo()
    qtbot.waitUntil(lambda: texts(toasts)[-1] == "Undone: Remove 3 samples")
    session.undo.redo()
    qtbot.waitUntil(lambda: texts(toasts)[-1] == "Done again: Remove 3 samples")
    assert len(toasts) == 3


def test_the_button_of_a_toast_undoes_its_own_change_and_leaves_later_ones(
    session, do, toasts, qtbot
):
    do("Remove 3 samples")
    do("Rename dataset a")

    offer(toasts, "Remove 3 samples").run()

    qtbot.waitUntil(lambda: texts(toasts)[-1] == "Undone: Remove 3 samples")
    assert do.held == {"Rename dataset a"}


def test_what_a_toast_took_back_comes_again_with_undo_and_then_the_rest(session, do, toasts, qtbot):
    do("first")
    do("second")
    offer(toasts, "first").run()
    qtbot.waitUntil(lambda: session.undo.count() == 3)

    session.undo.undo()
    qtbot.waitUntil(lambda: do.held == {"first", "second"})
    assert texts(toasts)[-1] == "Undone: Take back: first"
    session.undo.undo()
    qtbot.waitUntil(lambda: do.held == {"first"})
    session.undo.undo()
    qtbot.waitUntil(lambda: do.held == set())


def test_the_newest_change_is_simply_undone(session, do, toasts, qtbot):
    do("first")
    offer(toasts, "first").run()
    qtbot.waitUntil(lambda: do.held == set() and len(toasts) == 2)
    assert (session.undo.count(), session.undo.index()) == (1, 0)


def test_a_change_that_was_undone_is_not_undone_twice(session, do, toasts, qtbot):
    do("first")
    do("second")
    session.undo.undo()
    session.undo.undo()
    session.undo.redo()
    offer(toasts, "second").run()
    qtbot.waitUntil(lambda: texts(toasts)[-1] == "Done again: first")
    assert do.held == {"first"}


def test_an_inverse_that_the_store_refuses_is_told_and_changes_no_order(session, do, toasts, qtbot):
    def refuse():
        raise InputError("There is no dataset called 'b'")

    session.do("Rename dataset a", lambda: None, refuse, changed=("dataset",))
    do("second")
    offer(toasts, "Rename dataset a").run()
    qtbot.waitUntil(lambda: texts(toasts)[-1] == "There is no dataset called 'b'")
    assert session.undo.count() == 2


def test_a_toast_leaves_when_its_change_was_undone_by_a_key(session, window, do, qtbot):
    do("Remove 3 samples")
    assert shown(window) == ["Remove 3 samples"]
    session.undo.undo()
    qtbot.waitUntil(lambda: shown(window) == ["Undone: Remove 3 samples"])


def test_two_changes_with_the_same_words_keep_a_toast_each(window, do):
    do("Remove 1 sample")
    do("Remove 1 sample")
    assert shown(window) == ["Remove 1 sample", "Remove 1 sample"]


def test_the_palette_names_what_would_be_done_again(session, window, do, qtbot):
    do("Remove 3 samples")
    session.undo.undo()
    titles = {command.key: command.title for _, group in window.commands() for command in group}
    assert titles["redo"] == "Do again: Remove 3 samples"
