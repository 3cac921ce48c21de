"""An answer that could not be stored is shown, goes on, and is stored later."""

import pytest

from o1desk.core.errors import NoSpaceError
from o1desk.gui.pages.chat import loading


@pytest.fixture
def disk(monkeypatch):
    """A disk that takes answers only while it is not full."""

    class Disk:
        is_full = True

    real = loading.put_answer

    def put_answer(*args):
        if Disk.is_full:
            raise NoSpaceError("The disk is full")
        return real(*args)

    monkeypatch.setattr(loading, "put_answer", put_answer)
    return Disk


@pytest.fixture
def ask(page, runs, qtbot):
    """Ask, and have the answer."""

    def put(text, answer="7"):
        before = 0 if runs.job is None else len(runs.job.questions)
        assert page.chat.ask(text)
        qtbot.waitUntil(lambda: runs.job is not None and len(runs.job.questions) > before)
        runs.finish(answer=answer)
        qtbot.waitUntil(lambda: not page.chat.is_busy)

    return put


@pytest.fixture
def unstored(page, disk, ask):
    """A chat with an answer that could not be stored."""
    ask("3 + 4 =")


def stored(session, page):
    messages = session.store.conversations.messages(page.chat.conversation)
    return [(each.message.content, each.parent, each.id) for each in messages]


def texts(page):
    return [turn.text for turn in page.chat.path()]


def card(page):
    return page.view.transcript.widgets()[-1].fault


def go_away_and_back(page, qtbot):
    conversation = page.chat.conversation
    page.chat.new_chat()
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    page.chat.open(conversation)
    qtbot.waitUntil(lambda: page.chat.conversation == conversation)


def test_its_card_says_what_became_of_it_and_it_cannot_be_judged_yet(page, unstored):
    shown = page.view.transcript.widgets()[-1]
    assert shown.turn.text == "7"
    assert "disk is full" in shown.fault.told.text()
    assert shown.fault.store.text() == "Store again"
    assert not shown.footer._up.isEnabled()
    assert not shown.footer._annotate.isEnabled()


def test_it_is_stored_before_the_next_question(page, session, disk, unstored, ask):
    disk.is_full = False
    ask("1 + 1 =", "2")
    assert texts(page) == ["3 + 4 =", "7", "1 + 1 =", "2"]
    first, second, third, fourth = stored(session, page)
    assert [each[0] for each in (first, second, third, fourth)] == texts(page)
    assert (second[1], third[1], fourth[1]) == (first[2], second[2], third[2])
    assert [turn.id for turn in page.chat.path()] == [first[2], second[2], third[2], fourth[2]]


def test_the_chat_goes_on_while_it_cannot_be_stored(page, session, unstored, ask):
    ask("1 + 1 =", "2")
    assert texts(page) == ["3 + 4 =", "7", "1 + 1 =", "2"]
    first, third = stored(session, page)
    assert (third[0], third[1]) == ("1 + 1 =", first[2])


def test_it_is_there_after_another_chat_and_can_be_stored_then(
    page, session, disk, unstored, qtbot
):
    go_away_and_back(page, qtbot)
    assert texts(page) == ["3 + 4 =", "7"]
    assert len(stored(session, page)) == 1
    with qtbot.waitSignal(session.toasted):
        card(page).store.click()
    assert card(page) is not None
    disk.is_full = False
    card(page).store.click()
    card(page).store.click()  # twice is once
    qtbot.waitUntil(lambda: card(page) is None)
    qtbot.waitUntil(lambda: len(stored(session, page)) == 2)
    assert page.view.transcript.widgets()[-1].footer._up.isEnabled()
    go_away_and_back(page, qtbot)
    assert texts(page) == ["3 + 4 =", "7"]
    assert len(page.chat.tree) == 2


def test_its_question_can_be_asked_again(page, session, disk, unstored, runs, qtbot):
    disk.is_full = False
    assert page.chat.again()
    qtbot.waitUntil(lambda: runs.number == 2)
    runs.finish(answer="8")
    qtbot.waitUntil(lambda: not page.chat.is_busy)
    assert [each[0] for each in stored(session, page)] == ["3 + 4 =", "8"]
    page.chat.step_aside(page.chat.path()[-1].id, -1)
    assert texts(page) == ["3 + 4 =", "7"]
