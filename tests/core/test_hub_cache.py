"""Models of the hub in the local cache; nothing is ever downloaded."""

import os

import pytest

from o1desk.core.hub_cache import cache_folder, cached_names, how_to_get, is_hub_name, snapshot_of


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    return tmp_path


def put(cache, name, snapshot, *, time_s=0, main=""):
    store = cache / f"models--{name.replace('/', '--')}"
    folder = store / "snapshots" / snapshot
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    os.utime(folder, (time_s, time_s))
    if main:
        (store / "refs").mkdir(exist_ok=True)
        (store / "refs" / "main").write_text(main)
    return folder


def test_the_snapshot_of_main_comes_first_then_the_newest(cache):
    put(cache, "a/b", "old", time_s=10)
    new = put(cache, "a/b", "new", time_s=20)
    assert snapshot_of("a/b") == new

    put(cache, "a/b", "main", time_s=5, main="main\n")
    assert snapshot_of("a/b").name == "main"


def test_what_was_never_downloaded_whole_is_not_there(cache):
    (cache / "models--a--b" / "snapshots" / "x").mkdir(parents=True)

    assert snapshot_of("a/b") is None
    assert cached_names() == []


def test_every_model_of_the_cache_is_named(cache):
    put(cache, "org/two", "x")
    put(cache, "one", "x")

    assert cached_names() == ["one", "org/two"]


@pytest.mark.parametrize("name", ["", "../x", "a/b/c", "a b", "/a"])
def test_what_is_no_hub_name_leads_nowhere(cache, name):
    assert not is_hub_name(name)
    assert snapshot_of(name) is None


def test_the_command_names_the_model():
    assert how_to_get("a/b").startswith("hf download a/b ")


def test_the_cache_is_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hub"
    monkeypatch.delenv("HF_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    assert cache_folder() == tmp_path / "c" / "huggingface" / "hub"
