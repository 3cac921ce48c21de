from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from o1desk.core.types import Message
from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.answer_message import AnswerMessage
from o1desk.gui.pages.chat.page import ChatPage
from o1desk.gui.pages.chat.stream import Phase
from o1desk.gui.pages.chat.unanswered import Unanswered
from o1desk.gui.pages.chat.user_message import UserMessage
from o1desk.gui.widgets.steps import ThinkingView
from o1desk.store.conversations import Author


def ask(page, runs, qtbot, text="3 + 4 ="):
    """Type a question, send it by key, and wait until the worker has it."""
    before = 0 if runs.job is None else len(runs.job.questions)
    qtbot.keyClicks(page.view.composer.edit, text)
    qtbot.keyClick(page.view.composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: runs.job is not None and len(runs.job.questions) > before)


def wait_stored(page, qtbot):
    qtbot.waitUntil(lambda: not page.chat.is_busy)


def answer(page, runs, qtbot, text="3 + 4 =", **value):
    ask(page, runs, qtbot, text)
    runs.finish(**value)
    wait_stored(page, qtbot)
    return last(page)


def last(page):
    return page.view.transcript.widgets()[-1]


def live(page):
    return page.view.transcript._tail


def send_button(page):
    return page.view.composer._send


def test_an_example_is_asked_when_it_is_pressed(page, runs, qtbot):
    assert page.view.welcome.isVisible()
    page.view.welcome.questions[0].click()
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))
    assert runs.job.questions[0]["messages"][0]["content"] == "347 + 85 - 126 ="
    assert isinstance(page.view.transcript.widgets()[0], UserMessage)


def test_thinking_arrives_as_steps_and_closes_when_the_answer_comes(page, runs, qtbot):
    ask(page, runs, qtbot)
    runs.think("3 + 4 is 7\nso")
    runs.step(0, "3 + 4 is 7")
    shown = live(page)
    assert shown.thinking.is_streaming()
    assert [step.text for step in shown.thinking.steps()] == ["3 + 4 is 7"]
    runs.step(1, "so")
    runs.write("7")
    assert not shown.thinking.is_streaming()
    assert shown.answer.text() == "7"
    runs.finish(
        thinking="3 + 4 is 7\nso",
        steps=[{"text": "3 + 4 is 7", "tokens": 4, "ms": 20.0}, {"text": "so", "tokens": 1}],
    )
    wait_stored(page, qtbot)
    assert last(page) is shown
    assert shown.thinking.shown() is ThinkingView.COLLAPSED
    assert shown.footer is not None


def test_thinking_that_was_opened_stays_open_at_the_end(page, runs, qtbot):
    ask(page, runs, qtbot)
    runs.think("3 + 4")
    live(page).thinking._on_header_pressed()
    runs.step(0, "3 + 4")
    runs.write("7")
    runs.finish()
    wait_stored(page, qtbot)
    assert last(page).thinking.shown() is ThinkingView.EXPANDED


def test_stop_says_so_at_once_and_keeps_the_text(page, runs, qtbot):
    ask(page, runs, qtbot)
    runs.think("half a")
    assert send_button(page).text() == "Stop"
    send_button(page).click()
    assert send_button(page).text() == "Stopping"
    assert runs.job.dropped == [1]
    runs.think(" thought that comes too late")
    runs.finish(
        stopped=True, answer="", thinking="half a", steps=[{"text": "half a"}], closed=False
    )
    wait_stored(page, qtbot)
    stored = page.chat.path()[-1]
    assert (stored.thinking, stored.details["stopped"]) == ("half a", True)
    assert "Stopped by you" in last(page).status.text()
    assert send_button(page).text() == "Send"


def test_enter_sends_and_shift_enter_begins_a_line(page, runs, qtbot):
    edit = page.view.composer.edit
    qtbot.keyClicks(edit, "a")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "b")
    assert edit.toPlainText() == "a\nb"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))
    assert edit.toPlainText() == ""
    assert page.chat.path()[0].text == "a\nb"


def test_an_empty_question_is_not_sent(page, runs, qtbot):
    qtbot.keyClicks(page.view.composer.edit, "   ")
    qtbot.keyClick(page.view.composer.edit, Qt.Key.Key_Return)
    assert not send_button(page).isEnabled()
    assert runs.job is None or not runs.job.questions


