from o1desk.core.events import StepDone, TokenText
from o1desk.gui.pages.chat.stream import Phase, Stream


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def thinking(text, n):
    return TokenText(id=1, text=text, n=n, part="thinking")


def said(text, n):
    return TokenText(id=1, text=text, n=n)


def done(index, text, tokens=3):
    return StepDone(id=1, index=index, text=text, tokens=tokens, ms=10.0)


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
    stream.take([TokenText(id=1, text="let me see", n=4, part="recast"), done(0, "let me see")])
    stream.take([said("7", 6)])
    assert (stream.answer, stream.thinking) == ("7", "let me see")
    assert stream.thinking_tokens == 4


def test_speed_is_that_of_the_last_second():
    clock = Clock()
    stream = Stream(clock)
    for tenth in range(30):
        clock.now = 100.0 + tenth / 10
        stream.take([said("x", tenth * 5)])
    rate = stream.rate_now()
    assert rate is not None
    assert abs(rate - 50.0) < 1e-6


def test_no_speed_is_told_from_one_piece():
    stream = Stream()
    stream.take([said("x", 1)])
    assert stream.rate_now() is None


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
