import json

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import (
    ChatConfig,
    EvaluateConfig,
    GenerateConfig,
    LoraConfig,
    MixPart,
    RewardPart,
    RlConfig,
    SftConfig,
)
from o1desk.core.errors import InputError
from o1desk.core.types import Message

MIX = (MixPart(environment="gcd"), MixPart(environment="products", level="hard", weight=2.0))
CONFIGS = [
    RlConfig(
        environments=MIX,
        rewards=(RewardPart(name="length", weight=0.5, settings={"limit": 10}),),
        lora=LoraConfig(rank=4, targets=("q_proj",)),
    ),
    SftConfig(environments=MIX),
    GenerateConfig(environments=MIX),
    EvaluateConfig(strategy_settings={"k": 4}),
    ChatConfig(model="fake"),
    Sampling(seed=3),
    Message(role="user", content="hello"),
]


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: type(config).__name__)
def test_a_config_survives_its_file(config):
    assert from_json(type(config), json.loads(json.dumps(to_json(config)))) == config


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"stepps": 1}, "did you mean 'steps'"),
        ({"steps": "many"}, "'steps' must be a whole number"),
        ({"steps": 0}, "'steps' must be from 1"),
        ({"lora": {"rank": 0}}, "'rank' must be from 1"),
        ({"lora": {"rang": 1}}, "option in 'lora' called 'rang'"),
        ({"lora": 3}, "'lora' must be LoraConfig"),
        ({"lora": {"targets": [1]}}, "holds 1, which is not text"),
        ({"environments": [{"level": "easy"}]}, "'environments' lacks 'environment'"),
        ({"environments": ["gcd"]}, "must be a table of options"),
        ({"environments": "gcd"}, "'environments' must be a list"),
        ([], "must be a table of options"),
    ],
)
def test_bad_values_are_refused_with_one_sentence(data, sentence):
    with pytest.raises(InputError) as caught:
        from_json(RlConfig, data)

    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
