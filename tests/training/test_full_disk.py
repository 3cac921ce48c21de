"""A full disk costs a run one checkpoint and nothing else."""

import dataclasses
import shutil
from collections import Counter
from dataclasses import fields

from o1desk.core.control import NullControl
from o1desk.core.events import Anomaly
from o1desk.training.policy import Policy
from o1desk.training.rl import train_rl

ROOM = 4096  # bytes that are left of a disk that is full


def test_a_full_disk_costs_a_checkpoint_but_not_the_run(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    monkeypatch.setenv("O1DESK_FAILPOINT", "ckpt.after_rng:full@2")
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    control = NullControl()
    summary = train_rl(rl_config, tmp_path, control, policy=make_policy(), find=vowels)
    assert summary["steps"] == rl_config.steps
    [lost] = [event for event in control.events if isinstance(event, Anomaly)]
    assert (lost.what, lost.action) == ("checkpoint_lost", "went on training")
    assert "need" in lost.detail


class Crowded(Policy):
    """A policy beside which another program fills the disk while step 3 is kept."""

    def save_adapter(self, folder):
        other = folder.parents[0] / "other"
        if folder.name.startswith(".tmp-000003"):
            other.write_bytes(b"x" * (shutil.disk_usage(folder).free - ROOM))
        super().save_adapter(folder)


def test_a_disk_that_really_fills_up_costs_one_checkpoint_and_the_run_goes_on(
    tmp_path, make_policy, rl_config, vowels, small_disk
):
    class Tidy(NullControl):
        def emit(self, event):
            super().emit(event)
            if isinstance(event, Anomaly):
                (disk / "other").unlink()

    disk = small_disk(kib=4096, at=tmp_path / "checkpoints")
    plain = make_policy()
    policy = Crowded(**{field.name: getattr(plain, field.name) for field in fields(Policy)})
    config = dataclasses.replace(rl_config, eval_every=0)
    control = Tidy()
    summary = train_rl(config, tmp_path, control, policy=policy, find=vowels)
    [lost] = [event for event in control.events if isinstance(event, Anomaly)]
    assert (lost.what, lost.step) == ("checkpoint_lost", 3)
    assert "free some space" in lost.detail
    assert sorted(each.name for each in disk.iterdir()) == ["step_000000", "step_000006"]
    assert (summary["steps"], summary["checkpoint"]) == (6, "checkpoints/step_000006")
