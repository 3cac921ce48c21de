"""The chat with a real worker process and the built-in stand-in for a model."""

import os
import signal

import pytest

from o1desk.core.settings import Settings
from o1desk.core.types import Message
from o1desk.gui.pages.chat.controller import chat_controller
from o1desk.gui.pages.chat.stream import Phase
from o1desk.gui.session import Session
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.store import open_store
from o1desk.store.ingest import Ingest

SLOW = "fake:delay=0.02,steps=3"


@pytest.fixture
def chat(session, qtbot):
    made = chat_controller(session)
    made.choose(model="fake")
    qtbot.waitUntil(lambda: made.is_loaded)
    return made


def ask(chat, qtbot, text="3 + 4 ="):
    assert chat.ask(text)
    wait_for_answer(chat, qtbot)
    return chat.path()[-1]


def wait_for_answer(chat, qtbot):
    qtbot.waitUntil(
        lambda: not chat.is_busy and [each.is_answer for each in chat.path()][-1:] == [True],
        timeout=20_000,
    )


def wait_for_text(chat, qtbot):
    qtbot.waitUntil(
        lambda: chat.pending is not None and chat.pending.stream.tokens > 5, timeout=20_000
    )


def test_a_conversation_survives_a_restart_with_every_branch(session, chat, qtbot, theme, tmp_path):
    first = ask(chat, qtbot)
    assert first.text == "7"
    assert [step["text"] for step in first.details["steps"]] == first.thinking.split("\n")
    assert first.details["verdict"]["judgement"] == "correct"
    assert chat.again()
    wait_for_answer(chat, qtbot)
    assert chat.edit(first.parent, "5 + 4 =")
    wait_for_answer(chat, qtbot)
    assert chat.path()[-1].text == "9"
    chat.step_aside(chat.path()[0].id, -1)
    shown = [turn.id for turn in chat.path()]
    chat.drafts.write("and then")
    chat.drafts.flush()
    session.close()

    store = open_store(tmp_path / "data")
    manager = Manager(tmp_path / "data", Ingest(store), ManagerOptions(threads=1))
    again = Session(store, manager, Settings.load(tmp_path / "settings.json"), theme)
    later = chat_controller(again)
    qtbot.waitUntil(lambda: later.conversation is not None)
    assert [turn.id for turn in later.path()] == shown
    assert len(later.tree) == 5
    assert later.drafts.text == "and then"
    assert later.choice.model == "fake"
    assert later.library.found[0].title == "3 + 4 ="
    again.close()


def test_a_stopped_answer_keeps_its_text_and_says_so(chat, qtbot):
    chat.choose(model=SLOW)
    chat.ask("3 + 4 =")
    wait_for_text(chat, qtbot)
    chat.stop()
    assert chat.pending.stream.phase is Phase.STOPPING
    wait_for_answer(chat, qtbot)
    stopped = chat.path()[-1]
    assert stopped.details["stopped"] is True
    assert stopped.thinking or stopped.text
    assert ask(chat, qtbot, "1 + 1 =").text == "2"


def test_a_stop_while_the_model_opens_is_a_stop(chat, qtbot):
    chat.ask("3 + 4 =")
    qtbot.waitUntil(lambda: chat.pending is not None)
    chat.stop()
    wait_for_answer(chat, qtbot)
    assert chat.path()[-1].details["stopped"] is True


def test_a_worker_that_is_killed_leaves_what_was_written_and_can_be_asked_again(chat, qtbot):
    chat.choose(model=SLOW)
    chat.ask("3 + 4 =")
    wait_for_text(chat, qtbot)
    os.kill(chat.answers.answerer.pid, signal.SIGKILL)
    wait_for_answer(chat, qtbot)
    broken = chat.path()[-1]
    assert broken.failure["reason"] == "crash"
    assert broken.thinking or broken.text
    chat.choose(model="fake")
    assert chat.again()
    wait_for_answer(chat, qtbot)
    assert chat.path()[-1].text == "7"


def test_a_model_that_is_not_there_is_a_fault_that_names_it(chat, qtbot):
    chat.choose(model="/nowhere/model.gguf")
    broken = ask(chat, qtbot)
    assert "/nowhere/model.gguf" in broken.failure["message"]
    assert broken.failure["reason"] == "missing_model"


def test_the_thinking_of_earlier_answers_is_not_sent_again(chat, qtbot):
    ask(chat, qtbot)
    second = ask(chat, qtbot, "5 + 4 =")
    assert second.details["saved_tokens"] > 0


def test_a_question_asked_before_the_last_chat_was_read_is_shown(session, qtbot):
    store = session.store
    old = store.conversations.start("the last one")
    store.conversations.add(old, Message(role="user", content="old"))
    store.state.set("chat.last", old)
    chat = chat_controller(session)
    chat.choose(model="fake")
    assert chat.ask("3 + 4 =")
    wait_for_answer(chat, qtbot)
    assert chat.is_loaded
    assert chat.conversation != old
    assert [turn.text for turn in chat.path()] == ["3 + 4 =", "7"]


def test_a_vote_brings_every_chain(chat, qtbot):
    chat.choose(strategy="vote", k=4)
    answer = ask(chat, qtbot)
    assert answer.details["votes"] == {"7": 4}
    assert len(answer.details["candidate_texts"]) == 4


def test_questions_of_two_chats_are_answered_one_after_the_other(chat, qtbot):
    chat.choose(model=SLOW)
    chat.ask("3 + 4 =")
    wait_for_text(chat, qtbot)
    first = chat.conversation
    chat.new_chat()
    qtbot.waitUntil(lambda: chat.conversation is None)
    chat.ask("2 + 2 =")
    qtbot.waitUntil(lambda: chat.conversation not in (None, first))
    wait_for_answer(chat, qtbot)
    assert chat.path()[-1].text == "4"
    chat.open(first)
    qtbot.waitUntil(lambda: chat.conversation == first)
    assert chat.path()[-1].text == "7"


def test_a_deleted_chat_leaves_the_list_and_comes_back_with_undo(session, chat, qtbot):
    ask(chat, qtbot)
    number = chat.conversation
    chat.remove(number)
    qtbot.waitUntil(lambda: not chat.library.found)
    assert chat.conversation is None or chat.tree is not None
    session.undo.undo()
    qtbot.waitUntil(lambda: [each.id for each in chat.library.found] == [number])


def test_a_question_too_long_to_send_is_kept_and_explained(chat, qtbot):
    answer = ask(chat, qtbot, "x" * 70_000)
    assert answer.failure["reason"] == "too_long"
    assert len(chat.path()[0].text) == 70_000


def test_an_unloaded_model_ends_its_process_and_lets_the_window_sleep(session, chat, qtbot):
    ask(chat, qtbot)
    assert chat.answers.can_unload
    chat.answers.unload()
    qtbot.waitUntil(lambda: not session.runs.active, timeout=20_000)
    qtbot.waitUntil(lambda: not session.runs._clock.isActive())
    assert ask(chat, qtbot, "1 + 1 =").text == "2"
