"""A decoder rearranged for sampling: fewer, larger operations and no gradients.

Queries, keys and values come from one product, gate and up from another; an adapter is merged
into the weights. Rotary pairs (i, i + D/2) are stored side by side, so that turning them is one
complex multiplication: scores do not change when queries and keys are permuted alike.

Shapes: B rows, N = B x S positions, H hidden, D head dimension, L layers, T cached positions.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from o1desk.models.cache import Cache
from o1desk.models.decoder import Block, Decoder, rotary_tables
from o1desk.models.lora import merged_weight


@dataclass(slots=True)
class FusedLayer:
    """The weights of one layer.

    Attributes:
        norm_in: Scale of the norm before attention, (H,).
        norm_mlp: Scale of the norm before the feed-forward, (H,).
        qkv: Query, key and value projections above each other, pairs interleaved.
        qkv_bias: Their bias; None without one.
        qk_norm: Scale of the norm of each query and key head, (heads + kv_heads, D), or None.
        out: Output projection, transposed, (heads x D, H).
        gate_up: Gate and up projections above each other.
        down: Down projection, transposed, (intermediate, H).
    """

    norm_in: Tensor
    norm_mlp: Tensor
    qkv: Tensor
    qkv_bias: Tensor | None
    qk_norm: Tensor | None
    out: Tensor
    gate_up: Tensor
    down: Tensor


class FusedDecoder:
    """Prefill and single steps of a decoder over a key/value cache.

    Attributes:
        config: The decoder's shape.
        dtype: Precision of the weights.
        device: Where they are.
    """

    def __init__(self, decoder: Decoder) -> None:
        """Take the weights as they are now; `refresh` takes them again."""
        self.config = decoder.config
        self.dtype = decoder.model.embed_tokens.weight.dtype
        self.device = decoder.device
        self._decoder = decoder
        self._cis = torch.empty(0, self.config.head_dim // 2, dtype=torch.complex64)
        self._layers: list[FusedLayer] = []
        self._embedding = self._head = self._norm = torch.empty(0)
        self.refresh()

    def refresh(self) -> None:
        """Merge the adapter again, after its factors changed."""
        with torch.inference_mode():
            body = self._decoder.model
            self._embedding = body.embed_tokens.weight.detach()
            self._norm = body.norm.weight.detach()
            self._head = merged_weight(self._decoder.lm_head)
            self._layers = [self._fuse(block) for block in body.layers]  # type: ignore[arg-type]

    def logits(self, hidden_BH: Tensor) -> Tensor:
        """Return the scores of the next token, shape (B, V)."""
        return F.linear(hidden_BH, self._head)

    def prefill(self, tokens_BS: Tensor, lengths_B: Tensor) -> tuple[Tensor, Tensor]:
        """Read prompts that start at position 0 and are padded on the right.

        Returns:
            The final hidden state of each prompt's last token, (B, H), and the keys and values,
            (L, 2, B, kv_heads, S, D).
        """
        batch, length = tokens_BS.shape
        config = self.config
        cis = self.rotary(length).repeat(batch, 1)[:, None]
        stored = torch.empty(
            (config.num_hidden_layers, 2, batch, config.num_key_value_heads, length,
             config.head_dim), dtype=self.dtype, device=self.device,
        )  # fmt: skip
        x = F.embedding(tokens_BS.flatten(), self._embedding)
        grouped = config.num_attention_heads != config.num_key_value_heads
        for number, layer in enumerate(self._layers):
            query, key, value = (
                part.view(batch, length, -1, config.head_dim).transpose(1, 2)
                for part in self._project(layer, x, cis)
            )
            stored[number, 0], stored[number, 1] = key, value
            mixed = F.scaled_dot_product_attention(
                query, key, value, is_causal=True, enable_gqa=grouped
            )
            x = self._finish(layer, x, mixed.transpose(1, 2).reshape(batch * length, -1))
        last = torch.arange(batch, device=self.device) * length + lengths_B - 1
        return self._normed(x.index_select(0, last), self._norm), stored

    def step(self, tokens_B: Tensor, positions_B: Tensor, cache: Cache) -> Tensor:
        """Read one token per row; the cache must have been advanced to hold it.

        Returns:
            The final hidden states, (B, H).
        """
        config = self.config
        groups = config.num_attention_heads // config.num_key_value_heads
        cis = self._cis.index_select(0, positions_B)[:, None]
        x = F.embedding(tokens_B, self._embedding)
        mask = cache.mask()
        for number, layer in enumerate(self._layers):
            query, key, value = self._project(layer, x, cis)
            keys, values = cache.write(number, key, value)
            query = query.view(-1, config.num_key_value_heads, groups, config.head_dim)
            mixed = F.scaled_dot_product_attention(query, keys, values, attn_mask=mask)
            x = self._finish(layer, x, mixed.flatten(1))
        return self._normed(x, self._norm)

    def rotary(self, length: int) -> Tensor:
        """Return the rotary factors of the first positions, complex, (length, D / 2)."""
        if self._cis.shape[0] < length:
            positions = torch.arange(max(length, 2 * self._cis.shape[0]), device=self.device)
            cos, sin = rotary_tables(self.config, positions)
            half = self.config.head_dim // 2
            self._cis = torch.complex(cos[:, :half].contiguous(), sin[:, :half].contiguous())
        return self._cis[:length]

    def _project(self, layer: FusedLayer, x: Tensor, cis: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return turned queries and keys, and values: (N, heads, D), (N, kv, D), (N, kv, D)."""
        config = self.config
        heads, kv_heads = config.num_attention_heads, config.num_key_value_heads
        normed = self._normed(x, layer.norm_in)
        qkv = F.linear(normed, layer.qkv, layer.qkv_bias)
        qkv = qkv.view(-1, heads + 2 * kv_heads, config.head_dim)
        turned, value = qkv[:, : heads + kv_heads].float(), qkv[:, heads + kv_heads :]
        if layer.qk_norm is not None:
            turned = F.rms_norm(turned, (config.head_dim,), None, config.rms_norm_eps)
            turned.mul_(layer.qk_norm)
        pairs = torch.view_as_complex(turned.view(-1, heads + kv_heads, config.head_dim // 2, 2))
        turned = torch.view_as_real(pairs * cis).view(-1, heads + kv_heads, config.head_dim)
        turned = turned.to(self.dtype)
        return turned[:, :heads], turned[:, heads:], value

    def _finish(self, layer: FusedLayer, x: Tensor, mixed: Tensor) -> Tensor:
        """Add attention's output and the feed-forward to the residual stream, (N, H)."""
        x = torch.addmm(x, mixed, layer.out)
        both = F.linear(self._normed(x, layer.norm_mlp), layer.gate_up)
        gate, up = both.chunk(2, dim=-1)
        return x.addmm_(F.silu(gate).mul_(up), layer.down)

    def _normed(self, x: Tensor, scale: Tensor) -> Tensor:
        return F.rms_norm(x, scale.shape, scale, self.config.rms_norm_eps)

    def _fuse(self, block: Block) -> FusedLayer:
        attention, mlp = block.self_attn, block.mlp
        config = self.config
        projections = (attention.q_proj, attention.k_proj, attention.v_proj)
        weights = [merged_weight(one) for one in projections]
        biases = [one.bias.detach() for one in projections] if config.attention_bias else []
        order = self._pair_order()
        scales = None
        if config.has_qk_norm:
            heads, kv_heads = config.num_attention_heads, config.num_key_value_heads
            query = attention.q_norm.weight.detach().float()[order].expand(heads, -1)
            key = attention.k_norm.weight.detach().float()[order].expand(kv_heads, -1)
            scales = torch.cat([query, key])
        return FusedLayer(
            norm_in=block.input_layernorm.weight.detach(),
            norm_mlp=block.post_attention_layernorm.weight.detach(),
            qkv=torch.cat([*(self._paired(one) for one in weights[:2]), weights[2]]),
            qkv_bias=torch.cat([*(self._paired(one) for one in biases[:2]), biases[2]])
            if biases
            else None,
            qk_norm=scales,
            out=merged_weight(attention.o_proj).T,
            gate_up=torch.cat([merged_weight(mlp.gate_proj), merged_weight(mlp.up_proj)]),
            down=merged_weight(mlp.down_proj).T,
        )

    def _paired(self, rows: Tensor) -> Tensor:
        """Put the two halves of each head's rows alternately."""
        heads = rows.view(-1, self.config.head_dim, *rows.shape[1:])
        return heads[:, self._pair_order()].flatten(0, 1)

    def _pair_order(self) -> Tensor:
        dim = self.config.head_dim
        return torch.arange(dim, device=self.device).view(2, dim // 2).T.reshape(-1)
