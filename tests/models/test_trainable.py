"""What can be trained, told from its files before any weight is read."""

import json

import pytest

from o1desk.core.errors import InputError, MissingModelError
from o1desk.models.trainable import check_trainable

PLAIN = {
    "model_type": "llama",
    "vocab_size": 8,
    "hidden_size": 4,
    "intermediate_size": 8,
    "num_hidden_layers": 1,
    "num_attention_heads": 1,
}


@pytest.fixture
def folder(tmp_path):
    """A model folder of a configuration, without weights."""

    def make(**config):
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "config.json").write_text(json.dumps(config), encoding="utf-8")
        return str(tmp_path / "m")

    return make


def test_the_starter_and_plain_folders_can_be_trained(folder):
    check_trainable("starter", data=None)
    check_trainable(folder(**PLAIN), data=None)


def test_a_gguf_file_and_the_pretend_model_cannot_be_trained(tmp_path):
    path = tmp_path / "m.gguf"
    path.write_bytes(b"GGUF")
    for ref in (str(path), "fake"):
        with pytest.raises(InputError, match="needs a safetensors folder, such as 'starter'"):
            check_trainable(ref, data=None)


@pytest.mark.parametrize("other", [{"model_type": "gpt2"}, {"hidden_act": "gelu"}])
def test_a_model_that_only_transformers_computes_cannot_be_trained(folder, other):
    with pytest.raises(InputError, match="a plain Qwen2, Qwen3 or Llama folder"):
        check_trainable(folder(**(PLAIN | other)), data=None)


def test_a_model_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(MissingModelError, match="no model called"):
        check_trainable(str(tmp_path / "nothing"), data=None)
