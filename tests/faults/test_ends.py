"""Fault rows 50 and 51: the window is closed, or the system shuts down, while workers work."""

import signal
import time

import psutil
import pytest

from o1desk.core.events import CheckpointSaved, Done
from o1desk.core.runs import RunState
from o1desk.jobs.folder import events_after
from o1desk.store import open_store

SAVED_WITHIN_S = 5.0  # what the system grants, and fault row 51 promises
# Five seconds for a worker that does not listen, one for the last to leave; the rest is head-room
# for a loaded machine of two cores. A window that waits for such a worker never goes.
GONE_WITHIN_S = 12.0


def told(folder, kind):
    return [each.event for each in stamped(folder, kind)]


def stamped(folder, kind):
    return [each for each in events_after(folder, 0) if isinstance(each.event, kind)]


def check_saved(data, said, sent_s):
    """See that a worker saved a checkpoint in time after a wish to end, and left."""
    folder = data / "runs" / said["run"]
    assert not psutil.pid_exists(said["worker"])
    assert stamped(folder, CheckpointSaved)[-1].t - sent_s < SAVED_WITHIN_S
    assert told(folder, CheckpointSaved)[-1].step >= 3
    assert told(folder, Done)[-1].outcome == "suspended"
    assert state_of(data, said["run"]) is RunState.SUSPENDED
    assert not list(data.glob("backups/*")), "a shutdown does not wait for a backup"


def state_of(data, run_id):
    with open_store(data) as store:
        return store.runs.get(run_id).state


@pytest.mark.slow
def test_closing_suspends_the_training_and_then_goes(tmp_path, model, start_window):
    window = start_window("suspend_at_close", model)
    run_id = window.next()["run"]
    window.end_well()

    data = tmp_path / "data"
    assert told(data / "runs" / run_id, Done)[-1].outcome == "suspended"
    assert told(data / "runs" / run_id, CheckpointSaved)[-1].step >= 3
    assert state_of(data, run_id) is RunState.SUSPENDED


def test_a_training_that_closing_suspended_is_offered_at_the_next_start(
    tmp_path, model, start_window
):
    window = start_window("suspend_at_close", model)
    run_id = window.next()["run"]
    window.end_well()

    again = start_window("take_the_offer")
    assert again.next()["leaving"] == 0
    again.next()
    assert again.next() == {"run": run_id, "page": "train"}
    again.end_well()
    later = start_window("look_for_offers")
    assert later.next() == {"offers": []}
    later.end_well()


@pytest.mark.slow
def test_closing_during_the_loop_suspends_its_training(tmp_path, model, start_window):
    window = start_window("suspend_the_loop", model)
    said = window.next()
    window.end_well()

    data = tmp_path / "data"
    assert "can be resumed later by itself" in said["promise"]
    assert state_of(data, said["run"]) is RunState.SUSPENDED
    assert told(data / "runs" / said["run"], CheckpointSaved)[-1].step >= 3
    again = start_window("take_the_offer")
    again.next()
    again.next()
    assert again.next() == {"run": said["run"], "page": "train"}
    again.end_well()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_shutdown_saves_a_checkpoint_first(tmp_path, model, start_window, number):
    window = start_window("train", model)
    said = window.next()
    sent_s = time.time()
    window.process.send_signal(number)
    window.end_well()

    assert time.time() - sent_s < GONE_WITHIN_S
    check_saved(tmp_path / "data", said, sent_s)


@pytest.mark.slow
def test_logging_out_saves_a_checkpoint_first(tmp_path, model, start_window):
    window = start_window("log_out", model)
    said = window.next()
    window.end_well()

    assert time.time() - said["sent"] < GONE_WITHIN_S
    check_saved(tmp_path / "data", said, said["sent"])


def test_quit_in_the_tray_ends_the_program_whatever_the_habit(tmp_path, start_window):
    window = start_window("quit_from_the_tray")
    hidden = window.next()
    asked = window.next()
    window.end_well()

    assert "Quit" not in hidden["chinese"]
    assert asked["seen"], "the question can be seen"
    assert "Go on in the background" not in asked["asks"]
    assert state_of(tmp_path / "data", hidden["run"]) is RunState.SUSPENDED


def test_closing_twice_ends_a_worker_that_listens_to_nobody(tmp_path, start_window):
    window = start_window("close_twice")
    said = window.next()
    window.end_well()
    assert not psutil.pid_exists(said["worker"])
    assert state_of(tmp_path / "data", said["run"]) is RunState.CRASHED


@pytest.mark.slow
def test_a_shutdown_does_not_wait_for_a_worker_that_listens_to_nobody(tmp_path, start_window):
    window = start_window("hang")
    said = window.next()
    sent_s = time.time()
    window.process.terminate()
    window.end_well()
    assert time.time() - sent_s < GONE_WITHIN_S
    assert not psutil.pid_exists(said["worker"])
    assert state_of(tmp_path / "data", said["run"]) is RunState.CRASHED


def test_a_chat_worker_leaves_with_the_window(start_window):
    window = start_window("chat")
    worker = window.next()["worker"]
    window.process.terminate()
    window.end_well()
    assert not psutil.pid_exists(worker)


def test_a_shutdown_without_work_ends_the_program(start_window):
    window = start_window("be_there")
    window.next()
    window.process.terminate()
    window.end_well()
