import os

import pytest

from o1desk.gui.pages.chat.answers import Answers
from o1desk.gui.pages.chat.context import Choice, Context
from o1desk.gui.pages.chat.memory import MemoryWatch
from o1desk.gui.pages.chat.outcome import Pending


@pytest.fixture
def pending():
    return Pending(
        conversation=1, parent=1, choice=Choice(model="fake"), context=Context(messages=[]), seed=1
    )


@pytest.fixture
def watched(session, runs):
    answers = Answers(session, session)
    return answers, MemoryWatch(answers, answers)


def test_memory_is_read_as_an_answer_begins_and_as_it_ends(runs, watched, pending):
    answers, watch = watched
    assert watch.held_mib() is None
    answers.add(pending)
    begun = len(pending.memory)
    assert begun >= 1
    kept = []
    answers.settled.connect(lambda _, outcome: kept.append(outcome.details["memory"]))
    runs.finish()
    assert len(pending.memory) == begun + 1
    assert len(kept[0]) == begun + 1
    assert not watch._timer.isActive()


def test_a_worker_that_is_gone_holds_nothing(runs, watched, pending):
    answers, watch = watched
    answers.add(pending)
    assert watch.held_mib() > 1.0
    runs.job.pid = 2**22 + os.getpid()
    assert watch.held_mib() is None
