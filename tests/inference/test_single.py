"""One chain: its events while it streams, its figures, and batches."""

import time

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled
from o1desk.core.events import StepDone, TokenText
from o1desk.core.registry import find
from o1desk.core.types import Message
from o1desk.inference import emitter

QUESTION = [Message(role="user", content="2+2?")]
TEXT = "Two and two.\nFour.\n</think>\n\n4"


def single():
    return find("strategy", "single").factory()


def test_the_answer_has_steps_with_tokens_and_figures(scripted):
    answer = single().run(scripted(TEXT), QUESTION, Sampling(), control=NullControl())
    assert [step.text for step in answer.steps] == ["Two and two.", "Four."]
    assert answer.trace.answer == "4"
    assert answer.raw == "<think>\n" + TEXT  # the prompt supplied the mark
    assert answer.votes == {"4": 1}
    assert sum(step.tokens for step in answer.steps) <= answer.efficiency.tokens_thinking
    assert all(step.tokens > 0 and step.mean_logprob == -0.5 for step in answer.steps)
    total = answer.efficiency.tokens_thinking + answer.efficiency.tokens_answer
    assert total == -(-len(TEXT) // 3) + 1  # the end of turn counts
    assert not answer.truncated


def test_streamed_text_holds_no_marks_and_adds_up(scripted):
    control = NullControl()
    single().run(scripted(TEXT), QUESTION, Sampling(), control=control)
    texts = [event for event in control.events if isinstance(event, TokenText)]
    parts = {
        part: "".join(event.text for event in texts if event.part == part)
        for part in ("thinking", "answer")
    }
    assert parts == {"thinking": "Two and two.\nFour.", "answer": "4"}
    counts = [event.n for event in texts]
    assert counts == sorted(counts)
    assert {event.id for event in texts} == {0}


def test_a_step_stands_between_thinking_and_answer(scripted):
    control = NullControl()
    single().run(scripted(TEXT), QUESTION, Sampling(), control=control)
    kinds = [
        event.part if isinstance(event, TokenText) else "step"
        for event in control.events
        if isinstance(event, TokenText | StepDone)
    ]
    assert kinds[kinds.index("answer") - 1] == "step"
    assert kinds.count("step") == 2


def test_text_events_come_at_most_twenty_a_second(scripted, monkeypatch):
    now = iter(i * 0.01 for i in range(10_000))  # every look at the clock is 10 ms later
    monkeypatch.setattr(emitter.time, "monotonic", lambda: next(now))
    control = NullControl()
    backend = scripted("word " * 100 + "</think>x", size=5)
    single().run(backend, QUESTION, Sampling(), control=control)
    texts = [event for event in control.events if isinstance(event, TokenText)]
    assert len(texts) <= 100 / 5 + 3
    assert "".join(e.text for e in texts if e.part == "thinking") == "word " * 100


def test_a_stop_in_the_middle_tells_the_text_so_far(scripted):
    def stop(phase: str, done: int, total: int) -> None:
        if done == 5:
            raise Cancelled("stopped")

    control = NullControl(stop_when=stop)
    with pytest.raises(Cancelled):
        single().run(scripted(TEXT), QUESTION, Sampling(), control=control)
    texts = [event.text for event in control.events if isinstance(event, TokenText)]
    assert "".join(texts) == TEXT[: 5 * 3]


def test_a_length_limit_inside_the_thinking_is_told(scripted):
    answer = single().run(
        scripted(TEXT), QUESTION, Sampling(max_new_tokens=4), control=NullControl()
    )
    assert answer.truncated
    assert not answer.trace.closed
    assert answer.efficiency.tokens_answer == 0


def test_an_end_exactly_at_the_limit_is_no_cut(scripted):
    exact = -(-len(TEXT) // 3) + 1
    answer = single().run(
        scripted(TEXT), QUESTION, Sampling(max_new_tokens=exact), control=NullControl()
    )
    assert not answer.truncated


def test_a_prompt_with_thinking_off_has_no_steps(scripted):
    control = NullControl()
    sampling = Sampling(thinking=False)
    answer = single().run(scripted("4"), QUESTION, sampling, control=control)
    assert (answer.steps, answer.trace.answer) == ((), "4")
    assert answer.efficiency.tokens_thinking == 0


def test_a_template_that_hides_its_opening_mark_is_recast(scripted):
    control = NullControl()
    backend = scripted(TEXT, opening="")
    answer = single().run(backend, QUESTION, Sampling(), control=control)
    assert [step.text for step in answer.steps] == ["Two and two.", "Four."]
    recast = [e.text for e in control.events if isinstance(e, TokenText) and e.part == "recast"]
    assert recast == ["Two and two.\nFour."]
    assert answer.efficiency.tokens_answer <= 2


def test_a_batch_gives_every_conversation_its_answer(scripted):
    backend = scripted(lambda question, _: f"Hm.\n</think>{question}")
    asked = [[Message(role="user", content=str(n))] for n in range(5)]
    answers = single().answer_many(backend, asked, Sampling(), control=NullControl())
    assert [answer.trace.answer for answer in answers] == ["0", "1", "2", "3", "4"]
    assert all(answer.efficiency.calls == 1 for answer in answers)


def test_equal_neighbours_share_one_prompt(scripted):
    backend = scripted(lambda q, i: f"Hm.\n</think>{q}{i}")
    asked = [[Message(role="user", content=q)] for q in "aaabbb"]
    answers = single().answer_many(backend, asked, Sampling(seed=3), control=NullControl())
    assert [a.trace.answer for a in answers] == ["a0", "a1", "a2", "b0", "b1", "b2"]
    assert [(len(prompts), n) for prompts, n, _ in backend.asked] == [(2, 3)]


def test_big_batches_are_drawn_in_parts_with_seeds_of_their_own(scripted):
    backend = scripted("</think>x")
    asked = [[Message(role="user", content=str(n))] for n in range(600)]
    answers = single().answer_many(backend, asked, Sampling(seed=3), control=NullControl())
    assert len(answers) == 600
    seeds = [seed for _, _, seed in backend.asked]
    assert len(set(seeds)) == len(seeds) == 3
    assert all(0 <= seed < 2**31 for seed in seeds)


def test_the_stamps_of_the_stream_become_figures(scripted):
    before = time.perf_counter()
    answer = single().run(scripted(TEXT), QUESTION, Sampling(), control=NullControl())
    assert answer.efficiency.ttft_ms is not None
    assert 0 < answer.efficiency.seconds <= time.perf_counter() - before
