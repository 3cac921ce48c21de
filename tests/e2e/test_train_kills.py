"""Fault row 2: a training that is killed goes on from its last checkpoint, whatever the moment."""

import os
import random
import signal

import pytest

from o1desk.core.events import CheckpointSaved, Metric, SampleWritten, State
from o1desk.core.runs import RunState
from o1desk.jobs.folder import events_after

STEPS, KILLS = 12, 4


@pytest.fixture
def training(model):
    """A training that takes a few seconds."""
    return {
        "method": "rl",
        "config": {
            "model": str(model),
            "environments": [{"environment": "sums", "level": "easy"}],
            "steps": STEPS,
            "prompts": 2,
            "group_size": 2,
            "max_new_tokens": 12,
            "eval_every": 0,
            "eval_count": 0,
            "checkpoint_every": 2,
            "lora": {"rank": 2},
            "device": "cpu",
        },
    }


def of(folder, kind):
    return [each.event for each in events_after(folder, 0) if isinstance(each.event, kind)]


def goes_on(job, until):
    """Wait until the training made a step more than it had made before."""
    known = len(of(job.run.folder, Metric))
    until(lambda: len(of(job.run.folder, Metric)) > known or job.end, "a step")


@pytest.mark.slow
def test_a_training_killed_at_random_times_repeats_no_step_and_misses_none(
    manager, recorder, until, seqs, training
):
    dice = random.Random(3)
    job = manager.start("train", training)
    folder = job.run.folder
    for _ in range(KILLS):
        goes_on(job, until)
        if job.wait(dice.uniform(0.0, 0.2)) is not None:
            break
        os.kill(job.pid, signal.SIGKILL)
        assert job.wait(20).state is RunState.CRASHED
        job = manager.resume(job.run.id)

    end = job.wait(60)

    assert end.state is RunState.FINISHED, end.message
    steps = [event.step for event in of(folder, Metric)]
    assert sorted(steps) == sorted(set(steps))
    assert set(range(1, STEPS + 1)) <= set(steps)
    assert seqs(folder) == list(range(1, len(seqs(folder)) + 1))
    assert sorted(recorder.told[job.run.id]) == seqs(folder)
    assert of(folder, CheckpointSaved)[-1].step == STEPS
    assert not list(folder.glob("checkpoints/.tmp-*"))
    assert of(folder, SampleWritten) == []


@pytest.mark.slow
def test_a_suspended_training_leaves_a_checkpoint_and_goes_on(manager, until, training):
    job = manager.start("train", training)
    folder = job.run.folder
    until(lambda: of(folder, CheckpointSaved), "a checkpoint")
    job.suspend()
    assert job.wait(20).state is RunState.SUSPENDED
    stopped_at = of(folder, CheckpointSaved)[-1].step

    job = manager.resume(job.run.id)

    assert job.wait(60).state is RunState.FINISHED
    steps = [event.step for event in of(folder, Metric)]
    assert steps == list(range(STEPS + 1))
    assert stopped_at < STEPS
    assert [event.state for event in of(folder, State)].count("running") == 2
