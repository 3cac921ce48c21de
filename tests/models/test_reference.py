"""What people type as a model, and where it leads."""

import json

import pytest

from o1desk.core.errors import InputError, MissingModelError
from o1desk.models.reference import ModelRef, parse, resolve


@pytest.fixture
def data(tmp_path):
    """A data folder with one run and three checkpoints, the last one cut short."""
    for step in (10, 40, 60):
        folder = tmp_path / "runs" / "0703-rl" / "checkpoints" / f"step_{step:06d}"
        folder.mkdir(parents=True)
        (folder / "adapter_model.safetensors").write_bytes(b"x" * step)
        size = step if step < 60 else 99
        row = {"name": "adapter_model.safetensors", "size": size, "sha256": ""}
        (folder / "MANIFEST.json").write_text(json.dumps({"files": [row]}))
    (tmp_path / "runs" / "0703-rl" / "checkpoints" / ".tmp-70-x").mkdir()
    (tmp_path / "runs" / "empty").mkdir()
    (tmp_path / "model").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("starter", ModelRef(kind="starter")),
        (" starter@0703-rl:40 ", ModelRef(kind="starter", run="0703-rl", step=40)),
        ("starter@run_1.b", ModelRef(kind="starter", run="run_1.b")),
        ("hub:Qwen/Qwen3-0.6B", ModelRef(kind="hub", target="Qwen/Qwen3-0.6B")),
        ("hub:a/b@r:0", ModelRef(kind="hub", target="a/b", run="r", step=0)),
        ("endpoint:local", ModelRef(kind="endpoint", target="local")),
        ("fake", ModelRef(kind="fake")),
        ("fake:delay=0.1,text=a@b c", ModelRef(kind="fake", target="delay=0.1,text=a@b c")),
        ("x/y.GGUF", ModelRef(kind="gguf", target="x/y.GGUF")),
        ("x/y@v2.gguf", ModelRef(kind="gguf", target="x/y@v2.gguf")),
    ],
)
def test_a_reference_is_taken_apart(text, ref):
    assert parse(text) == ref


@pytest.mark.parametrize("text", ["starter", "starter@r:4", "hub:a/b@r", "fake:delay=1", "m.gguf"])
def test_a_parsed_reference_is_written_back_as_it_was(text):
    assert parse(text).text == text


def test_an_existing_path_with_an_at_sign_is_that_path(tmp_path):
    folder = tmp_path / "m@v2"
    folder.mkdir()
    assert parse(str(folder)) == ModelRef(kind="folder", target=str(folder))
    assert parse(f"{folder}@run:3").run == "run"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("startr", "did you mean 'starter'"),
        ("qqqq", "a model is 'starter', a folder"),
        ("~nobody-of-this-name/m", "a model is 'starter', a folder"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(text, hint):
    with pytest.raises(MissingModelError, match=f"no model called '{text}'; {hint}"):
        parse(text)


def test_a_mistyped_path_names_its_neighbour(data):
    with pytest.raises(MissingModelError, match=r"did you mean '.*model'"):
        parse(str(data / "modle"))


@pytest.mark.parametrize("text", ["", "  ", "hub:", "fake:", "endpoint:"])
def test_half_a_reference_is_refused(text):
    with pytest.raises(InputError):
        parse(text)


@pytest.mark.parametrize("text", ["a\0b", "x" * 5000])
def test_text_that_is_no_path_is_unknown(text):
    with pytest.raises(MissingModelError):
        parse(text)


def test_the_newest_whole_checkpoint_is_taken(data):
    files = resolve(parse(f"{data / 'model'}@0703-rl"), data=data)
    assert files.adapter == data / "runs/0703-rl/checkpoints/step_000040"
    assert files.base == data / "model"


def test_a_named_step_is_taken(data):
    files = resolve(parse(f"{data / 'model'}@0703-rl:10"), data=data)
    assert files.adapter is not None
    assert files.adapter.name == "step_000010"


@pytest.mark.parametrize(
    ("adapter", "message"),
    [
        ("0703-rl:60", "no checkpoint at step 60; it has 10, 40"),
        ("0703-lr", "did you mean '0703-rl'"),
        ("empty", "no whole checkpoint yet"),
    ],
)
def test_a_missing_adapter_says_what_there_is(data, adapter, message):
    with pytest.raises(MissingModelError, match=message):
        resolve(parse(f"{data / 'model'}@{adapter}"), data=data)


def test_an_adapter_needs_a_data_folder(data):
    with pytest.raises(MissingModelError, match="--data"):
        resolve(parse(f"{data / 'model'}@0703-rl"), data=None)


@pytest.mark.parametrize("base", ["fake", "m.gguf"])
def test_an_adapter_over_what_cannot_carry_one_is_refused(data, base):
    (data / "m.gguf").write_bytes(b"GGUF")
    base = str(data / base) if base.endswith("gguf") else base
    with pytest.raises(InputError, match="merge the adapter first"):
        resolve(parse(f"{base}@0703-rl"), data=data)


@pytest.mark.parametrize("text", ["endpont:x", "qqqq", ""])
def test_an_endpoint_is_never_advised(text):
    with pytest.raises(InputError) as refused:
        parse(text)
    assert "endpoint" not in str(refused.value)


def test_an_endpoint_is_honestly_refused():
    with pytest.raises(InputError, match="cannot talk to endpoints yet"):
        resolve(parse("endpoint:local"), data=None)


def test_a_hub_model_comes_from_the_cache_or_is_told_how_to_get(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(MissingModelError, match="hf download org/name"):
        resolve(parse("hub:org/name"), data=None)
    store = tmp_path / "models--org--name"
    for revision in ("aaa", "bbb"):
        (store / "snapshots" / revision).mkdir(parents=True)
        (store / "snapshots" / revision / "config.json").write_text("{}")
    (store / "refs").mkdir()
    (store / "refs" / "main").write_text("aaa\n")
    assert resolve(parse("hub:org/name"), data=None).base == store / "snapshots" / "aaa"


@pytest.mark.parametrize("name", ["../../etc", "a b", "a/b/c", "/abs"])
def test_a_name_that_could_leave_the_cache_is_refused(name):
    with pytest.raises(InputError, match="not a hub name"):
        resolve(parse(f"hub:{name}"), data=None)


def test_a_file_that_is_no_gguf_is_no_model(tmp_path):
    (tmp_path / "m.safetensors").write_bytes(b"")
    with pytest.raises(MissingModelError, match="is a file"):
        resolve(parse(str(tmp_path / "m.safetensors")), data=None)
