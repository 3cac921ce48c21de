import dataclasses
import json

import pytest

from o1desk.core.events import Done, Failed, State
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.jobs.endings import (
    end_from_json,
    end_of,
    end_to_json,
    remembered,
    vanished,
    with_advice,
)


@pytest.mark.parametrize(
    ("code", "last", "state"),
    [
        (0, Done(outcome="finished"), RunState.FINISHED),
        (0, State(state="running"), RunState.CRASHED),
        (0, None, RunState.CRASHED),
        (3, Done(outcome="suspended"), RunState.SUSPENDED),
        (3, Done(outcome="cancelled"), RunState.CANCELLED),
        (3, None, RunState.SUSPENDED),
        (1, Failed(reason="bug", message="m"), RunState.FAILED),
        (1, None, RunState.FAILED),
        (2, None, RunState.FAILED),
        (4, None, RunState.FAILED),
        (5, None, RunState.FAILED),
        (-11, Done(outcome="finished"), RunState.CRASHED),
        (-9, None, RunState.CRASHED),
        (137, None, RunState.CRASHED),
        (0xC0000005, None, RunState.CRASHED),
    ],
)
def test_the_code_decides_and_the_last_event_explains(code, last, state):
    end = end_of(code, last)

    assert (end.state, end.exit_code) == (state, code)
    assert end.message or state is RunState.FINISHED


@pytest.mark.parametrize(
    ("code", "forced", "words"),
    [
        (-9, "", "was killed by SIGKILL (often the system had no memory left)"),
        (-4, "", "SIGILL (a library was built for another processor)"),
        (-200, "", "was killed by signal 200"),
        (0xC0000005, "", "access violation (0xC0000005)"),
        (0xC0001234, "", "native error (0xC0001234)"),
        (137, "", "vanished with code 137"),
        (-15, "terminate", "did not stop in time and was ended (terminate)"),
    ],
)
def test_a_crash_says_what_it_was(code, forced, words):
    end = end_of(code, None, crash="Fatal", forced=forced)

    assert words in end.message
    assert (end.reason, end.crash) == ("crash", "Fatal")


def test_a_failure_keeps_reason_hint_and_sentence():
    last = Failed(reason="out_of_memory", message="No room", hint={"group_size": 4})

    end = end_of(4, last)

    assert (end.reason, end.message, end.hint) == ("out_of_memory", "No room", {"group_size": 4})


@pytest.mark.parametrize(
    ("last", "state", "code"),
    [
        (Done(outcome="finished", summary={"n": 1}), RunState.FINISHED, 0),
        (Done(outcome="cancelled"), RunState.CANCELLED, 3),
        (Done(outcome="suspended"), RunState.SUSPENDED, 3),
        (Failed(reason="bug", message="m"), RunState.FAILED, 1),
        (Failed(reason="out_of_memory", message="m"), RunState.FAILED, 4),
        (Failed(reason="missing_model", message="m"), RunState.FAILED, 5),
    ],
)
def test_the_last_word_of_a_run_tells_its_end_without_a_code(last, state, code):
    end = remembered(last)

    assert (end.state, end.exit_code) == (state, code)


def test_a_run_without_a_last_word_is_not_remembered():
    assert remembered(State(state="running")) is None
    assert vanished("Fatal").state is RunState.CRASHED


@pytest.mark.parametrize(
    "end",
    [
        RunEnd(state=RunState.FINISHED, exit_code=0, summary={"n": 1}),
        RunEnd(state=RunState.CRASHED, exit_code=-11, message="m", reason="crash", crash="Fatal"),
    ],
)
def test_an_end_survives_its_file(end):
    assert end_from_json(json.loads(json.dumps(end_to_json(end)))) == end
    assert end_from_json(end_to_json(end) | {"newer": 1}) == end


@pytest.mark.parametrize("data", [{}, {"state": "flying"}])
def test_what_is_no_end_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - two sources of the error
        end_from_json(data)


KILLED = RunEnd(state=RunState.CRASHED, exit_code=-9, reason="crash")
STARVED = RunEnd(state=RunState.FAILED, exit_code=4, reason="out_of_memory")
TOO_LARGE = {"needed_bytes": 9, "available_bytes": 3}


@pytest.mark.parametrize(
    ("end", "role", "forced", "hint"),
    [
        (KILLED, "train", "", {"micro_tokens": 4096}),
        (KILLED, "train", "kill", {}),
        (KILLED, "chat", "", {}),
        (STARVED, "train", "", {"micro_tokens": 4096}),
        (dataclasses.replace(STARVED, hint={"group_size": 4}), "train", "", {"group_size": 4}),
        (dataclasses.replace(STARVED, hint=TOO_LARGE), "train", "", TOO_LARGE),
        (RunEnd(state=RunState.CRASHED, exit_code=-11), "train", "", {}),
        (RunEnd(state=RunState.FINISHED, exit_code=0), "train", "", {}),
    ],
)
def test_a_training_without_memory_says_what_to_lower(tmp_path, end, role, forced, hint):
    run = Run(id="R1", role=role, folder=tmp_path, created="", config={"config": {"steps": 9}})

    assert with_advice(end, run, forced=forced).hint == hint
