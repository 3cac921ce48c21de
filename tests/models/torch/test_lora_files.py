"""Adapters on disk: PEFT reads ours, we read PEFT's, and a wrong base is refused."""

import json

import pytest
import torch
from safetensors.torch import load_file

from o1desk.core.configs import LoraConfig
from o1desk.core.errors import DamagedModelError, InputError, MissingModelError
from o1desk.models.lora import attach, load_peft
from o1desk.models.lora_files import base_hash

TOKENS = torch.arange(5, 45)[None]
# PEFT asks transformers 5 by a name that it retires; nothing of ours.
PEFT_ALIAS = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing:FutureWarning")


def dice(seed=0):
    return torch.Generator().manual_seed(seed)


def logits(decoder):
    with torch.no_grad():
        return decoder.logits(decoder(TOKENS))


@pytest.fixture
def saved(small, tmp_path):
    """A decoder with a random adapter, and the folder it was saved to."""
    adapter = attach(small, LoraConfig(rank=4, alpha=6.0), dice())
    with torch.no_grad():
        for layer in adapter.layers.values():
            layer.low_rank.b.normal_(0, 0.1, generator=dice(1))
    adapter.save_peft(tmp_path / "adapter", "starter", "a" * 32)
    return small, tmp_path / "adapter"


@PEFT_ALIAS
def test_peft_loads_our_adapter_with_equal_logits(make_peer, saved):
    from peft import PeftModel

    decoder, folder = saved
    theirs = PeftModel.from_pretrained(make_peer("qwen3"), folder)
    with torch.no_grad():
        torch.testing.assert_close(logits(decoder), theirs(TOKENS).logits, atol=1e-4, rtol=1e-5)


@PEFT_ALIAS
def test_our_loader_reads_what_peft_writes(make_peer, as_decoder, tmp_path):
    from peft import LoraConfig as PeftConfig
    from peft import get_peft_model

    model = make_peer("qwen2")
    decoder = as_decoder(model)
    config = PeftConfig(
        r=3, lora_alpha=5, target_modules=["k_proj", "down_proj"], task_type="CAUSAL_LM"
    )
    theirs = get_peft_model(model, config)
    with torch.no_grad():
        for name, parameter in theirs.named_parameters():
            if "lora_B" in name:
                parameter.normal_(0, 0.1, generator=dice(2))
    theirs.save_pretrained(tmp_path)
    load_peft(decoder, tmp_path)
    with torch.no_grad():
        torch.testing.assert_close(logits(decoder), theirs(TOKENS).logits, atol=1e-4, rtol=1e-5)


def test_an_adapter_comes_back_as_it_was_saved(saved, qwen3, as_decoder):
    decoder, folder = saved
    again = as_decoder(qwen3)
    adapter = load_peft(again, folder, "a" * 32)
    assert torch.equal(logits(again), logits(decoder))
    assert adapter.config == LoraConfig(rank=4, alpha=6.0)
    assert adapter.base_ref == "starter"
    names = load_file(folder / "adapter_model.safetensors").keys()
    assert "base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight" in names


def test_factors_are_replaced_in_place(saved, qwen3, as_decoder):
    decoder, folder = saved
    other = as_decoder(qwen3)
    adapter = attach(other, LoraConfig(rank=4, alpha=1.0), dice(7))
    adapter.load_peft(folder)
    assert torch.equal(logits(other), logits(decoder))
    assert adapter.config.alpha == 6.0


def test_an_adapter_of_another_base_is_refused_in_one_sentence(saved, qwen3, as_decoder):
    _, folder = saved
    fresh = as_decoder(qwen3)
    with pytest.raises(InputError, match="trained on another base model") as caught:
        load_peft(fresh, folder, "b" * 32)
    assert "\n" not in str(caught.value)
    attach(fresh, LoraConfig(rank=1), dice())  # nothing was left attached


def test_an_adapter_of_another_size_leaves_the_model_bare(saved, make_peer, as_decoder):
    _, folder = saved
    other = as_decoder(make_peer("qwen2"))
    before = logits(other)
    with pytest.raises(InputError, match="does not fit"):
        load_peft(other, folder)
    assert torch.equal(logits(other), before)


@pytest.mark.parametrize("change", [{"use_dora": True}, {"bias": "all"}, {"peft_type": "IA3"}])
def test_another_kind_of_adapter_is_named(saved, change):
    decoder, folder = saved
    path = folder / "adapter_config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(DamagedModelError, match=next(iter(change))):
        load_peft(decoder, folder)


def test_a_cut_file_is_damaged_and_a_missing_one_missing(saved, qwen3, as_decoder):
    _, folder = saved
    weights = folder / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(DamagedModelError):
        load_peft(as_decoder(qwen3), folder)
    weights.unlink()
    (folder / "adapter_model.bin").write_bytes(b"")
    with pytest.raises(MissingModelError, match="pickled"):
        load_peft(as_decoder(qwen3), folder)


def test_the_hash_tells_weights_apart(folder, tmp_path):
    copy = tmp_path / "copy"
    copy.mkdir()
    content = (folder / "model.safetensors").read_bytes()
    (copy / "model.safetensors").write_bytes(content)
    assert base_hash(copy) == base_hash(folder)
    (copy / "model.safetensors").write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert base_hash(copy) != base_hash(folder)
