"""The device in the status bar: that of the work going on, else the best one there is."""

from types import SimpleNamespace

import pytest

from o1desk.core.runs import RunState
from o1desk.gui import device_label
from o1desk.gui.device_label import DeviceLabel
from o1desk.gui.statusbar import StatusBar
from o1desk.jobs.manager import Manager


@pytest.fixture
def made(session, qtbot, monkeypatch):
    monkeypatch.setattr(device_label, "device_for", lambda: "cuda:1")
    label = DeviceLabel(session)
    qtbot.addWidget(label)
    return label


@pytest.fixture
def hold(session, fake_run, monkeypatch):
    """Have a worker that holds a device, as the manager would know it."""
    at_work = []
    monkeypatch.setattr(Manager, "jobs", property(lambda _: tuple(at_work)))

    def begin(device, role="train"):
        live, job, _ = fake_run(role)
        live.id = job.id = f"run-{len(at_work)}"
        at_work.append(SimpleNamespace(run=SimpleNamespace(id=live.id), job=job))
        session.runs.manager.lease.take(device, live.id, 1 << 30)
        live.changed.emit()
        return live, job

    begin.at_work = at_work
    return begin


def test_without_work_it_is_the_best_device_of_the_machine(made, qtbot):
    qtbot.waitUntil(lambda: made.text() == "GPU 1")


def test_it_follows_the_work(session, made, hold, qtbot):
    live, job = hold("cpu")
    assert made.text() == "CPU"
    hold("cuda:0", "chat")
    assert made.text() == "CPU, GPU 0"

    hold.at_work.clear()
    job.leave(RunState.FINISHED)
    qtbot.waitUntil(lambda: live.is_over)
    assert made.text() == "GPU 1"


def test_it_is_part_of_the_status_bar(session, qtbot):
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    shown = bar.findChild(DeviceLabel)

    qtbot.waitUntil(lambda: bool(shown.text()))
