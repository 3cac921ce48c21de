"""A killed run, resumed as often as it takes, equals a run that nobody killed."""

import contextlib
import json
import os
import random
import signal
import time
import warnings
from collections import Counter

import pytest
import torch

from o1desk.core.control import NullControl
from o1desk.core.events import Metric, Rollout, dump
from o1desk.core.files import repair_lines
from o1desk.core.runs import EVENTS_FILE
from o1desk.training.rl import train_rl

CLOCK = ("seconds_", "rollout_tps", "learn_tps", "memory_mib")
PLACES = (
    "train.gradient:exit@2",
    "train.gradient:exit@3",
    "train.gradient:exit@4",
    "ckpt.after_adapter:exit@2",
    "ckpt.after_rng:exit@3",
    "ckpt.after_manifest:exit@2",
    "ckpt.after_rename:exit@2",
    "ckpt.after_rename:exit@3",
)


class Killed(BaseException):
    """Stands for the end of the process."""


class FileControl(NullControl):
    """Appends every event to the run folder, as a worker does."""

    def __init__(self, folder):
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / EVENTS_FILE
        self.seq = repair_lines(self.path)

    def emit(self, event):
        self.seq += 1
        with self.path.open("a", encoding="utf-8") as file:
            file.write(dump(event, seq=self.seq, t=time.time()) + "\n")


def _told(folder):
    """Return metrics by step without the clock, and how often each step and group was told."""
    metrics, told = {}, Counter()
    for line in (folder / EVENTS_FILE).read_text().splitlines():
        event = json.loads(line)
        if event["kind"] == Metric.kind:
            values = event["values"]
            metrics[event["step"]] = {k: v for k, v in values.items() if not k.startswith(CLOCK)}
            told[event["step"]] += 1
        if event["kind"] == Rollout.kind:
            told[event["step"], event["group"]] += 1
    return metrics, told


@pytest.fixture
def straight(tmp_path, make_policy, rl_config, vowels):
    """Return policy and metrics of the run that nobody killed."""
    policy, folder = make_policy(), tmp_path / "straight"
    train_rl(rl_config, folder, FileControl(folder), policy=policy, find=vowels)
    return policy, _told(folder)[0]


@pytest.mark.parametrize("place", PLACES)
def test_a_killed_and_resumed_run_equals_the_straight_one(
    tmp_path, make_policy, rl_config, vowels, straight, monkeypatch, place
):
    def kill(code):
        raise Killed(code)

    monkeypatch.setattr(os, "_exit", kill)
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    monkeypatch.setenv("O1DESK_FAILPOINT", place)
    folder = tmp_path / "killed"
    with pytest.raises(Killed):
        train_rl(rl_config, folder, FileControl(folder), policy=make_policy(), find=vowels)
    monkeypatch.delenv("O1DESK_FAILPOINT")
    policy = make_policy()
    train_rl(rl_config, folder, FileControl(folder), policy=policy, find=vowels, resume=True)
    metrics, told = _told(folder)
    assert metrics == straight[1]
    assert set(told.values()) == {1}
    assert len((folder / "rollouts.jsonl").read_text().splitlines()) == 6 * rl_config.prompts
    for name, tensor in straight[0].adapter.state_dict().items():
        assert torch.equal(tensor, policy.adapter.state_dict()[name])


def _train_in_child(folder, config, make_policy, vowels, *, resume):
    """Run the loop in a forked process and return it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # torch's idle threads are harmless
        child = os.fork()
    if child == 0:  # pragma: no cover - coverage does not follow the child
        code = 1
        try:
            policy = make_policy()
            control = FileControl(folder)
            train_rl(config, folder, control, policy=policy, find=vowels, resume=resume)
            policy.save_adapter(folder / "final")
            code = 0
        finally:
            os._exit(code)
    return child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_sigkill_at_random_moments_loses_no_step(
    tmp_path, make_policy, rl_config, vowels, straight
):
    folder, draw = tmp_path / "killed", random.Random(0)
    kills, code = 0, 1
    while code != 0:
        child = _train_in_child(folder, rl_config, make_policy, vowels, resume=kills > 0)
        if kills < 8:
            time.sleep(draw.uniform(0.05, 0.4))
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        kills += 1
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, -signal.SIGKILL)
    metrics, told = _told(folder)
    assert metrics == straight[1]
    assert set(told.values()) == {1}
    final = make_policy()
    final.load_adapter(folder / "final")
    for name, tensor in straight[0].adapter.state_dict().items():
        assert torch.equal(tensor, final.adapter.state_dict()[name])
