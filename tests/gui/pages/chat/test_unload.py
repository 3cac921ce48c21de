"""The model of a chat gives its memory back: when somebody says so, or after a while."""

import pytest
from PySide6.QtCore import QObject

from o1desk.gui.pages.chat.answers import Answers
from o1desk.gui.pages.chat.context import Choice, Context
from o1desk.gui.pages.chat.idle import IdleRelease
from o1desk.gui.pages.chat.outcome import Pending


@pytest.fixture
def answers(session, runs):
    return Answers(session, session)


@pytest.fixture
def release(answers):
    owner = QObject()
    yield lambda wait_ms: IdleRelease(answers, owner, wait_ms=wait_ms)
    owner.deleteLater()


def pending():
    choice = Choice(model="fake")
    return Pending(conversation=1, parent=1, choice=choice, context=Context(messages=[]), seed=1)


def command(page):
    return next(each for each in page.commands() if each.key == "chat.unload")


def unload_button(page):
    page.header.picker.opening.emit()
    return page.header._unload


def test_a_model_that_nobody_asks_leaves_after_a_while(runs, answers, release, qtbot):
    idle = release(30)
    assert not idle.is_counting
    answers.prepare("fake")
    assert idle.is_counting
    qtbot.waitUntil(lambda: runs.job.is_hung_up)
    assert answers.answerer.run is None
    assert not idle.is_counting


def test_a_model_that_answers_stays_and_waits_anew_afterwards(runs, answers, release, qtbot):
    idle = release(30)
    answers.add(pending())
    assert not idle.is_counting
    qtbot.wait(60)
    assert not runs.job.is_hung_up
    runs.finish()
    assert idle.is_counting
    qtbot.waitUntil(lambda: runs.job.is_hung_up)


def test_a_worker_that_is_gone_is_not_counted(runs, answers, release):
    idle = release(10_000)
    answers.prepare("fake")
    runs.die()
    assert not idle.is_counting


def test_unloading_says_what_it_frees_and_the_next_question_opens_the_model_again(
    page, session, runs, qtbot
):
    job = runs.job
    button = unload_button(page)
    assert button.isEnabled()
    assert "frees" in button.text()
    assert "MiB" in button.text()
    assert command(page).is_ready()
    with qtbot.waitSignal(session.toasted) as toasted:
        button.click()
    assert "frees" in toasted.args[0].text
    assert job.is_hung_up
    assert not command(page).is_ready()
    assert unload_button(page).toolTip() == "No model is open"
    started = len(runs.started)
    assert page.chat.ask("3 + 4 =")
    qtbot.waitUntil(lambda: len(runs.started) > started and bool(runs.job.questions))
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)
    assert page.chat.path()[-1].text == "7"


def test_a_model_that_answers_cannot_be_unloaded(page, runs, qtbot):
    page.chat.ask("3 + 4 =")
    qtbot.waitUntil(lambda: runs.job is not None and bool(runs.job.questions))
    assert not command(page).is_ready()
    assert not page.header._unload.isEnabled()
    assert "Wait for the answer" in page.header._unload.toolTip()
    page.header.unload()
    assert not runs.job.is_hung_up
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)
    assert command(page).is_ready()
