"""A window without a screen: offscreen platform, Fusion, our fonts, one theme for all tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from o1desk.core.settings import Settings
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
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
