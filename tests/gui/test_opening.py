"""Opening and closing the data folder beside the window."""

import logging

import pytest

from o1desk.core.errors import InputError, StoreUnavailableError
from o1desk.core.settings import Settings
from o1desk.gui.opening import PAGES, Opener, open_folder
from o1desk.jobs.lock import DataLock


@pytest.fixture(autouse=True)
def _log_is_put_back():
    """Opening a folder sets up the program's log; the tests keep theirs."""
    logger = logging.getLogger("o1desk")
    handlers, propagate = list(logger.handlers), logger.propagate
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:], logger.propagate = handlers, propagate


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "new" / "data"


def test_a_new_folder_is_made_and_given_back(data, settings):
    folder = open_folder(data, settings)
    with pytest.raises(InputError, match="Another O1 Desk"):
        open_folder(data, settings)
    folder.close()
    open_folder(data, settings).close()


def test_what_the_pages_left_is_read_with_it(data, settings):
    folder = open_folder(data, settings)
    assert folder.pages == {}
    folder.store.state.set(PAGES, {"data": {"filter": {}}})
    folder.close()

    again = open_folder(data, settings)
    assert again.pages == {"data": {"filter": {}}}
    again.close()


def test_a_folder_that_cannot_be_opened_is_not_kept(data, settings, monkeypatch):
    def fail(path):
        raise StoreUnavailableError("locked")

    with monkeypatch.context() as patch:
        patch.setattr("o1desk.gui.opening.open_store", fail)
        with pytest.raises(StoreUnavailableError):
            open_folder(data, settings)
    with DataLock(data):
        pass


def test_a_backup_is_made_at_the_end_if_something_changed(data, settings):
    folder = open_folder(data, settings)
    folder.store.state.set("a", 1)
    folder.close()
    assert len(list(data.glob("backups/*.sqlite"))) == 1


def test_a_hurried_end_makes_no_backup(data, settings):
    folder = open_folder(data, settings)
    folder.store.state.set("a", 1)
    folder.close(is_hurried=True)
    assert not list(data.glob("backups/*.sqlite"))


def test_a_store_that_does_not_close_keeps_nobody_from_leaving(data, settings, monkeypatch):
    folder = open_folder(data, settings)
    close = folder.store.close

    def fail():
        close()
        raise StoreUnavailableError("the disk is gone")

    monkeypatch.setattr(folder.store, "close", fail)
    folder.close()
    assert "the disk is gone" in (data / "logs" / "o1desk.log").read_text()
    with DataLock(data):
        pass


def test_the_opener_repairs_first_and_tells_what_came_of_it(data, settings, qapp, qtbot):
    done = []
    opener = Opener(data, settings, qapp, repair=lambda: done.append(data.exists()))
    with qtbot.waitSignal(opener.opened) as opened:
        opener.start()
    assert done == [False]
    opened.args[0].close()
    opener.wait()


def test_the_opener_tells_why_not(tmp_path, settings, qapp, qtbot):
    blocked = tmp_path / "file"
    blocked.touch()
    opener = Opener(blocked / "data", settings, qapp)
    with qtbot.waitSignal(opener.refused) as refused:
        opener.start()
    assert "cannot be made" in str(refused.args[0])
    opener.wait()
