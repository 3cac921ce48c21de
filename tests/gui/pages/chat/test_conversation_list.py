import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from o1desk.core.types import Message
from o1desk.gui.pages.chat.conversation_model import ConversationModel


@pytest.fixture
def chats(session, page, qtbot):
    """Two conversations in the list."""
    store = session.store
    rows = []
    for title, said in (("sums", "3 + 4 ="), ("letters", "count the e")):
        rows.append(store.conversations.start(title))
        store.conversations.add(rows[-1], Message(role="user", content=said))
    page.chat.library.read()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    return rows


def titles(page):
    model = page.list.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(session, page, chats, qtbot):
    model = ConversationModel()
    tester = QAbstractItemModelTester(model)
    model.show(page.chat.library.found)
    model.set_busy(frozenset({chats[0]}))
    model.show(page.chat.library.found[:1])
    model.show([])
    assert tester.model() is model


def test_the_newest_chat_comes_first(page, chats):
    assert titles(page) == ["letters", "sums"]


def test_search_finds_words_of_titles_and_messages(page, chats, qtbot):
    qtbot.keyClicks(page.list.search, "3 + 4")
    qtbot.waitUntil(lambda: titles(page) == ["sums"])
    page.list.search.setText("nothing has this")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert "these words" in page.list._none.text()


def test_a_chat_opens_when_it_is_pressed(page, chats, qtbot):
    page.list._on_chosen(page.list.model.index(1))
    qtbot.waitUntil(lambda: page.chat.conversation == chats[0])
    assert page.chat.path()[0].text == "3 + 4 ="


def test_f2_renames_the_chat_that_is_shown(page, session, chats, qtbot):
    page.chat.open(chats[1])
    qtbot.waitUntil(lambda: page.chat.conversation == chats[1])
    page.list.rename()
    editor = page.list._view.findChild(QLineEdit)
    editor.setText("letters of words")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "letters of words" in titles(page))
    session.undo.undo()
    qtbot.waitUntil(lambda: "letters" in titles(page))


def test_delete_takes_a_chat_away_and_undo_brings_it_back(page, session, chats, qtbot):
    page.chat.open(chats[1])
    qtbot.waitUntil(lambda: page.chat.conversation == chats[1])
    page.list._view.setCurrentIndex(page.list.model.index(0))
    with qtbot.waitSignal(session.toasted) as toasted:
        page.list._delete_current()
    qtbot.waitUntil(lambda: titles(page) == ["sums"])
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    toasted.args[0].run()
    qtbot.waitUntil(lambda: titles(page) == ["letters", "sums"])


def test_a_title_is_one_line_of_plain_text(page, session, qtbot):
    session.store.conversations.start("<b>two</b>\nlines")
    page.chat.library.read()
    qtbot.waitUntil(lambda: titles(page) == ["<b>two</b> lines"])
