"""The tensors of a Hugging Face folder in the names, order and types of a GGUF file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from torch import Tensor

from o1desk.core.errors import InputError
from o1desk.models.decoder import DecoderConfig
from o1desk.models.export_weights import merged_tensors

ARCHS = {
    "qwen3": gguf.MODEL_ARCH.QWEN3,
    "qwen2": gguf.MODEL_ARCH.QWEN2,
    "llama": gguf.MODEL_ARCH.LLAMA,
}
Q8_BLOCK = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is written.

    Attributes:
        outtype: "f32", "f16" or "q8_0".
        adapter: Adapter to merge, or None.
    """

    outtype: str
    adapter: Path | None


def converted(
    folder: Path, config: DecoderConfig, plan: Plan
) -> Iterator[tuple[str, "np.ndarray[Any, Any]", Any]]:
    """Yield GGUF name, data and type of each tensor, in the same order at each call."""
    names = gguf.get_tensor_name_map(ARCHS[config.family], config.num_hidden_layers)
    for name, tensor in merged_tensors(folder, plan.adapter):
        if name == "lm_head.weight" and config.tie_word_embeddings:
            continue  # llama.cpp takes the embedding where there is no output matrix
        if name.endswith("rotary_emb.inv_freq"):
            continue  # a buffer that old checkpoints carry along
        known = names.get_name(name, try_suffixes=(".weight", ".bias"))
        if known is None:
            raise InputError(f"{folder} holds '{name}', which a {config.family} GGUF cannot hold")
        data = _reordered(name, tensor, config).float().contiguous().numpy()
        yield known, *_encoded(data, plan.outtype)


def _encoded(data: "np.ndarray[Any, Any]", outtype: str) -> tuple["np.ndarray[Any, Any]", Any]:
    """Convert one tensor; vectors stay float32, rows that 8-bit blocks do not divide become f16."""
    if data.ndim < 2 or outtype == "f32":
        return data.astype(np.float32), None
    if outtype == "q8_0" and data.shape[-1] % Q8_BLOCK == 0:
        kind = gguf.GGMLQuantizationType.Q8_0
        return gguf.quants.quantize(data, kind), kind
    return data.astype(np.float16), None


def _reordered(name: str, tensor: Tensor, config: DecoderConfig) -> Tensor:
    """Undo the reordering of Llama's query and key rows.

    Hugging Face rotates the halves of a head, llama.cpp's "llama" rotates neighbours; the Qwen
    architectures rotate halves in both.
    """
    heads = {
        "q_proj": config.num_attention_heads,
        "k_proj": config.num_key_value_heads,
    }.get(name.split(".")[-2] if "." in name else "")
    if config.family != "llama" or heads is None:
        return tensor
    halves = tensor.reshape(heads, 2, config.head_dim // 2, *tensor.shape[1:])
    return halves.transpose(1, 2).reshape(tensor.shape)
