"""Checkpoints are whole or absent, whatever happens while they are written."""

import dataclasses
import json
import os
import shutil

import pytest
import torch

from o1desk.core.configs import LoraConfig
from o1desk.core.errors import NoSpaceError
from o1desk.models.lora_files import AdapterHeader, write_adapter
from o1desk.training.checkpoints import Checkpoints, Contents, damage_of

PAGE = 4096  # bytes; how finely a small disk counts
PLACES = (
    "ckpt.after_adapter",
    "ckpt.after_optimizer",
    "ckpt.after_rng",
    "ckpt.before_manifest",
    "ckpt.after_manifest",
)


@pytest.fixture
def contents() -> Contents:
    return Contents(
        write_adapter=lambda folder: (folder / "adapter_model.safetensors").write_bytes(b"w" * 99),
        optimizer={"state": {0: {"exp_avg": torch.ones(3)}}, "param_groups": []},
        scheduler={"factor": 0.5},
        rng={"torch": torch.get_rng_state(), "python": (3, (1, 2), None)},
        loop={"step": 3},
    )


def test_what_was_saved_is_what_is_read(tmp_path, contents):
    Checkpoints(tmp_path).save(3, contents)
    stored = Checkpoints(tmp_path).newest()
    assert stored.step == 3
    assert stored.loop() == {"step": 3}
    assert stored.scheduler() == {"factor": 0.5}
    assert torch.equal(stored.optimizer()["state"][0]["exp_avg"], torch.ones(3))
    assert torch.equal(stored.rng()["torch"], contents.rng["torch"])
    assert stored.rng()["python"] == (3, (1, 2), None)


def test_the_manifest_names_every_file_with_size_and_hash(tmp_path, contents):
    stored = Checkpoints(tmp_path).save(3, contents)
    rows = json.loads((stored.folder / "MANIFEST.json").read_text())["files"]
    names = {row["name"] for row in rows}
    assert names == {
        "adapter_model.safetensors", "optimizer.pt", "rng.pt", "scheduler.json", "loop.json",
    }  # fmt: skip
    assert all(row["size"] == (stored.folder / row["name"]).stat().st_size for row in rows)
    assert all(len(row["sha256"]) == 64 for row in rows)


@pytest.mark.parametrize("place", PLACES)
def test_a_full_disk_loses_only_the_checkpoint_being_written(
    tmp_path, contents, monkeypatch, place
):
    Checkpoints(tmp_path).save(1, contents)
    monkeypatch.setenv("O1DESK_FAILPOINT", f"{place}:full")
    with pytest.raises(NoSpaceError, match=r"need \d+ MB"):
        Checkpoints(tmp_path).save(2, contents)
    assert Checkpoints(tmp_path).newest().step == 1
    assert [folder.name for folder in (tmp_path / "checkpoints").iterdir()] == ["step_000001"]


def test_wherever_the_disk_really_fills_up_only_that_checkpoint_is_lost(small_disk, contents):
    def write(folder):
        write_adapter(folder, {"a": torch.ones(5000)}, AdapterHeader(config=LoraConfig()))

    run = small_disk(kib=512)
    optimizer = {"state": {0: {"exp_avg": torch.ones(5000)}}, "param_groups": []}
    real = dataclasses.replace(contents, write_adapter=write, optimizer=optimizer)
    checkpoints = Checkpoints(run)
    checkpoints.save(1, real)
    free = shutil.disk_usage(run).free
    for room in range(0, free, PAGE):  # in the adapter, the optimizer, the dice, the manifest
        (run / "other").write_bytes(b"x" * (free - room))
        try:
            checkpoints.save(2, real)
        except NoSpaceError:
            assert [folder.name for folder in checkpoints.folder.iterdir()] == ["step_000001"]
            assert checkpoints.newest().step == 1
        else:
            break
    assert room > 12 * PAGE
    assert checkpoints.newest().step == 2


def test_too_little_room_is_seen_before_anything_is_written(tmp_path, contents):
    large = dataclasses.replace(contents, bytes=1 << 60)
    with pytest.raises(NoSpaceError, match="MB are free"):
        Checkpoints(tmp_path).save(2, large)
    assert list((tmp_path / "checkpoints").iterdir()) == []


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs but file handles closing."""


@pytest.mark.parametrize("place", [*PLACES, "ckpt.after_rename"])
def test_a_kill_while_writing_keeps_the_previous_checkpoint(tmp_path, contents, monkeypatch, place):
    def kill(code):
        raise Killed(code)

    Checkpoints(tmp_path).save(1, contents)
    monkeypatch.setenv("O1DESK_FAILPOINT", f"{place}:exit")
    monkeypatch.setattr(os, "_exit", kill)
    with pytest.raises(Killed, match="137"):
        Checkpoints(tmp_path).save(2, contents)
    is_named = place == "ckpt.after_rename"
    assert Checkpoints(tmp_path).newest().step == (2 if is_named else 1)
    assert not list((tmp_path / "checkpoints").glob(".tmp-*"))


@pytest.mark.parametrize("name", ["adapter_model.safetensors", "optimizer.pt", "loop.json"])
def test_a_damaged_file_makes_resume_fall_back_and_say_so(tmp_path, contents, name):
    checkpoints = Checkpoints(tmp_path)
    checkpoints.save(1, contents)
    newest = checkpoints.save(2, contents).folder / name
    raw = bytearray(newest.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    newest.write_bytes(raw)
    stored = checkpoints.newest()
    assert stored.step == 1
    assert "step_000002" in stored.rejected[0]
    assert name in stored.rejected[0]


def test_a_checkpoint_without_its_manifest_does_not_count(tmp_path, contents):
    stored = Checkpoints(tmp_path).save(1, contents)
    (stored.folder / "MANIFEST.json").unlink()
    assert damage_of(stored.folder)
    assert Checkpoints(tmp_path).newest() is None


def test_pruning_keeps_the_newest_and_the_best(tmp_path, contents):
    checkpoints = Checkpoints(tmp_path)
    for step in range(1, 7):
        checkpoints.save(step, contents)
    checkpoints.prune(keep=2, best=3)
    kept = sorted(folder.name for folder in (tmp_path / "checkpoints").iterdir())
    assert kept == ["step_000003", "step_000005", "step_000006"]


def test_a_pickle_in_the_place_of_a_state_is_not_executed(tmp_path, contents):
    class Trap:
        def __reduce__(self):
            return (os.mkdir, (str(tmp_path / "sprung"),))

    stored = Checkpoints(tmp_path).save(1, contents)
    torch.save({"trap": Trap()}, stored.folder / "optimizer.pt")
    with pytest.raises(Exception, match="Weights only load failed"):
        stored.optimizer()
    assert not (tmp_path / "sprung").exists()


def test_leftovers_of_a_killed_writer_are_removed_at_start(tmp_path, contents):
    stored = Checkpoints(tmp_path).save(1, contents)
    shutil.copytree(stored.folder, stored.folder.parent / ".tmp-000002-abc")
    Checkpoints(tmp_path)
    assert [folder.name for folder in stored.folder.parent.iterdir()] == ["step_000001"]
