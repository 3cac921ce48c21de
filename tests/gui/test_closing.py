"""Fault row 50: the window is closed while workers are at work."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from o1desk.core.events import Progress, Stamped
from o1desk.core.runs import RunState
from o1desk.gui.closing import Closing
from o1desk.gui.pages.data.file_work import FileWork, file_works


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def closing(session, window):
    return Closing(session, window, can_hide=lambda: True)


def question(window):
    found = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return found[0] if found else None


def press(window, words):
    box = question(window)
    QTest.mouseClick(
        next(each for each in box.buttons() if each.text() == words), Qt.MouseButton.LeftButton
    )


def test_without_work_the_window_goes_at_once(closing, window):
    assert closing.ask()
    assert question(window) is None


def test_a_chat_worker_does_not_hold_the_window(closing, fake_run):
    fake_run("chat")
    assert closing.ask()


def test_it_asks_and_suspending_is_what_enter_does(closing, window, fake_run, qtbot):
    _, job, _ = fake_run(title="<b>A</b> training")
    waiting, finished = QSignalSpy(closing.waiting), QSignalSpy(closing.finished)

    assert not closing.ask()
    assert "<b>A</b> training" in question(window).text()
    assert question(window).textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(question(window), Qt.Key.Key_Return)

    assert job.told == ["suspend"]
    assert waiting.count() == 1
    assert finished.count() == 0
    job.leave(RunState.SUSPENDED)
    qtbot.waitUntil(lambda: finished.count() == 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [("Cancel the work", ["cancel"]), ("Stay", []), ("Suspend and close", ["suspend"])],
)
def test_each_answer_does_what_it_says(closing, window, fake_run, words, told):
    _, job, _ = fake_run()
    closing.ask()
    press(window, words)
    assert job.told == told
    assert question(window) is None


def told_of(closing, window):
    """Return what the question promises, and its buttons."""
    assert not closing.ask()
    box = question(window)
    return box.informativeText(), {each.text() for each in box.buttons()}


def loop_in(fake_run, part, qtbot):
    live, job, listener = fake_run("loop", "The whole loop")
    listener(Stamped(seq=1, t=1.0, event=Progress(phase=part, done=1, total=9)))
    qtbot.waitUntil(lambda: live.progress is not None)
    return job


def test_it_promises_of_a_loop_only_that_its_training_can_go_on(closing, window, fake_run, qtbot):
    loop_in(fake_run, "train", qtbot)
    words, buttons = told_of(closing, window)
    assert "Its training saves a checkpoint" in words
    assert {"Suspend and close", "Cancel the work"} < buttons


def test_it_promises_nothing_that_cannot_be_kept(closing, window, fake_run, qtbot):
    job = loop_in(fake_run, "measure before", qtbot)
    fake_run("evaluate", "A measurement")
    words, buttons = told_of(closing, window)
    assert "resumed" not in words
    assert "it begins anew" in words
    assert "A measurement" in words
    assert {"Stop and close", "Stay"} < buttons
    assert "Cancel the work" not in buttons
    press(window, "Stop and close")
    assert job.told == ["suspend"]


def test_each_kind_of_work_is_promised_its_own(closing, window, fake_run):
    for role in ("train", "train", "generate"):
        fake_run(role)
    words, _ = told_of(closing, window)
    assert words.splitlines() == [
        "Suspend saves a checkpoint after the step in hand; it can be resumed later.",
        "Finished samples are kept, and the rest can be made later.",
    ]


def test_escape_stays(closing, window, fake_run):
    _, job, _ = fake_run()
    closing.ask()
    QTest.keyClick(question(window), Qt.Key.Key_Escape)
    assert job.told == []
    assert not closing.ask()
    assert question(window) is not None


def test_it_goes_on_in_the_tray_only_where_there_is_one(session, window, fake_run):
    _, job, _ = fake_run()
    for can_hide in (False, True):
        closing = Closing(session, window, can_hide=lambda can_hide=can_hide: can_hide)
        hidden = QSignalSpy(closing.hidden)
        closing.ask()
        words = [button.text() for button in question(window).buttons()]
        assert ("Go on in the background" in words) is can_hide
        if can_hide:
            press(window, "Go on in the background")
            assert hidden.count() == 1
        else:
            press(window, "Stay")
    assert job.told == []


def test_closing_again_ends_the_work_at_once(closing, window, fake_run, qtbot):
    _, job, _ = fake_run()
    _, chat, _ = fake_run("chat")
    finished = QSignalSpy(closing.finished)
    closing.ask()
    press(window, "Suspend and close")
    assert not closing.ask()
    assert job.told == ["suspend", "kill"]
    assert chat.told == ["kill"]
    job.leave(RunState.CRASHED)
    qtbot.waitUntil(lambda: finished.count() == 1)


def test_closing_again_while_it_asks_takes_the_safe_answer(closing, window, fake_run):
    _, job, _ = fake_run()
    closing.ask()
    closing.ask()
    assert job.told == ["suspend"]
    assert question(window) is None


@pytest.mark.parametrize(
    ("habit", "told", "hides"),
    [("suspend", ["suspend"], 0), ("cancel", ["cancel"], 0), ("background", [], 1)],
)
def test_a_habit_asks_nothing(session, closing, window, fake_run, habit, told, hides):
    session.settings.set("train.on_close", habit)
    _, job, _ = fake_run()
    hidden = QSignalSpy(closing.hidden)
    assert not closing.ask()
    assert question(window) is None
    assert (job.told, hidden.count()) == (told, hides)


def test_quit_asks_where_the_habit_would_hide(session, closing, window, fake_run):
    session.settings.set("train.on_close", "background")
    _, job, _ = fake_run()
    hidden = QSignalSpy(closing.hidden)
    assert closing.is_held

    assert not closing.ask(may_hide=False)

    words = [button.text() for button in question(window).buttons()]
    assert "Go on in the background" not in words
    press(window, "Suspend and close")
    assert (job.told, hidden.count()) == (["suspend"], 0)


def test_quit_follows_a_habit_that_ends_the_work(session, closing, window, fake_run):
    session.settings.set("train.on_close", "suspend")
    _, job, _ = fake_run()
    assert not closing.ask(may_hide=False)
    assert question(window) is None
    assert job.told == ["suspend"]


def test_quit_without_work_goes_at_once(session, closing, fake_run):
    session.settings.set("train.on_close", "background")
    fake_run("chat")
    assert not closing.is_held
    assert closing.ask(may_hide=False)


def test_a_shutdown_goes_in_any_case(closing, window, fake_run, qtbot):
    _, job, _ = fake_run()
    closing._hurry.setInterval(50)
    with qtbot.waitSignal(closing.finished):
        closing.hurry()
    assert job.told == ["suspend", "kill"]
    assert question(window) is None


def test_a_shutdown_goes_as_soon_as_everything_is_saved(closing, fake_run, qtbot):
    _, job, _ = fake_run()
    closing.hurry()
    with qtbot.waitSignal(closing.finished):
        job.leave(RunState.SUSPENDED)
    assert not closing._hurry.isActive()


class Slow(FileWork):
    """A file that takes until it is let go."""

    def __init__(self, session):
        super().__init__(session, "Import of <b>sums</b>.jsonl")
        self.gate = threading.Event()

    def work(self, report):
        while not self.gate.wait(0.01):
            report(1, 2)
        return "all"

    def outcome_text(self):
        return "done"

    def stopped_text(self):
        return "stopped"


@pytest.fixture
def slow(session):
    made = Slow(session)
    file_works(session).start(made)
    yield made
    made.gate.set()


def test_a_file_at_work_is_waited_for_and_then_the_window_goes(closing, window, slow, qtbot):
    waiting, finished = QSignalSpy(closing.waiting), QSignalSpy(closing.finished)
    assert closing.is_held
    assert not closing.ask()
    assert "<b>sums</b>.jsonl" in question(window).text()
    assert question(window).textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(question(window), Qt.Key.Key_Return)
    assert waiting.count() == 1
    assert finished.count() == 0
    slow.gate.set()
    qtbot.waitUntil(lambda: finished.count() == 1)


def test_a_second_wish_to_close_stops_the_file(closing, window, slow):
    finished = QSignalSpy(closing.finished)
    assert not closing.ask()
    press(window, "Close when it is done")
    assert not closing.ask()
    assert finished.count() == 1


def test_a_file_may_be_stopped_or_kept_at_work(closing, window, slow):
    finished = QSignalSpy(closing.finished)
    assert not closing.ask()
    press(window, "Stay")
    assert finished.count() == 0
    assert not closing.ask()
    press(window, "Stop it and close")
    assert finished.count() == 1


def test_files_beside_runs_are_named_in_the_one_question(closing, window, fake_run, slow):
    fake_run()
    assert not closing.ask()
    assert "begins anew when it is wanted again: Import of" in question(window).informativeText()
