"""Every number that training tells is declared for the window, with a chart and a sentence."""

import dataclasses
import json

import pytest

from o1desk.core.configs import LoraConfig, SftConfig
from o1desk.core.control import NullControl
from o1desk.core.events import Metric
from o1desk.core.metrics import info
from o1desk.training.rl import train_rl
from o1desk.training.sft import train_sft


@pytest.fixture
def told_by_rl(tmp_path, make_policy, rl_config, vowels):
    control = NullControl()
    config = dataclasses.replace(rl_config, steps=1, kl_beta=0.01)
    train_rl(config, tmp_path, control, policy=make_policy(), find=vowels)
    return names(control)


@pytest.fixture
def told_by_sft(tmp_path, make_policy):
    data = tmp_path / "pairs.jsonl"
    rows = [{"prompt": "ab", "completion": "b"}, {"prompt": "cd", "completion": "d"}]
    data.write_text("".join(json.dumps(row) + "\n" for row in rows))
    control = NullControl()
    config = SftConfig(
        dataset=str(data), steps=1, batch_size=2, eval_every=0, lora=LoraConfig(rank=2)
    )
    train_sft(config, tmp_path / "run", control, policy=make_policy())
    return names(control)


def names(control):
    return {name for each in control.events if isinstance(each, Metric) for name in each.values}


def test_each_metric_of_training_has_words(told_by_rl, told_by_sft):
    assert {"kl", "heldout_pass_at_1", "reward_verdict"} <= told_by_rl
    assert {"loss", "epoch"} <= told_by_sft
    assert {name for name in told_by_rl | told_by_sft if not info(name).help} == set()
