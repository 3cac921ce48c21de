"""Fault row 28: whatever the graphics driver does, the answer is a device and a sentence."""

import sys

import pytest

from o1desk.models import devices
from o1desk.models.devices import choose_device, default_threads, device_report

GOOD = 'print(\'{"built": "12.6", "found": [{"name": "X", "memory_bytes": 8, "bf16": true}]}\')'


def probe(code):
    return [sys.executable, "-c", code]


def test_a_device_that_answers_is_reported():
    report = device_report(probe=probe(GOOD))
    assert [one.name for one in report.accelerators] == ["X"]
    assert report.reason == ""
    assert report.cpu_gflops > 0.0
    assert report.threads >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_crashing_driver_is_a_sentence():
    report = device_report(probe=probe("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"))
    assert report.accelerators == ()
    assert report.reason == "the graphics driver crashed with signal 11"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise RuntimeError('CUDA error: out of order')", "failed: RuntimeError: CUDA error"),
        ("import time; time.sleep(60)", "did not answer within 0.5 s"),
        ("print('hello')", "no readable result"),
        ('print(\'{"built": "", "found": []}\')', "CPU build"),
        ('print(\'{"built": "12", "found": []}\')', "no CUDA device answers"),
    ],
)
def test_a_driver_without_result_leaves_the_cpu(code, reason):
    report = device_report(probe=probe(code), limit_s=0.5 if "sleep" in code else 60.0)
    assert report.accelerators == ()
    assert reason in report.reason


def test_a_probe_that_cannot_start_is_a_sentence(tmp_path):
    report = device_report(probe=[str(tmp_path / "nothing")])
    assert "could not be started" in report.reason


@pytest.fixture
def one_device(monkeypatch):
    found = (devices.Accelerator(name="X", memory_bytes=8, bf16=True),)
    monkeypatch.setattr(devices, "_known_cuda", lambda: (found, ""))


@pytest.mark.usefixtures("one_device")
@pytest.mark.parametrize(
    ("wanted", "chosen"), [("auto", "cuda:0"), ("cuda", "cuda:0"), ("cpu", "cpu")]
)
def test_a_usable_device_is_chosen(wanted, chosen):
    assert choose_device(wanted) == (chosen, "")


@pytest.mark.usefixtures("one_device")
def test_a_device_beyond_the_last_falls_back_with_a_sentence():
    device, sentence = choose_device("cuda:3")
    assert device == "cpu"
    assert "it has 1 of them" in sentence


def test_without_a_device_auto_is_silent_and_cuda_is_not(monkeypatch):
    monkeypatch.setattr(devices, "_known_cuda", lambda: ((), "this torch is a CPU build"))
    assert choose_device("auto") == ("cpu", "")
    device, sentence = choose_device("cuda")
    assert device == "cpu"
    assert "this torch is a CPU build" in sentence


def test_hidden_devices_need_no_trial(monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    monkeypatch.setattr(devices.importlib.metadata, "version", lambda _: "2.13.0+cu130")
    assert device_report().reason == "CUDA_VISIBLE_DEVICES hides every device"


def test_threads_are_at_least_one_and_at_most_the_cores():
    import os

    assert 1 <= default_threads() <= (os.cpu_count() or 1)
