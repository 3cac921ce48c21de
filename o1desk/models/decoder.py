"""One compact transformer for the Qwen2, Qwen3 and Llama families, used to train and to sample.

Module names equal the Hugging Face checkpoint's, so a state dict loads without a mapping. It is
our own because training a few million parameters through a general library spends most of its
time outside the matrix products, and because the sampler needs the plain weights.

Architecture: pre-norm blocks with RMSNorm (arXiv:1910.07467), rotary positions
(arXiv:2104.09864), grouped-query attention (arXiv:2305.13245) and SwiGLU (arXiv:2002.05202);
Qwen3 normalises queries and keys per head, Qwen2 adds a bias to them.

Shapes: B sequences, S positions, H hidden, D head dimension, V vocabulary.
"""

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from typing_extensions import override

from o1desk.models.passes import rms_norm, rotate
from o1desk.models.products import Linear

FAMILIES = {"qwen2", "qwen3", "llama"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderConfig:
    """Shape of a decoder, named as in `config.json`.

    Attributes:
        family: "qwen2", "qwen3" or "llama"; rotary positions are plain (no scaling).
    """

    family: str
    vocab_size: int
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    num_key_value_heads: int
    head_dim: int
    max_position_embeddings: int = 2048
    rms_norm_eps: float = 1e-6
    rope_theta: float = 10000.0
    tie_word_embeddings: bool = True
    attention_bias: bool = False

    @property
    def has_qk_norm(self) -> bool:
        """Whether queries and keys are normalised per head."""
        return self.family == "qwen3"


class RMSNorm(nn.Module):
    """Root-mean-square norm over the last dimension, computed in float32."""

    def __init__(self, size: int, eps: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.eps = eps

    @override
    def forward(self, x: Tensor) -> Tensor:
        return rms_norm(x, self.weight, self.eps)


def rotary_tables(config: DecoderConfig, positions: Tensor) -> tuple[Tensor, Tensor]:
    """Return cosine and sine tables, float32, shape (*positions.shape, D)."""
    half = torch.arange(0, config.head_dim, 2, device=positions.device, dtype=torch.float32)
    frequency = 1.0 / (config.rope_theta ** (half / config.head_dim))
    angle = positions.float()[..., None] * frequency
    angle = torch.cat([angle, angle], dim=-1)
    return angle.cos(), angle.sin()


class Attention(nn.Module):
    """Causal grouped-query attention."""

    def __init__(self, config: DecoderConfig) -> None:
        super().__init__()
        hidden, dim = config.hidden_size, config.head_dim
        heads, kv_heads = config.num_attention_heads, config.num_key_value_heads
        bias = config.attention_bias
        self.config = config
        self.q_proj = Linear(hidden, heads * dim, bias=bias)
        self.k_proj = Linear(hidden, kv_heads * dim, bias=bias)
        self.v_proj = Linear(hidden, kv_heads * dim, bias=bias)
        self.o_proj = Linear(heads * dim, hidden, bias=False)
        if config.has_qk_norm:
            self.q_norm = RMSNorm(dim, config.rms_norm_eps)
            self.k_norm = RMSNorm(dim, config.rms_norm_eps)

    @override
    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        dim = self.config.head_dim
        query = self.q_proj(x).view(batch, length, -1, dim)
        key = self.k_proj(x).view(batch, length, -1, dim)
        value = self.v_proj(x).view(batch, length, -1, dim).transpose(1, 2)
        if self.config.has_qk_norm:
            query, key = self.q_norm(query), self.k_norm(key)
        query = rotate(query.transpose(1, 2), cos, sin)
        key = rotate(key.transpose(1, 2), cos, sin)
        grouped = query.shape[1] != key.shape[1]
        mixed = F.scaled_dot_product_attention(
            query, key, value, attn_mask=mask, is_causal=mask is None, enable_gqa=grouped
        )
        joined: Tensor = self.o_proj(mixed.transpose(1, 2).reshape(batch, length, -1))
        return joined


class MLP(nn.Module):
    """SwiGLU feed-forward."""

    def __init__(self, config: DecoderConfig) -> None:
        super().__init__()
        self.gate_proj = Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.up_proj = Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.down_proj = Linear(config.intermediate_size, config.hidden_size, bias=False)

    @override
    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))
        return out


class Block(nn.Module):
    """One pre-norm layer."""

    def __init__(self, config: DecoderConfig) -> None:
        super().__init__()
        self.input_layernorm = RMSNorm(config.hidden_size, config.rms_norm_eps)
        self.self_attn = Attention(config)
        self.post_attention_layernorm = RMSNorm(config.hidden_size, config.rms_norm_eps)
        self.mlp = MLP(config)

    @override
    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        x = x + self.self_attn(self.input_layernorm(x), cos, sin, mask)
        out: Tensor = x + self.mlp(self.post_attention_layernorm(x))
        return out


