"""Fault rows 33 to 37 through the whole window: hostile and giant texts in every view."""

import json
import os
import time
from pathlib import Path

import pytest

from o1desk.core.types import Judgement, Message, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.pages.data.inspector import Inspector
from o1desk.gui.pages.train.rollout_browser import RolloutBrowser

HOSTILE = json.loads((Path(__file__).parents[1] / "data" / "hostile_text.json").read_bytes())
LINE = "x" * 2_000_000
LONG = 20_000  # steps of a chain
# A whole page with its longest text works for 0.3 s on two cores, a rich-text widget for minutes;
# the rest is head-room for slower processors.
FROZEN_S = 2.0


def sample(text, steps=3, answer=None):
    """A sample whose every part is a text."""
    answer = text if answer is None else answer
    problem = Problem(environment="sums", level="easy", prompt=text, answer=answer)
    trace = Trace(steps=tuple(Step(text=text) for _ in range(steps)), answer=answer)
    return Sample(
        problem=problem,
        origin="import",
        trace=trace,
        raw=f"<think>\n{text}\n</think>\n{answer}",
        verdict=Verdict(judgement=Judgement.INCORRECT, score=0.0, method=text[:40]),
        reward=0.0,
        rewards={"verdict": 0.0},
        tokens_thinking=3,
        tokens_answer=2,
    )


class Picture:
    """A file that tells whether somebody read it, where the file system notes that."""

    def __init__(self, path):
        self.path = path
        path.write_bytes(b"\x89PNG\r\n\x1a\n")
        self._forget()
        path.read_bytes()
        self._can_tell = self._was_read()
        self._forget()

    def __str__(self):
        return str(self.path)

    def see_that_nobody_read_it(self):
        """Come last in a test: all else was seen by then, even where this cannot be."""
        if not self._can_tell:
            pytest.skip("all but the reading of files was seen: it is not noted here")
        assert not self._was_read()

    def _forget(self):
        os.utime(self.path, (0, time.time()))

    def _was_read(self):
        return self.path.stat().st_atime > 0


@pytest.fixture
def picture(tmp_path):
    """A file that wants to be loaded."""
    return Picture(tmp_path / "picture.png")


@pytest.fixture
def samples(picture):
    """Every hostile text, the ones that want the picture, and two giants."""
    wanting = (
        f"<img src='file://{picture}'> ![x](file://{picture}) <link href='file://{picture}'>"
        f"<style>@import url('file://{picture}');</style>"
    )
    texts = [*HOSTILE.values(), wanting]
    made = [sample(f"{text} \u00b7 {number}") for number, text in enumerate(texts)]
    made.append(sample(LINE, answer="4"))
    made.append(sample("a step of a long chain <b>", steps=LONG, answer="4"))
    return made


class Watch:
    """The time that the window's thread works, whatever else the machine does."""

    def __init__(self, window, qtbot):
        self._window, self._qtbot = window, qtbot

    def show(self, open_it, is_shown):
        """Open something, wait until it is shown and painted, and see that nothing froze."""
        began = time.thread_time()
        open_it()
        self._qtbot.waitUntil(is_shown, timeout=60_000)
        self._qtbot.wait(50)
        assert not self._window.grab().isNull()
        assert time.thread_time() - began < FROZEN_S, "the window was frozen"


@pytest.fixture
def watch(window, qtbot):
    return Watch(window, qtbot)


@pytest.mark.slow
def test_the_data_page_shows_every_text_and_loads_nothing(
    session, window, watch, samples, picture, qtbot
):
    ids = session.store.samples.add(samples).ids
    window.show_page("data")
    inspector = window.findChild(Inspector)
    for row_id in ids:
        watch.show(
            lambda row_id=row_id: session.open("data", sample=row_id),
            lambda row_id=row_id: inspector.shown is not None and inspector.shown.id == row_id,
        )
    picture.see_that_nobody_read_it()


@pytest.mark.slow
def test_the_annotate_page_shows_every_text_and_loads_nothing(
    session, window, watch, samples, picture, qtbot
):
    ids = session.store.samples.add(samples).ids
    window.show_page("annotate")
    desk = session.parts["annotate"]
    for row_id in ids:
        watch.show(
            lambda row_id=row_id: session.open("annotate", sample=row_id),
            lambda row_id=row_id: desk.item is not None and desk.item.id == row_id,
        )
    picture.see_that_nobody_read_it()


@pytest.mark.slow
def test_the_chat_shows_every_text_and_loads_nothing(
    session, window, watch, samples, picture, qtbot
):
    window.show_page("chat")
    chat = session.parts["chat"]
    conversations = session.store.conversations
    for each in samples:
        steps = [{"text": step.text, "tokens": 3, "ms": 5.0} for step in each.trace.steps]
        thinking = "\n".join(step.text for step in each.trace.steps)
        row = conversations.start(each.problem.prompt[:200])
        asked = conversations.add(row, Message(role="user", content=each.problem.prompt))
        said = Message(role="assistant", content=each.trace.answer, thinking=thinking)
        answer = conversations.add(row, said, parent=asked, details={"steps": steps})
        watch.show(
            lambda row=row: session.open("chat", conversation=row),
            lambda answer=answer: [turn.id for turn in chat.path()][-1:] == [answer],
        )
    picture.see_that_nobody_read_it()


@pytest.mark.slow
def test_the_train_page_shows_every_answer_and_loads_nothing(
    session, window, watch, samples, picture, qtbot, run_in_store
):
    session.open("train", run=run_in_store("20260101-000000-train-aaaa", samples))
    qtbot.waitUntil(lambda: window.findChild(RolloutBrowser) is not None, timeout=60_000)
    browser = window.findChild(RolloutBrowser)
    record = session.parts["train"].record
    qtbot.waitUntil(lambda: len(record.rollout_steps) == len(samples), timeout=60_000)
    shown = None
    for step in record.rollout_steps:
        watch.show(
            lambda step=step: browser.show_step(step),
            lambda shown=shown: browser.group_view.group not in (None, shown),
        )
        shown = browser.group_view.group
    assert shown is not None
    picture.see_that_nobody_read_it()