def test_what_is_typed_is_on_disk_a_moment_later(page, session, qtbot):
    qtbot.keyClicks(page.view.composer.edit, "not sent yet")
    qtbot.waitUntil(lambda: session.store.conversations.draft(None) == "not sent yet")


def test_a_page_built_again_goes_on_with_draft_and_answer(page, session, runs, qtbot):
    ask(page, runs, qtbot)
    runs.think("3 + 4")
    qtbot.keyClicks(page.view.composer.edit, "and then?")
    state = page.save_state()
    page.deleteLater()
    again = ChatPage(session)
    qtbot.addWidget(again)
    again.restore_state(state)
    again.show()
    assert again.view.composer.edit.toPlainText() == "and then?"
    assert live(again).thinking.is_streaming()
    runs.step(0, "3 + 4")
    runs.write("7")
    assert live(again).answer.text() == "7"
    runs.finish()
    wait_stored(again, qtbot)
    assert last(again).turn.text == "7"


def test_markup_of_a_model_is_shown_as_text(page, runs, qtbot):
    hostile = '<img src="file:///etc/passwd"><b>7</b>'
    shown = answer(page, runs, qtbot, answer=hostile, thinking=hostile, steps=[{"text": hostile}])
    assert shown.answer.text() == hostile
    assert shown.thinking.steps()[0].text == hostile


def test_a_giant_line_and_a_giant_chain_are_shown_whole(page, runs, qtbot):
    line = "x" * 200_000
    steps = [{"text": f"step {number}", "tokens": 2, "ms": 1.0} for number in range(20_000)]
    thinking = "\n".join(step["text"] for step in steps)
    shown = answer(page, runs, qtbot, answer=line, thinking=thinking, steps=steps)
    shown.thinking._on_header_pressed()
    page.grab()
    assert shown.answer.text() == line
    assert len(shown.thinking.steps()) == 20_000


def test_a_giant_question_is_shown_whole(page, session, qtbot):
    text = "y" * 200_000
    page.view.composer.insert(text)
    assert page.view.composer.edit.toPlainText() == text
    qtbot.keyClick(page.view.composer.edit, Qt.Key.Key_Return)
    wait_stored(page, qtbot)
    qtbot.waitUntil(lambda: len(page.view.transcript.widgets()) == 2)
    assert page.view.transcript.widgets()[0].text.text() == text
    assert "at most" in last(page).fault.told.text()


def test_asking_again_makes_a_branch_with_arrows(page, runs, qtbot):
    answer(page, runs, qtbot)
    last(page).footer.again.emit()
    qtbot.waitUntil(lambda: runs.number == 2)
    assert not page.view.transcript.widgets()[0].branches.isVisible()
    runs.finish(answer="8")
    wait_stored(page, qtbot)
    shown = last(page)
    assert (shown.turn.text, shown.branches._place.text()) == ("8", "2 / 2")
    shown.branches._back.click()
    assert last(page).turn.text == "7"


def test_an_edited_question_is_a_branch_beside_the_first(page, runs, qtbot):
    answer(page, runs, qtbot)
    asked = page.view.transcript.widgets()[0]
    asked.begin_edit()
    asked._editor._field.setPlainText("5 + 4 =")
    qtbot.keyClick(asked._editor._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: runs.number == 2)
    runs.finish(answer="9")
    wait_stored(page, qtbot)
    assert [turn.text for turn in page.chat.path()] == ["5 + 4 =", "9"]
    assert page.view.transcript.widgets()[0].branches._place.text() == "2 / 2"


def test_while_an_answer_comes_other_branches_say_why_they_wait(page, runs, qtbot):
    answer(page, runs, qtbot)
    ask(page, runs, qtbot, "5 + 4 =")
    first = page.view.transcript.widgets()[0]
    assert not first._edit.isEnabled()
    assert "Wait for the answer" in first._edit.toolTip()


