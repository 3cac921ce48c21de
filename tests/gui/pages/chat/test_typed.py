"""What a person typed stays until it was asked."""

import pytest
from PySide6.QtCore import Qt

from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.page import ChatPage


@pytest.fixture
def ask(page, runs, qtbot):
    """Type a question, send it by key, and wait until the worker has it."""

    def put(text):
        before = 0 if runs.job is None else len(runs.job.questions)
        qtbot.keyClicks(page.view.composer.edit, text)
        qtbot.keyClick(page.view.composer.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: runs.job is not None and len(runs.job.questions) > before)

    return put


@pytest.fixture
def answered(page, runs, ask, qtbot):
    """A chat with one question and its answer."""
    ask("3 + 4 =")
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)


@pytest.fixture
def rebuilt(session, qtbot):
    """Throw a page away and build it again, as another look or language does."""

    def build(page):
        state = page.save_state()
        page.hide()
        page.deleteLater()
        again = ChatPage(session)
        qtbot.addWidget(again)
        again.resize(1100, 760)
        again.restore_state(state)
        again.show()
        return again

    return build


def typed(page):
    return page.view.composer.edit.toPlainText()


def question(page):
    return page.view.transcript.widget_of(page.chat.path()[0].id)


def begin_edit(page, text):
    question(page).begin_edit()
    question(page)._editor._field.setPlainText(text)


def send_wording(page, qtbot):
    qtbot.keyClick(question(page)._editor._field, Qt.Key.Key_Return)


def test_an_example_leaves_what_is_typed_to_its_chat(page, session, runs, rebuilt, qtbot):
    qtbot.keyClicks(page.view.composer.edit, "half a question")
    page.view.welcome.questions[0].click()
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))
    assert typed(page) == "half a question"
    assert typed(rebuilt(page)) == "half a question"
    draft = session.store.conversations.draft
    assert (draft(page.chat.conversation), draft(None)) == ("half a question", "")


def test_another_wording_leaves_what_is_typed(page, session, runs, answered, rebuilt, qtbot):
    qtbot.keyClicks(page.view.composer.edit, "half a question")
    begin_edit(page, "5 + 4 =")
    send_wording(page, qtbot)
    qtbot.waitUntil(lambda: runs.number == 2)
    assert typed(rebuilt(page)) == "half a question"
    page.chat.drafts.flush()
    stored = session.store.conversations.draft
    qtbot.waitUntil(lambda: stored(page.chat.conversation) == "half a question")


def test_words_that_are_being_written_outlive_the_page_and_another_chat(
    page, answered, rebuilt, qtbot
):
    conversation = page.chat.conversation
    begin_edit(page, "5 + 4")
    again = rebuilt(page)
    qtbot.waitUntil(lambda: question(again) is not None)
    assert question(again)._editor._field.toPlainText() == "5 + 4"
    again.chat.new_chat()
    qtbot.waitUntil(lambda: again.chat.conversation is None)
    again.chat.open(conversation)
    qtbot.waitUntil(lambda: again.chat.conversation == conversation)
    qtbot.waitUntil(lambda: question(again) is not None)
    assert question(again)._editor._field.toPlainText() == "5 + 4"


def test_words_that_were_given_up_are_gone(page, answered, rebuilt, qtbot):
    begin_edit(page, "5 + 4")
    qtbot.keyClick(question(page)._editor._field, Qt.Key.Key_Escape)
    again = rebuilt(page)
    qtbot.waitUntil(lambda: question(again) is not None)
    assert question(again)._editor is None
    question(again).begin_edit()
    assert question(again)._editor._field.toPlainText() == "3 + 4 ="


def test_a_wording_waits_for_the_answer_that_is_being_written(page, runs, ask, answered, qtbot):
    begin_edit(page, "5 + 4 =")
    ask("1 + 1 =")
    send_wording(page, qtbot)
    assert question(page)._editor._field.toPlainText() == "5 + 4 ="
    assert not question(page)._editor._ask.isEnabled()
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)
    assert question(page)._editor._ask.isEnabled()
    send_wording(page, qtbot)
    qtbot.waitUntil(lambda: runs.number == 3)
    assert not page.chat.wordings


def test_a_wording_that_is_refused_stays_open(page, answered):
    begin_edit(page, "5 + 4 =")
    page.chat.again()  # told to the view with the next signal only
    page.view._on_edited(question(page).turn.id, "5 + 4 =")
    assert question(page)._editor._field.toPlainText() == "5 + 4 ="


@pytest.fixture
def full_disk(monkeypatch):
    """Let no question be stored."""

    def put_question(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr(loading, "put_question", put_question)


def test_a_question_that_cannot_be_stored_comes_back_with_what_was_typed_since(
    page, full_disk, qtbot
):
    edit = page.view.composer.edit
    qtbot.keyClicks(edit, "3 + 4 =")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "and then")
    qtbot.waitUntil(lambda: typed(page) == "3 + 4 =\nand then")


def test_a_wording_that_cannot_be_stored_is_open_again(page, answered, full_disk, qtbot):
    qtbot.keyClicks(page.view.composer.edit, "half")
    begin_edit(page, "5 + 4 =")
    send_wording(page, qtbot)
    qtbot.waitUntil(lambda: not page.chat.is_busy)
    assert question(page)._editor._field.toPlainText() == "5 + 4 ="
    assert typed(page) == "half"
