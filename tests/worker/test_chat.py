import json
import threading
import time

import pytest

from o1desk.core.errors import Cancelled, InputError
from o1desk.core.events import Result, StepDone, TokenText
from o1desk.models.fake import FakeBackend
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
    assert chat.run(bench.job({"model": model})) == {"answers": len(questions)}
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
        ({"problem": {"prompt": "?"}}, "'problem' of a question is not a problem"),
        ({"problem": 3}, "'problem' of a question is"),
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

    assert (found[5]["stopped"], found[5]["answer"], found[5]["verdict"]) == (True, "", None)
    assert (found[6]["stopped"], found[6]["answer"]) == (False, "7")


def test_an_answer_stopped_while_it_streams_keeps_everything_that_was_written(bench):
    def stop():
        while len(bench.of(TokenText)) < 3:
            time.sleep(0.005)
        bench.tell(cmd="stop", id=5)

    threading.Thread(target=stop, daemon=True).start()
    text = "think of a\n" * 2000
    found = answers(bench, QUESTION, QUESTION | {"id": 6, "sampling": {"max_new_tokens": 3}},
                    model=f"fake:delay=0.01,text=<think>\n{text}")  # fmt: skip

    streamed = "".join(event.text for event in bench.of(TokenText) if event.id == 5)
    value = found[5]
    assert value["stopped"] is True
    assert "error" not in value
    assert value["thinking"] == streamed.strip("\n")
    assert value["raw"].startswith("<think>\nthink of a")
    assert len(value["raw"]) < len(text)
    assert value["steps"][0]["text"] == "think of a"
    assert value["efficiency"]["tokens_thinking"] > 10
    assert found[6]["stopped"] is False


def test_memory_that_runs_out_halfway_keeps_what_was_written(bench, monkeypatch):
    real = FakeBackend.stream

    def starve(self, prompt, sampling, *, control=None):
        for count, token in enumerate(real(self, prompt, sampling, control=control)):
            if count == 20:
                raise MemoryError
            yield token

    monkeypatch.setattr(FakeBackend, "stream", starve)
    value = answers(bench, QUESTION)[5]

    assert "Memory ran out" in value["error"]
    assert value["thinking"].startswith("The question")
    assert (value["stopped"], value["verdict"]) == (False, None)


def test_a_question_that_can_be_recognised_gets_a_verdict(bench):
    value = answers(bench, QUESTION)[5]

    assert value["verdict"] == {
        "judgement": "correct",
        "method": "computed",
        "detail": "",
        "score": 1.0,
        "reference": "7",
    }
    assert value["problem"]["environment"] == "chain_sum"


def test_a_question_that_nobody_can_check_gets_none(bench):
    hello = {"id": 5, "messages": [{"role": "user", "content": "Hello"}]}
    value = answers(bench, hello)[5]

    assert (value["verdict"], value["problem"]) == (None, None)


def test_an_answer_to_a_given_problem_is_judged_by_its_environment(bench, tmp_path):
    known = {"environment": "imported/mine", "level": "easy", "prompt": "Say 7", "answer": "7"}
    folder = tmp_path / "datasets"
    folder.mkdir()
    (folder / "mine.jsonl").write_text(json.dumps({"prompt": "Say 7", "answer": "7"}) + "\n")
    gone = known | {"environment": "imported/gone"}
    sum_ = known | {"environment": "chain_sum", "prompt": "3 + 4 =", "identity": "3+4"}
    found = answers(
        bench,
        QUESTION | {"problem": known},
        QUESTION | {"id": 6, "problem": gone},
        QUESTION | {"id": 7, "problem": sum_},
    )

    assert found[5]["verdict"]["judgement"] == "correct"
    assert found[5]["verdict"]["method"] != "computed"
    assert found[6]["verdict"]["judgement"] == "unverifiable"
    assert "gone" in found[6]["verdict"]["detail"]
    assert found[7]["verdict"]["method"] == "computed"


def test_every_candidate_of_a_vote_comes_with_its_length(bench):
    settings = {"strategy": "vote", "strategy_settings": {"k": 12}, "sampling": {"seed": 3}}
    value = answers(bench, QUESTION | settings, model="fake:accuracy=0.6")[5]

    texts = value["candidate_texts"]
    assert len(texts) == value["candidates"] == 12
    assert {each["answer"] for each in texts if each["agrees"]} == {value["answer"]}
    assert not all(each["agrees"] for each in texts)
    assert all(each["tokens"] > len(each["answer"]) for each in texts)


def test_an_answer_says_how_much_memory_the_worker_uses(bench):
    assert answers(bench, QUESTION)[5]["memory_mib"] > 1


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
