"""What the starter model is made of: families, mix, shape, rates. One place to change a figure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Weighted by how slowly a family is learnt: spelling and division need most documents.
FAMILIES: Mapping[str, float] = {
    "chain_sum": 0.8,
    "basic_arithmetic": 1.0,
    "products": 0.8,
    "letter_counting": 2.0,
    "spell_backward": 2.0,
    "simple_equations": 1.1,
    "leg_counting": 0.8,
    "gcd": 1.3,
    "number_sorting": 1.3,
    "base_conversion": 1.3,
    "count_bits": 0.4,
    "gsm_symbolic": 0.4,
}
LEVELS: Mapping[str, float] = {"easy": 0.47, "medium": 0.45, "hard": 0.08}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Shares of the documents; what is left is the careful habit.

    Attributes:
        families: Relative weight of each family.
        levels: Relative weight of each level.
        quick: Share of the quick habit among documents that think.
        direct: Share of documents with thinking off: the answer at once.
        chat: Share of small talk.
        system: Share of documents that open with a system message.
        history: Share of documents that follow an earlier exchange.
    """

    families: Mapping[str, float] = field(default_factory=lambda: dict(FAMILIES))
    levels: Mapping[str, float] = field(default_factory=lambda: dict(LEVELS))
    quick: float = 0.33
    direct: float = 0.07
    chat: float = 0.02
    system: float = 0.02
    history: float = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Size of the model, named as in `config.json`."""

    vocab_size: int = 1280
    hidden_size: int = 192
    intermediate_size: int = 576
    num_hidden_layers: int = 4
    num_attention_heads: int = 4
    num_key_value_heads: int = 2
    head_dim: int = 48
    max_position_embeddings: int = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that decides the weights, apart from the seed and the budget.

    Attributes:
        mix: Shares of the documents.
        shape: Size of the model.
        documents: Documents in the corpus; a longer run reads it again.
        longest: Documents above this length are left out, tokens.
        step_tokens: Tokens of one optimizer step.
        micro_tokens: Tokens of one forward pass, about.
        prompt_weight: Weight of the loss on prompt tokens.
        optimizer: "muon" or "adamw".
        rate: Peak learning rate.
        weight_decay: Decoupled weight decay on the matrices.
        warmup_steps: Steps of the rise of the rate.
        decay_share: Share of the budget that the fall of the rate takes.
        clip: Largest norm of the gradient.
    """

    mix: Mix = field(default_factory=Mix)
    shape: Shape = field(default_factory=Shape)
    documents: int = 400_000
    longest: int = 512
    step_tokens: int = 4096
    micro_tokens: int = 2048
    prompt_weight: float = 0.0
    optimizer: str = "muon"
    rate: float = 4e-3
    weight_decay: float = 0.05
    warmup_steps: int = 100
    decay_share: float = 0.35
    clip: float = 1.0