def test_a_thumb_is_stored_and_taken_back(page, session, runs, qtbot):
    shown = answer(page, runs, qtbot)
    store, chat = session.store, page.chat

    def stored():
        return store.conversations.messages(chat.conversation)[-1].feedback

    shown.footer._up.click()
    qtbot.waitUntil(lambda: stored() == 1)
    shown.footer._down.click()
    qtbot.waitUntil(lambda: stored() == -1)
    assert not shown.footer._up.isChecked()
    shown.footer._down.click()
    qtbot.waitUntil(lambda: stored() == 0)


def test_an_answer_sent_to_annotate_is_a_sample_that_opens(page, session, runs, qtbot):
    shown = answer(page, runs, qtbot)
    with qtbot.waitSignal(session.opened) as opened:
        shown.footer._annotate.click()
    target = opened.args[0]
    sample = session.store.samples.get(target.what["sample"])
    assert target.page == "annotate"
    assert (sample.origin, sample.trace.answer) == ("chat", "7")
    assert session.store.conversations.messages(page.chat.conversation)[-1].sample is not None


def test_thinking_is_switched_off_beside_the_model_and_the_answer_says_so(page, runs, qtbot):
    box = page.header.strategy
    box.setCurrentIndex(box.findText("No thinking"))
    box.activated.emit(box.currentIndex())
    shown = answer(page, runs, qtbot)  # this model has no switch for it and thinks
    assert shown.turn.details["sampling"]["thinking"] is False
    assert any("asked not to think" in each.text() for each in shown.findChildren(QLabel))
    box.setCurrentIndex(box.findText("One chain"))
    box.activated.emit(box.currentIndex())
    assert page.chat.choice.is_thinking


def ways(page):
    box = page.header.strategy
    return [box.itemText(at) for at in range(box.count())]


def test_the_way_to_think_that_is_shown_is_the_one_in_force(page):
    box, offered = page.header.strategy, ways(page)
    assert box.currentText() == "One chain"
    for text, changes in (
        ("Vote of 8", {"strategy": "vote", "k": 8, "is_thinking": True}),
        ("No thinking", {"strategy": "single", "is_thinking": False}),
        ("One chain", {"strategy": "single", "is_thinking": True}),
    ):
        page.chat.choose(**changes)
        assert box.currentText() == text
    assert ways(page) == offered


def test_a_vote_of_another_size_is_offered_once(page):
    offered = ways(page)
    for k in (5, 8, 5):
        page.chat.choose(strategy="vote", k=k)
        assert page.header.strategy.currentText() == f"Vote of {k}"
    assert ways(page) == [*offered, "Vote of 5"]


def test_a_vote_shows_agreement_and_every_chain(page, runs, qtbot):
    page.chat.choose(strategy="vote", k=4)
    chains = [
        {"answer": "7", "thinking": "3 + 4", "tokens": 5, "agrees": True},
        {"answer": "8", "thinking": "hm", "tokens": 3, "agrees": False},
        {"answer": "7", "thinking": "4 + 3", "tokens": 5, "agrees": True},
        {"answer": "", "thinking": "cut", "tokens": 9, "agrees": False},
    ]
    shown = answer(page, runs, qtbot, votes={"7": 2, "8": 1}, candidate_texts=chains)
    panel = shown.candidates
    panel.toggle()
    panel.rows[2].toggle()
    assert len(panel.rows) == 4
    assert panel.rows[2]._text.text() == "4 + 3\n\n7"
    assert "2 · 50 %" in panel.histogram.summary()


def test_a_worker_that_dies_is_a_card_with_a_way_on(page, runs, qtbot):
    ask(page, runs, qtbot)
    runs.think("half")
    runs.die("The worker was killed by SIGKILL; everything written before was kept")
    wait_stored(page, qtbot)
    card = last(page).fault
    assert "SIGKILL" in card.told.text()
    assert "what was written so far" in card._kept()
    started = len(runs.started)
    card.retry.click()
    qtbot.waitUntil(lambda: len(runs.started) > started and bool(runs.job.questions))