class Body(nn.Module):
    """Embedding, blocks and final norm; the checkpoint's `model.` prefix."""

    def __init__(self, config: DecoderConfig) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        self.layers = nn.ModuleList(Block(config) for _ in range(config.num_hidden_layers))
        self.norm = RMSNorm(config.hidden_size, config.rms_norm_eps)


class Decoder(nn.Module):
    """A causal language model.

    Attributes:
        config: Its shape.
        model: Embedding, blocks, norm.
        lm_head: Output projection; shares the embedding when tied.
    """

    def __init__(self, config: DecoderConfig) -> None:
        """Make a decoder with uninitialised-looking default weights; load or `initialise` it."""
        super().__init__()
        self.config = config
        self.model = Body(config)
        self.lm_head = Linear(config.hidden_size, config.vocab_size, bias=False)
        if config.tie_word_embeddings:
            self.lm_head.weight = self.model.embed_tokens.weight

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.model.embed_tokens.weight.device

    @override
    def forward(
        self, tokens_BS: Tensor, positions_BS: Tensor | None = None, mask: Tensor | None = None
    ) -> Tensor:
        """Return the final hidden states, shape (B, S, H).

        Args:
            tokens_BS: Token ids. Right padding needs no mask, because attention is causal.
            positions_BS: Rotary positions; 0, 1, 2 ... when None. Packed documents restart at 0.
            mask: Boolean attention mask (B, 1, S, S), True where a query may look; causal when
                None. Packed documents pass the block-diagonal causal one.
        """
        if positions_BS is None:
            positions_BS = torch.arange(tokens_BS.shape[1], device=tokens_BS.device)[None]
        cos, sin = rotary_tables(self.config, positions_BS)
        x: Tensor = self.model.embed_tokens(tokens_BS)
        cos, sin = cos[:, None].to(x.dtype), sin[:, None].to(x.dtype)
        for block in self.model.layers:
            x = block(x, cos, sin, mask)
        out: Tensor = self.model.norm(x)
        return out

    def logits(self, hidden: Tensor) -> Tensor:
        """Return the scores of the next token, shape (..., V)."""
        out: Tensor = self.lm_head(hidden)
        return out

    def initialise(self, generator: torch.Generator) -> None:
        """Draw fresh weights: normal 0.02, residual outputs scaled by depth (GPT-2 report)."""
        depth = (2 * self.config.num_hidden_layers) ** -0.5
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                if parameter.ndim < 2:
                    parameter.fill_(0.0 if name.endswith("bias") else 1.0)
                    continue
                scale = depth if name.endswith(("o_proj.weight", "down_proj.weight")) else 1.0
                parameter.normal_(0.0, 0.02 * scale, generator=generator)


def config_from_hf(data: dict[str, Any]) -> DecoderConfig | None:
    """Read a `config.json`; None when this decoder would not compute the same thing.

    Sliding windows, rotary scaling, partial rotary and other activations are left to the
    transformers fallback.
    """
    family = str(data.get("model_type", ""))
    rope = data.get("rope_parameters") or data.get("rope_scaling") or {}
    plain_rope = rope.get("rope_type", rope.get("type", "default")) == "default"
    refused = (
        family not in FAMILIES
        or not plain_rope
        or data.get("hidden_act", "silu") != "silu"
        or bool(data.get("use_sliding_window"))
        or bool(data.get("mlp_bias"))
        or (family != "qwen2" and bool(data.get("attention_bias")))
    )
    if refused:
        return None
    heads = int(data["num_attention_heads"])
    theta = rope.get("rope_theta", data.get("rope_theta", 10000.0))
    return DecoderConfig(
        family=family,
        vocab_size=int(data["vocab_size"]),
        hidden_size=int(data["hidden_size"]),
        intermediate_size=int(data["intermediate_size"]),
        num_hidden_layers=int(data["num_hidden_layers"]),
        num_attention_heads=heads,
        num_key_value_heads=int(data.get("num_key_value_heads") or heads),
        head_dim=int(data.get("head_dim") or int(data["hidden_size"]) // heads),
        max_position_embeddings=int(data.get("max_position_embeddings", 2048)),
        rms_norm_eps=float(data.get("rms_norm_eps", 1e-6)),
        rope_theta=float(theta),
        tie_word_embeddings=bool(data.get("tie_word_embeddings", False)),
        attention_bias=family == "qwen2",
    )
