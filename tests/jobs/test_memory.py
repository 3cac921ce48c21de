import dataclasses

import pytest

from o1desk.core.configs import (
    ChatConfig,
    EvaluateConfig,
    GenerateConfig,
    LoraConfig,
    RlConfig,
    SftConfig,
)  # fmt: skip
from o1desk.jobs.memory import RUNTIME_MIB, memory_needed, need_mib
from o1desk.jobs.model_facts import ModelFacts

MIB = 1 << 20


@pytest.fixture
def facts(tmp_path):
    return ModelFacts(
        kind="folder", path=tmp_path, bytes=400 * MIB, weights=100 * MIB, layers=12, hidden=768,
        intermediate=3072, q_width=768, kv_width=768, vocabulary=50_000, context=1024,
    )  # fmt: skip


def test_a_chat_needs_weights_cache_and_program(facts):
    cache = 2 * 12 * 768 * 1024 * 4 / MIB

    assert memory_needed(facts, ChatConfig()) == pytest.approx(
        (400 + cache) * 1.1 + RUNTIME_MIB, abs=0.01
    )


@pytest.mark.parametrize(
    ("config", "more"),
    [
        (RlConfig(), {"micro_tokens": 16384}),
        (RlConfig(), {"lora": LoraConfig(rank=512)}),
        (RlConfig(), {"group_size": 128, "max_new_tokens": 2048}),
        (SftConfig(), {"micro_tokens": 16384}),
        (SftConfig(), {"lora": LoraConfig(rank=512)}),
        (GenerateConfig(), {"max_new_tokens": 4096}),
        (EvaluateConfig(), {"max_new_tokens": 4096}),
        (EvaluateConfig(count=10), {"count": 200}),
    ],
)
def test_more_of_anything_needs_more(facts, config, more):
    larger = dataclasses.replace(config, **more)

    assert memory_needed(facts, larger) > memory_needed(facts, config)


def test_training_needs_more_than_a_chat_and_half_precision_less(facts):
    assert memory_needed(facts, RlConfig()) > memory_needed(facts, ChatConfig())
    on_card = memory_needed(facts, RlConfig(), device="cuda:0")
    assert on_card < memory_needed(facts, RlConfig(precision="fp32"), device="cuda:0")


def test_a_gguf_file_needs_its_size(tmp_path):
    facts = ModelFacts(kind="gguf", path=tmp_path, bytes=1000 * MIB)

    assert memory_needed(facts, ChatConfig()) == pytest.approx(1100 + RUNTIME_MIB)


@pytest.mark.parametrize(
    ("role", "job"),
    [
        ("train", {}),
        ("train", {"method": "sft", "config": {"steps": 3}}),
        ("generate", {"config": {"source": "model"}}),
        ("evaluate", {"config": {"count": 3}}),
        ("chat", {"config": {"model": "starter"}}),
    ],
)
def test_the_need_of_a_job_comes_from_its_configuration(role, job):
    assert need_mib(role, job) > RUNTIME_MIB


def test_a_solver_needs_no_model():
    assert need_mib("generate", {"config": {"model": "/no/such"}}) < RUNTIME_MIB


@pytest.mark.parametrize(
    ("role", "job"),
    [
        ("misbehave", {}),
        ("train", {"method": "magic"}),
        ("train", {"config": {"stpes": 3}}),
        ("train", {"config": [1]}),
        ("chat", {"config": {"model": "fake"}}),
    ],
)
def test_what_cannot_be_estimated_has_no_figure(role, job):
    assert need_mib(role, job) is None
