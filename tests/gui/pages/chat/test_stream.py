import pytest

from o1desk.core.events import Stamped, StepDone, TokenText
from o1desk.gui.pages.chat.stream import Phase, Stream


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def thinking(text, n, at_s=0.0):
    return Stamped(seq=n, t=at_s, event=TokenText(id=1, text=text, n=n, part="thinking"))


def said(text, n, at_s=0.0, part="answer"):
    return Stamped(seq=n, t=at_s, event=TokenText(id=1, text=text, n=n, part=part))


def done(index, text, tokens=3):
    step = StepDone(id=1, index=index, text=text, tokens=tokens, ms=10.0)
    return Stamped(seq=index, t=0.0, event=step)


def test_a_finished_step_leaves_only_the_next_one_open():
    stream = Stream()
    stream.take([thinking("3 + 4 is 7\nand 7", 9), done(0, "3 + 4 is 7")])
    assert stream.open_step == "and 7"
    assert [step["text"] for step in stream.step_values()] == ["3 + 4 is 7", "and 7"]


def test_the_answer_ends_the_clock_of_the_thinking():
    clock = Clock()
    stream = Stream(clock)
    stream.sent()
    clock.now = 101.0
    stream.take([thinking("a", 1)])
    clock.now = 103.0
    stream.take([done(0, "a"), said("7", 2)])
    clock.now = 110.0
    assert (stream.phase, stream.thinking_seconds()) == (Phase.ANSWERING, 2.0)
    assert stream.first_token_ms() == 1000.0


def test_an_answer_that_turns_out_to_be_thinking_moves_there():
    stream = Stream()
    stream.take([said("let me see", 3)])
    stream.take([said("let me see", 4, part="recast"), done(0, "let me see")])
    stream.take([said("7", 6)])
    assert (stream.answer, stream.thinking) == ("7", "let me see")
    assert stream.thinking_tokens == 4


def test_speed_is_that_of_the_last_second():
    stream = Stream()
    for tenth in range(30):
        tokens = tenth if tenth < 10 else 10 + (tenth - 10) * 5
        stream.take([said("x", tokens, at_s=tenth / 10)])
    assert stream.rate_now() == pytest.approx(50.0)


def test_a_short_answer_has_a_curve_by_the_times_at_which_it_was_written():
    clock = Clock()
    stream = Stream(clock)
    stream.sent()
    clock.now = 100.2  # all of it arrives at one tick of the window
    stream.take([thinking("a", 1, 7.0), thinking("b", 4, 7.05), said("c", 9, 7.1)])
    assert [(round(at_s, 3), round(rate)) for at_s, rate in stream.rates] == [
        (0.2, 60),
        (0.25, 60),
        (0.3, 80),
    ]


def test_a_curve_begins_at_the_first_token_and_grows_with_each_piece():
    stream = Stream()
    stream.sent()
    for number in range(100):
        stream.take([said("x", number, at_s=number * 0.05)])
    assert len(stream.rates) == 100
    assert stream.rates[-1][0] - stream.rates[0][0] == pytest.approx(99 * 0.05)


def test_pieces_written_at_one_moment_are_one_for_the_speed():
    stream = Stream()
    stream.take([thinking("a", 1, 7.0), said("b", 9, 7.001)])
    assert stream.rate_now() is None
    stream.take([said("c", 11, 7.1)])
    assert stream.rate_now() == pytest.approx(100.0)


def test_a_clock_that_is_set_back_makes_no_speed_of_it():
    stream = Stream()
    stream.take([said("a", 1, 7.0), said("b", 5, 7.1), said("c", 9, 3.0)])
    assert [round(rate) for _, rate in stream.rates] == [40, 40]


def test_no_speed_is_told_from_one_piece():
    stream = Stream()
    stream.take([said("x", 1)])
    assert stream.rate_now() is None
    assert stream.rates == []


def test_a_stopping_answer_stays_stopping_whatever_arrives():
    stream = Stream()
    stream.take([thinking("a", 1)])
    stream.phase = Phase.STOPPING
    stream.take([said("b", 2)])
    assert stream.phase is Phase.STOPPING


def test_waiting_ends_when_a_worker_has_the_question():
    clock = Clock()
    stream = Stream(clock)
    clock.now = 102.5
    stream.sent()
    clock.now = 110.0
    assert stream.waited_s() == 2.5
