"""The stand-in model: deterministic, exact about its probabilities, easy to stop."""

import math

import pytest

from o1desk.core import trace
from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError
from o1desk.core.types import Message
from o1desk.models.fake import END, FakeBackend, parse_options
from o1desk.models.open import open_backend

QUESTION = (Message(role="user", content="What is 17 + 25?"),)


def test_a_sum_is_answered_with_steps_inside_closed_marks():
    backend = open_backend("fake")
    prompt = backend.render(QUESTION)
    [[completion]] = backend.generate([prompt], Sampling())
    read = trace.parse(completion.text, opened=True)
    assert read.closed
    assert read.answer == "42"
    assert len(read.steps) >= 2


def test_thinking_off_leaves_the_answer_alone():
    backend = open_backend("fake")
    [[completion]] = backend.generate([backend.render(QUESTION, thinking=False)], Sampling())
    assert completion.text == "42"


def test_the_same_seed_gives_the_same_group_and_another_seed_another():
    backend = open_backend("fake:accuracy=0.5")
    prompt = backend.render(QUESTION)
    first = backend.generate([prompt], Sampling(seed=3), n=32)
    assert first == backend.generate([prompt], Sampling(seed=3), n=32)
    assert first != backend.generate([prompt], Sampling(seed=4), n=32)


def test_logprobs_add_up_to_the_probability_of_the_text():
    backend = open_backend("fake:accuracy=0.5")
    [group] = backend.generate([backend.render(QUESTION)], Sampling(), n=64)
    answers = {trace.parse(one.text, opened=True).answer: one for one in group}
    assert math.isclose(math.exp(sum(answers["42"].logprobs)), 0.5)
    assert math.isclose(math.exp(sum(answers["43"].logprobs)), 0.5 / 3)


def test_greedy_is_always_right():
    backend = open_backend("fake:accuracy=0.1")
    [group] = backend.generate([backend.render(QUESTION)], Sampling(temperature=0.0), n=8)
    assert {trace.parse(one.text, opened=True).answer for one in group} == {"42"}


def test_a_begun_chain_is_gone_on_with():
    backend = open_backend("fake")
    prompt = backend.render(QUESTION)
    [[whole]] = backend.generate([prompt], Sampling())
    [[rest]] = backend.generate([prompt + whole.text[:20]], Sampling())
    assert whole.text[:20] + rest.text == whole.text


def test_a_chain_it_would_never_begin_is_closed_at_once():
    backend = open_backend("fake")
    [[rest]] = backend.generate([backend.render(QUESTION) + "Wait, "], Sampling())
    assert rest.text == "</think>\n\n42"


def test_a_length_limit_cuts_and_says_so():
    backend = open_backend("fake")
    [[completion]] = backend.generate([backend.render(QUESTION)], Sampling(max_new_tokens=5))
    assert completion.finish == "length"
    assert len(completion.token_ids) == 5


def test_the_stream_equals_the_completion_for_text_outside_ascii():
    backend = open_backend("fake:text=zwölf → 十二")
    prompt = backend.render(QUESTION)
    tokens = list(backend.stream(prompt, Sampling()))
    [[completion]] = backend.generate([prompt], Sampling())
    assert "".join(token.text for token in tokens) == completion.text == "zwölf → 十二"
    assert tuple(token.token_id for token in tokens) == completion.token_ids
    assert completion.token_ids[-1] == END


def test_a_cancel_lands_between_two_tokens():
    def stop(phase, done, total):
        if phase == "token" and done == 3:
            raise Cancelled("stop")

    backend = FakeBackend("fake", parse_options("delay=0.0001"))
    with pytest.raises(Cancelled):
        backend.generate([backend.render(QUESTION)], Sampling(), control=NullControl(stop))


@pytest.mark.parametrize("options", ["speed=3", "accuracy=2", "delay=soon", "steps=-1", "x"])
def test_an_unknown_option_is_refused_in_a_sentence(options):
    with pytest.raises(InputError, match="fake model"):
        open_backend(f"fake:{options}")


def test_the_delay_can_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("O1DESK_FAKE_DELAY", "0.25")
    assert parse_options("").delay == 0.25
    assert parse_options("delay=0").delay == 0.0
