"""An exported GGUF file continues with the same tokens as the folder it came from."""

import json
from types import SimpleNamespace

import pytest

from o1desk.core.errors import DamagedModelError, InputError, NoSpaceError
from o1desk.models.export_gguf import export_gguf
from o1desk.models.export_verify import verify_gguf
from o1desk.models.gguf_header import read_header


@pytest.mark.parametrize("outtype", ["f32", "f16"])
@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("family", ["qwen3", "qwen2", "llama"])
def test_greedy_tokens_equal_those_of_torch(make_folder, tmp_path, family, tied, outtype):
    folder = make_folder(family, tied=tied)
    done = export_gguf(folder, tmp_path / "m.gguf", outtype=outtype)
    result = verify_gguf(folder, done.path)
    assert result.verified, result.rows
    assert all(len(row.theirs) == 24 for row in result.rows)


def test_q8_is_smaller_and_loads(make_folder, tmp_path):
    folder = make_folder()
    large = export_gguf(folder, tmp_path / "a.gguf", outtype="f16")
    small = export_gguf(folder, tmp_path / "b.gguf", outtype="q8_0")
    assert small.bytes < large.bytes
    assert all(row.same_prompt_tokens for row in verify_gguf(folder, small.path).rows)


def test_an_adapter_changes_the_file_and_is_verified_with_it(make_folder, make_adapter, tmp_path):
    folder = make_folder()
    adapter = make_adapter(folder)
    done = export_gguf(folder, tmp_path / "m.gguf", outtype="f32", adapter=adapter)
    assert verify_gguf(folder, done.path, adapter=adapter).verified
    assert not verify_gguf(folder, done.path).verified


def test_the_file_carries_template_marks_and_padding(make_folder, tmp_path):
    done = export_gguf(make_folder(), tmp_path / "m.gguf", outtype="f16")
    keys = read_header(done.path).metadata
    tokens, types = keys["tokenizer.ggml.tokens"], keys["tokenizer.ggml.token_type"]
    kinds = dict(zip(tokens, types, strict=True))
    assert kinds["<|im_end|>"] == 3
    assert kinds["<think>"] == 4
    assert kinds[tokens[-1]] == 5
    assert tokens[keys["tokenizer.ggml.eos_token_id"]] == "<|im_end|>"
    assert "enable_thinking" in keys["tokenizer.chat_template"]
    assert keys["tokenizer.ggml.pre"] == "qwen2"


def test_an_adapter_of_another_model_is_refused_and_leaves_no_file(
    make_folder, make_adapter, tmp_path
):
    adapter = make_adapter(make_folder("llama"))
    with pytest.raises(DamagedModelError, match="belongs to another model"):
        export_gguf(make_folder("qwen3"), tmp_path / "m.gguf", adapter=adapter)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_keeps_the_previous_file(make_folder, tmp_path, monkeypatch):
    out = tmp_path / "m.gguf"
    export_gguf(make_folder(), out, outtype="f16")
    before = out.read_bytes()
    monkeypatch.setattr("gguf.GGUFWriter.write_tensor_data", _full_disk)
    with pytest.raises(NoSpaceError, match=r"disk is full; m\.gguf was not written"):
        export_gguf(make_folder(), out, outtype="f32")
    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


def _full_disk(*_):
    raise OSError(28, "No space left on device")


def test_too_small_a_disk_is_told_before_anything_is_written(make_folder, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10))
    with pytest.raises(NoSpaceError, match="nothing was written"):
        export_gguf(make_folder(), tmp_path / "m.gguf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_told_before_anything_is_converted(
    make_folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("o1desk.models.export_gguf.converted", _never)
    with pytest.raises(InputError, match="is a folder; nothing was written"):
        export_gguf(make_folder(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_made_is_told_before_anything_is_converted(
    make_folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("o1desk.models.export_gguf.converted", _never)
    with pytest.raises(InputError, match=r"cannot be written \(File name too long\)"):
        export_gguf(make_folder(), tmp_path / f"{'x' * 250}.gguf")
    assert list(tmp_path.iterdir()) == []


def _never(*_):
    pytest.fail("it was converted")


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        ("config.json", {"model_type": "gpt_neox"}, "does not know"),
        ("config.json", {"vocab_size": 100}, "do not belong together"),
        ("tokenizer.json", {"model": {"type": "Unigram", "vocab": []}}, "not byte-level BPE"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(
    make_folder, tmp_path, file, change, message
):
    folder = tmp_path / "model"
    folder.mkdir()
    for path in make_folder().iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    data = json.loads((folder / file).read_text())
    (folder / file).write_text(json.dumps(data | change))
    with pytest.raises((InputError, DamagedModelError), match=message):
        export_gguf(folder, tmp_path / "m.gguf")
    assert not (tmp_path / "m.gguf").exists()


def test_an_unknown_type_is_refused(make_folder, tmp_path):
    with pytest.raises(InputError, match="q8_0"):
        export_gguf(make_folder(), tmp_path / "m.gguf", outtype="q2")
