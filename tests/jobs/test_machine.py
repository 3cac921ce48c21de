import subprocess

import pytest

from o1desk.jobs import machine
from o1desk.jobs.machine import Gpu, device_for, free_memory_mib, gpus

REPLY = """0, NVIDIA H200, 143771, 143100
nvidia-smi has a warning
1, Old card, [N/A], 12
2, Small card, 8192, 1024
"""


@pytest.fixture
def cards(monkeypatch):
    """A machine whose driver answers with a text, or fails with an error."""

    def answer(reply):
        def run(command, **_):
            if isinstance(reply, Exception):
                raise reply
            return subprocess.CompletedProcess(command, 0, stdout=reply)

        monkeypatch.setattr(machine.shutil, "which", lambda _: "/usr/bin/nvidia-smi")
        monkeypatch.setattr(machine.subprocess, "run", run)
        monkeypatch.setattr(machine.importlib.metadata, "version", lambda _: "2.13.0+cu126")

    machine._has_cuda.cache_clear()
    yield answer
    machine._has_cuda.cache_clear()


def test_cards_are_read_from_the_driver_and_odd_lines_are_left_out(cards):
    cards(REPLY)

    assert gpus() == (
        Gpu(index=0, name="NVIDIA H200", total_mib=143771, free_mib=143100),
        Gpu(index=2, name="Small card", total_mib=8192, free_mib=1024),
    )
    assert free_memory_mib("cuda:2") == 1024
    assert free_memory_mib("cuda") == 143100
    assert free_memory_mib("cuda:7") is None


@pytest.mark.parametrize(
    "error",
    [OSError("gone"), subprocess.TimeoutExpired("x", 5), subprocess.CalledProcessError(9, "x")],
)
def test_a_driver_that_fails_is_no_card(cards, error):
    cards(error)

    assert gpus() == ()


@pytest.mark.parametrize(
    ("wanted", "device"),
    [("auto", "cuda:0"), ("cuda", "cuda:0"), ("cuda:2", "cuda:2"), ("cpu", "cpu")],
)
def test_with_a_card_workers_use_it_unless_told_otherwise(cards, wanted, device):
    cards(REPLY)

    assert device_for(wanted) == device


@pytest.mark.parametrize("version", ["2.13.0+cpu", None])
def test_without_a_build_for_cards_workers_use_the_cpu(cards, monkeypatch, version):
    def find(name):
        if version is None:
            raise machine.importlib.metadata.PackageNotFoundError(name)
        return version

    cards(REPLY)
    monkeypatch.setattr(machine.importlib.metadata, "version", find)

    assert device_for("cuda") == "cpu"


def test_without_a_driver_there_are_no_cards(monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda _: None)

    assert gpus() == ()


def test_the_limit_of_a_container_counts(monkeypatch, tmp_path):
    (tmp_path / "memory.max").write_text("1000000000\n")
    (tmp_path / "memory.current").write_text("950000000\n")
    (tmp_path / "memory.stat").write_text("anon 5\ninactive_file 2428800\n")
    monkeypatch.setattr(machine, "CGROUP", tmp_path)

    assert free_memory_mib() == pytest.approx(50.0, abs=0.01)
    (tmp_path / "memory.max").write_text("max\n")
    assert free_memory_mib() != pytest.approx(50.0, abs=0.01)
