"""The whole loop on a toy: it learns, it repeats itself exactly, it leaves nothing out."""

import dataclasses
import json

import pytest
import torch

from o1desk.core.control import NullControl
from o1desk.core.errors import InputError, Suspended
from o1desk.core.events import CheckpointSaved, Metric, Rollout
from o1desk.core.samples_io import sample_from_json
from o1desk.core.split import split_of
from o1desk.training.rl import train_rl

TIMES = ("seconds_", "rollout_tps", "learn_tps", "memory_mib")


def _metrics(control):
    """Return the metrics of each step without those that depend on the clock."""
    return [
        (event.step, {k: v for k, v in event.values.items() if not k.startswith(TIMES)})
        for event in control.events
        if isinstance(event, Metric)
    ]


def _adapter(policy):
    return {name: tensor.clone() for name, tensor in policy.adapter.state_dict().items()}


def test_reward_rises_on_a_problem_that_vowels_solve(tmp_path, make_policy, rl_config, vowels):
    config = dataclasses.replace(
        rl_config, steps=10, group_size=8, learning_rate=5e-2, eval_every=0, checkpoint_every=10
    )
    control = NullControl()
    train_rl(config, tmp_path, control, policy=make_policy(), find=vowels)
    rewards = [values["reward"] for step, values in _metrics(control) if step > 0]
    assert rewards[0] < 0.35
    assert sum(rewards[-3:]) / 3 > 0.8


@pytest.mark.parametrize("inner_epochs", [1, 2])
def test_three_steps_and_a_resume_equal_six_straight_steps(
    tmp_path, make_policy, rl_config, vowels, inner_epochs
):
    config = dataclasses.replace(rl_config, inner_epochs=inner_epochs, kl_beta=0.01)
    straight, control = make_policy(), NullControl()
    train_rl(config, tmp_path / "straight", control, policy=straight, find=vowels)

    first = NullControl()
    half = dataclasses.replace(config, steps=3)
    train_rl(half, tmp_path / "resumed", first, policy=make_policy(), find=vowels)
    second, other = NullControl(), make_policy()
    train_rl(config, tmp_path / "resumed", second, policy=other, find=vowels, resume=True)

    assert _metrics(first) + _metrics(second) == _metrics(control)
    for name, tensor in _adapter(straight).items():
        assert torch.equal(tensor, other.adapter.state_dict()[name])


def test_suspending_in_the_middle_of_a_step_changes_nothing(
    tmp_path, make_policy, rl_config, vowels
):
    config = dataclasses.replace(rl_config, inner_epochs=2, checkpoint_every=100)
    straight, control = make_policy(), NullControl()
    train_rl(config, tmp_path / "straight", control, policy=straight, find=vowels)

    def stop(phase, done, total):
        if phase == "update" and done == 1 and len(_metrics(first)) >= 3:
            raise Suspended("suspended")

    first, second, other = NullControl(stop), NullControl(), make_policy()
    with pytest.raises(Suspended):
        train_rl(config, tmp_path / "cut", first, policy=make_policy(), find=vowels)
    train_rl(config, tmp_path / "cut", second, policy=other, find=vowels, resume=True)
    assert _metrics(first) + _metrics(second) == _metrics(control)
    for name, tensor in _adapter(straight).items():
        assert torch.equal(tensor, other.adapter.state_dict()[name])


def test_every_step_has_one_metric_event_and_every_group_a_line(
    tmp_path, make_policy, rl_config, vowels
):
    control = NullControl()
    summary = train_rl(rl_config, tmp_path, control, policy=make_policy(), find=vowels)
    assert [step for step, _ in _metrics(control)] == [0, 1, 2, 3, 4, 5, 6]
    rollouts = [event for event in control.events if isinstance(event, Rollout)]
    lines = (tmp_path / "rollouts.jsonl").read_text().splitlines()
    assert len(rollouts) == len(lines) == 6 * rl_config.prompts
    for event in rollouts:
        group = json.loads(lines[event.line - 1])
        assert (group["step"], group["group"]) == (event.step, event.group)
        samples = [sample_from_json(data) for data in group["samples"]]
        assert len(samples) == len(group["advantages"]) == rl_config.group_size
        assert all(split_of(sample.problem) == "train" for sample in samples)
    saved = [event for event in control.events if isinstance(event, CheckpointSaved)]
    assert summary["checkpoint"] == saved[-1].path == "checkpoints/step_000006"


