import pytest
from PySide6.QtCore import QObject

from o1desk.gui.pages.chat.drafts import Drafts


@pytest.fixture
def drafts(session):
    owner = QObject()
    yield Drafts(session, owner)
    owner.deleteLater()


@pytest.fixture
def conversation(session):
    return session.store.conversations.start("a chat")


def test_what_is_typed_while_a_question_is_stored_goes_with_its_chat(
    session, drafts, conversation, qtbot
):
    stored = session.store.conversations.draft
    drafts.sent()
    drafts.write("and then")
    drafts.flush()
    qtbot.waitUntil(lambda: stored(None) == "and then")
    drafts.follow(conversation, "")
    qtbot.waitUntil(lambda: stored(conversation) == "and then")
    qtbot.waitUntil(lambda: stored(None) == "")


def test_a_question_that_comes_back_stands_before_what_was_typed_since(drafts):
    drafts.sent()
    drafts.write("and then")
    drafts.give_back(None, "3 + 4 =")
    assert drafts.text == "3 + 4 =\nand then"


def test_a_question_that_comes_back_to_another_chat_waits_there(
    session, drafts, conversation, qtbot
):
    drafts.write("here")
    drafts.give_back(conversation, "3 + 4 =")
    stored = session.store.conversations.draft
    qtbot.waitUntil(lambda: stored(conversation) == "3 + 4 =")
    assert drafts.text == "here"


def test_what_is_typed_before_the_draft_was_read_comes_after_it(drafts):
    drafts.write("and then")
    drafts.show(None, "3 + 4")
    assert drafts.text == "3 + 4\nand then"


def test_a_chat_that_is_opened_again_goes_on_with_what_is_typed(drafts, conversation):
    drafts.show(conversation, "3 + 4")
    drafts.write("3 +")
    drafts.show(conversation, "3 + 4")
    assert drafts.text == "3 +"
