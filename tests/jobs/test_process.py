import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import o1desk
from o1desk.jobs import process as module
from o1desk.jobs.process import Launch, environment, is_same_process, kill_tree, program


@pytest.fixture
def launch(tmp_path):
    return Launch(data=tmp_path, threads=2)


def test_workers_inherit_what_they_need(launch, tmp_path):
    found = environment(launch)

    assert found["O1DESK_DATA"] == str(tmp_path)
    assert (found["OMP_NUM_THREADS"], found["HF_HUB_OFFLINE"]) == ("2", "1")
    assert (found["PYTHONUTF8"], found["TOKENIZERS_PARALLELISM"]) == ("1", "false")
    assert found["PATH"] == os.environ["PATH"]


def test_a_checkout_finds_its_own_package_and_keeps_what_was_there(launch, monkeypatch):
    home = str(Path(o1desk.__file__).parent.parent)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert environment(launch)["PYTHONPATH"] == home

    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert environment(launch)["PYTHONPATH"] == f"{home}{os.pathsep}elsewhere"


def test_an_installed_package_needs_no_path(launch, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setattr(o1desk, "__file__", "/venv/lib/site-packages/o1desk/__init__.py")

    assert "PYTHONPATH" not in environment(launch)


def test_a_person_may_change_the_habits_of_libraries(launch, monkeypatch):
    monkeypatch.delenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", raising=False)
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")

    found = environment(launch)
    assert (found["ONEDNN_PRIMITIVE_CACHE_CAPACITY"], found["GOMP_SPINCOUNT"]) == ("32", "7")


def test_variables_of_the_caller_win(tmp_path):
    launch = Launch(data=tmp_path, threads=2, offline=False, variables={"PYTHONUTF8": "0"})

    found = environment(launch)
    assert (found["PYTHONUTF8"], found["HF_HUB_OFFLINE"]) == ("0", "0")


def test_a_frozen_program_has_a_second_executable(monkeypatch):
    assert program()[1:] == ["-P", "-m", "o1desk", "worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert program() == [str(Path(sys.executable).with_name("o1desk-worker"))]


def test_a_file_in_the_current_folder_does_not_shadow_a_library(launch, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "psutil.py").write_text("raise SystemExit('shadowed')")

    command = [*program(), "--nonsense"]
    done = subprocess.run(
        command, env=environment(launch), capture_output=True, text=True, check=False
    )

    assert (done.returncode, "usage:" in done.stderr) == (2, True)


def test_a_process_is_the_same_only_with_its_start_time():
    me = psutil.Process()

    assert is_same_process(me.pid, me.create_time())
    assert is_same_process(me.pid, me.create_time() + 1.0)
    assert not is_same_process(me.pid, me.create_time() - 100.0)
    assert not is_same_process(4_194_303, 1.0)


def test_a_zombie_is_gone():
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        process = psutil.Process(child.pid)
        started = process.create_time()
        while process.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.01)
        assert not is_same_process(child.pid, started)


def test_killing_a_tree_leaves_no_grandchild(tmp_path):
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as top:
        grandchild = psutil.Process(int(top.stdout.readline()))
        kill_tree(top.pid)
        top.wait(10)

    _, alive = psutil.wait_procs([grandchild], timeout=2)
    assert all(process.status() == psutil.STATUS_ZOMBIE for process in alive)
    kill_tree(top.pid)


def test_commands_are_one_ascii_line_each():
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; print(sys.stdin.read())"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        commands = module.Commands(child)
        assert commands.send(cmd="ask", text="é\n\ud800")
        commands.close()
        assert not commands.send(cmd="late")
        line = child.stdout.read()

    assert line.isascii()
    assert json.loads(line) == {"cmd": "ask", "text": "é\n\ud800"}
