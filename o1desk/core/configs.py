"""Settings of the long jobs. Every field carries its words, so forms and help are generated."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from o1desk.core.fields import ui

ADAPTED = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraConfig:
    """Low-rank adapter (arXiv:2106.09685); all linear layers, as "LoRA Without Regret" advises."""

    rank: int = ui(16, title="Rank", help="Size of the adapter's bottleneck.", low=1, high=512)
    alpha: float = ui(
        32.0, title="Alpha", help="Scale: the update is multiplied by alpha / rank.", low=0.0
    )
    targets: tuple[str, ...] = ui(
        ADAPTED, title="Layers", help="Linear layers that get an adapter."
    )


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

    model: str = ui("starter", title="Model", help="Starter, folder, or either with @RUN:STEP.")
    environments: tuple[MixPart, ...] = ui((), title="Environments", help="What is practised.")
    rewards: tuple[RewardPart, ...] = ui(
        (RewardPart(name="verdict", settings={"partial": False}),),
        title="Rewards",
        help="What is rewarded.",
    )
    steps: int = ui(60, title="Steps", help="Updates of the adapter.", low=1, high=1_000_000)
    minutes: float = ui(
        0.0, title="Time limit", help="Stop after this long; 0 has no limit.", unit="min", low=0.0
    )
    prompts: int = ui(16, title="Problems per step", low=1, high=4096)
    group_size: int = ui(
        8, title="Answers per problem", help="Answers compared with each other.", low=2, high=256
    )
    max_new_tokens: int = ui(160, title="Longest answer", unit="tokens", low=1, high=32768)
    temperature: float = ui(
        1.0, title="Temperature", help="How adventurous the sampling is.", low=0.01, high=5.0
    )
    learning_rate: float = ui(1e-3, title="Learning rate", low=0.0, high=1.0)
    warmup_steps: int = ui(2, title="Warm-up", unit="steps", low=0)
    weight_decay: float = ui(0.0, title="Weight decay", low=0.0, high=1.0)
    inner_epochs: int = ui(
        1,
        title="Passes per rollout",
        help="Updates made from each batch of answers.",
        low=1,
        high=16,
    )
    reduction: str = ui(
        "dapo", title="Length handling", choices=("dapo", "dr_grpo", "grpo", "bnpo")
    )
    scale: str = ui("group", title="Advantage scale", choices=("group", "batch", "none"))
    clip_low: float = ui(0.2, title="Lower clip", low=0.0, high=1.0)
    clip_high: float = ui(
        0.28,
        title="Upper clip",
        help="DAPO's clip-higher keeps rare tokens alive.",
        low=0.0,
        high=10.0,
    )
    kl_beta: float = ui(
        0.0, title="KL weight", help="Pull towards the model without adapter (k3).", low=0.0
    )
    entropy_coef: float = ui(0.0, title="Entropy bonus", low=0.0)
    max_grad_norm: float = ui(1.0, title="Gradient clip", low=0.0)
    zero_variance: float = ui(
        1e-4,
        title="Zero-variance threshold",
        help="Groups whose rewards differ by less teach nothing and are skipped.",
        low=0.0,
    )
    mask_truncated: bool = ui(
        True, title="Ignore cut answers", help="Answers cut by the length limit give no loss."
    )
    micro_tokens: int = ui(
        8192, title="Micro-batch", help="Tokens held at once while learning.", unit="tokens", low=64
    )
    eval_every: int = ui(10, title="Evaluate every", unit="steps", low=0)
    eval_count: int = ui(96, title="Held-out problems", low=0)
    checkpoint_every: int = ui(10, title="Checkpoint every", unit="steps", low=1)
    rollback_drop: float = ui(
        0.08,
        title="Rollback threshold",
        help="Held-out accuracy this far below the start restores the best adapter.",
        low=0.0,
        high=1.0,
    )
    lora: LoraConfig = ui(LoraConfig, title="Adapter")
    seed: int = ui(0, title="Seed", low=0)
    device: str = ui("auto", title="Device", choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", title="Precision", choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SftConfig:
    """Supervised fine-tuning on stored or solver-made samples, with LoRA."""

    model: str = ui("starter", title="Model")
    environments: tuple[MixPart, ...] = ui(
        (), title="Environments", help="Solver traces to learn from when no data set is given."
    )
    dataset: str = ui("", title="Data set", help="JSONL file of samples; empty uses the solvers.")
    steps: int = ui(100, title="Steps", low=1)
    batch_size: int = ui(32, title="Samples per step", low=1)
    learning_rate: float = ui(1e-3, title="Learning rate", low=0.0, high=1.0)
    warmup_steps: int = ui(5, title="Warm-up", unit="steps", low=0)
    weight_decay: float = ui(0.0, title="Weight decay", low=0.0, high=1.0)
    max_grad_norm: float = ui(1.0, title="Gradient clip", low=0.0)
    max_tokens: int = ui(1024, title="Longest sample", unit="tokens", low=8)
    micro_tokens: int = ui(8192, title="Micro-batch", unit="tokens", low=64)
    eval_every: int = ui(20, title="Evaluate every", unit="steps", low=0)
    eval_count: int = ui(96, title="Held-out problems", low=0)
    checkpoint_every: int = ui(20, title="Checkpoint every", unit="steps", low=1)
    lora: LoraConfig = ui(LoraConfig, title="Adapter")
    seed: int = ui(0, title="Seed", low=0)
    device: str = ui("auto", title="Device", choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", title="Precision", choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateConfig:
    """Making samples: problems from environments, answers from a source."""

    source: str = ui("solver", title="Source", help="Who solves the problems.")
    environments: tuple[MixPart, ...] = ui((), title="Environments")
    count: int = ui(100, title="Problems", low=1)
    attempts: int = ui(
        1, title="Attempts per problem", help="Answers sampled for each problem.", low=1, high=256
    )
    keep: str = ui("correct", title="Keep", help="Which samples stay.", choices=("correct", "all"))
    habit: str = ui(
        "careful",
        title="Habit",
        help="How the solver writes.",
        choices=("careful", "quick", "mixed"),
    )
    model: str = ui("starter", title="Model")
    max_new_tokens: int = ui(256, title="Longest answer", unit="tokens", low=1, high=32768)
    temperature: float = ui(1.0, title="Temperature", low=0.0, high=5.0)
    seed: int = ui(0, title="Seed", low=0)
    device: str = ui("auto", title="Device", choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", title="Precision", choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateConfig:
    """Measuring accuracy on held-out problems, with a 95 % confidence interval."""

    model: str = ui("starter", title="Model")
    environments: tuple[MixPart, ...] = ui((), title="Environments")
    count: int = ui(300, title="Problems", low=1)
    strategy: str = ui("single", title="Way to think", help="single, or vote of several chains.")
    strategy_settings: dict[str, Any] = ui(dict, title="Settings of the way to think")
    vote_chains: int = ui(
        0, title="Chains of the curve", help="Also measure majority votes up to this.", low=0
    )
    vote_count: int = ui(96, title="Problems of the curve", low=1)
    max_new_tokens: int = ui(256, title="Longest answer", unit="tokens", low=1, high=32768)
    temperature: float = ui(1.0, title="Temperature", low=0.0, high=5.0)
    seed: int = ui(0, title="Seed", low=0)
    device: str = ui("auto", title="Device", choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", title="Precision", choices=("auto", "fp32", "bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatConfig:
    """Answering questions; how to think and to draw tokens comes with each question."""

    model: str = ui("starter", title="Model")
    device: str = ui("auto", title="Device", choices=("auto", "cpu", "cuda"))
    precision: str = ui("auto", title="Precision", choices=("auto", "fp32", "bf16"))
