import threading

import pytest
from PySide6.QtCore import QObject

from o1desk.core.errors import InputError
from o1desk.gui.ops import Ops


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, value):
        self.heard.append((value, threading.current_thread()))


@pytest.fixture
def ops(qapp):
    made = Ops()
    yield made
    made.close()


def test_a_result_comes_home_to_the_windows_thread(ops, qtbot):
    listener = Listener()
    ops.read(threading.current_thread, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    worked_on, told_on = listener.heard[0]
    assert worked_on is not threading.main_thread()
    assert told_on is threading.main_thread()


def test_writes_keep_their_order(ops, qtbot):
    done = []
    for number in range(50):
        ops.write(lambda number=number: done.append(number))
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == sorted(done)


def test_a_write_says_which_tables_changed(ops, qtbot):
    with qtbot.waitSignal(ops.tables_changed) as told:
        ops.write(lambda: None, changed=("sample", "label"))
    assert told.args == [frozenset({"sample", "label"})]


def test_a_failed_write_changes_no_table_and_tells_its_sentence(ops, qtbot):
    def refuse():
        raise InputError("The disk is full; nothing was stored")

    changed = []
    ops.tables_changed.connect(changed.append)
    with qtbot.waitSignal(ops.failed) as told:
        ops.write(refuse, changed=("sample",))
    assert told.args == ["The disk is full; nothing was stored"]
    assert changed == []


def test_a_result_whose_owner_is_gone_is_dropped(ops, qtbot):
    import shiboken6

    listener, gate, later = Listener(), threading.Event(), Listener()
    heard = listener.heard
    ops.read(gate.wait, listener.hear)
    shiboken6.delete(listener)
    gate.set()
    ops.read(lambda: "after", later.hear)
    qtbot.waitUntil(lambda: bool(later.heard))
    assert heard == []


def test_what_was_written_before_the_end_is_finished(qapp):
    ops, done = Ops(), []
    for number in range(20):
        ops.write(lambda number=number: done.append(number))
    ops.close()
    assert done == list(range(20))
    ops.read(lambda: done.append("late"))
    assert "late" not in done


def test_what_takes_long_holds_up_no_read(ops, qtbot):
    let_go, heard = threading.Event(), []
    for _ in range(10):
        ops.long(lambda: let_go.wait(60))
    ops.read(lambda: "read", heard.append)
    qtbot.waitUntil(lambda: heard == ["read"])
    let_go.set()


def test_a_long_work_that_waits_for_its_turn_can_be_taken_back(ops, qtbot):
    let_go, began = threading.Event(), []
    turns = [ops.long(lambda: (began.append(1), let_go.wait(60))) for _ in range(2)]
    qtbot.waitUntil(lambda: len(began) == 2)
    waiting = ops.long(lambda: began.append("late"))
    assert waiting.cancel()
    assert not turns[0].cancel()
    let_go.set()
    ops.close()
    assert "late" not in began


def test_the_end_waits_for_long_work_that_stops_when_it_is_told(qapp):
    ops, stop, ended, began = Ops(), threading.Event(), [], threading.Event()
    ops.closing.connect(stop.set)

    def work():
        began.set()
        assert stop.wait(30)
        ended.append(1)

    ops.long(work)
    assert began.wait(30)
    ops.close()
    assert ended == [1]
    assert ops.long(lambda: ended.append("late")).cancelled()
