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


class Machine:
    """A machine whose compiler and pip do what a test says; counts how often llama is compiled."""

    def __init__(self, bootstrap, monkeypatch, tmp_path):
        self.compiler: str | None = None
        self.code = 0
        self.has_llama = False
        self.compiled = 0
        self.wanted = 0
        self._bootstrap = bootstrap
        lock = tmp_path / "locks" / "gguf.txt"
        lock.parent.mkdir()
        lock.write_text("llama-cpp-python==0.3.36\n", encoding="utf-8")
        (tmp_path / "venv").mkdir()
        monkeypatch.setattr(bootstrap, "LOCKS", lock.parent)
        monkeypatch.setattr(bootstrap, "has_pinned", lambda _: self.has_llama)
        monkeypatch.setattr(bootstrap, "compiler", lambda: self.compiler)
        monkeypatch.setattr(bootstrap, "need", self._need)
        monkeypatch.setattr(bootstrap, "pip", self._pip)

    def start(self, *, required=False):
        self._bootstrap.prepare_llama(required=required)

    def _need(self, what, packages):
        self.wanted += 1
        raise self._bootstrap.MissingError(f"{what} is missing; sudo apt-get install {packages}")

    def _pip(self, *words, check=True):
        self.compiled += 1
        if self.code and check:
            raise self._bootstrap.MissingError("pip failed")
        return self.code


@pytest.fixture
def machine(bootstrap, monkeypatch, tmp_path):
    return Machine(bootstrap, monkeypatch, tmp_path)


def test_a_compiler_installed_as_advised_gets_llama_compiled_at_the_next_start(machine, capsys):
    machine.start()
    assert "g++" in capsys.readouterr().out
    machine.start()
    assert (machine.wanted, machine.compiled) == (1, 0)  # nothing changed, nothing is said again
    machine.compiler = "/usr/bin/g++-12"
    machine.start()
    machine.start()
    assert machine.compiled == 1


def test_what_did_not_compile_is_not_compiled_again_until_something_changes(machine, capsys):
    machine.compiler, machine.code = "/usr/bin/g++-12", 1
    machine.start()
    machine.start()
    assert machine.compiled == 1
    assert "pip install --requirement" in capsys.readouterr().out
    machine.compiler, machine.code = "/usr/bin/g++-13", 0
    machine.start()
    machine.start()
    assert machine.compiled == 2


def test_the_tests_try_again_what_failed_before(machine, bootstrap):
    machine.compiler, machine.code = "/usr/bin/g++-12", 1
    machine.start()
    with pytest.raises(bootstrap.MissingError):
        machine.start(required=True)
    assert machine.compiled == 2


def test_a_llama_that_is_there_needs_no_compiler(machine):
    machine.has_llama = True
    machine.start()
    assert (machine.wanted, machine.compiled) == (0, 0)


@pytest.mark.parametrize(
    ("version", "is_there"), [("{pytest}", True), ("0.0.1", False)], ids=["pinned", "another"]
)
def test_only_the_pinned_version_counts_as_installed(
    bootstrap, monkeypatch, tmp_path, version, is_there
):
    lock = tmp_path / "gguf.txt"
    lock.write_text(f"pytest=={version.format(pytest=pytest.__version__)}\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "python", lambda: Path(sys.executable))
    assert bootstrap.has_pinned(lock) is is_there


def test_llama_is_looked_after_although_the_rest_is_installed(bootstrap, monkeypatch, tmp_path):
    done = []
    (tmp_path / "venv").mkdir()
    monkeypatch.setattr(bootstrap, "make_venv", lambda: None)
    monkeypatch.setattr(bootstrap, "install_locks", lambda _: done.append("locks"))
    monkeypatch.setattr(bootstrap, "pip", lambda *_: done.append("program"))
    monkeypatch.setattr(bootstrap, "prepare_llama", lambda **_: done.append("llama"))
    bootstrap.prepare(with_tests=False)
    bootstrap.prepare(with_tests=False)
    assert done == ["locks", "program", "llama", "llama"]
