"""Fault rows 52 and 53: the computer sleeps, or somebody sets its clock."""

import os
import signal
import time
import types

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy

from o1desk.core.events import Metric, Progress, Stamped, State
from o1desk.core.runs import RunState
from o1desk.gui import steady, stillness
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.run_words import slept_text
from o1desk.gui.steady import SleepWatch
from o1desk.gui.widgets.job_card import JobCard

DAY_S = 86_400.0
HOUR_S = 3600.0


class Clocks:
    """The system's clock, which may be moved, and the time spent awake."""

    def __init__(self):
        self.moved = 0.0

    def time(self):
        return time.time() + self.moved

    def monotonic(self):
        return time.monotonic()


@pytest.fixture
def clocks(monkeypatch):
    made = Clocks()
    monkeypatch.setattr(steady, "time", made)
    return made


def test_sleep_is_noticed_once(clocks):
    watch = SleepWatch()
    assert watch.gap_s() == 0.0
    clocks.moved += 2 * HOUR_S
    assert watch.gap_s() == pytest.approx(2 * HOUR_S, abs=1)
    assert watch.gap_s() == 0.0


def test_a_clock_that_is_put_back_or_trimmed_is_no_sleep(clocks):
    watch = SleepWatch()
    for moved in (-DAY_S, 3.0, 3.0):
        clocks.moved += moved
        assert watch.gap_s() == 0.0


def test_steady_time_does_not_follow_the_systems_clock(clocks):
    before = steady.steady_s()
    for moved in (-DAY_S, 3 * DAY_S, -2 * DAY_S):
        clocks.moved += moved
        assert steady.steady_s() == pytest.approx(before, abs=30)


class Feeder:
    """Speaks as a worker would, whose clock is the system's."""

    def __init__(self, clocks, listener):
        self._clocks, self._listener, self._seq = clocks, listener, 0

    def say(self, *events):
        for event in events:
            self._seq += 1
            self._listener(Stamped(seq=self._seq, t=self._clocks.time(), event=event))


@pytest.mark.parametrize("moved", [-DAY_S, 2 * HOUR_S])
def test_times_of_a_run_rise_whatever_the_clock_does(session, fake_run, clocks, qtbot, moved):
    live, _, listener = fake_run()
    feeder = Feeder(clocks, listener)
    owner = QObject(session)
    record = RunRecord(session, owner, live=live)
    for step in range(1, 7):
        if step == 4:
            clocks.moved += moved
        feeder.say(Metric(step=step, values={"reward": 0.5, "grad_norm": 1.0}))
    qtbot.waitUntil(lambda: len(live.series.get("reward", ())) == 6)

    times = live.series["reward"].times
    assert (np.diff(times) > -0.01).all()
    assert times[-1] - times[0] < 60
    assert 0 <= record.elapsed_s() < 60
    live.config = {"config": {"steps": 12}}
    assert record.remaining_s() is None or 0 <= record.remaining_s() < 120


def test_a_run_says_that_the_computer_slept(session, fake_run, clocks, qtbot):
    live, _, listener = fake_run()
    slept = QSignalSpy(session.runs.slept)
    card = JobCard(session, live)
    qtbot.addWidget(card)
    Feeder(clocks, listener).say(
        State(state="running"), Progress(phase="generate", done=1, total=9)
    )
    qtbot.waitUntil(lambda: live.progress is not None)

    clocks.moved += 2 * HOUR_S

    qtbot.waitUntil(lambda: slept.count() == 1)
    assert slept.at(0)[0] == pytest.approx(2 * HOUR_S, abs=5)
    assert slept_text(live) == "slept 2 h"
    assert live.stopped_s == 0.0, "the clock of time spent awake stood still by itself"


def test_sleep_before_a_run_concerns_nobody(session, fake_run, clocks, qtbot):
    clocks.moved += DAY_S
    live, job, _ = fake_run()
    qtbot.waitUntil(session.runs._clock.isActive)
    job.leave(RunState.FINISHED)
    qtbot.waitUntil(lambda: live.is_over)
    assert live.slept_s == 0.0


def test_a_stopped_worker_leaves_no_trace_in_the_time_that_is_left(fake_run, monkeypatch):
    live, _, _ = fake_run()
    now = time.monotonic()
    fake = types.SimpleNamespace(monotonic=lambda: now)
    monkeypatch.setattr("o1desk.gui.live_run.time", fake)
    live.take(Stamped(seq=1, t=1.0, event=Progress(phase="generate", done=0, total=20)))
    now += 10
    live.take(Stamped(seq=2, t=1.0, event=Progress(phase="generate", done=10, total=20)))
    assert live.remaining_s() == pytest.approx(10)
    now += 1000
    live.note_gap(1000, is_awake=True)
    assert live.remaining_s() == pytest.approx(10)
    assert live.took_s() < 60


@pytest.mark.slow
def test_a_worker_that_the_system_stops_is_shown_to_have_slept(session, qtbot, monkeypatch):
    monkeypatch.setattr(stillness, "LEAST_GAP_S", 0.2)
    monkeypatch.setattr(stillness, "LOOK_S", 0.05)
    config = {
        "source": "model", "model": "fake:delay=0.001", "count": 100_000, "keep": "all",
        "environments": [{"environment": "chain_sum", "level": "easy"}],
    }  # fmt: skip
    live = session.runs.start("generate", {"config": config}, title="A generation")
    qtbot.waitUntil(lambda: live.samples[0] > 0, timeout=60_000)

    os.kill(live.job.pid, signal.SIGSTOP)
    qtbot.waitUntil(lambda: bool(session.runs._stillness._since), timeout=20_000)
    qtbot.wait(400)
    os.kill(live.job.pid, signal.SIGCONT)

    qtbot.waitUntil(lambda: live.slept_s > 0, timeout=20_000)
    assert live.stopped_s == live.slept_s >= 0.2
    seen = live.samples[0]
    qtbot.waitUntil(lambda: live.samples[0] > seen, timeout=20_000)
    live.kill()
    qtbot.waitUntil(lambda: live.is_over, timeout=20_000)
