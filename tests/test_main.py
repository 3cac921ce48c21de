import subprocess
import sys

import pytest

from o1desk.__main__ import main, window_arguments


def run(*arguments, code="import sys; from o1desk.__main__ import main; code = main()"):
    """Run the program in a process of its own and list what it imported."""
    ask = f"{code}; print('MODULES', *sys.modules); sys.exit(code)"
    return subprocess.run(
        [sys.executable, "-c", ask, *arguments], capture_output=True, text=True, check=False
    )


def test_without_a_screen_it_points_to_the_loop(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 5
    error = capsys.readouterr().err
    assert "o1desk loop" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], {"is_safe": False}),
        (["--safe-mode"], {"is_safe": True}),
        (["--data", "here"], {"is_safe": False, "data": "here"}),
        (["doctor"], None),
        (["--data", "here", "doctor"], None),
    ],
)
def test_only_a_verb_keeps_the_window_shut(words, expected):
    assert window_arguments(words) == expected


@pytest.mark.parametrize("arguments", [["worker"], ["worker", "--help"]])
def test_starting_imports_nothing_heavy(arguments):
    done = run(*arguments)

    heavy = {"torch", "transformers", "numpy", "reasoning_gym", "sqlite3", "matplotlib", "PySide6"}
    assert done.returncode == 2
    assert heavy.isdisjoint((done.stdout + done.stderr).split())
    assert "MODULES" in done.stdout + done.stderr


def test_help_imports_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "o1desk", "--help"],
        capture_output=True,
        text=True,
        check=False,
    )

    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    heavy = {"torch", "transformers", "numpy", "reasoning_gym", "sqlite_utils", "matplotlib"}
    assert done.returncode == 0
    assert heavy.isdisjoint(imported)


def test_a_worker_without_a_run_folder_says_so(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "o1desk", "worker", str(tmp_path / "nowhere")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"There is no run folder {tmp_path / 'nowhere'}; nothing was written\n"
