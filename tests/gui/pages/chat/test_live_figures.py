"""The curves of the answer in hand, and of the last one."""

import time

import pytest

from o1desk.core.events import Stamped, StepDone, TokenText

FLASH = (
    TokenText(id=1, text="3 + 4", n=1, part="thinking"),
    TokenText(id=1, text=" is 7", n=5, part="thinking"),
    StepDone(id=1, index=0, text="3 + 4 is 7", tokens=5, ms=50.0),
    TokenText(id=1, text="7", n=9),
)


@pytest.fixture
def figures(page):
    page.figures.show()
    return page.figures.live


@pytest.fixture
def ask(page, runs, qtbot):
    def put():
        before = 0 if runs.job is None else len(runs.job.questions)
        assert page.chat.ask("3 + 4 =")
        qtbot.waitUntil(lambda: runs.job is not None and len(runs.job.questions) > before)

    return put


def write(runs, pieces, every_s):
    """Let the worker write an answer that the window sees all at once."""
    for number, piece in enumerate(pieces):
        runs.run.take(Stamped(seq=number, t=time.time() + number * every_s, event=piece))
    runs.run.flush()


def finish(page, runs, qtbot):
    runs.finish()
    qtbot.waitUntil(lambda: not page.chat.is_busy)


def test_a_flash_of_an_answer_has_its_curves(page, runs, figures, ask, qtbot):
    ask()
    write(runs, FLASH, every_s=0.05)
    assert [round(rate) for _, rate in figures.speed.points()] == [80, 80, 53]
    finish(page, runs, qtbot)
    assert [round(rate) for _, rate in figures.speed.points()] == [80, 80, 53]
    assert len(figures.memory.points()) >= 2
    assert figures.memory.peak() > 1.0


def test_the_curves_of_a_flash_are_there_when_its_chat_is_opened_again(
    page, runs, figures, ask, qtbot
):
    ask()
    write(runs, FLASH, every_s=0.02)
    finish(page, runs, qtbot)
    conversation = page.chat.conversation
    page.chat.new_chat()
    qtbot.waitUntil(lambda: page.chat.conversation is None)
    assert figures.speed.summary() == "Speed now: Appears while it answers."
    page.chat.open(conversation)
    qtbot.waitUntil(lambda: page.chat.conversation == conversation)
    assert len(figures.speed.points()) >= 2
    assert len(figures.memory.points()) >= 2


def test_an_answer_in_one_piece_is_too_short_to_draw(page, runs, figures, ask, qtbot):
    assert figures.speed.summary() == "Speed now: Appears while it answers."
    ask()
    write(runs, FLASH[-1:], every_s=0.05)
    assert figures.speed.summary() == "Speed now: Appears while it answers."
    finish(page, runs, qtbot)
    assert figures.speed.summary() == "Speed now: Too short to draw."


def test_the_memory_of_the_last_answer_is_not_that_of_the_next(page, runs, figures, ask, qtbot):
    ask()
    finish(page, runs, qtbot)
    assert figures._values["memory"].text() == "300 MiB"
    runs.job.pid = None
    ask()
    assert figures._values["memory"].text() != "300 MiB"
