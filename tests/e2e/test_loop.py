"""The loop on a thread of its own: watched and cancelled from another."""

import threading

import pytest

from o1desk.core.errors import Cancelled, O1DeskError
from o1desk.core.events import Progress
from o1desk.jobs.loop import Loop, LoopFailedError, LoopSettings

MIX = [{"environment": "chain_sum", "level": "easy"}]


class Running:
    """A loop on a thread, and how it ended."""

    def __init__(self, loop):
        self.loop = loop
        self.ended = None
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self):
        try:
            self.ended = self.loop.run()
        except O1DeskError as error:
            self.ended = error

    def end(self):
        self.thread.join(60)
        assert not self.thread.is_alive()
        return self.ended


@pytest.fixture
def settings():
    return LoopSettings(
        model="fake:delay=0.05", mix=MIX, minutes=1.0, count=200, vote_count=8, generate_count=3
    )


def test_a_loop_is_cancelled_from_another_thread_in_the_middle_of_a_part(manager, settings):
    reached = threading.Event()

    def hear(part, event):
        if part == "measure before" and isinstance(event, Progress):
            reached.set()

    running = Running(Loop(manager, settings, hear))
    assert reached.wait(60)
    part, done, left = running.loop.progress()
    run = running.loop.current_run
    running.loop.cancel()
    error = running.end()

    assert isinstance(error, Cancelled)
    assert "measure before" in str(error)
    assert part == "measure before"
    assert 0.0 < done < 1.0
    assert left > 0.0
    assert run.split("-")[2] == "evaluate"
    assert running.loop.current_run is None
    assert manager.jobs == ()


def test_a_loop_cancelled_before_its_start_starts_nothing(manager, recorder, settings):
    loop = Loop(manager, settings)
    loop.cancel()

    with pytest.raises(Cancelled):
        loop.run()
    assert recorder.runs == []
    assert loop.progress() == ("", 0.0, None)


def test_a_part_that_fails_ends_the_loop_with_its_reason(manager, settings):
    broken = [{"environment": "no_such_family"}]

    with pytest.raises(LoopFailedError, match=r"stopped in 'generate'.*no_such_family"):
        Loop(manager, LoopSettings(model="fake", mix=broken)).run()
