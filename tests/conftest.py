"""What every test may rely on."""

import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

# Started in the background, a shell's children ignore Ctrl-C, and theirs do too; tests that press
# it need the usual answer. A handler (unlike "ignore") is not inherited across exec.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE_S = 100.0  # a loaded machine may take long to import torch
WINDOW = Path(__file__).with_name("window_program.py")
COMPLAINTS = re.compile(r"Traceback|WARNING|ERROR|CRITICAL|QObject|QPainter|Fatal")
# The platform without a screen says so for every dialog; it is no fault of the window.
HARMLESS = re.compile(r"does not support propagateSizeHints|does not support raise\(\)")


class WindowProcess:
    """A window in a process of its own, used by an act of `window_program.py`."""

    def __init__(self, acts, act, data, words, environment):
        command = [sys.executable, str(WINDOW), str(acts), act, str(data), *map(str, words)]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self.said = queue.Queue()
        self.errors = []
        self._threads = [
            threading.Thread(target=self._hear, daemon=True),
            threading.Thread(target=self._note, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def _hear(self):
        for line in self.process.stdout:
            self.said.put(json.loads(line))
        self.said.put(None)

    def _note(self):
        for line in self.process.stderr:
            self.errors.append(line)

    def next(self):
        """Return what the hand says next."""
        value = self.said.get(timeout=PATIENCE_S)
        assert value is not None, f"the window left early: {''.join(self.errors)}"
        return value

    def wait(self):
        """Return the exit code."""
        code = self.process.wait(PATIENCE_S)
        for thread in self._threads:
            thread.join(PATIENCE_S)
        self.process.stdout.close()
        self.process.stderr.close()
        return code

    def kill(self):
        """End it as the system would, without a word."""
        self.process.kill()
        self.wait()

    @property
    def complaints(self):
        """Exceptions of Python and warnings of Qt."""
        return [
            line for line in self.errors if COMPLAINTS.search(line) and not HARMLESS.search(line)
        ]

    def end_well(self):
        """Wait for the end and see that nothing was wrong."""
        code = self.wait()
        assert (code, self.complaints) == (0, []), "".join(self.errors)


@pytest.fixture
def start_window(request, tmp_path):
    """Start the program over the test's data folder: `start_window("act", word, VARIABLE="x")`.

    The acts are in `acts.py` beside the test.
    """
    started = []

    def start(act, *words, data=None, **variables):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
            "O1DESK_CONFIG": str(tmp_path / "config"),
            "O1DESK_CACHE": str(tmp_path / "cache"),
        }
        acts = Path(request.path).with_name("acts.py")
        folder = data or tmp_path / "data"
        window = WindowProcess(acts, act, folder, words, environment | variables)
        started.append(window)
        return window

    yield start
    for window in started:
        family = [window.process]
        if window.process.poll() is None:
            family += psutil.Process(window.process.pid).children(recursive=True)
        for each in family:
            each.kill()
        window.wait()


@pytest.fixture
def until():
    """Wait for a condition, and fail when it does not come true."""

    def wait(condition, what="the condition"):
        end = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < end, f"{what} never came true"
            time.sleep(0.01)

    return wait


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of so many KiB: `small_disk(kib=64)` returns its folder.

    Only a real one shows what each library makes of its end; where nobody may mount, the test is
    skipped.
    """
    mounted = []

    def mount(*, kib, at=None):
        folder = at or tmp_path / "disk"
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform != "linux" or shutil.which("mount") is None:
            pytest.skip("only Linux has small disks in memory")
        command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=0700", "tmpfs", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no disk may be mounted here: {done.stderr.strip()}")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
