import pytest

from o1desk.core.events import CheckpointSaved, Metric, SampleWritten, State, dump
from o1desk.core.runs import RunEnd, RunState
from o1desk.jobs.facts import facts_of, with_facts

TRAINED = (
    State(state="running"),
    Metric(step=40, values={}),
    CheckpointSaved(step=40, path="checkpoints/step_000040", bytes=1),
    Metric(step=41, values={}),
)
WRITTEN = (SampleWritten(file="samples.jsonl", line=1), SampleWritten(file="samples.jsonl", line=2))
CRASH = RunEnd(state=RunState.CRASHED, message="The worker was killed by SIGKILL")


@pytest.fixture
def folder(tmp_path):
    def make(*events):
        lines = [dump(event, seq=seq, t=0.0) for seq, event in enumerate(events, start=1)]
        (tmp_path / "events.jsonl").write_text("".join(f"{line}\n" for line in lines))
        return tmp_path

    return make


def test_a_crashed_training_says_where_it_was_and_where_it_goes_on(folder):
    end = with_facts(CRASH, folder(*TRAINED))

    assert end.message == (
        "The worker was killed by SIGKILL; it had come to step 41, a resume goes on from step 40"
    )
    assert end.summary == {"steps": 41, "checkpoint": "checkpoints/step_000040"}


def test_a_crashed_generation_says_how_many_samples_it_wrote(folder):
    end = with_facts(CRASH, folder(*WRITTEN))

    assert end.message.endswith("it had written 2 samples, a resume goes on after them")
    assert end.summary == {"samples": 2}


def test_a_run_that_told_nothing_adds_nothing(folder):
    assert with_facts(CRASH, folder(State(state="loading"))) == CRASH


def test_a_stop_keeps_its_sentence_and_its_own_numbers(folder):
    end = RunEnd(state=RunState.SUSPENDED, message="m", summary={"steps": 50})

    found = with_facts(end, folder(*TRAINED))

    assert found.message == "m"
    assert found.summary == {"steps": 50, "checkpoint": "checkpoints/step_000040"}


def test_a_finished_run_is_left_as_it_is(folder):
    end = RunEnd(state=RunState.FINISHED)

    assert with_facts(end, folder(*TRAINED)) is end
    assert facts_of(folder()).sentence() == ""
