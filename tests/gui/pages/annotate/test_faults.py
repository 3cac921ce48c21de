"""A disk that refuses, a folder that is read-only, a death in the middle: nothing is lost."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from o1desk.core.errors import InputError, NoSpaceError
from o1desk.gui.pages.annotate.page import AnnotatePage
from o1desk.gui.session import Session
from o1desk.store import open_store


@pytest.fixture
def full(session, monkeypatch):
    """A disk without room until `full.clear()`."""
    is_full = threading.Event()
    is_full.set()
    put_many = session.store.labels.put_many

    def refuse(labels):
        if is_full.is_set():
            raise NoSpaceError("The disk is full; nothing was stored; free 10 MB")
        return put_many(labels)

    monkeypatch.setattr(session.store.labels, "put_many", refuse)
    return is_full


def test_labels_that_the_disk_refuses_are_kept_shown_and_stored_later(
    session, page, full, qtbot, press, values, shown
):
    first = page.desk.item.id
    press(page, "3")
    qtbot.waitUntil(lambda: "disk is full" in page.view.trouble.text)
    press(page, "2", "Return", "3")
    qtbot.waitUntil(lambda: page.desk.book.unsaved == 3)
    assert page.view.trouble.text.startswith("Not on disk yet: 3 label(s).")
    press(page, "Left")
    assert shown(page) == [1, 0, None, None]
    assert values(session, first) == {}
    full.clear()
    page.view.trouble._again.click()
    qtbot.waitUntil(lambda: page.view.trouble.text == "")
    assert values(session, first) == {0: 1, 1: 0}
    assert session.store.labels.count() == 3


def test_the_next_key_stores_what_was_refused_before(session, page, full, qtbot, press, values):
    press(page, "3")
    qtbot.waitUntil(lambda: page.desk.book.unsaved == 1)
    full.clear()
    press(page, "2")
    qtbot.waitUntil(lambda: page.view.trouble.text == "")
    assert values(session, page.desk.item.id) == {0: 1, 1: 0}
    assert page.view.trouble.text == ""


def test_a_label_that_was_changed_since_is_not_put_back(session, page, full, qtbot, press, values):
    press(page, "3")
    qtbot.waitUntil(lambda: page.desk.book.unsaved == 1)
    press(page, "Up", "1")
    qtbot.waitUntil(lambda: page.desk.book.unsaved == 2)
    full.clear()
    page.desk.book.retry()
    qtbot.waitUntil(lambda: page.view.trouble.text == "")
    assert values(session, page.desk.item.id) == {0: -1}


def test_a_failed_label_gives_way_to_a_newer_one_that_was_stored_meanwhile(
    session, page, monkeypatch, qtbot, values
):
    put_many, calls = session.store.labels.put_many, []

    def refuse_once(labels):
        calls.append(1)
        if len(calls) == 1:
            raise NoSpaceError("The disk is full; nothing was stored; free 10 MB")
        return put_many(labels)

    monkeypatch.setattr(session.store.labels, "put_many", refuse_once)
    page.rating.rate_step(1, 0)
    page.rating.rate_step(1, 1)
    page.rating.rate_step(-1, 0)
    page.rating.rate_step(0, 0)
    qtbot.waitUntil(lambda: len(calls) == 4 and not page.desk.book._under_way)
    page.desk.book.retry()
    qtbot.waitUntil(lambda: page.view.trouble.text == "")
    assert values(session, page.desk.item.id) == {0: 0, 1: 1}
    assert len(calls) == 4


def test_a_label_that_is_never_taken_is_not_shown(
    session, page, monkeypatch, press, qtbot, shown, toasts
):
    def refuse(labels):
        raise InputError("There is no such step; nothing was stored")

    monkeypatch.setattr(session.store.labels, "put_many", refuse)
    press(page, "3")
    qtbot.waitUntil(lambda: shown(page) == [None] * 4)
    assert toasts == ["There is no such step; nothing was stored"]
    assert page.view.trouble.text == ""


def test_a_read_only_folder_says_so_and_changes_nothing(
    session, page, press, qtbot, tmp_path, settle, values
):
    press(page, "3")
    page.desk.book.wait(5)
    sample = page.desk.item.id
    store = open_store(session.data, read_only=True)
    reader = Session(store, session.runs.manager, session.settings, session.theme)
    texts = []
    reader.toasted.connect(lambda toast: texts.append(toast.text))
    view = AnnotatePage(reader)
    qtbot.addWidget(view)
    view.show()
    view.entered()
    settle(qtbot, view)
    assert "read-only" in view.view.trouble.text
    view.desk.show_sample(sample)
    settle(qtbot, view)
    press(view, "1", "C", "E", "W", "Return")
    assert len(texts) == 4
    assert all("read-only" in text for text in texts)
    assert not reader.undo.canUndo()
    assert values(session, sample) == {0: 1}
    reader.close()


def test_a_place_in_the_queue_that_is_gone_is_passed_over(session, page, press, qtbot, settle):
    ids = page.desk.queue.samples.ids
    ids[1] = 10**9
    press(page, "Return")
    settle(qtbot, page)
    assert page.desk.item.id == ids[1]
    assert len(ids) == 2


KILLED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from o1desk.core.settings import Settings
from o1desk.gui.pages.annotate.page import AnnotatePage
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.store import open_store
from o1desk.store.ingest import Ingest

data = Path(sys.argv[1])
app = QApplication([])
theme = Theme(app, mode="light")
store = open_store(data)
manager = Manager(data, Ingest(store), ManagerOptions(threads=1))
session = Session(store, manager, Settings.load(data / "settings.json"), theme)
page = AnnotatePage(session)
page.show()
while page.desk.is_loading:
    app.processEvents()
for number in range(int(sys.argv[2])):
    QTest.keyPress(page, Qt.Key.Key_3)
    QTest.keyRelease(page, Qt.Key.Key_3)
    print(page.desk.item.id, number, flush=True)
sys.stdin.read()
"""


def test_every_key_that_came_up_is_on_disk_after_a_kill(
    add, made, session, tmp_path, values, build, qtbot
):
    (sample,) = add(made(1, 100))
    session.close()
    command = [sys.executable, "-c", KILLED, str(session.data), "100"]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    for line in child.stdout:
        if int(line.split()[1]) == 57:
            child.send_signal(signal.SIGKILL)
            break
    child.communicate()
    found = values(session, sample)
    assert set(range(58)) <= set(found)
    assert set(found) == set(range(len(found)))
