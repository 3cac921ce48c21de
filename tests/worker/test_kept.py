"""What a stopped answer keeps, token by token."""

import dataclasses

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.events import StepDone
from o1desk.core.types import Message
from o1desk.inference.single import Single
from o1desk.models.fake import FakeBackend, FakeOptions
from o1desk.worker.kept import KeptBackend, answer_so_far

MESSAGES = [Message(role="user", content="3 + 4 =")]


class StopError(Exception):
    pass


def stopped_after(tokens, text="", *, thinking=True):
    """Answer until so many tokens are drawn, then stop; return what was kept."""
    kept = KeptBackend(FakeBackend("fake", FakeOptions(text=text)))

    def stop(phase, done, total):
        if done == tokens:
            raise StopError

    control = NullControl(stop)
    sampling = Sampling(thinking=thinking)
    with pytest.raises(StopError):
        Single().run(kept, MESSAGES, sampling, control=control)
    return kept, [event for event in control.events if isinstance(event, StepDone)]


def whole():
    control = NullControl()
    backend = KeptBackend(FakeBackend("fake", FakeOptions()))
    return Single().run(backend, MESSAGES, Sampling(), control=control)


def test_at_every_token_what_is_kept_is_a_beginning_of_the_answer():
    finished = whole()
    for tokens in range(finished.efficiency.tokens_thinking + finished.efficiency.tokens_answer):
        found = answer_so_far(*stopped_after(tokens))

        assert finished.raw.startswith(found.raw)
        assert finished.trace.thinking.startswith(found.trace.thinking)
        assert finished.trace.answer.startswith(found.trace.answer)
        cost = found.efficiency
        assert cost.tokens_thinking + cost.tokens_answer == tokens


def test_finished_steps_keep_their_times_and_the_last_one_is_counted():
    kept, told = stopped_after(30)
    told = [dataclasses.replace(event, ms=12.5) for event in told]
    found = answer_so_far(kept, told)

    assert [step.ms for step in found.steps] == [12.5] * len(told) + [0.0]
    assert all(step.tokens > 0 for step in found.steps)
    assert not found.trace.closed


def test_before_the_first_token_there_is_nothing():
    found = answer_so_far(KeptBackend(FakeBackend("fake", FakeOptions())), [])

    assert (found.raw, found.candidates, found.votes) == ("", (), {})
    assert found.efficiency.calls == 0


def test_thinking_that_nobody_opened_is_recast():
    kept, told = stopped_after(12, "ab\n</think>\n\nc", thinking=True)
    kept.prompt = "a prompt without marks"
    found = answer_so_far(kept, told)

    assert found.trace.thinking == "ab"
    assert found.efficiency.tokens_thinking == len("ab\n</think>")
