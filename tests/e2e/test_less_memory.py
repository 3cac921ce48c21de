"""A training that runs out of memory says what to lower, and goes on with less."""

import os
import signal

import pytest

from o1desk.core.events import Anomaly, CheckpointSaved, Metric
from o1desk.core.failpoint import VARIABLE
from o1desk.core.ladder import retry_config
from o1desk.core.runs import RunState
from o1desk.jobs.folder import events_after, load_run
from o1desk.jobs.manager import Manager, ManagerOptions


@pytest.fixture
def training(model):
    return {
        "method": "rl",
        "config": {
            "model": str(model),
            "environments": [{"environment": "sums", "level": "easy"}],
            "steps": 4,
            "prompts": 2,
            "group_size": 4,
            "max_new_tokens": 8,
            "eval_every": 0,
            "eval_count": 0,
            "checkpoint_every": 1,
            "kl_beta": 0.1,  # every answer carries a gradient
            "mask_truncated": False,
            "lora": {"rank": 2},
            "device": "cpu",
        },
    }


@pytest.fixture
def starved(manager):
    """A manager of the same data folder whose workers lack memory at the third gradient."""
    rules = ",".join(f"train.gradient:memory@{passage}" for passage in (3, 4))
    options = ManagerOptions(
        program=manager._launch.program, threads=1, variables={VARIABLE: rules}
    )
    return Manager(manager.data, options=options)


def of(folder, kind):
    return [each.event for each in events_after(folder, 0) if isinstance(each.event, kind)]


@pytest.mark.slow
def test_a_training_out_of_memory_goes_on_with_less_from_its_checkpoint(manager, starved, training):
    job = starved.start("train", training)
    end = job.wait(100)

    assert (end.state, end.exit_code, end.reason) == (RunState.FAILED, 4, "out_of_memory")
    assert end.hint == {"micro_tokens": 2048}  # the worker had halved it once by itself
    assert [event.what for event in of(job.run.folder, Anomaly)] == ["out_of_memory"]
    assert of(job.run.folder, CheckpointSaved)[-1].step == 2
    assert retry_config(job.run.config, end.hint)["config"]["micro_tokens"] == 2048

    again = manager.resume(job.run.id, hint=end.hint)

    assert again.wait(100).state is RunState.FINISHED
    assert again.run.config["config"]["micro_tokens"] == 2048
    assert load_run(job.run.folder).config == again.run.config
    assert [event.step for event in of(job.run.folder, Metric)] == [0, 1, 2, 3, 4]


@pytest.mark.slow
def test_a_training_that_the_system_killed_says_what_to_lower(manager, training, until):
    training["config"]["steps"] = 1000
    job = manager.start("train", training)
    until(lambda: of(job.run.folder, Metric))
    os.kill(job.pid, signal.SIGKILL)
    end = job.wait(100)

    assert (end.state, end.hint) == (RunState.CRASHED, {"micro_tokens": 4096})
    assert "no memory left" in end.message
