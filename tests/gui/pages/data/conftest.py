"""A Data page over a real store with a few samples."""

import gc

import pytest

from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.pages.data.page import DataPage


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """A dropped session is a cycle of QObjects, which die on the thread that made them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


def make_sample(number, *, right=True, environment="chain_sum", level="easy", **more):
    """One sample whose prompt, answer and steps carry its number."""
    answer = str(2 * number if right else 2 * number + 1)
    judgement = Judgement.CORRECT if right else Judgement.INCORRECT
    values = {
        "problem": Problem(
            environment=environment,
            level=level,
            prompt=f"What is {number} + {number}?",
            answer=str(2 * number),
        ),
        "origin": "solver",
        "trace": Trace(
            steps=(Step(text=f"double {number}"), Step(text=f"so {answer}")), answer=answer
        ),
        "raw": f"<think>\ndouble {number}\nso {answer}\n</think>\n\n{answer}",
        "verdict": Verdict(judgement=judgement, score=float(right), method="chain_sum"),
    }
    return Sample(**values | more)


@pytest.fixture(name="make_sample")
def _make_sample():
    """Maker of samples."""
    return make_sample


@pytest.fixture
def filled(session):
    """Twelve samples: right ones by the solver, wrong ones by a model, in two environments."""
    samples = [
        make_sample(
            number,
            right=number % 3 != 0,
            environment="chain_sum" if number <= 8 else "products",
            level=("easy", "medium", "hard")[number % 3],
            origin="solver" if number % 2 else "model",
            reward=number / 10 if number > 6 else None,
            tokens_thinking=number,
        )
        for number in range(1, 13)
    ]
    return list(session.store.samples.add(samples).ids)


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


@pytest.fixture
def make_page(session, qtbot):
    """Maker of pages that are shown and have listed everything."""

    def make(state=None):
        made = DataPage(session)
        qtbot.addWidget(made)
        made.resize(1132, 760)
        if state is not None:
            made.restore_state(state)
        made.show()
        with qtbot.waitSignal(made.samples.listed):
            made.entered()
        return made

    return make


@pytest.fixture
def page(make_page):
    """The page; ask for `filled` before it to have samples."""
    return make_page()
