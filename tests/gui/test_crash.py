"""Fault row 54: bugs and native crashes of the window leave a report, and it is shown once."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMessageBox, QWidget

from o1desk.gui.crash import EARLY_S, FAULT_FILE, Crashes, FaultLog, report
from o1desk.gui.reports import Reports

CRASH = """
import ctypes, sys
from pathlib import Path
from o1desk.gui.crash import FaultLog
log = FaultLog(Path(sys.argv[1]), sys.argv[2])
if sys.argv[3] == "crash":
    ctypes.string_at(0)
log.close()
"""


def start(folder, how, name="desk"):
    return subprocess.run(
        [sys.executable, "-c", CRASH, str(folder), name, how], capture_output=True, check=False
    ).returncode


@pytest.fixture(autouse=True)
def _own_fault_handler():
    """Pytest has its own fault handler; ours takes its place, so it is put back."""
    import faulthandler

    yield
    faulthandler.enable(sys.__stderr__)


def test_a_native_crash_is_shown_by_the_next_start_and_only_by_it(tmp_path):
    assert start(tmp_path, "crash") < 0

    first = FaultLog(tmp_path)
    assert "Segmentation fault" in first.last
    assert "string_at" in first.last
    assert first.was_early
    first.close()

    second = FaultLog(tmp_path)
    assert (second.last, second.was_early) == ("", False)
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_an_end_without_a_crash_leaves_nothing(tmp_path):
    assert start(tmp_path, "end") == 0
    assert list(tmp_path.iterdir()) == []


def test_a_kill_is_no_crash(tmp_path):
    path = tmp_path / FAULT_FILE.format(name="desk", pid=2**22 + 1)
    path.write_text("started 1700000000\n")
    log = FaultLog(tmp_path)
    assert log.last == ""
    assert not path.exists()
    log.close()


def test_a_late_crash_is_shown_and_changes_no_drawing(tmp_path):
    path = tmp_path / FAULT_FILE.format(name="desk", pid=2**22 + 1)
    path.write_text("started 1700000000\nFatal Python error: Aborted\n")
    os.utime(path, (1_700_000_000 + EARLY_S + 1,) * 2)
    log = FaultLog(tmp_path)
    assert log.last == "Fatal Python error: Aborted"
    assert not log.was_early
    log.close()


def test_a_second_start_leaves_the_file_of_the_first_alone(tmp_path):
    first = FaultLog(tmp_path)
    path = Path(first._path)
    assert start(tmp_path, "end") == 0
    assert path.exists()
    first.close()


def test_windows_of_two_folders_do_not_take_each_others_crash(tmp_path):
    start(tmp_path, "crash", "one")
    other = FaultLog(tmp_path, "two")
    assert other.last == ""
    other.close()
    same = FaultLog(tmp_path, "one")
    assert same.last
    same.close()


def test_without_the_right_to_write_the_program_starts_all_the_same(tmp_path):
    log = FaultLog(tmp_path / "is not there")
    assert log.last == ""
    log.close()


@pytest.fixture
def crashes(qapp):
    hooks = sys.excepthook, threading.excepthook
    made = Crashes()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)


def test_an_exception_that_nobody_caught_is_reported(crashes, qapp, capsys):
    happened = QSignalSpy(crashes.happened)
    error = ZeroDivisionError("in a slot")
    sys.excepthook(type(error), error, None)
    assert "in a slot" in happened.at(0)[0]
    assert "python: " in happened.at(0)[0]
    assert "in a slot" in capsys.readouterr().err


def test_an_exception_on_a_thread_is_reported(crashes, qtbot, capsys):
    def fail():
        raise ZeroDivisionError("on a thread")

    with qtbot.waitSignal(crashes.happened) as happened:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "on a thread" in happened.args[0]


def test_warnings_of_qt_go_to_the_log(crashes, caplog):
    qWarning("a warning of Qt")
    assert "Qt: a warning of Qt" in caplog.text


def test_a_report_names_no_home_folder():
    text = report(f"File {Path.home()}/secret.py")
    assert str(Path.home()) not in text
    assert "~/secret.py" in text


def test_one_report_at_a_time_and_its_text_can_be_copied(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    reports = Reports(window)
    for text in ("first <b>bug</b>", "second"):
        reports.show_bug(text)
    box = window.findChild(QMessageBox)
    assert box.detailedText() == "first <b>bug</b>"
    assert len(window.findChildren(QMessageBox)) == 1
    box.done(0)
    reports.show_crash("third")
    assert window.findChildren(QMessageBox)[-1].detailedText() == "third"


def test_a_hidden_window_reports_to_the_log_alone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    Reports(window).show_bug("text")
    assert window.findChild(QMessageBox) is None
