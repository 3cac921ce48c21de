"""How much memory a job will need, by formula, before anything is loaded."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from o1desk.core.config_json import from_json
from o1desk.core.configs import ChatConfig, EvaluateConfig, GenerateConfig, RlConfig, SftConfig
from o1desk.core.errors import InputError
from o1desk.core.job_configs import class_of
from o1desk.jobs.lease import HEADROOM, Footprint, estimate
from o1desk.jobs.machine import CPU, MIB
from o1desk.jobs.model_facts import ModelFacts, adapter_weights, model_facts

JobConfig: TypeAlias = RlConfig | SftConfig | GenerateConfig | EvaluateConfig | ChatConfig

RUNTIME_MIB = 400.0  # torch and its libraries (measured 350 on a CPU; a CUDA context is similar)
LIGHT_MIB = 300.0  # a worker without a model: reasoning-gym and its word lists
PROMPT = 256  # tokens of a question that an estimate allows for
CONTEXT = 2048  # tokens of a conversation that an estimate allows for
GENERATE_ROWS, EVALUATE_ROWS = 64, 256  # answers that generation and evaluation draw together
# The allocator of the CPU keeps some of what it once gave: a worker holds up to this much more than
# its formula says (measured over sixty steps with the starter model: 0.7 to 1.0 GiB).
CPU_SPREAD = 1.2


def memory_needed(facts: ModelFacts, config: JobConfig, *, device: str = CPU) -> float:
    """Return what a job with this model needs, MiB, the libraries included.

    Args:
        facts: The model.
        config: What the job does; its class tells the kind of work.
        device: "cpu" or "cuda:N".
    """
    if facts.kind == "gguf":
        return facts.bytes * HEADROOM / MIB + RUNTIME_MIB
    footprint = _FOOTPRINTS[type(config)](facts, config)
    sized = dataclasses.replace(footprint, weight_bytes=weight_bytes(config.precision, device))
    spread = CPU_SPREAD if footprint.micro_tokens and device == CPU else 1.0
    return estimate(sized) * spread / MIB + RUNTIME_MIB


def need_mib(role: str, job: Mapping[str, Any], *, device: str = CPU) -> float | None:
    """Return what a job will need, MiB; None when its configuration or model cannot tell.

    Args:
        role: train, generate, evaluate or chat.
        job: As `Manager.start` takes it: the settings under "config", "method" for training.
        device: Where it will run.
    """
    kind = class_of(role, job)
    if kind is None:
        return None
    try:
        config: JobConfig = from_json(kind, job.get("config") or {})
    except (InputError, TypeError):  # the worker will say what is wrong with it
        return None
    if isinstance(config, GenerateConfig) and config.source == "solver":
        return LIGHT_MIB
    facts = model_facts(config.model)
    return None if facts is None else memory_needed(facts, config, device=device)


def weight_bytes(precision: str, device: str) -> float:
    """Return the bytes of one weight in memory: half precision on a card, full on a CPU."""
    half = precision == "bf16" or (precision == "auto" and device != CPU)
    return 2.0 if half else 4.0


def chat_footprint(facts: ModelFacts, _config: Any = None) -> Footprint:
    """Return the footprint of one conversation."""
    return _footprint(facts, rows=1, tokens=min(CONTEXT, facts.context))


def _footprint(facts: ModelFacts, *, rows: int, tokens: int) -> Footprint:
    return Footprint(
        weights=facts.weights,
        weight_bytes=4.0,
        layers=facts.layers,
        kv_width=facts.kv_width,
        hidden=facts.hidden,
        vocabulary=facts.vocabulary,
        rows=rows,
        tokens=tokens,
    )


def _rl(facts: ModelFacts, config: Any) -> Footprint:
    rows, tokens = config.prompts * config.group_size, PROMPT + config.max_new_tokens
    return dataclasses.replace(
        _footprint(facts, rows=rows, tokens=tokens),
        adapter_weights=adapter_weights(facts, config.lora.rank, config.lora.targets),
        micro_tokens=min(config.micro_tokens, rows * tokens),
    )


def _sft(facts: ModelFacts, config: Any) -> Footprint:
    return dataclasses.replace(
        _footprint(facts, rows=1, tokens=config.max_tokens),
        adapter_weights=adapter_weights(facts, config.lora.rank, config.lora.targets),
        micro_tokens=min(config.micro_tokens, config.batch_size * config.max_tokens),
    )


def _generate(facts: ModelFacts, config: Any) -> Footprint:
    return _footprint(facts, rows=GENERATE_ROWS, tokens=PROMPT + config.max_new_tokens)


def _evaluate(facts: ModelFacts, config: Any) -> Footprint:
    rows = min(EVALUATE_ROWS, config.count)
    return _footprint(facts, rows=rows, tokens=PROMPT + config.max_new_tokens)


_FOOTPRINTS: Mapping[type, Callable[[ModelFacts, Any], Footprint]] = {
    RlConfig: _rl,
    SftConfig: _sft,
    GenerateConfig: _generate,
    EvaluateConfig: _evaluate,
    ChatConfig: chat_footprint,
}
