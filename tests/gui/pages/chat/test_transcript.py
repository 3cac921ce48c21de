import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from o1desk.gui.pages.chat.transcript import MOST_SHOWN, Transcript


@pytest.fixture
def transcript(theme, qtbot):
    def build(number):
        made = QLabel(f"message {number}")
        made.setFixedHeight(100)
        return made

    made = Transcript(theme, build)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def texts(transcript):
    return [widget.text() for widget in transcript.widgets()]


def is_at_end(transcript):
    bar = transcript.area.verticalScrollBar()
    return bar.maximum() > 0 and bar.value() == bar.maximum()


def fill(transcript, qtbot, count):
    transcript.show_ids(range(1, count + 1))
    wanted = min(count, MOST_SHOWN)
    qtbot.waitUntil(lambda: len(transcript.widgets()) == wanted)
    qtbot.waitUntil(lambda: is_at_end(transcript))


def test_only_the_last_messages_are_built_and_earlier_ones_when_asked(transcript, qtbot):
    fill(transcript, qtbot, 200)
    assert texts(transcript)[0] == "message 141"
    assert "140" in transcript.earlier.text()
    transcript.area.verticalScrollBar().setValue(0)
    transcript.earlier.click()
    qtbot.waitUntil(lambda: len(transcript.widgets()) == 2 * MOST_SHOWN)
    assert texts(transcript)[0] == "message 81"
    assert not transcript.follows


def test_earlier_messages_appear_above_what_is_read(transcript, qtbot):
    fill(transcript, qtbot, 100)
    bar = transcript.area.verticalScrollBar()
    bar.setValue(0)
    from_end = bar.maximum() - bar.value()
    transcript.earlier.click()
    qtbot.waitUntil(lambda: len(transcript.widgets()) == 100)
    qtbot.waitUntil(lambda: bar.value() > 0 and bar.maximum() - bar.value() == from_end)
    qtbot.waitUntil(lambda: transcript.offset_from_end() == from_end)


def test_the_end_stays_in_view_until_somebody_reads_above(transcript, qtbot):
    fill(transcript, qtbot, 20)
    more = QLabel("new")
    more.setFixedHeight(300)
    transcript.set_tail(more)
    qtbot.waitUntil(lambda: is_at_end(transcript) and more.isVisible())
    transcript.area.verticalScrollBar().setValue(100)
    more.setFixedHeight(900)
    transcript.tell_new_text()
    assert transcript.pill.isVisible()
    qtbot.mouseClick(transcript.pill, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_at_end(transcript))
    assert transcript.pill.isHidden()


def test_reading_within_a_hand_of_the_end_still_follows(transcript, qtbot):
    fill(transcript, qtbot, 20)
    bar = transcript.area.verticalScrollBar()
    bar.setValue(bar.maximum() - 60)
    assert transcript.follows
    bar.setValue(bar.maximum() - 65)
    assert not transcript.follows


def test_messages_before_a_change_keep_their_widgets(transcript, qtbot):
    fill(transcript, qtbot, 4)
    kept = transcript.widgets()[:2]
    transcript.show_ids([1, 2, 9])
    assert transcript.widgets()[:2] == kept
    assert texts(transcript) == ["message 1", "message 2", "message 9"]


def test_a_new_message_does_not_bring_hidden_ones_back(transcript, qtbot):
    fill(transcript, qtbot, 80)
    transcript.show_ids(range(1, 82))
    qtbot.waitUntil(lambda: texts(transcript)[-1] == "message 81")
    assert len(transcript.widgets()) == MOST_SHOWN + 1
