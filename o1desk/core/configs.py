"""Settings of the long jobs. Every field carries its words, so forms and help are generated."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from o1desk.core import config_words as words
from o1desk.core.fields import ui

ADAPTED = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraConfig:
    """Low-rank adapter (arXiv:2106.09685); all linear layers, as "LoRA Without Regret" advises."""

    rank: int = ui(16, **words.RANK, low=1, high=512)
    alpha: float = ui(32.0, **words.ALPHA, low=0.0)
    targets: tuple[str, ...] = ui(ADAPTED, **words.TARGETS)


@dataclass(frozen=True, slots=True, kw_only=True)
class MixPart:
    """One environment of a mix, with how often it is drawn."""

    environment: str
    level: str = "medium"
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardPart:
    """One reward of a mix: total = sum of weight x score over the parts that can score."""

    name: str
    weight: float = 1.0
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RlConfig:
    """Group-relative policy optimisation with LoRA (GRPO, arXiv:2402.03300)."""

    model: str = ui("starter", **words.MODEL)
    environments: tuple[MixPart, ...] = ui((), **words.ENVIRONMENTS)
    rewards: tuple[RewardPart, ...] = ui(
        (RewardPart(name="verdict", settings={"partial": False}),), **words.REWARDS
    )
    steps: int = ui(60, **words.STEPS, low=1, high=1_000_000)
    minutes: float = ui(0.0, **words.MINUTES, low=0.0)
    prompts: int = ui(16, **words.PROMPTS, low=1, high=4096)
    group_size: int = ui(8, **words.GROUP_SIZE, low=2, high=256)
    max_new_tokens: int = ui(160, **words.MAX_NEW_TOKENS, low=1, high=32768)
    temperature: float = ui(1.0, **words.TEMPERATURE, low=0.01, high=5.0)
    learning_rate: float = ui(1e-3, **words.LEARNING_RATE, low=0.0, high=1.0)
    warmup_steps: int = ui(2, **words.WARMUP_STEPS, low=0)
    weight_decay: float = ui(0.0, **words.WEIGHT_DECAY, low=0.0, high=1.0)
    inner_epochs: int = ui(1, **words.INNER_EPOCHS, low=1, high=16)
    reduction: str = ui("dapo", **words.REDUCTION, choices=("dapo", "dr_grpo", "grpo", "bnpo"))
    scale: str = ui("group", **words.SCALE, choices=("group", "batch", "none"))
    clip_low: float = ui(0.2, **words.CLIP_LOW, low=0.0, high=1.0)
    clip_high: float = ui(0.28, **words.CLIP_HIGH, low=0.0, high=10.0)
    kl_beta: float = ui(0.0, **words.KL_BETA, low=0.0)
    entropy_coef: float = ui(0.0, **words.ENTROPY_COEF, low=0.0)
    max_grad_norm: float = ui(1.0, **words.MAX_GRAD_NORM, low=0.0)
    zero_variance: float = ui(1e-4, **words.ZERO_VARIANCE, low=0.0)
    mask_truncated: bool = ui(True, **words.MASK_TRUNCATED)
    micro_tokens: int = ui(8192, **words.MICRO_TOKENS, low=64)
    eval_every: int = ui(10, **words.EVAL_EVERY, low=0)
    eval_count: int = ui(96, **words.EVAL_COUNT, low=0)
    checkpoint_every: int = ui(10, **words.CHECKPOINT_EVERY, low=1)
    rollback_drop: float = ui(0.08, **words.ROLLBACK_DROP, low=0.0, high=1.0)
    lora: LoraConfig = ui(LoraConfig, **words.LORA)
    seed: int = ui(0, **words.SEED, low=0)
    device: str = ui("auto", **words.DEVICE, choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", **words.PRECISION, choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SftConfig:
    """Supervised fine-tuning on stored or solver-made samples, with LoRA."""

    model: str = ui("starter", **words.MODEL)
    environments: tuple[MixPart, ...] = ui((), **words.SFT_ENVIRONMENTS)
    dataset: str = ui("", **words.DATASET)
    steps: int = ui(100, **words.STEPS, low=1)
    batch_size: int = ui(32, **words.BATCH_SIZE, low=1)
    learning_rate: float = ui(1e-3, **words.LEARNING_RATE, low=0.0, high=1.0)
    warmup_steps: int = ui(5, **words.WARMUP_STEPS, low=0)
    weight_decay: float = ui(0.0, **words.WEIGHT_DECAY, low=0.0, high=1.0)
    max_grad_norm: float = ui(1.0, **words.MAX_GRAD_NORM, low=0.0)
    max_tokens: int = ui(1024, **words.MAX_TOKENS, low=8)
    micro_tokens: int = ui(8192, **words.MICRO_TOKENS, low=64)
    eval_every: int = ui(20, **words.EVAL_EVERY, low=0)
    eval_count: int = ui(96, **words.EVAL_COUNT, low=0)
    checkpoint_every: int = ui(20, **words.CHECKPOINT_EVERY, low=1)
    lora: LoraConfig = ui(LoraConfig, **words.LORA)
    seed: int = ui(0, **words.SEED, low=0)
    device: str = ui("auto", **words.DEVICE, choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", **words.PRECISION, choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateConfig:
    """Making samples: problems from environments, answers from a source."""

    source: str = ui("solver", **words.SOURCE)
    environments: tuple[MixPart, ...] = ui((), **words.GENERATE_ENVIRONMENTS)
    count: int = ui(100, **words.COUNT, low=1)
    attempts: int = ui(1, **words.ATTEMPTS, low=1, high=256)
    keep: str = ui("correct", **words.KEEP, choices=("correct", "all"))
    habit: str = ui("careful", **words.HABIT, choices=("careful", "quick", "mixed"))
    model: str = ui("starter", **words.GENERATE_MODEL)
    max_new_tokens: int = ui(256, **words.MAX_NEW_TOKENS, low=1, high=32768)
    temperature: float = ui(1.0, **words.GENERATE_TEMPERATURE, low=0.0, high=5.0)
    seed: int = ui(0, **words.SEED, low=0)
    device: str = ui("auto", **words.DEVICE, choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", **words.PRECISION, choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateConfig:
    """Measuring accuracy on held-out problems, with a 95 % confidence interval."""

    model: str = ui("starter", **words.EVALUATE_MODEL)
    environments: tuple[MixPart, ...] = ui((), **words.EVALUATE_ENVIRONMENTS)
    count: int = ui(300, **words.EVALUATE_COUNT, low=1)
    strategy: str = ui("single", **words.STRATEGY)
    strategy_settings: dict[str, Any] = ui(dict, **words.STRATEGY_SETTINGS)
    vote_chains: int = ui(0, **words.VOTE_CHAINS, low=0)
    vote_count: int = ui(96, **words.VOTE_COUNT, low=1)
    max_new_tokens: int = ui(256, **words.MAX_NEW_TOKENS, low=1, high=32768)
    temperature: float = ui(1.0, **words.GENERATE_TEMPERATURE, low=0.0, high=5.0)
    seed: int = ui(0, **words.SEED, low=0)
    device: str = ui("auto", **words.DEVICE, choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", **words.PRECISION, choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatConfig:
    """Answering questions; how to think and to draw tokens comes with each question."""

    model: str = ui("starter", **words.CHAT_MODEL)
    device: str = ui("auto", **words.DEVICE, choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", **words.PRECISION, choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportConfig:
    """Writing a model for other programs."""

    model: str = ui("starter", **words.EXPORT_MODEL)
    format: str = ui("gguf", **words.EXPORT_FORMAT, choices=("gguf", "merged", "peft"))
    type: str = ui("f16", **words.EXPORT_TYPE, choices=("f32", "f16", "q8_0"))
    out: str = ui("", **words.EXPORT_OUT)
