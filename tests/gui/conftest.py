"""A window without a screen: offscreen platform, Fusion, our fonts, one theme for all tests."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings

from o1desk.core.events import (
    Anomaly,
    CheckpointSaved,
    Done,
    Hello,
    Metric,
    Rollout,
    Stamped,
    State,
)
from o1desk.core.files import write_lines
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.core.samples_io import sample_to_json
from o1desk.core.settings import Settings
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.window import MainWindow
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.store import open_store
from o1desk.store.ingest import Ingest


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread():
    """Views are cycles of QObjects, which may die on the thread that made them and on no other.

    Only what the test made is looked through: with torch in the process, everything else is a
    million objects.
    """
    gc.disable()
    gc.freeze()
    yield
    gc.collect()
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _numbers_are_written_as_before():
    """A language that a test put in force also says how numbers are written after it."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_python_is_left_on_the_clipboard(qapp):
    """The offscreen platform drops it after Python has gone; others do so with the application."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def _one_theme(qapp):
    return Theme(qapp, mode="light")


@pytest.fixture
def theme(_one_theme):
    """The look of the application, light at 100 % again after the test."""
    yield _one_theme
    _one_theme.set_mode("light")
    _one_theme.set_scale(1.0)


@pytest.fixture
def session(theme, tmp_path):
    """A session over a real store and real workers in a temporary data folder."""
    data = tmp_path / "data"
    data.mkdir()
    store = open_store(data)
    manager = Manager(data, Ingest(store), ManagerOptions(threads=1))
    made = Session(store, manager, Settings.load(tmp_path / "settings.json"), theme)
    yield made
    for job in manager.jobs:
        job.kill()
    manager.close(20.0)
    made.close()


@pytest.fixture
def window(session, theme, tmp_path, qtbot):
    """The window of the session, 1280 x 800, with the first page shown."""
    made = MainWindow(theme, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.attach(session)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.release()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


class FakeJob:
    """A worker that notes what it was told and ends when the test says so."""

    pid = folder = None

    def __init__(self, run_id="20260101-000000-train-fake"):
        self.id, self.run = run_id, self
        self.state = RunState.RUNNING
        self.end = None
        self.told = []

    def __getattr__(self, name):
        if name not in ("pause", "resume", "suspend", "cancel", "kill", "hang_up"):
            raise AttributeError(name)
        return lambda: self.told.append(name)

    def leave(self, state):
        self.state, self.end = state, RunEnd(state=state, message="as the test said")


@pytest.fixture
def fake_run(session):
    """Start a run without a worker: (live run, job that the test ends, listener that it feeds)."""

    def start(role="train", title="A fake run"):
        live, listener = session.runs.follow(role, title)
        job = FakeJob()
        live.attach(job)
        live.is_quiet = False
        return live, job, listener

    return start


NUMBERS = {
    "reward": 0.5, "reward_verdict": 0.4, "pass_at_1": 0.3, "length_mean": 50.0, "entropy": 0.4,
    "clipped_ratio": 0.05, "mismatch_kl": 1e-6, "frac_reward_zero_std": 0.4, "grad_norm": 0.5,
    "loss": -0.01, "rollout_tps": 900.0, "seconds_sample": 1.0,
}  # fmt: skip
HELDOUT = {
    "heldout_pass_at_1": 0.4, "heldout_ci_low": 0.3, "heldout_ci_high": 0.5, "heldout_n": 96.0,
}  # fmt: skip


@pytest.fixture
def run_in_store(session):
    """Store a finished training that sampled some answers, one group a step; returns its id."""

    def store(run_id, samples):
        folder = session.data / "runs" / run_id
        folder.mkdir(parents=True)
        settings = {"steps": len(samples), "environments": [], "model": "starter"}
        run = Run(
            id=run_id, role="train", folder=folder, created="2026-01-01T00:00:00+00:00",
            config={"method": "rl", "config": settings},
        )  # fmt: skip
        lines, events = [], [Hello(pid=1), State(state="running"), Metric(step=0, values=HELDOUT)]
        for step, sample in enumerate(samples, start=1):
            pair = [sample_to_json(sample), sample_to_json(sample)]
            lines.append({"step": step, "group": 0, "samples": pair, "advantages": [0.5, -0.5]})
            events.append(Rollout(step=step, group=0, file="rollouts.jsonl", line=step))
            events.append(Metric(step=step, values=NUMBERS | HELDOUT))
        path = f"checkpoints/step_{len(samples):06d}"
        events.append(CheckpointSaved(step=len(samples), path=path, bytes=10))
        events.append(Anomaly(what="unscored", step=1, action="left out", detail="why"))
        events.append(Done(outcome="finished"))
        write_lines(folder / "rollouts.jsonl", lines)
        ingest = Ingest(session.store)
        ingest.run_started(run)
        told = [Stamped(seq=n, t=1.7e9 + n, event=event) for n, event in enumerate(events, 1)]
        ingest.events(run_id, told)
        ingest.run_ended(run_id, RunEnd(state=RunState.FINISHED, exit_code=0))
        return run_id

    return store
