import threading
import time

import pytest

from o1desk.core.errors import Cancelled, InputError, Suspended
from o1desk.core.events import Result, StepDone, TokenText
from o1desk.worker.roles import chat, role_named

QUESTION = {"id": 5, "messages": [{"role": "user", "content": "3 + 4 ="}]}


def answers(bench, *questions, model="fake"):
    """Put questions to a chat, end it, and return the results by id."""
    for question in questions:
        bench.tell(cmd="ask", **question)

    def end():
        while len(bench.of(Result)) < len(questions):
            time.sleep(0.01)
        bench.tell(cmd="suspend")

    threading.Thread(target=end, daemon=True).start()
    with pytest.raises(Suspended):
        chat.run(bench.job({"model": model}))
    return {event.id: event.value for event in bench.of(Result)}


def test_an_answer_brings_steps_thinking_and_cost(bench):
    value = answers(bench, QUESTION)[5]

    assert value["answer"] == "7"
    assert value["thinking"] == "\n".join(step["text"] for step in value["steps"])
    assert value["efficiency"]["tokens_thinking"] > 0
    assert (value["strategy"], value["model"]) == ("single", "fake")


def test_streamed_events_carry_the_id_of_their_question(bench):
    answers(bench, QUESTION, QUESTION | {"id": 6})

    assert {event.id for event in bench.of(StepDone)} == {5, 6}
    assert {event.id for event in bench.of(TokenText)} == {5, 6}


def test_a_vote_of_several_chains_is_one_question(bench):
    settings = {"strategy": "vote", "strategy_settings": {"k": 3}}
    value = answers(bench, QUESTION | settings)[5]

    assert (value["answer"], value["candidates"], value["votes"]) == ("7", 3, {"7": 3})


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"messages": []}, "A question needs messages"),
        ({"messages": ["hello"]}, "a message must be a table"),
        ({"messages": [{"role": "user"}]}, "a message lacks 'content'"),
        ({"sampling": {"temprature": 1}}, "did you mean 'temperature'"),
        ({"strategy": "votte"}, "did you mean 'vote'"),
        (
            {"strategy": "vote", "strategy_settings": {"chains": 3}},
            "setting of the strategy 'vote'",
        ),
        ({"strategy_settings": [3]}, "'strategy_settings' of a question must be a table"),
        ({"sampling": 3}, "'sampling' of a question must be a table"),
        ({"adapter": "no-such-run"}, "An adapter cannot be put over 'fake'"),
    ],
)
def test_a_wrong_question_is_answered_with_a_sentence_and_the_chat_goes_on(bench, wrong, sentence):
    found = answers(bench, QUESTION | wrong, QUESTION | {"id": 6})

    assert sentence in found[5]["error"]
    assert found[6]["answer"] == "7"


def test_a_dropped_answer_stops_and_the_next_one_is_given(bench):
    bench.tell(cmd="stop", id=5)

    found = answers(bench, QUESTION, QUESTION | {"id": 6})

    assert found[5]["stopped"] is True
    assert found[6]["answer"] == "7"


def test_memory_that_runs_out_in_one_answer_does_not_end_the_chat(bench, monkeypatch):
    real = chat._answer

    def starve(job, desk, question, number):
        if number == 5:
            raise MemoryError
        return real(job, desk, question, number)

    monkeypatch.setattr(chat, "_answer", starve)
    question = QUESTION | {"sampling": {"max_new_tokens": 100}}
    found = answers(bench, question, QUESTION | {"id": 6})

    assert "try max_new_tokens = 75" in found[5]["error"]
    assert found[6]["answer"] == "7"


def test_a_bug_in_an_answer_ends_the_worker(bench, monkeypatch):
    monkeypatch.setattr(chat, "_plain", lambda _: 1 / 0)
    bench.tell(cmd="ask", **QUESTION)

    with pytest.raises(ZeroDivisionError):
        chat.run(bench.job({"model": "fake"}))


def test_a_stop_of_the_worker_ends_an_answer_halfway(bench):
    bench.tell(cmd="ask", **QUESTION)
    threading.Timer(0.2, bench.tell, kwargs={"cmd": "cancel"}).start()

    with pytest.raises(Cancelled):
        chat.run(bench.job({"model": "fake:delay=0.02"}))
    assert bench.of(Result) == []


def test_an_unknown_role_names_the_nearest():
    with pytest.raises(InputError, match="did you mean 'train'"):
        role_named("trian")
