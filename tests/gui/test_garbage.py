import gc
import threading

import pytest
from PySide6.QtCore import QObject, QTimer

from o1desk.gui.garbage import Garbage


class Cycle(QObject):
    """A view and its model, as far as the collector sees them."""

    died_on = None

    def __init__(self):
        super().__init__()
        self.me = self

    def __del__(self):
        Cycle.died_on = threading.current_thread()


@pytest.fixture
def garbage(qapp):
    made = Garbage(qapp)
    yield made
    made.give_back()
    made.deleteLater()


def allocate():
    """Make more containers than the collector lets pass."""
    kept = [[] for _ in range(200_000)]
    assert kept


def test_a_cycle_dies_on_the_windows_thread_however_busy_others_are(garbage, qtbot):
    Cycle.died_on = None
    Cycle()
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert Cycle.died_on is None, "a thread that is not the window's collected it"
    kept = [[] for _ in range(1000)]

    qtbot.waitUntil(lambda: Cycle.died_on is not None)
    assert Cycle.died_on is threading.main_thread()
    assert kept


def test_python_collects_by_itself_again_afterwards(qapp):
    gc.enable()
    made = Garbage(qapp)
    assert not gc.isenabled()
    made.give_back()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    QTimer.singleShot(0, made.deleteLater)
