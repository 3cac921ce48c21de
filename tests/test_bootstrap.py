"""The script behind the two commands: what it says when something is missing."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "venv")
    return module


def test_a_missing_system_package_is_named_with_the_exact_command(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(bootstrap.MissingError, match="sudo apt-get install -y g\\+\\+"):
        bootstrap.need("a C++ compiler", ["g++"])


def test_root_gets_the_package_installed(bootstrap, monkeypatch):
    ran = []

    def run(command, **_):
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    bootstrap.need("a C++ compiler", ["g++"])
    assert ran[-1] == ["apt-get", "install", "-y", "g++"]


def test_another_system_is_pointed_to_its_own_package_manager(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    with pytest.raises(bootstrap.MissingError, match="package manager"):
        bootstrap.need("a C++ compiler", ["g++"])


@pytest.mark.parametrize("kept", [True, False])
def test_an_installed_torch_is_left_alone(bootstrap, monkeypatch, tmp_path, kept):
    lock = tmp_path / "base.txt"
    lock.write_text("numpy==2.0\ntorch==2.13.0\n", encoding="utf-8")
    (tmp_path / "venv").mkdir()
    monkeypatch.setattr(bootstrap, "has_torch", lambda _: kept)
    monkeypatch.setattr(bootstrap, "pip", lambda *_: 0)
    bootstrap.install_locks([lock])
    pinned = (tmp_path / "venv" / "pinned-base.txt").read_text(encoding="utf-8")
    assert ("torch" in pinned) is not kept
    assert "numpy==2.0" in pinned


def test_the_locks_pin_every_requirement_of_the_project():
    folder = SCRIPT.parent / "requirements"
    base = (folder / "base.txt").read_text(encoding="utf-8").splitlines()
    names = {line.partition("==")[0] for line in base}
    assert {"torch", "transformers", "peft", "sqlite-utils", "reasoning-gym"} <= names
    assert "torch==2.13.0" in base
    assert all("==" in line for line in base)
    assert "trl" not in names


def test_an_unknown_command_ends_with_the_usage_code():
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "runn"],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 2
    assert "invalid choice" in done.stderr


def test_libraries_the_window_misses_are_named_as_packages(bootstrap, monkeypatch, tmp_path):
    plugin = tmp_path / "venv/lib/python3/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    said = "\tlibEGL.so.1 => not found\n\tlibc.so.6 => /x (0x1)\n\tlibnew.so.9 => not found\n"
    asked = []
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/ldd")
    monkeypatch.setattr(
        bootstrap.subprocess,
        "run",
        lambda command, **_: subprocess.CompletedProcess(command, 0, stdout=said),
    )
    monkeypatch.setattr(bootstrap, "need", lambda _, packages: asked.append(packages))
    bootstrap.need_qt_libraries()
    assert asked == [["libegl1", "libnew.so.9"]]


@pytest.mark.parametrize(
    ("display", "command"), [("", ["loop"]), (":0", [])], ids=["no screen", "screen"]
)
def test_without_words_the_window_opens_where_there_is_a_screen(
    bootstrap, monkeypatch, display, command
):
    ran = []
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.os, "name", "posix")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(
        bootstrap.subprocess,
        "run",
        lambda words, **_: ran.append(words) or subprocess.CompletedProcess(words, 0),
    )
    assert bootstrap.run_program([]) == 0
    assert ran[0][3:] == command
