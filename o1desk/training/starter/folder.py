"""The starter as a Hugging Face model folder."""

import json
from pathlib import Path
from typing import Any

from safetensors.torch import save_file
from tokenizers import Tokenizer

from o1desk.models.decoder import Decoder, DecoderConfig
from o1desk.training.starter.recipe import Shape
from o1desk.training.starter.tokenizer import END, PAD, save_tokenizer


def decoder_config(shape: Shape) -> DecoderConfig:
    """Return the decoder's configuration for a shape."""
    return DecoderConfig(
        family="qwen3",
        vocab_size=shape.vocab_size,
        hidden_size=shape.hidden_size,
        intermediate_size=shape.intermediate_size,
        num_hidden_layers=shape.num_hidden_layers,
        num_attention_heads=shape.num_attention_heads,
        num_key_value_heads=shape.num_key_value_heads,
        head_dim=shape.head_dim,
        max_position_embeddings=shape.max_position_embeddings,
    )


def hf_config(config: DecoderConfig, end_id: int, pad_id: int) -> dict[str, Any]:
    """Return the content of `config.json`, read alike by transformers and by `config_from_hf`."""
    return {
        "architectures": ["Qwen3ForCausalLM"],
        "model_type": "qwen3",
        "attention_bias": config.attention_bias,
        "attention_dropout": 0.0,
        "bos_token_id": None,
        "dtype": "float32",
        "eos_token_id": end_id,
        "head_dim": config.head_dim,
        "hidden_act": "silu",
        "hidden_size": config.hidden_size,
        "initializer_range": 0.02,
        "intermediate_size": config.intermediate_size,
        "max_position_embeddings": config.max_position_embeddings,
        "num_attention_heads": config.num_attention_heads,
        "num_hidden_layers": config.num_hidden_layers,
        "num_key_value_heads": config.num_key_value_heads,
        "pad_token_id": pad_id,
        "rms_norm_eps": config.rms_norm_eps,
        "rope_parameters": {"rope_type": "default", "rope_theta": config.rope_theta},
        "rope_theta": config.rope_theta,
        "tie_word_embeddings": config.tie_word_embeddings,
        "use_cache": True,
        "use_sliding_window": False,
        "vocab_size": config.vocab_size,
    }


def save_folder(decoder: Decoder, tokenizer: Tokenizer, folder: Path) -> None:
    """Write weights, configuration and tokenizer; an older model there is replaced file by file."""
    folder.mkdir(parents=True, exist_ok=True)
    end_id, pad_id = (tokenizer.get_vocab()[mark] for mark in (END, PAD))
    _write_json(folder / "config.json", hf_config(decoder.config, end_id, pad_id))
    generation = {"do_sample": True, "temperature": 1.0, "eos_token_id": end_id}
    _write_json(folder / "generation_config.json", {**generation, "pad_token_id": pad_id})
    save_tokenizer(tokenizer, folder)
    weights = {k: v.detach().contiguous().clone() for k, v in decoder.state_dict().items()}
    if decoder.config.tie_word_embeddings:
        weights.pop("lm_head.weight", None)
    part = folder / "model.safetensors.part"
    save_file(weights, part, metadata={"format": "pt"})
    part.replace(folder / "model.safetensors")


def _write_json(path: Path, value: dict[str, Any]) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    part.replace(path)
