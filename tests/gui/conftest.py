"""A window without a screen: offscreen platform, Fusion, our fonts, one theme for all tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from o1desk.core.runs import RunEnd, RunState
from o1desk.core.settings import Settings
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.window import MainWindow
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.store import open_store
from o1desk.store.ingest import Ingest


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
