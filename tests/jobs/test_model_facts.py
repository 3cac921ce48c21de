import json

import pytest

from o1desk.core.configs import ADAPTED
from o1desk.jobs.model_facts import adapter_bytes, adapter_weights, model_facts
from o1desk.paths import resources

SHAPE = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 100,
    "max_position_embeddings": 512,
}


def write_weights(path, shapes):
    rows = {name: {"dtype": "F32", "shape": shape} for name, shape in shapes.items()}
    header = json.dumps({"__metadata__": {"format": "pt"}, **rows}).encode()
    path.write_bytes(len(header).to_bytes(8, "little") + header)


@pytest.fixture
def folder(tmp_path):
    """A model folder with two files of weights, and changes to its configuration."""

    def make(config=SHAPE, **changes):
        (tmp_path / "config.json").write_text(json.dumps({**config, **changes}))
        write_weights(tmp_path / "a.safetensors", {"x": [3, 4], "scalar": []})
        write_weights(tmp_path / "b.safetensors", {"y": [5]})
        return tmp_path

    return make


def test_the_shape_of_a_folder_is_read_without_loading_it(folder):
    facts = model_facts(str(folder()))

    assert (facts.kind, facts.weights, facts.layers, facts.hidden) == ("folder", 18, 2, 64)
    assert (facts.q_width, facts.kv_width, facts.context) == (64, 32, 512)
    assert facts.bytes > 0


def test_the_text_part_of_a_larger_model_counts(folder):
    facts = model_facts(str(folder({"text_config": {**SHAPE, "head_dim": 32}})))

    assert (facts.q_width, facts.kv_width) == (128, 64)


def test_the_starter_is_known_with_and_without_an_adapter():
    facts = model_facts("starter")

    assert facts == model_facts("starter@some-run:40")
    assert facts.path == resources() / "starter"
    assert facts.weights > 1_000_000


def test_a_path_with_an_at_sign_is_that_path(tmp_path):
    path = tmp_path / "my@model"
    path.mkdir()
    (path / "config.json").write_text(json.dumps(SHAPE))
    write_weights(path / "a.safetensors", {"x": [7]})

    assert model_facts(str(path)).weights == 7
    assert model_facts(f"{path}@run:3").weights == 7


def test_a_gguf_file_tells_its_size(tmp_path):
    path = tmp_path / "model.GGUF"
    path.write_bytes(b"GGUF" + bytes(96))

    assert (model_facts(str(path)).kind, model_facts(str(path)).bytes) == ("gguf", 100)


@pytest.mark.parametrize("ref", ["", "hub:some/model", "endpoint:x", "fake", "/no/such", "a\0b"])
def test_what_has_no_files_here_has_no_facts(ref):
    assert model_facts(ref) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b"[]"),
        ("config.json", b'{"hidden_size": null}'),
        ("config.json", b"[" * 100_000),
        ("a.safetensors", b""),
        ("a.safetensors", b"\xff" * 64),
        ("a.safetensors", (2).to_bytes(8, "little") + b"[]"),
        ("a.safetensors", (9).to_bytes(8, "little") + b'{"x": 31}'),
    ],
)
def test_damaged_files_have_no_facts(folder, name, content):
    model = folder()
    (model / name).write_bytes(content)

    assert model_facts(str(model)) is None


def test_a_folder_without_weights_has_no_facts(folder):
    model = folder()
    for path in model.glob("*.safetensors"):
        path.unlink()

    assert model_facts(str(model)) is None


def test_an_adapter_is_counted_layer_by_layer(folder):
    facts = model_facts(str(folder()))
    attention = (64 + 64) + (64 + 32) + (64 + 32) + (64 + 64)
    feed_forward = 3 * (64 + 128)

    assert adapter_weights(facts, 8, ADAPTED) == 2 * 8 * (attention + feed_forward)
    assert adapter_weights(facts, 8, ["q_proj", "unheard_of"]) == 2 * 8 * 128


def test_the_adapter_of_a_reference_has_the_size_of_its_file(tmp_path):
    step = tmp_path / "runs" / "R1" / "checkpoints" / "step_000004"
    step.mkdir(parents=True)
    (step / "adapter_model.safetensors").write_bytes(bytes(40))

    assert adapter_bytes("starter@R1:4", tmp_path) == 40
    assert adapter_bytes("starter@R2", tmp_path) == 0
    assert adapter_bytes("starter", tmp_path) == 0
