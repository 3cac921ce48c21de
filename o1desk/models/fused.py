"""A decoder for sampling: reads prompts, and then one token per row, over a key/value cache.

Shapes: B rows, S positions of a prompt, N = B x S, H hidden, D head dimension, L layers, G query
heads per key head, K key heads.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from o1desk.models.cache import Cache
from o1desk.models.decoder import Decoder, rotary_tables
from o1desk.models.fused_weights import FusedLayer, fuse


class FusedDecoder:
    """Prefill and single steps without gradients.

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
        self._weights = fuse(decoder)
        self._turns = torch.empty(0, self.config.head_dim // 2, dtype=torch.complex64)

    def refresh(self) -> None:
        """Merge the adapter again, after its factors changed."""
        self._weights = fuse(self._decoder)

    def reach(self, length: int) -> None:
        """Prepare the rotary factors of the first positions."""
        if self._turns.shape[0] < length:
            positions = torch.arange(max(length, 2 * self._turns.shape[0]), device=self.device)
            cos, sin = rotary_tables(self.config, positions)
            half = self.config.head_dim // 2
            self._turns = torch.complex(cos[:, :half].contiguous(), sin[:, :half].contiguous())

    def logits(self, hidden_BH: Tensor) -> Tensor:
        """Return the scores of the next token, (B, V)."""
        return self._weights.head(hidden_BH)

    def prefill(self, tokens_BS: Tensor, lengths_B: Tensor) -> tuple[Tensor, Tensor]:
        """Read prompts that start at position 0 and are padded on the right.

        Returns:
            The final hidden state of each prompt's last token, (B, H), and the keys and values,
            (L, 2, B, K, S, D).
        """
        config = self.config
        batch, length = tokens_BS.shape
        groups = config.num_attention_heads // config.num_key_value_heads
        turns = self._turns[:length].repeat(batch, 1)[:, None]
        sizes = (config.num_hidden_layers, 2, batch, config.num_key_value_heads, length,
                 config.head_dim)  # fmt: skip
        stored = torch.empty(sizes, dtype=self.dtype, device=self.device)
        x = F.embedding(tokens_BS.flatten(), self._weights.embedding)
        for number, layer in enumerate(self._weights.layers):
            query, key, value = (
                part.view(batch, length, -1, config.head_dim).transpose(1, 2)
                for part in self._project(layer, x, turns)
            )
            stored[number, 0], stored[number, 1] = key, value
            key, value = key.repeat(1, groups, 1, 1), value.repeat(1, groups, 1, 1)
            mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
            x = self._finish(layer, x, mixed.transpose(1, 2).reshape(batch * length, -1))
        last = torch.arange(batch, device=self.device) * length + lengths_B - 1
        return self._weights.norm(x.index_select(0, last)), stored

    def step(self, tokens_B: Tensor, positions_B: Tensor, cache: Cache) -> Tensor:
        """Read one token per row; the cache must have been advanced to hold it.

        Returns:
            The final hidden states, (B, H).
        """
        turns = self._turns.index_select(0, positions_B)[:, None]
        x = F.embedding(tokens_B, self._weights.embedding)
        for number, layer in enumerate(self._weights.layers):
            query, key, value = self._project(layer, x, turns)
            x = self._finish(layer, x, cache.attend(number, query, key, value))
        return self._weights.norm(x)

    def _project(
        self, layer: FusedLayer, x: Tensor, turns: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return turned queries and keys, and values: (N, G x K, D), (N, K, D), (N, K, D)."""
        config = self.config
        heads, kv_heads = config.num_attention_heads, config.num_key_value_heads
        qkv = layer.qkv(layer.norm_in(x))
        qkv = qkv.view(-1, heads + 2 * kv_heads, config.head_dim)
        turned, value = qkv[:, : heads + kv_heads].float(), qkv[:, heads + kv_heads :]
        if layer.qk_norm is not None:
            turned = layer.qk_norm(turned)
        pairs = torch.view_as_complex(turned.view(-1, heads + kv_heads, config.head_dim // 2, 2))
        turned = torch.view_as_real(pairs * turns).view(-1, heads + kv_heads, config.head_dim)
        turned = turned.to(self.dtype)
        return turned[:, :heads], turned[:, heads:], value

    def _finish(self, layer: FusedLayer, x: Tensor, mixed: Tensor) -> Tensor:
        """Add attention's output and the feed-forward to the residual stream, (N, H)."""
        x = layer.out.add_to(x, mixed)
        gate, up = layer.gate_up(layer.norm_mlp(x)).chunk(2, dim=-1)
        return layer.down.add_to(x, F.silu(gate).mul_(up))
