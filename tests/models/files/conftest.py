"""Model folders of a few thousand weights, made anew: tokenizer, config, safetensors."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from o1desk.core.backend import Sampling
from o1desk.models.decoder import Decoder, config_from_hf

QWEN2_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
LLAMA3_SPLIT = QWEN2_SPLIT.replace(r"|\p{N}| ", r"|\p{N}{1,3}| ")
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}"
    "{% endif %}"
)
TEXT = [
    "What is 17 + 25? The letters of strawberry, one by one: s, t, r, a, w.",
    "Zwölf Zeichen, it's 3.14 (or 2,718)!\n\n  x = 1",
]
VOCAB = 320  # 256 bytes, 5 marks, some merges


def train_tokenizer(split: str) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(split), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    marks = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=VOCAB - 4,  # with the two below, two rows stay unused, as in real models
        special_tokens=marks,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXT * 4, trainer=trainer)
    tokenizer.add_tokens([AddedToken(mark, special=False) for mark in ("<think>", "</think>")])
    return tokenizer


def write_folder(folder: Path, family: str, *, tied: bool, template: bool, seed: int) -> Path:
    folder.mkdir(parents=True)
    config = {
        "model_type": family,
        "architectures": [f"{family.capitalize()}ForCausalLM"],
        "vocab_size": VOCAB,
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 16 if family != "qwen3" else 32,
        "max_position_embeddings": 256,
        "rms_norm_eps": 1e-6,
        "rope_theta": 10000.0,
        "hidden_act": "silu",
        "tie_word_embeddings": tied,
    }
    (folder / "config.json").write_text(json.dumps(config))
    shape = config_from_hf(config)
    assert shape is not None
    decoder = Decoder(shape)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():  # far from uniform and from symmetric, so that a wrong order shows
        for parameter in decoder.parameters():
            spread = torch.randn(parameter.shape, generator=generator)
            parameter.copy_(spread * 0.3 if parameter.ndim > 1 else 1.0 + spread * 0.2)
    state = decoder.state_dict()
    if tied:
        del state["lm_head.weight"]
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    train_tokenizer(LLAMA3_SPLIT if family == "llama" else QWEN2_SPLIT).save(
        str(folder / "tokenizer.json")
    )
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>",
    }
    if template:
        settings["chat_template"] = TEMPLATE
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return folder


@pytest.fixture(scope="session")
def make_folder(tmp_path_factory) -> Callable[..., Path]:
    """Return a maker of model folders; equal arguments give the same folder."""
    made: dict[tuple, Path] = {}

    def make(family="qwen3", *, tied=True, template=True, seed=1) -> Path:
        key = (family, tied, template, seed)
        if key not in made:
            folder = tmp_path_factory.mktemp("models") / "-".join(map(str, key))
            made[key] = write_folder(folder, family, tied=tied, template=template, seed=seed)
        return made[key]

    return make


@pytest.fixture(scope="session")
def make_adapter(tmp_path_factory) -> Callable[..., Path]:
    """Return a maker of LoRA adapters over all linear layers of a folder's model."""

    def make(folder: Path, *, rank=4, alpha=8, seed=7) -> Path:
        from safetensors.torch import load_file

        out = tmp_path_factory.mktemp("adapter")
        generator = torch.Generator().manual_seed(seed)
        tensors = {}
        for name, weight in load_file(folder / "model.safetensors").items():
            if name.endswith("_proj.weight"):
                stem = f"base_model.model.{name.removesuffix('.weight')}"
                for part, shape in (("A", (rank, weight.shape[1])), ("B", (weight.shape[0], rank))):
                    tensors[f"{stem}.lora_{part}.weight"] = 0.2 * torch.randn(
                        shape, generator=generator
                    )
        save_file(tensors, out / "adapter_model.safetensors")
        settings = {
            "peft_type": "LORA",
            "task_type": "CAUSAL_LM",
            "r": rank,
            "lora_alpha": alpha,
            "target_modules": sorted({name.split(".")[-3] for name in tensors}),
            "base_model_name_or_path": str(folder),
        }
        (out / "adapter_config.json").write_text(json.dumps(settings))
        return out

    return make


@pytest.fixture(scope="session")
def gguf_file(make_folder, tmp_path_factory) -> Path:
    """A small GGUF model in f32."""
    from o1desk.models.export_gguf import export_gguf

    out = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    return export_gguf(make_folder(), out, outtype="f32").path


@pytest.fixture(scope="session")
def distribution() -> Callable[[torch.Tensor, Sampling], torch.Tensor]:
    """Return the log-probabilities of a sampling in the plainest way, to hold others against.

    Temperature, then top-k, then top-p; shape (rows, vocabulary). Greedy gives temperature 1.
    """

    def plain(logits: torch.Tensor, sampling: Sampling) -> torch.Tensor:
        scores = logits.double() / (sampling.temperature or 1.0)
        for row in scores:
            order = row.argsort(descending=True)
            if sampling.top_k:
                row[order[sampling.top_k :]] = -torch.inf
            mass = row.softmax(0)[order]
            row[order[mass.cumsum(0) - mass >= sampling.top_p]] = -torch.inf
        return scores.log_softmax(-1)

    return plain
