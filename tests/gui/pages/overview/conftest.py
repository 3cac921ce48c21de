"""An Overview page over a loop that a test speaks for."""

import gc
import threading
from typing import ClassVar

import pytest

from o1desk.core.errors import Cancelled
from o1desk.core.events import Metric
from o1desk.gui.pages.overview import controller
from o1desk.gui.pages.overview.controller import loop_controller
from o1desk.gui.pages.overview.page import OverviewPage
from o1desk.jobs.loop import LoopResult


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """A dropped session is a cycle of QObjects, which die on the thread that made them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


def measured(rate, low, high, **environments):
    """An evaluation."""
    by = {name: {"pass_at_1": value, "n": 40} for name, value in environments.items()}
    return {"pass_at_1": rate, "ci95": [low, high], "n": 440, "by_environment": by}


@pytest.fixture
def result():
    """A result as the engine makes it."""
    return LoopResult(
        generated={"kept": 220},
        before=measured(0.5, 0.45, 0.55, chain_sum=0.4, products=0.6),
        after=measured(0.7, 0.65, 0.75, chain_sum=0.8, products=0.5),
        train_curve=[(0.0, 0.5, 0.4, 0.6, 96.0), (10.0, 0.6, 0.5, 0.7, 96.0)],
        vote_before=[(1.0, 0.5, 0.4, 0.6), (2.0, 0.6, 0.5, 0.7)],
        vote_after=[(1.0, 0.7, 0.6, 0.8), (2.0, 0.8, 0.7, 0.9)],
        adapter="20260101-000000-train-aaaa",
        notes=["step 3: <b>kl</b>, learning rate halved"],
        seconds=301.0,
    )


class FakeLoop:
    """Stands in for the engine's loop: works until it is told what comes of it."""

    made: ClassVar[list["FakeLoop"]] = []

    def __init__(self, manager, settings, on_event):
        self.settings, self.on_event = settings, on_event
        self.now = ("", 0.0, None)
        self.current_run = None
        self.was_suspended = False
        self.outcome = None
        self.go = threading.Event()
        FakeLoop.made.append(self)

    def run(self):
        self.go.wait(20)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def progress(self):
        return self.now

    def suspend(self):
        self.was_suspended = True
        self.cancel()

    def cancel(self):
        self.end(Cancelled("The loop was stopped in 'train'; every finished part is kept"))

    def end(self, outcome):
        self.outcome = self.outcome or outcome
        self.go.set()

    def measure(self, step, rate):
        values = {
            "heldout_pass_at_1": rate, "heldout_ci_low": rate - 0.1, "heldout_ci_high": rate + 0.1,
        }  # fmt: skip
        self.on_event("train", Metric(step=step, values=values))


@pytest.fixture
def loops(monkeypatch):
    """The loops that were started, newest last."""
    FakeLoop.made = []
    monkeypatch.setattr(controller, "Loop", FakeLoop)
    yield FakeLoop.made
    for loop in FakeLoop.made:
        loop.end(Cancelled("the test is over"))


@pytest.fixture
def loop(session):
    """The session's loop."""
    return loop_controller(session)


@pytest.fixture
def page(session, qtbot):
    """The page, shown."""
    made = OverviewPage(session)
    qtbot.addWidget(made)
    made.resize(1132, 740)
    made.show()
    made.entered()
    return made


@pytest.fixture
def toasts(session):
    """What was said to the user, in order."""
    said = []

    def hear(toast):
        said.append(toast)

    session.toasted.connect(hear)
    return said


@pytest.fixture
def opened(session):
    """What other pages were asked to show, in order."""
    asked = []

    def hear(target):
        asked.append((target.page, target.what))

    session.opened.connect(hear)
    return asked
