"""A page over a real store with a worker that says what a test tells it to.

The collector of cyclic garbage stays on the window's thread: a session that a test drops is a
cycle of QObjects. Collected by chance on a thread that reads or writes, it would be destroyed
there, and Qt objects die on the thread that made them.
"""

import gc
import os
import time
from types import SimpleNamespace

import pytest
import shiboken6

from o1desk.core.events import Result, Stamped, StepDone, TokenText
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.live_run import LiveRun
from o1desk.gui.pages.chat.page import ChatPage


class FakeJob:
    """Hears questions and remembers them."""

    def __init__(self, folder):
        self.run = SimpleNamespace(id="chat-1", folder=folder)
        self.state, self.end, self.pid = RunState.RUNNING, None, os.getpid()
        self.questions, self.dropped = [], []
        self.is_hung_up = False

    def ask(self, **question):
        self.questions.append(question)
        return len(self.questions)

    def drop(self, number):
        self.dropped.append(number)

    def hang_up(self):
        self.is_hung_up = True

    def kill(self):
        self.is_hung_up = True


class FakeRuns:
    """Stands in for `LiveRuns`; the newest worker is `job`."""

    def __init__(self, session):
        self._session = session
        self._seq = 0
        self.started, self.active = [], []
        self.run = self.job = None

    def start(self, role, config, *, title, inputs=(), sink=None, is_quiet=False):
        self.started.append(config["config"]["model"])
        self.run = LiveRun(len(self.started), role, title, config, self._session)
        self.job = FakeJob(self._session.data)
        self.run.attach(self.job)
        self.run.flush()
        return self.run

    @property
    def number(self):
        return len(self.job.questions)

    def say(self, *events):
        """Let the worker speak; signals come at once."""
        for event in events:
            self._seq += 1
            self.run.take(Stamped(seq=self._seq, t=time.time(), event=event))
        self.run.flush()

    def think(self, text, n=4):
        self.say(TokenText(id=self.number, text=text, n=n, part="thinking"))

    def step(self, index, text, tokens=4):
        self.say(StepDone(id=self.number, index=index, text=text, tokens=tokens, ms=20.0))

    def write(self, text, n=8):
        self.say(TokenText(id=self.number, text=text, n=n))

    def finish(self, **value):
        answer = {
            "answer": "7",
            "thinking": "3 + 4",
            "raw": "<think>\n3 + 4\n</think>\n\n7",
            "steps": [{"text": "3 + 4", "tokens": 4, "ms": 20.0}],
            "efficiency": {
                "ttft_ms": 40.0,
                "decode_tps": 50.0,
                "tokens_prompt": 10,
                "tokens_thinking": 4,
                "tokens_answer": 1,
                "seconds": 0.2,
            },
            "model": "fake",
            "memory_mib": 300.0,
        }
        self.say(Result(id=self.number, value=answer | value))

    def die(self, message="The worker was killed", reason="crash"):
        end = RunEnd(state=RunState.CRASHED, message=message, reason=reason)
        self.job.end = end
        self.run.check_end()


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def runs(session):
    """Workers that say what the test tells them to."""
    session.runs = FakeRuns(session)
    return session.runs


@pytest.fixture
def page(session, runs, qtbot):
    """The page with the built-in stand-in as its model."""
    made = ChatPage(session)
    made.resize(1100, 760)
    made.chat.choose(model="fake")
    qtbot.waitUntil(lambda: made.chat.is_loaded)
    made.show()
    yield made
    if shiboken6.isValid(made):  # a test may have thrown it away
        made.close()
        shiboken6.delete(made)
