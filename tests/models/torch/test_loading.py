"""Folders become decoders: sharded or not, in any precision, and never through a pickle."""

import json

import pytest
import torch
from safetensors.torch import load_file, save_file

from o1desk.core.errors import DamagedModelError, InputError, MissingModelError
from o1desk.models.loading import UnsupportedArchitectureError, load_decoder, pick_device

CPU = torch.device("cpu")
TOKENS = torch.arange(5, 25)[None]


def load(folder, dtype=torch.float32):
    return load_decoder(folder, CPU, dtype)


def logits(decoder):
    with torch.no_grad():
        return decoder.logits(decoder(TOKENS))


@pytest.fixture
def written(peer, tmp_path):
    """A folder as transformers writes it."""
    peer.save_pretrained(tmp_path)
    return tmp_path


def change_config(folder, **changes):
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_a_folder_of_transformers_gives_its_logits(peer, written):
    with torch.no_grad():
        torch.testing.assert_close(logits(load(written)), peer(TOKENS).logits, atol=1e-4, rtol=1e-5)


def test_shards_are_found_through_their_index(qwen3, tmp_path):
    qwen3.save_pretrained(tmp_path, max_shard_size="30KB")
    assert len(list(tmp_path.glob("*.safetensors"))) > 1
    with torch.no_grad():
        torch.testing.assert_close(
            logits(load(tmp_path)), qwen3(TOKENS).logits, atol=1e-4, rtol=1e-5
        )


def test_an_untied_head_is_loaded(make_peer, tmp_path):
    peer = make_peer("llama", tied=False)
    peer.save_pretrained(tmp_path)
    with torch.no_grad():
        torch.testing.assert_close(
            logits(load(tmp_path)), peer(TOKENS).logits, atol=1e-4, rtol=1e-5
        )


def test_weights_take_the_precision_that_is_asked_for(folder):
    decoder = load(folder, torch.bfloat16)
    assert {one.dtype for one in decoder.parameters()} == {torch.bfloat16}
    assert torch.isfinite(logits(decoder)).all()
    assert decoder.lm_head.weight is decoder.model.embed_tokens.weight


def test_another_architecture_is_left_to_others(written):
    change_config(written, model_type="gemma3")
    with pytest.raises(UnsupportedArchitectureError, match="gemma3"):
        load(written)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"hidden_size": "many"}, "damaged"), ({"vocab_size": None}, "damaged")],
)
def test_a_configuration_of_nonsense_is_damaged(written, change, sentence):
    change_config(written, **change)
    with pytest.raises(DamagedModelError, match=sentence):
        load(written)


def test_a_missing_tensor_is_named(written):
    path = written / "model.safetensors"
    tensors = load_file(path)
    del tensors["model.layers.1.mlp.up_proj.weight"]
    save_file(tensors, path)
    with pytest.raises(DamagedModelError, match=r"layers\.1\.mlp\.up_proj"):
        load(written)


def test_a_tensor_of_another_shape_is_named_with_both_shapes(written):
    change_config(written, intermediate_size=50)
    with pytest.raises(DamagedModelError, match=r"\(48, 32\).*\(50, 32\)|\(32, 48\).*\(32, 50\)"):
        load(written)


def test_a_tensor_without_a_place_is_named(written):
    path = written / "model.safetensors"
    save_file({**load_file(path), "model.extra.weight": torch.zeros(2)}, path)
    with pytest.raises(DamagedModelError, match=r"model\.extra\.weight"):
        load(written)


def test_a_pickle_is_not_opened(written):
    (written / "model.safetensors").rename(written / "pytorch_model.bin")
    with pytest.raises(DamagedModelError, match="pickle"):
        load(written)


def test_an_empty_folder_is_no_model(tmp_path):
    with pytest.raises(MissingModelError):
        load(tmp_path)


def test_the_cpu_computes_in_float32_unless_told_otherwise():
    assert pick_device("cpu", "auto") == (CPU, torch.float32)
    assert pick_device("cpu", "bf16") == (CPU, torch.bfloat16)
    with pytest.raises(InputError, match="fp8"):
        pick_device("cpu", "fp8")
