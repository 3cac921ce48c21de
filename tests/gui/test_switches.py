"""Another language, look and size in the middle of work: nothing is lost, nothing stands still."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit

from o1desk.core.events import Metric, Progress, SampleWritten, Stamped, State
from o1desk.core.runs import RunState
from o1desk.gui.i18n import Languages
from o1desk.gui.tabs import TABS

SWITCHES = ("dark", 1.5, "zh_CN", "light", 1.0, "en")


@pytest.fixture
def switch(window, theme, qtbot):
    """Change the look, the size or the language as the settings would; wait for the new pages."""
    languages = Languages()

    def change(value):
        page = window.stack.current
        if isinstance(value, float):
            theme.set_scale(value)
        elif value in ("dark", "light"):
            theme.set_mode(value)
        else:
            languages.set_language(value)
            window.language_changed()
        qtbot.waitUntil(lambda: window.stack.current is not page, timeout=20_000)

    yield change
    languages.set_language("en")


class Stream:
    """A worker that tells a step fifty times a second."""

    def __init__(self, listener, parent):
        self._listener, self.step = listener, 0
        self._clock = QTimer(parent)
        self._clock.timeout.connect(self._tell)
        self.say(State(state="running"))
        self._clock.start(20)

    def say(self, *events):
        for event in events:
            self._listener(Stamped(seq=0, t=1e9 + self.step, event=event))

    def _tell(self):
        self.step += 1
        self.say(
            Metric(step=self.step, values={"reward": 0.5, "entropy": 1.0, "grad_norm": 0.1}),
            Progress(phase="step", done=self.step, total=100_000),
            SampleWritten(file="samples.jsonl", line=self.step, correct=True),
        )

    def stop(self):
        self._clock.stop()


@pytest.mark.parametrize("key", [tab.key for tab in TABS])
def test_every_page_is_built_again_while_a_run_speaks(
    session, window, fake_run, switch, qtbot, key
):
    roles = ("train", "generate", "evaluate")
    runs = [fake_run(role) for role in roles]
    streams = [Stream(listener, session) for _, _, listener in runs]
    window.show_page(key)
    for value in SWITCHES:
        switch(value)
        steps = [stream.step for stream in streams]
        qtbot.waitUntil(
            lambda steps=steps: all(s.step > n + 2 for s, n in zip(streams, steps, strict=True))
        )
    assert window.stack.key == key
    for stream, (live, job, _) in zip(streams, runs, strict=True):
        stream.stop()
        qtbot.waitUntil(lambda live=live, stream=stream: len(live.series["reward"]) == stream.step)
        job.leave(RunState.FINISHED)
    qtbot.waitUntil(lambda: session.runs.active == [])


def test_an_answer_streams_on_through_every_switch(session, window, switch, qtbot):
    window.show_page("chat")
    chat = session.parts["chat"]
    qtbot.waitUntil(lambda: chat.is_loaded)
    chat.choose(model="fake:delay=0.01,steps=12")
    assert chat.ask("3 + 4 =")
    qtbot.waitUntil(
        lambda: chat.pending is not None and chat.pending.stream.tokens > 3, timeout=60_000
    )
    for value in SWITCHES:
        switch(value)
    qtbot.waitUntil(
        lambda: not chat.is_busy and [turn.is_answer for turn in chat.path()] == [False, True],
        timeout=60_000,
    )
    assert chat.path()[-1].text == "7"
    assert len(chat.path()[-1].details["steps"]) > 10


def test_what_is_being_typed_survives(session, window, switch, qtbot):
    window.show_page("chat")
    with qtbot.waitSignal(session.parts["chat"].opened):
        pass
    window.stack.current.view.insert("half a question")
    for value in ("dark", "zh_CN"):
        switch(value)
    editor = window.stack.current.view.composer.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: editor.toPlainText() == "half a question")
