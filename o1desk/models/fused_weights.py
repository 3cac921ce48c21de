"""A decoder's weights rearranged for sampling: fewer and larger products, adapters merged.

Queries, keys and values come from one product, gate and up from another. Within a head, the
rotary pair (i, i + D/2) is stored side by side, so that turning it is one complex multiplication;
heads that share keys are stored so that those of one key head are a stride apart, which spares
copies in attention. Neither changes a score: queries and keys are permuted alike, and the output
projection reads the heads in their new order.

Shapes: H hidden, D head dimension, G query heads per key head.
"""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor

from o1desk.models.decoder import Attention, Block, Decoder, DecoderConfig
from o1desk.models.lora import merged_weight
from o1desk.models.norms import RmsNorm
from o1desk.models.products import Packed


@dataclass(frozen=True, slots=True, kw_only=True)
class FusedLayer:
    """The weights of one layer.

    Attributes:
        norm_in: Norm before attention.
        norm_mlp: Norm before the feed-forward.
        qkv: Query, key and value projections above each other.
        qk_norm: Norm of every query and key head, (heads + kv_heads, D), float32, or None.
        out: Output projection of attention.
        gate_up: Gate and up projections above each other.
        down: Down projection.
    """

    norm_in: RmsNorm
    norm_mlp: RmsNorm
    qkv: Packed
    qk_norm: RmsNorm | None
    out: Packed
    gate_up: Packed
    down: Packed


@dataclass(frozen=True, slots=True, kw_only=True)
class FusedWeights:
    """All weights.

    Attributes:
        embedding: Shape (V, H).
        norm: The last norm.
        head: Output projection.
        layers: From the first to the last.
    """

    embedding: Tensor
    norm: RmsNorm
    head: Packed
    layers: tuple[FusedLayer, ...]


def fuse(decoder: Decoder) -> FusedWeights:
    """Copy and rearrange a decoder's weights as they are now."""
    body = decoder.model
    with torch.inference_mode():
        return FusedWeights(
            embedding=body.embed_tokens.weight.detach(),
            norm=RmsNorm(body.norm.weight.detach(), decoder.config.rms_norm_eps),
            head=Packed(merged_weight(decoder.lm_head)),
            layers=tuple(
                _fuse_layer(cast("Block", block), decoder.config) for block in body.layers
            ),
        )


def _fuse_layer(block: Block, config: DecoderConfig) -> FusedLayer:
    attention, mlp = block.self_attn, block.mlp
    rows = [merged_weight(one) for one in (attention.q_proj, attention.k_proj, attention.v_proj)]
    bias = None
    if config.attention_bias:
        parts = (attention.q_proj.bias, attention.k_proj.bias, attention.v_proj.bias)
        bias = _arranged([part.detach() for part in parts], config)
    return FusedLayer(
        norm_in=RmsNorm(block.input_layernorm.weight.detach(), config.rms_norm_eps),
        norm_mlp=RmsNorm(block.post_attention_layernorm.weight.detach(), config.rms_norm_eps),
        qkv=Packed(_arranged(rows, config), bias),
        qk_norm=_qk_norm(attention, config) if config.has_qk_norm else None,
        out=Packed(_regrouped(merged_weight(attention.o_proj).T, config).T.contiguous()),
        gate_up=Packed(torch.cat([merged_weight(mlp.gate_proj), merged_weight(mlp.up_proj)])),
        down=Packed(merged_weight(mlp.down_proj)),
    )


def _arranged(parts: list[Tensor], config: DecoderConfig) -> Tensor:
    """Stack query, key and value rows in the order that the step wants."""
    query, key, value = parts
    return torch.cat([_paired(_regrouped(query, config), config), _paired(key, config), value])


def _regrouped(rows: Tensor, config: DecoderConfig) -> Tensor:
    """Turn query heads from (key head, G) order into (G, key head) order."""
    heads = rows.reshape(config.num_key_value_heads, -1, config.head_dim, *rows.shape[1:])
    return heads.transpose(0, 1).reshape(rows.shape)


def _paired(rows: Tensor, config: DecoderConfig) -> Tensor:
    """Put the two halves of each head's rows alternately."""
    halves = rows.reshape(-1, 2, config.head_dim // 2, *rows.shape[1:])
    return halves.transpose(1, 2).reshape(rows.shape)


def _qk_norm(attention: Attention, config: DecoderConfig) -> RmsNorm:
    query = _paired(attention.q_norm.weight.detach().float(), config)
    key = _paired(attention.k_norm.weight.detach().float(), config)
    heads, kv_heads = config.num_attention_heads, config.num_key_value_heads
    scale = torch.cat([query.expand(heads, -1), key.expand(kv_heads, -1)])
    return RmsNorm(scale, config.rms_norm_eps)
