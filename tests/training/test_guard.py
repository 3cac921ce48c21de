"""The guard skips, warns, stops and goes back, each with its reason."""

import dataclasses
from collections import Counter

import pytest
import torch

from o1desk.core.control import NullControl
from o1desk.core.errors import OutOfMemoryError
from o1desk.core.events import Anomaly, Metric
from o1desk.training import update
from o1desk.training.evaluation import Examiner, HeldOut
from o1desk.training.guard import NO_SIGNAL, Guard, GuardStopError
from o1desk.training.rl import train_rl


def _anomalies(control):
    return [event for event in control.events if isinstance(event, Anomaly)]


@pytest.fixture
def guard():
    return Guard(NullControl(), rollback_drop=0.1)


def test_three_skipped_steps_in_a_row_stop_the_run(guard):
    guard.skip(1, "non_finite", "the loss is nan")
    guard.accept()
    guard.skip(3, "non_finite", "the loss is nan")
    guard.skip(4, "non_finite", "the loss is nan")
    with pytest.raises(GuardStopError, match="the loss is nan"):
        guard.skip(5, "non_finite", "the loss is nan")
    assert guard.state.skipped == 4


def test_a_score_far_below_the_start_is_a_collapse(guard):
    assert not guard.is_collapse(0, 0.5)
    assert not guard.is_collapse(10, 0.6)
    assert not guard.is_collapse(20, 0.45)
    assert guard.is_collapse(30, 0.35)
    assert guard.state.best_step == 10


def test_equal_rewards_for_some_steps_tell_the_user_once(guard):
    for step in range(1, 2 * NO_SIGNAL):
        guard.note_signal(step, 1.0)
    told = _anomalies(guard._control)
    assert [event.what for event in told] == ["no_learning_signal"]
    assert "frac_reward_zero_std = 1" in told[0].detail


def test_memory_of_the_guard_survives_its_json(guard):
    guard.is_collapse(0, 0.5)
    guard.skip(1, "non_finite", "x")
    other = Guard(NullControl(), rollback_drop=0.1)
    other.load(guard.to_json() | {"from_a_newer_version": 1})
    assert other.state == guard.state


