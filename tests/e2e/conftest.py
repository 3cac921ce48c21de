import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from o1desk.core.events import State
from o1desk.core.runs import EVENTS_FILE
from o1desk.jobs.folder import events_after
from o1desk.jobs.manager import Manager, ManagerOptions

PROGRAM = (sys.executable, str(Path(__file__).with_name("worker_program.py")))
PATIENCE_S = 60.0  # a loaded machine may take long to import torch


class Recorder:
    """A sink that keeps what it is told, as the store would."""

    def __init__(self):
        self.runs = []
        self.ends = []
        self.told = {}
        self.changed = threading.Condition()

    def run_started(self, run):
        self.runs.append(run.id)

    def events(self, run_id, events):
        with self.changed:
            self.told.setdefault(run_id, {}).update({each.seq: each.event for each in events})
            self.changed.notify_all()

    def run_ended(self, run_id, end):
        self.ends.append((run_id, end))


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """A random model of a few thousand weights."""
    folder = tmp_path_factory.mktemp("models") / "random"
    maker = Path(__file__).with_name("model_maker.py")
    subprocess.run([sys.executable, str(maker), str(folder)], check=True)
    return folder


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def manager(tmp_path, recorder):
    options = ManagerOptions(program=PROGRAM, threads=1)
    manager = Manager(tmp_path / "data", recorder, options)
    (tmp_path / "data").mkdir()
    yield manager
    for job in manager.jobs:
        job.kill()
        job.wait(PATIENCE_S)


@pytest.fixture
def until():
    """Wait for a condition, and fail when it does not come true."""

    def wait(condition, what="the condition"):
        end = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < end, f"{what} never came true"
            time.sleep(0.005)

    return wait


@pytest.fixture
def states():
    """The states that a run folder tells of."""

    def read(folder):
        events = [each.event for each in events_after(folder, 0)]
        return [event.state for event in events if isinstance(event, State)]

    return read


@pytest.fixture
def seqs():
    """The sequence numbers in the event file of a run folder."""

    def read(folder):
        assert (folder / EVENTS_FILE).read_bytes().endswith(b"\n")
        return [each.seq for each in events_after(folder, 0)]

    return read


@pytest.fixture
def sums():
    """The configuration of a generation that needs no weights."""

    def config(**values):
        base = {
            "source": "model",
            "model": "fake",
            "environments": [{"environment": "sums"}],
            "keep": "all",
        }
        return {"config": base | values}

    return config
