"""Fault row 5: a window that is killed while a run is at work."""

import os
import signal

import psutil
import pytest

from o1desk.core.events import CheckpointSaved, Done
from o1desk.core.runs import RunState
from o1desk.jobs.folder import events_after
from o1desk.jobs.recover import how_it_ended
from o1desk.store import open_store


@pytest.mark.slow
def test_the_worker_saves_and_leaves_and_the_next_start_offers_to_go_on(
    tmp_path, model, start_window, until
):
    window = start_window("train", model)
    told = window.next()
    folder = tmp_path / "data" / "runs" / told["run"]
    window.kill()
    until(lambda: not psutil.pid_exists(told["worker"]), "the worker's end")
    events = list(events_after(folder, 0))
    assert isinstance(events[-1].event, Done)
    assert events[-1].event.outcome == "suspended"
    saved = [each.event.step for each in events if isinstance(each.event, CheckpointSaved)]
    assert how_it_ended(folder).exit_code == 3

    again = start_window("take_the_offer")
    assert again.next() == {"leaving": 0}
    assert again.next() == {"stored": len(events)}
    assert again.next() == {"run": told["run"], "page": "train"}
    again.end_well()

    with open_store(tmp_path / "data") as store:
        assert store.runs.get(told["run"]).state is RunState.CANCELLED
        steps = [step for step, _ in store.metrics.series(told["run"], "reward")]
        count = store.access.one("SELECT count(*) FROM run_event")[0]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) > saved[-1]
    assert count == len(list(events_after(folder, 0)))


@pytest.mark.slow
def test_a_worker_that_still_saves_at_the_next_start_is_waited_for(model, start_window):
    window = start_window("train", model)
    told = window.next()
    os.kill(told["worker"], signal.SIGSTOP)
    window.kill()
    again = start_window("take_the_offer")
    assert again.next() == {"leaving": 1}
    os.kill(told["worker"], signal.SIGCONT)

    assert again.next()["stored"] > 0
    assert again.next() == {"run": told["run"], "page": "train"}
    again.end_well()