def test_held_out_metrics_come_with_their_interval(tmp_path, make_policy, rl_config, vowels):
    control = NullControl()
    summary = train_rl(rl_config, tmp_path, control, policy=make_policy(), find=vowels)
    measured = [(s, v) for s, v in _metrics(control) if "heldout_pass_at_1" in v]
    assert [step for step, _ in measured] == [0, 3, 6]
    for _, values in measured:
        assert values["heldout_n"] == 8
        low, high = values["heldout_ci_low"], values["heldout_ci_high"]
        assert low <= values["heldout_pass_at_1"] <= high
    assert [row[0] for row in summary["heldout"]] == [0, 3, 6]


def test_the_sampler_and_the_learner_see_the_same_distribution(
    tmp_path, make_policy, rl_config, vowels
):
    config = dataclasses.replace(rl_config, temperature=0.7)
    control = NullControl()
    train_rl(config, tmp_path, control, policy=make_policy(), find=vowels)
    for _, values in _metrics(control)[1:]:
        assert values.get("mismatch_kl", 0.0) < 1e-6
        assert values.get("ratio_mean", 1.0) == pytest.approx(1.0, abs=1e-4)


class Knobs(NullControl):
    """A user who turns the learning rate to 0 and the temperature up; asks a question as well."""

    probe = None

    def setting(self, key, default):
        return {"learning_rate": 0.0, "temperature": 2.0}.get(key, default)

    def tick(self, phase, done, total):
        if phase == "sample" and self.probe is not None and not self.asked:
            self.asked = [None]
            self.asked = [self.probe({"prompt": "bcd"})]

    asked = ()


def test_live_settings_hold_from_the_next_step(tmp_path, make_policy, rl_config, vowels):
    policy, control = make_policy(), Knobs()
    before = _adapter(policy)
    train_rl(rl_config, tmp_path, control, policy=policy, find=vowels)
    assert all(torch.equal(before[n], t) for n, t in policy.adapter.state_dict().items())
    calm = NullControl()
    train_rl(rl_config, tmp_path / "calm", calm, policy=make_policy(), find=vowels)
    assert _metrics(control)[1][1]["entropy"] > _metrics(calm)[1][1]["entropy"]


def test_a_probe_in_the_middle_of_sampling_changes_nothing(
    tmp_path, make_policy, rl_config, vowels
):
    class Curious(Knobs):
        def setting(self, key, default):
            return default

    plain, curious = NullControl(), Curious()
    for control, name in ((plain, "plain"), (curious, "curious")):
        train_rl(rl_config, tmp_path / name, control, policy=make_policy(), find=vowels)
    assert curious.asked[0]["prompt"] == "bcd"
    assert curious.asked[0]["text"]
    assert _metrics(plain) == _metrics(curious)


def test_a_changed_reward_refuses_the_resume(tmp_path, make_policy, rl_config, vowels):
    config = dataclasses.replace(rl_config, steps=1)
    train_rl(config, tmp_path, NullControl(), policy=make_policy(), find=vowels)
    other = dataclasses.replace(config, seed=5)
    with pytest.raises(InputError, match="environments or seed changed"):
        train_rl(other, tmp_path, NullControl(), policy=make_policy(), find=vowels, resume=True)


def test_a_time_limit_ends_the_run_after_a_whole_step(tmp_path, make_policy, rl_config, vowels):
    config = dataclasses.replace(rl_config, steps=10_000, minutes=0.01, eval_every=0)
    summary = train_rl(config, tmp_path, NullControl(), policy=make_policy(), find=vowels)
    assert 0 < summary["steps"] < 10_000
    assert summary["checkpoint_step"] == summary["steps"]
