"""Two conversations never mix, however long the store takes."""

import threading

import pytest
from PySide6.QtCore import Qt

from o1desk.core.types import Message


@pytest.fixture
def busy_store(session, qtbot):
    """Hold up the writes until the returned function is called."""
    gates = []

    def hold():
        gate = threading.Event()
        gates.append(gate)
        session.ops.write(lambda: gate.wait(20))
        return gate.set

    yield hold
    for gate in gates:
        gate.set()


@pytest.fixture
def two(session, page, qtbot):
    """Two conversations; the first is shown."""

    def stored(text):
        row = session.store.conversations.start(text)
        asked = session.store.conversations.add(row, Message(role="user", content=text))
        session.store.conversations.add(
            row, Message(role="assistant", content=f"to {text}"), parent=asked
        )
        return row

    first, second = stored("first"), stored("second")
    page.chat.open(first)
    qtbot.waitUntil(lambda: page.chat.conversation == first)
    return first, second


def texts(chat):
    return [turn.text for turn in chat.path()]


def send(page, qtbot, text):
    qtbot.keyClicks(page.view.composer.edit, text)
    qtbot.keyClick(page.view.composer.edit, Qt.Key.Key_Return)


def test_nothing_is_asked_while_another_chat_is_opened(page, session, runs, two, busy_store, qtbot):
    first, second = two
    release = busy_store()
    page.chat.open(second)
    send(page, qtbot, "3 + 4 =")
    assert page.view.composer.edit.toPlainText() == "3 + 4 ="
    assert "being opened" in page.view.composer._hint.text()
    assert not page.chat.again()
    release()
    qtbot.waitUntil(lambda: page.chat.conversation == second)
    assert texts(page.chat) == ["second", "to second"]
    assert "being opened" not in page.view.composer._hint.text()
    assert session.store.conversations.draft(first) == "3 + 4 ="
    send(page, qtbot, "1 + 1 =")
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))
    assert texts(page.chat)[-1] == "1 + 1 ="


def test_a_question_that_is_stored_while_another_chat_is_opened_stays_in_its_own(
    page, session, two, busy_store, qtbot
):
    first, second = two
    release = busy_store()
    send(page, qtbot, "3 + 4 =")
    page.chat.open(second)
    release()
    qtbot.waitUntil(lambda: page.chat.conversation == second)
    assert texts(page.chat) == ["second", "to second"]
    assert page.chat.answers.conversations == {first}
    stored = session.store.conversations.messages(first)
    assert [each.message.content for each in stored][-1] == "3 + 4 ="


def test_a_chat_that_cannot_be_read_leaves_the_one_that_is_shown(page, two, qtbot, monkeypatch):
    first, second = two

    def broken(*_, **__):
        raise OSError("gone")

    monkeypatch.setattr("o1desk.gui.pages.chat.loading.load", broken)
    page.chat.open(second)
    qtbot.waitUntil(lambda: not page.chat.is_opening)
    assert (page.chat.conversation, texts(page.chat)) == (first, ["first", "to first"])
    send(page, qtbot, "3 + 4 =")
    qtbot.waitUntil(lambda: page.chat.pending is not None)


def test_a_question_on_its_way_is_shown_when_another_chat_cannot_be_read(
    page, runs, two, busy_store, qtbot, monkeypatch
):
    def broken(*_, **__):
        raise OSError("gone")

    release = busy_store()
    send(page, qtbot, "3 + 4 =")
    monkeypatch.setattr("o1desk.gui.pages.chat.loading.load", broken)
    page.chat.open(two[1])
    release()
    qtbot.waitUntil(lambda: not page.chat.is_opening)
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))
    assert texts(page.chat) == ["first", "to first", "3 + 4 ="]
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)
