"""A folder that is only read: one can look and export, and nothing offers to write."""

import pytest

from o1desk.core.settings import Settings
from o1desk.gui.pages.data.page import DataPage
from o1desk.gui.pages.models.page import ModelsPage
from o1desk.gui.pages.overview.page import OverviewPage
from o1desk.gui.pages.settings.page import SettingsPage
from o1desk.gui.session import Session
from o1desk.jobs.manager import Manager
from o1desk.store import open_store


@pytest.fixture
def watching(theme, tmp_path, make_sample):
    """A session that may only read a folder with one sample."""
    data = tmp_path / "data"
    data.mkdir()
    with open_store(data) as store:
        store.samples.add([make_sample(1)])
    store = open_store(data, read_only=True)
    settings = Settings.load(tmp_path / "settings.json")
    made = Session(store, Manager(data, None), settings, theme)
    yield made
    made.close()


@pytest.mark.parametrize("kind", [DataPage, ModelsPage, OverviewPage, SettingsPage])
def test_every_page_opens_without_writing(watching, qtbot, kind):
    said = []
    watching.toasted.connect(said.append)
    page = kind(watching)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    qtbot.wait(300)

    assert said == []
    for command in page.commands():
        assert command.key not in WRITING or not command.is_ready()


WRITING = {
    "data.generate", "data.import", "data.dataset", "loop.run", "models.folder", "models.file",
    "models.hub",
}  # fmt: skip


def test_samples_are_listed_and_can_be_exported(watching, qtbot):
    page = DataPage(watching)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.samples.listed):
        page.entered()

    assert len(page.samples.ids()) == 1
    assert page.toolbar._export.isEnabled()
    assert not page.toolbar._keep.isEnabled()


def test_the_loop_cannot_be_started(watching, qtbot):
    page = OverviewPage(watching)
    qtbot.addWidget(page)
    page.show()

    assert not page._card._start.isEnabled()
    page._dismiss()
    qtbot.wait(100)