def test_a_model_that_is_gone_is_named_and_another_is_offered(page, session, qtbot):
    store = session.store
    row = store.conversations.start("old")
    asked = store.conversations.add(row, Message(role="user", content="hello"))
    store.conversations.add(
        row,
        Message(role="assistant", content="hi"),
        Author(model="/nowhere/old-model.gguf"),
        parent=asked,
    )
    page.show_target(conversation=row)
    qtbot.waitUntil(lambda: page.chat.conversation == row)
    assert "old-model" in page.view.missing.text.text()
    with qtbot.waitSignal(page.view.model_wanted):
        page.view.missing.findChild(QPushButton).click()


def test_what_was_written_when_the_program_died_is_there_at_the_next_start(
    page, session, runs, qtbot
):
    ask(page, runs, qtbot)
    runs.think("3 + 4 is")
    row = page.chat.conversation
    session.ops.close()  # the writes so far are on disk, and nothing follows
    adopted = loading.load(session.store, row).turns[-1]
    assert adopted.thinking == "3 + 4 is"
    assert "ended while this answer was written" in adopted.failure["message"]
    assert len(loading.load(session.store, row).turns) == 2


def test_a_question_that_lost_its_answer_can_be_asked(page, session, runs, qtbot):
    row = session.store.conversations.start("cut off")
    session.store.conversations.add(row, Message(role="user", content="3 + 4 ="))
    page.chat.open(row)
    qtbot.waitUntil(lambda: page.chat.conversation == row)
    assert isinstance(live(page), Unanswered)
    live(page).findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bool(runs.job and runs.job.questions))


def test_copies_leave_the_thinking_out_unless_it_is_wanted(page, runs, qtbot):
    shown = answer(page, runs, qtbot)
    clipboard = QGuiApplication.clipboard()
    page.view.copy_last()
    assert clipboard.text() == "7"
    shown.footer._copy_markdown()
    assert "3 + 4 =" in clipboard.text()
    shown.footer._copy_thinking()
    assert clipboard.text() == "1. 3 + 4\n\n7"
    page.view.copy_jsonl()
    assert "thinking" not in clipboard.text()


def test_the_raw_text_is_exact(page, runs, qtbot):
    shown = answer(page, runs, qtbot)
    shown.footer.raw.click()
    assert shown._raw.text() == "<think>\n3 + 4\n</think>\n\n7"
    assert not shown.answer.isVisible()
    shown.footer.raw.click()
    assert shown.answer.isVisible()


def test_a_dropped_text_file_goes_into_the_question(page, tmp_path, qtbot):
    file = tmp_path / "task.txt"
    file.write_text("3 + 4 =", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.view.composer.edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: page.view.composer.edit.toPlainText() == "3 + 4 =")


def test_a_file_that_is_no_text_is_refused_in_a_sentence(page, session, tmp_path, qtbot):
    file = tmp_path / "task.txt"
    file.write_bytes(b"\xff\xfe\x00")
    with qtbot.waitSignal(session.toasted) as toasted:
        page.take_files([file])
    assert "task.txt" in toasted.args[0].text
    assert page.view.composer.edit.toPlainText() == ""


def test_the_figures_show_what_the_last_answer_cost(page, runs, qtbot):
    answer(page, runs, qtbot)
    values = page.figures.live._values
    assert values["first"].text() == "40 ms"
    assert values["decode"].text() == "50.0 tok/s"
    assert values["memory"].text() == "300 MiB"


def test_the_charts_of_cost_follow_the_conversation(page, runs, qtbot):
    page.entered()
    qtbot.waitUntil(lambda: page.figures.charts is not None)
    answer(page, runs, qtbot)
    charts = page.figures.charts
    assert charts.speed.as_table()[-1][-1] == "50"
    qtbot.waitUntil(lambda: len(charts.history.as_table()) > 1)


def test_the_starter_reads_each_question_on_its_own(page, runs, qtbot):
    answer(page, runs, qtbot)
    page.chat.choose(model="starter")
    ask(page, runs, qtbot, "5 + 4 =")
    assert runs.job.questions[-1]["messages"] == [{"role": "user", "content": "5 + 4 ="}]
    assert "on its own" in page.view.composer._hint.text()


