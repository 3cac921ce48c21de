"""The Annotate page over a real store, driven by real keys.

The collector of cyclic garbage stays on the window's thread: Qt objects die on the thread that
made them.
"""

import gc
import sqlite3

import pytest
from PySide6.QtCore import Qt

from o1desk.core.trace import write
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.pages.annotate.page import AnnotatePage


@pytest.fixture(autouse=True)
def _garbage_on_this_thread():
    gc.disable()
    yield
    gc.enable()
    gc.collect()


def _made(number=0, steps=4, *, answer="7", gold="7", prompt="", judgement=Judgement.CORRECT):
    """Return a sample with short steps."""
    texts = (
        [f"{number}.{index} is a step" for index in range(steps)]
        if isinstance(steps, int)
        else steps
    )
    trace = Trace(steps=tuple(Step(text=text) for text in texts), answer=answer)
    problem = Problem(
        environment="chain_sum", level="easy", prompt=prompt or f"Problem {number}", answer=gold
    )
    verdict = judgement and Verdict(judgement=judgement, score=1.0, method="text")
    return Sample(problem=problem, origin="model", trace=trace, raw=write(trace), verdict=verdict)


@pytest.fixture
def add(session):
    """Store samples; returns their rows."""

    def store(*samples):
        return session.store.samples.add(samples).ids

    return store


@pytest.fixture
def toasts(session):
    texts = []
    session.toasted.connect(lambda toast: texts.append(toast.text))
    return texts


@pytest.fixture
def build(session, qtbot):
    """Build the page, shown and settled."""

    def make(size=(1100, 740)):
        page = AnnotatePage(session)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.entered()
        _settle(qtbot, page)
        return page

    return make


@pytest.fixture
def page(add, build):
    """The page with three samples of four steps."""
    add(_made(1), _made(2), _made(3))
    return build()


@pytest.fixture
def press(qtbot):
    """Press keys on a page one after the other: "3", "Shift+N", "Return"."""

    def keys(page, *names):
        for name in names:
            *held, last = name.split("+")
            key = getattr(Qt.Key, f"Key_{last}")
            modifier = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
            qtbot.keyClick(page, key, modifier)
            _settle(qtbot, page)
            page.desk.book.wait(5)

    return keys


def _settle(qtbot, page):
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: not page.desk.is_loading)


def _stored(session, sample):
    """Return the labels of a sample as another program would read them: value by step."""
    session_file = session.store.data / "o1desk.sqlite"
    with sqlite3.connect(f"file:{session_file}?mode=ro", uri=True) as other:
        rows = other.execute(
            "SELECT step_idx, value, critique, reason FROM label WHERE sample_id = ?", (sample,)
        ).fetchall()
    other.close()
    return {step: (value, critique, reason) for step, value, critique, reason in rows}


def _values(session, sample):
    """Return the stored values by step."""
    return {step: value for step, (value, _, _) in _stored(session, sample).items()}


def _shown(page):
    """Return the labels that the rows show."""
    return [step.label for step in page.view.steps.steps()]


@pytest.fixture
def made():
    return _made


@pytest.fixture
def settle():
    return _settle


@pytest.fixture
def stored():
    return _stored


@pytest.fixture
def values():
    return _values


@pytest.fixture
def shown():
    return _shown
