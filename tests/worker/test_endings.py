import pytest

from o1desk.core.errors import (
    Cancelled,
    InputError,
    MissingModelError,
    OutOfMemoryError,
    Suspended,
    UnknownNameError,
)
from o1desk.core.events import Done, Failed
from o1desk.worker.endings import ending_of
from o1desk.worker.memory import is_out_of_memory


@pytest.mark.parametrize(
    ("error", "event", "code"),
    [
        (Cancelled("stop"), Done(outcome="cancelled"), 3),
        (Suspended("stop"), Done(outcome="suspended"), 3),
        (InputError("bad"), Failed(reason="bad_config", message="bad"), 5),
        (MissingModelError("no"), Failed(reason="missing_model", message="no"), 5),
        (
            OutOfMemoryError("full", {"rank": 4}),
            Failed(reason="out_of_memory", message="full", hint={"rank": 4}),
            4,
        ),
        (
            OutOfMemoryError("full"),
            Failed(reason="out_of_memory", message="full", hint={"group_size": 4}),
            4,
        ),
    ],
)
def test_an_error_meant_for_people_keeps_its_sentence_and_code(error, event, code):
    assert ending_of(error, {"group_size": 8}) == (event, code)


def test_a_wrong_name_ends_with_its_nearest_neighbour():
    event, code = ending_of(UnknownNameError("level", "eazy", ["easy", "hard"]), {})

    assert code == 5
    assert "did you mean 'easy'?" in event.message


def test_a_bug_is_named_in_one_line(caplog):
    event, code = ending_of(KeyError("x\ny"), {})

    assert (event.reason, code) == ("bug", 1)
    assert "\n" not in event.message
    assert "the worker stopped on a bug" in caplog.text


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"),
        ValueError("Failed to allocate buffer for the KV cache"),
    ],
)
def test_memory_that_ran_out_is_recognised_by_every_library(error, caplog):
    event, code = ending_of(error, {"micro_tokens": 1024, "group_size": 8})

    assert (event.reason, code) == ("out_of_memory", 4)
    assert event.hint == {"micro_tokens": 512}
    assert "micro_tokens = 512" in event.message


def test_what_fails_while_the_run_folder_is_gone_failed_because_of_that(tmp_path, caplog):
    folder = tmp_path / "run"
    error = FileNotFoundError(2, "No such file or directory", str(folder / "rollouts.jsonl"))
    folder.mkdir()
    assert ending_of(error, {}, folder=folder)[1] == 1
    folder.rename(tmp_path / "away")
    event, code = ending_of(error, {}, folder=folder)

    assert (event.reason, code) == ("bad_config", 5)
    assert str(folder) in event.message
    assert "put it back" in event.message
    assert "rollouts.jsonl" in caplog.text


@pytest.mark.parametrize("error", [ValueError("no such layer"), KeyError("out of memory")])
def test_other_errors_are_not_taken_for_memory(error):
    assert not is_out_of_memory(error)


def test_a_smaller_micro_batch_is_no_advice_while_answers_are_drawn():
    settings = {"micro_tokens": 1024, "group_size": 8}

    assert ending_of(MemoryError(), settings, phase="sample")[0].hint == {"group_size": 4}
    assert ending_of(MemoryError(), settings, phase="learn")[0].hint == {"micro_tokens": 512}
