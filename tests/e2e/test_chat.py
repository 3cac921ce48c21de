"""A chat with the real worker as a real process: stop, and answers too large for the wire."""

import queue

import pytest

from o1desk.cli.live_chat import LiveChat
from o1desk.core.events import Result, TokenText
from o1desk.core.runs import RunState
from o1desk.jobs.run import whole_value

QUESTION = {"messages": [{"role": "user", "content": "3 + 4 ="}]}


@pytest.fixture
def chat(manager):
    """Start a chat; returns the job and the queue of its events."""

    def start(model):
        heard = queue.SimpleQueue()
        return manager.start("chat", {"config": {"model": model}}, listener=heard.put), heard

    return start


def next_of(heard, kind):
    while True:
        event = heard.get(timeout=60).event
        if isinstance(event, kind):
            return event


def test_stopping_an_answer_brings_its_beginning_and_the_chat_goes_on(chat):
    text = "I think. " * 4000
    job, heard = chat(f"fake:delay=0.01,text={text}")
    number = job.ask(**QUESTION, sampling={"max_new_tokens": 30_000})
    for _ in range(5):
        next_of(heard, TokenText)
    job.drop(number)
    first = next_of(heard, Result)
    job.ask(**QUESTION, sampling={"max_new_tokens": 5})
    second = next_of(heard, Result)

    assert (first.id, first.value["stopped"]) == (number, True)
    assert text.startswith(first.value["raw"].removeprefix("<think>\n"))
    assert 0 < len(first.value["raw"]) < len(text)
    assert second.value["stopped"] is False
    job.cancel()
    assert job.wait(30).state is RunState.CANCELLED


def test_an_answer_too_large_for_the_wire_comes_whole_from_the_run_folder(chat):
    text = "\u601d" * 40_000
    job, heard = chat(f"fake:text={text}")
    job.ask(**QUESTION, sampling={"max_new_tokens": 200_000, "thinking": False})
    value = next_of(heard, Result).value

    assert set(value) == {"file"}
    assert whole_value(job.run.folder, value)["answer"] == text


def test_the_command_line_prints_answers_too_large_for_the_wire_and_goes_on(manager, capsys):
    text = "\u601d" * 12_000
    how = {"sampling": {"max_new_tokens": 200_000, "thinking": False}}
    with LiveChat(manager, {"model": f"fake:text={text}"}, show=True) as live:
        answers = [live.ask("3 + 4 =", how)["answer"] for _ in range(2)]
        kept = list((live._job.run.folder / "results").iterdir())

    assert answers == [text, text]
    assert len(kept) == 2
    assert capsys.readouterr().out.count(f"{text}\n") == 2