def test_another_base_model_means_another_worker_and_an_adapter_does_not(page, runs, qtbot):
    answer(page, runs, qtbot)
    first = runs.job
    page.chat.choose(model="fake:delay=0")
    assert first.is_hung_up
    assert runs.started[-1] == "fake:delay=0"
    started = len(runs.started)
    page.chat.choose(model="fake:delay=0@run-1:4")
    ask(page, runs, qtbot, "1 + 1 =")
    assert len(runs.started) == started
    assert runs.job.questions[-1]["adapter"] == "run-1:4"


def test_every_control_has_a_name_for_screen_readers(page, runs, qtbot):
    answer(page, runs, qtbot)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    unnamed = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.objectName().startswith("qt_")
    ]
    assert unnamed == []


def test_keys_are_named_and_only_what_can_be_done_is_ready(page, runs, qtbot):
    commands = {command.key: command for command in page.commands()}
    assert not commands["chat.stop"].is_ready()
    ask(page, runs, qtbot)
    assert commands["chat.stop"].is_ready()
    assert not commands["chat.again"].is_ready()
    commands["chat.stop"].run()
    wait_stored(page, qtbot)
    assert isinstance(last(page), AnswerMessage)
    assert commands["chat.again"].is_ready()


def test_another_page_can_begin_a_chat_with_a_model_and_a_question(page, session, runs, qtbot):
    answer(page, runs, qtbot)
    page.show_target(model="fake:delay=0", prompt="12 + 30 =")
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    assert page.view.composer.edit.toPlainText() == "12 + 30 ="
    assert page.header.picker.ref() == "fake:delay=0"
    assert page.view.welcome.isVisible()
    qtbot.waitUntil(lambda: session.store.conversations.draft(None) == "12 + 30 =")


def test_in_a_narrow_window_list_and_chat_take_turns(page, runs, qtbot):
    answer(page, runs, qtbot)
    page.resize(500, 600)
    assert not page.list.isVisible()
    assert "too narrow" in page.header.figures.toolTip()
    page.header.chats.click()
    assert page.list.isVisible()
    assert not page.view.isVisible()
    page.chat.open(page.chat.conversation)
    qtbot.waitUntil(page.view.isVisible)
    page.resize(1100, 760)
    assert page.list.isVisible()
    assert page.figures.isVisible()


def test_a_text_file_is_taken_and_other_files_are_left_to_other_pages(page, tmp_path, qtbot):
    task, table = tmp_path / "task.txt", tmp_path / "rows.jsonl"
    task.write_text("1 + 1 =", encoding="utf-8")
    table.write_text("{}", encoding="utf-8")
    assert not page.take_files([table, tmp_path])
    assert page.take_files([task])
    qtbot.waitUntil(lambda: page.view.composer.edit.toPlainText() == "1 + 1 =")


def new_chat(page, qtbot):
    page.chat.new_chat()
    qtbot.waitUntil(lambda: page.chat.conversation is None)


def test_deleting_a_chat_stops_its_answer_and_the_next_question_is_asked(
    page, session, runs, qtbot
):
    ask(page, runs, qtbot)
    runs.think("half a")
    removed = page.chat.conversation
    page.chat.remove(removed)
    assert runs.job.dropped == [1]
    runs.finish(stopped=True, answer="", thinking="half a", closed=False)
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    ask(page, runs, qtbot, "5 + 4 =")
    assert page.chat.pending.stream.phase is Phase.READING
    session.undo.undo()
    qtbot.waitUntil(lambda: page.list.model.row_of(removed) >= 0)
    page.chat.open(removed)
    qtbot.waitUntil(lambda: page.chat.conversation == removed)
    assert page.chat.path()[-1].details["stopped"] is True


def test_deleting_a_chat_whose_question_waits_takes_it_out_of_the_line(page, runs, qtbot):
    ask(page, runs, qtbot)
    first = page.chat.conversation
    new_chat(page, qtbot)
    page.chat.ask("5 + 4 =")
    qtbot.waitUntil(lambda: page.chat.pending is not None)
    page.chat.remove(page.chat.conversation)
    assert page.chat.answers.conversations == {first}


def test_a_question_of_a_chat_that_is_deleted_meanwhile_is_not_asked(page, runs, qtbot):
    answer(page, runs, qtbot)
    page.chat.ask("5 + 4 =")
    page.chat.remove(page.chat.conversation)
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    assert len(runs.job.questions) == 1
