"""Leaving and starting again with a backup in the place of the database."""

import os
import subprocess
import sys

import pytest

from o1desk.gui.restart import NOTICE, restore_and_start, take_notice
from o1desk.store import open_store


@pytest.fixture
def data(tmp_path):
    """A data folder with a backup of an empty database."""
    folder = tmp_path / "data"
    folder.mkdir()
    with open_store(folder) as store:
        store.backup()
    return folder


@pytest.fixture
def started(monkeypatch):
    """Programs that were started: (command, environment)."""
    found = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, env: found.append((command, env)))
    return found


def test_the_next_start_tells_where_the_database_before_is_kept(data, started, qapp):
    (backup,) = (data / "backups").glob("*.sqlite")
    restore_and_start(data, backup.name)

    ((command, environment),) = started
    assert command[0] == sys.executable
    assert command[1:] == sys.orig_argv[1:]
    assert backup.name in environment[NOTICE]
    (kept,) = (data / "damaged").iterdir()
    assert str(kept) in environment[NOTICE]


def test_a_backup_that_is_not_there_changes_nothing_and_is_told(data, started, qapp):
    before = (data / "o1desk.sqlite").read_bytes()
    restore_and_start(data, "auto-gone.sqlite")

    assert "auto-gone.sqlite" in started[0][1][NOTICE]
    assert (data / "o1desk.sqlite").read_bytes() == before
    assert not (data / "damaged").exists()


def test_a_notice_is_told_once(monkeypatch):
    monkeypatch.setenv(NOTICE, "The database is another")
    assert take_notice() == "The database is another"
    assert NOTICE not in os.environ
    assert take_notice() == ""