def test_an_infinite_gradient_leaves_the_adapter_as_it_was(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    def poisoned(tokens, settings, *, active):
        return (tokens.logprobs * float("inf")).sum()

    monkeypatch.setattr(update, "policy_loss", poisoned)
    policy, control = make_policy(), NullControl()
    before = {name: tensor.clone() for name, tensor in policy.adapter.state_dict().items()}
    with pytest.raises(GuardStopError):
        train_rl(rl_config, tmp_path, control, policy=policy, find=vowels)
    assert [event.what for event in _anomalies(control)] == ["non_finite"] * 3
    assert all(torch.equal(before[n], t) for n, t in policy.adapter.state_dict().items())


def test_an_absurd_learning_rate_never_leaves_non_finite_weights(
    tmp_path, make_policy, rl_config, vowels
):
    config = dataclasses.replace(rl_config, learning_rate=1e30, eval_every=0)
    policy, control = make_policy(), NullControl()
    with pytest.raises(GuardStopError):
        train_rl(config, tmp_path, control, policy=policy, find=vowels)
    assert all(torch.isfinite(t).all() for t in policy.adapter.state_dict().values())
    for event in control.events:
        if isinstance(event, Metric):
            assert all(abs(value) < float("inf") for value in event.values.values())


def test_constant_rewards_change_nothing_and_raise_the_banner(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    monkeypatch.setattr(
        "o1desk.training.rollout._number", lambda total: None if total is None else 1.0
    )
    policy, control = make_policy(), NullControl()
    before = {name: tensor.clone() for name, tensor in policy.adapter.state_dict().items()}
    config = dataclasses.replace(rl_config, steps=NO_SIGNAL, eval_every=0)
    train_rl(config, tmp_path, control, policy=policy, find=vowels)
    assert [event.what for event in _anomalies(control)] == ["no_learning_signal"]
    assert all(torch.equal(before[n], t) for n, t in policy.adapter.state_dict().items())


def test_a_reward_that_raises_scores_nothing_and_stops_after_a_while(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    def broken(self, samples):
        raise RuntimeError("the reward is broken")

    monkeypatch.setattr("o1desk.rewards.mix.RewardMix.score", broken)
    control = NullControl()
    with pytest.raises(GuardStopError, match="the reward is broken"):
        train_rl(rl_config, tmp_path, control, policy=make_policy(), find=vowels)
    steps = [e for e in control.events if isinstance(e, Metric) and e.step > 0]
    assert all(event.values["unscored_ratio"] == 1.0 for event in steps)


def test_running_out_of_memory_once_halves_the_micro_batch_and_changes_no_number(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    calm, shaken = NullControl(), NullControl()
    train_rl(rl_config, tmp_path / "calm", calm, policy=make_policy(), find=vowels)
    monkeypatch.setenv("O1DESK_FAILPOINT", "train.gradient:memory@1")
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    train_rl(rl_config, tmp_path / "shaken", shaken, policy=make_policy(), find=vowels)
    assert [event.what for event in _anomalies(shaken)] == ["out_of_memory"]
    rewards = [
        [e.values["reward"] for e in control.events if isinstance(e, Metric) and e.step > 0]
        for control in (calm, shaken)
    ]
    assert rewards[0] == rewards[1]


def test_running_out_of_memory_twice_ends_with_the_next_rung(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    monkeypatch.setenv("O1DESK_FAILPOINT", "train.gradient:memory")
    config = dataclasses.replace(rl_config, micro_tokens=1024)
    with pytest.raises(OutOfMemoryError, match="try micro_tokens = 256") as caught:
        train_rl(config, tmp_path, NullControl(), policy=make_policy(), find=vowels)
    assert caught.value.hint == {"micro_tokens": 256}


def test_running_out_of_memory_at_the_foot_of_the_ladder_names_another_way(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    monkeypatch.setenv("O1DESK_FAILPOINT", "train.gradient:memory")
    config = dataclasses.replace(rl_config, micro_tokens=64, group_size=2, max_new_tokens=8)
    with pytest.raises(OutOfMemoryError, match="take a smaller model") as caught:
        train_rl(config, tmp_path, NullControl(), policy=make_policy(), find=vowels)
    assert caught.value.hint == {}


def test_a_run_tried_again_with_less_heeds_it_whatever_its_checkpoint_remembers(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    monkeypatch.setenv("O1DESK_FAILPOINT", "train.gradient:memory@1")
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    config = dataclasses.replace(rl_config, micro_tokens=2048)
    train_rl(config, tmp_path, NullControl(), policy=make_policy(), find=vowels)  # halved to 1024
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    less = dataclasses.replace(config, micro_tokens=512, steps=7)
    with pytest.raises(OutOfMemoryError) as caught:
        train_rl(less, tmp_path, NullControl(), policy=make_policy(), find=vowels, resume=True)
    assert caught.value.hint == {"micro_tokens": 256}


def test_a_collapse_brings_the_best_adapter_back_and_halves_the_rate(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    right = iter([5, 6, 1])

    def measure(self, policy, step, control):
        return HeldOut(step=step, correct=next(right), n=10)

    monkeypatch.setattr(Examiner, "measure", measure)
    policy, control = make_policy(), NullControl()
    train_rl(rl_config, tmp_path, control, policy=policy, find=vowels)
    assert [event.what for event in _anomalies(control)] == ["collapse"]
    assert "0.5 of the configured one" in _anomalies(control)[0].detail
    best = make_policy()
    best.load_adapter(tmp_path / "checkpoints" / "step_000003")
    for name, tensor in policy.adapter.state_dict().items():
        assert torch.equal(tensor, best.adapter.state_dict()[name])


def test_a_collapse_whose_best_checkpoint_is_lost_does_not_claim_to_have_gone_back(
    tmp_path, make_policy, rl_config, vowels, monkeypatch
):
    right = iter([5, 6, 1])

    def measure(self, policy, step, control):
        return HeldOut(step=step, correct=next(right), n=10)

    monkeypatch.setattr(Examiner, "measure", measure)
    monkeypatch.setenv("O1DESK_FAILPOINT", "ckpt.after_adapter:full@2")
    monkeypatch.setattr("o1desk.core.failpoint._passages", Counter())
    control = NullControl()
    summary = train_rl(rl_config, tmp_path, control, policy=make_policy(), find=vowels)
    lost, collapse = _anomalies(control)
    assert (lost.what, lost.step) == ("checkpoint_lost", 3)
    assert "restored" not in collapse.action
    assert "halved the learning rate" in collapse.action
    assert "step 3" in collapse.action
    assert "0.5 of the configured one" in collapse.detail
    assert summary["rollbacks"] == 0
