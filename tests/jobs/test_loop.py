"""The plan of a loop, and how it leaves: a training in hand saves itself, the rest is cancelled."""

import threading
from types import SimpleNamespace

import pytest

from o1desk.core.errors import EXIT_CANCELLED, EXIT_DONE, Cancelled
from o1desk.core.events import Result
from o1desk.core.runs import RunState
from o1desk.jobs import loop as engine
from o1desk.jobs.loop import Loop, LoopSettings
from o1desk.jobs.run import Outcome

MEASURED = {"pass_at_1": 0.5, "ci95": [0.4, 0.6], "n": 8}


@pytest.mark.parametrize(
    ("model", "trained"),
    [("starter", "starter@R2"), ("starter@R1:4", "starter@R2"), ("{path}", "{path}@R2")],
)
def test_the_trained_model_is_the_base_with_the_new_adapter(model, trained, tmp_path):
    path = tmp_path / "m@v2"
    path.mkdir()
    loop = Loop(None, LoopSettings(model=model.format(path=path), mix=[]))
    loop._result.adapter = "R2"

    assert loop.trained_model == trained.format(path=path)


class FakeWork:
    """Stands in for `run_job`: a part ends when its time has come, or when it is asked to."""

    def __init__(self, stop_in):
        self.stop_in = stop_in
        self.roles, self.told = [], []
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.state = RunState.SUSPENDED

    def __call__(self, manager, role, config, *, on_event, stop, on_start):
        self.roles.append(role)
        run = SimpleNamespace(id=f"a-{role}-b", role=role)
        on_start(SimpleNamespace(run=run, suspend=self.end))
        if len(self.roles) - 1 != self.stop_in:
            return self.outcome(role, RunState.FINISHED, EXIT_DONE)
        self.reached.set()
        assert self.go_on.wait(20) or stop.wait(20)
        if stop.is_set():
            self.told.append("cancel")
            return self.outcome(role, RunState.CANCELLED, EXIT_CANCELLED)
        code = EXIT_CANCELLED if self.state is RunState.SUSPENDED else EXIT_DONE
        return self.outcome(role, self.state, code)

    def end(self):
        self.told.append("suspend")
        self.go_on.set()

    def outcome(self, role, state, code):
        results = (Result(id=0, value=MEASURED),)
        return Outcome(
            run=f"a-{role}-b", state=state, exit_code=code, message="", summary={}, folder=None,
            results=results,
        )  # fmt: skip


@pytest.fixture
def leave(monkeypatch):
    """Suspend a loop in one of its parts; returns what was told and done."""

    def run(stop_in, state=RunState.SUSPENDED):
        work = FakeWork(stop_in)
        work.state = state
        monkeypatch.setattr(engine, "run_job", work)
        loop, ends = Loop(None, LoopSettings(model="fake", mix=[], minutes=1.0)), []

        def begin():
            try:
                loop.run()
            except Cancelled as error:
                ends.append(str(error))

        thread = threading.Thread(target=begin)
        thread.start()
        assert work.reached.wait(20)
        loop.suspend()
        if work.told == []:
            work.go_on.set()
        thread.join(20)
        return work, ends

    return run


def test_a_training_in_hand_is_suspended_and_is_the_last_part(leave):
    work, ends = leave(stop_in=2)
    assert work.roles == ["generate", "evaluate", "train"]
    assert work.told == ["suspend"]
    assert "stopped in 'train'" in ends[0]


def test_a_training_that_ends_by_itself_meanwhile_is_the_last_part_too(leave):
    work, ends = leave(stop_in=2, state=RunState.FINISHED)
    assert work.roles == ["generate", "evaluate", "train"]
    assert "stopped in 'measure after'" in ends[0]


def test_a_measurement_is_cancelled(leave):
    work, ends = leave(stop_in=1)
    assert work.roles == ["generate", "evaluate"]
    assert work.told == ["cancel"]
    assert "stopped in 'measure before'" in ends[0]


def test_a_loop_suspended_before_its_start_starts_nothing():
    loop = Loop(None, LoopSettings(model="fake", mix=[], minutes=1.0))
    loop.suspend()
    with pytest.raises(Cancelled):
        loop.run()
