"""Fault rows 20, 22, 23: damage, pickles and code are found before anything is loaded."""

import json
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from o1desk.core.errors import DamagedModelError, MissingModelError
from o1desk.models.open import open_backend
from o1desk.models.safety import check_folder, refuse_pickle
from o1desk.models.safety_tensors import read_header


@pytest.fixture
def folder(tmp_path):
    """A model folder that passes, without meaning."""
    made = tmp_path / "model"
    made.mkdir()
    (made / "config.json").write_text('{"model_type": "qwen3"}')
    (made / "tokenizer.json").write_text("{}")
    tensors = {"a": np.ones((100, 10), np.float32), "b": np.zeros((0, 3), np.float16)}
    save_file(tensors, made / "model.safetensors", metadata={"format": "pt"})
    return made


class Touch:
    """Unpickling this creates a file: the mark of a pickle that was read."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (Path.touch, (Path(self.path),))


def test_a_whole_folder_passes_and_is_measured(folder):
    report = check_folder(folder)
    assert report.parameters == 1000
    assert report.needed_bytes(4) == 4000 + 4000
    assert report.needed_bytes(0) == 4000


DAMAGE = {
    "empty": lambda good: good[:0],
    "seven bytes": lambda good: good[:7],
    "half of it": lambda good: good[: len(good) // 2],
    "one byte short": lambda good: good[:-1],
    "one byte more": lambda good: good + b"x",
    "header length 2**62": lambda good: (2**62).to_bytes(8, "little") + good[8:],
    "header longer than the file": lambda good: struct.pack("<Q", len(good)) + good[8:],
    "random bytes": lambda good: np.random.default_rng(len(good)).bytes(5000),
    "header is not JSON": lambda good: good[:8] + b"}" + good[9:],
    "header is a list": lambda good: struct.pack("<Q", 2) + b"[]" + good[:0],
    "wrong shape": lambda good: good.replace(b"[100,10]", b"[100,11]"),
    "negative shape": lambda good: good.replace(b"[100,10]", b"[-10,-1]"),
    "unknown type": lambda good: good.replace(b'"F32"', b'"F99"'),
    "offsets not numbers": lambda good: good.replace(b"[0,4000]", b'["a",1]'),
    "overlap": lambda good: good.replace(b"[4000,4000]", b"[3999,3999]"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_weight_file_is_named_with_the_reason(folder, name):
    path = folder / "model.safetensors"
    good = path.read_bytes()
    bad = DAMAGE[name](good)
    assert bad != good
    path.write_bytes(bad)
    with pytest.raises(DamagedModelError, match=r"model\.safetensors is damaged: .+; copy or"):
        open_backend(str(folder))


@pytest.mark.parametrize("suffix", [".bin", ".pt", ".ckpt", ".pth"])
def test_a_pickle_is_never_read(folder, tmp_path, suffix):
    (folder / "model.safetensors").unlink()
    path = folder / f"pytorch_model{suffix}"
    path.write_bytes(pickle.dumps(Touch(tmp_path / "was-read")))
    for target in (folder, path):
        with pytest.raises(DamagedModelError, match="only safetensors or GGUF are accepted"):
            open_backend(str(target))
    with pytest.raises(DamagedModelError, match="not opened"):
        refuse_pickle(path)
    assert not (tmp_path / "was-read").exists()


def test_a_pickle_beside_safetensors_stays_closed(folder, tmp_path):
    (folder / "optimizer.pt").write_bytes(pickle.dumps(Touch(tmp_path / "was-read")))
    check_folder(folder)
    assert not (tmp_path / "was-read").exists()


@pytest.mark.parametrize("file", ["config.json", "tokenizer_config.json"])
def test_code_of_its_own_is_refused_with_an_explanation(folder, tmp_path, file):
    code = f"open({str(tmp_path / 'ran')!r}, 'w')"
    (folder / "modeling_evil.py").write_text(code)
    auto = {"auto_map": {"AutoModelForCausalLM": "modeling_evil.Evil"}}
    (folder / file).write_text(json.dumps({"model_type": "qwen3"} | auto))
    with pytest.raises(DamagedModelError, match=f"'auto_map' in {file}"):
        open_backend(str(folder))
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("config.json", "config.json"),
        ("tokenizer.json", "has no tokenizer"),
        ("model.safetensors", "no model weights"),
    ],
)
def test_what_is_missing_is_named(folder, file, message):
    (folder / file).unlink()
    with pytest.raises(MissingModelError, match=message):
        check_folder(folder)


@pytest.mark.parametrize("content", ["", "{", "[1]", "[" * 100_000, "\xff\xfe"])
def test_a_config_that_is_no_object_is_damage(folder, content):
    (folder / "config.json").write_text(content, encoding="latin-1")
    with pytest.raises(DamagedModelError, match=r"config\.json.* is damaged"):
        check_folder(folder)


def test_a_gguf_inside_a_folder_is_pointed_at(folder):
    (folder / "model.safetensors").rename(folder / "m.gguf")
    with pytest.raises(MissingModelError, match=r"m\.gguf instead"):
        check_folder(folder)


@pytest.mark.parametrize(
    ("table", "error", "message"),
    [
        ({"a": "gone.safetensors"}, MissingModelError, "lacks gone.safetensors"),
        ({"a": "../x.safetensors"}, DamagedModelError, "no safetensors file of this folder"),
        ({"a": "model.bin"}, DamagedModelError, "only safetensors or GGUF"),
        ({}, DamagedModelError, "no weight_map"),
    ],
)
def test_an_index_that_leads_astray_is_refused(folder, table, error, message):
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": table}))
    with pytest.raises(error, match=message):
        check_folder(folder)


def test_the_header_tells_names_and_numbers(folder):
    file = read_header(folder / "model.safetensors")
    assert set(file.names) == {"a", "b"}
    assert file.numbers == 1000
