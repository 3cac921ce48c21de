"""Fault row 19: the data folder goes away under a real worker, which says so and ends."""

import shutil

import pytest

from o1desk.core.events import Metric
from o1desk.core.runs import RunState
from o1desk.jobs.folder import events_after

GONE = "put it back and resume the run"


def says_so(end):
    assert (end.state, end.exit_code, end.reason) == (RunState.FAILED, 5, "bad_config")
    assert GONE in end.message
    assert "\n" not in end.message


def log_of(run, data):
    return (data / "runs" / run.id / "worker.log").read_text()


def test_a_generation_stops_when_the_data_folder_is_moved_and_goes_on_when_it_is_back(
    manager, until, sums
):
    job = manager.start("generate", sums(count=60, model="fake:delay=0.001"))
    path = job.run.folder / "samples.jsonl"
    until(lambda: path.exists() and path.stat().st_size)
    away = manager.data.rename(manager.data.with_name("away"))

    says_so(job.wait(20))
    assert not manager.data.exists(), "nobody made the folder anew"
    assert "Traceback" not in log_of(job.run, away)
    away.rename(manager.data)
    job = manager.resume(job.run.id)

    assert job.wait(30).state is RunState.FINISHED
    assert len(path.read_bytes().splitlines()) == 60


@pytest.mark.slow
def test_a_training_stops_when_the_data_folder_is_moved(manager, until, model):
    config = {
        "model": str(model),
        "environments": [{"environment": "sums", "level": "easy"}],
        "steps": 1000,
        "prompts": 2,
        "group_size": 2,
        "max_new_tokens": 12,
        "eval_every": 0,
        "checkpoint_every": 2,
        "lora": {"rank": 2},
        "device": "cpu",
    }
    job = manager.start("train", {"method": "rl", "config": config})

    def has_learned():
        told = (each.event for each in events_after(job.run.folder, 0))
        return any(isinstance(event, Metric) and event.step > 2 for event in told)

    until(lambda: job.end or has_learned())
    away = manager.data.rename(manager.data.with_name("away"))

    says_so(job.wait(20))
    assert "Traceback" not in log_of(job.run, away)


def test_a_run_whose_folder_is_deleted_ends_by_itself(manager, until):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 3000}})
    until(lambda: job.state is RunState.RUNNING)
    shutil.rmtree(job.run.folder)

    says_so(job.wait(20))


def test_an_answer_stops_when_the_data_folder_is_moved(manager, until):
    job = manager.start("chat", {"config": {"model": "fake:delay=0.05"}})
    until(lambda: job.state is RunState.RUNNING)
    job.ask(messages=[{"role": "user", "content": "3 + 4 ="}])
    manager.data.rename(manager.data.with_name("away"))

    says_so(job.wait(20))
