"""Runs the command line as a person does: as a process, with a data folder of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

LIMIT_S = 240.0


class Desk:
    """A data folder and the verbs run on it."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-W", "ignore", "-m", "o1desk", *words, "--data", str(self.data)]

    def run(self, *words: str, code: int = 0) -> dict:
        """Run a verb with --json; return the last line of stdout."""
        done = subprocess.run(
            [*self.command(*words), "--json"],
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
            env=environment(),
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}

    def interrupt(self, *words: str, when: Callable[[], bool]) -> subprocess.CompletedProcess:
        """Run a verb and press Ctrl-C as soon as `when` says so."""
        started = subprocess.Popen(
            self.command(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        deadline = time.monotonic() + LIMIT_S
        while not when() and started.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=LIMIT_S)
        return subprocess.CompletedProcess(words, started.returncode, out, err)


def environment() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path / "data")
