import pytest

from o1desk.core.events import Metric, Progress, SampleWritten, Stamped, State
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.runs import DRAIN_MS, STREAM_MS, WAITING_MS


class FakeJob:
    """Work without a process."""

    def __init__(self, run_id):
        self.id, self.state, self.end, self.asked = run_id, RunState.STARTING, None, []

    @property
    def run(self):
        return self

    def pause(self):
        self.asked.append("pause")


@pytest.fixture
def runs(session):
    return session.runs


def followed(runs, role="train"):
    run, tell = runs.follow(role, role)
    job = FakeJob(f"run-{run.number}")
    run.attach(job)
    numbers = iter(range(1, 10_000))
    return run, job, lambda event: tell(Stamped(seq=next(numbers), t=1.0, event=event))


def test_no_clock_ticks_while_nothing_runs(runs, qtbot):
    assert not runs._clock.isActive()
    _, job, _ = followed(runs)
    assert runs._clock.isActive()
    job.end = RunEnd(state=RunState.FINISHED)
    qtbot.waitUntil(lambda: not runs._clock.isActive())


def test_the_clock_follows_what_is_shown(runs, qtbot):
    run, job, tell = followed(runs, "chat")
    assert runs._clock.interval() == DRAIN_MS
    run.set_streaming(True)
    assert runs._clock.interval() == STREAM_MS
    job.state = RunState.RUNNING
    tell(State(state="running"))
    run.set_streaming(False)
    qtbot.waitUntil(lambda: runs._clock.interval() == WAITING_MS)
    run.set_streaming(True)
    assert runs._clock.interval() == STREAM_MS
    job.end = RunEnd(state=RunState.FINISHED)


def test_numbers_arrive_together_and_in_order(runs, qtbot):
    run, job, tell = followed(runs)
    heard = []
    run.metrics_arrived.connect(heard.append)
    for step in range(1, 200):
        tell(Metric(step=step, values={"reward": step / 2, "kl": 0.0}))
    qtbot.waitUntil(lambda: len(run.series.get("reward", ())) == 199)
    assert run.series["reward"].values.tolist() == [step / 2 for step in range(1, 200)]
    assert set().union(*heard) == {"reward", "kl"}
    assert len(heard) < 199
    job.end = RunEnd(state=RunState.FINISHED)


def test_stored_samples_are_announced(runs, session, qtbot):
    _, job, tell = followed(runs, "generate")
    with qtbot.waitSignal(session.tables_changed) as told:
        tell(SampleWritten(file="samples.jsonl", line=1, correct=True))
    assert "sample" in told.args[0]
    job.end = RunEnd(state=RunState.FINISHED)


def test_commands_given_before_the_worker_is_there_are_sent_when_it_is(runs):
    run, _ = runs.follow("train", "train")
    run.pause()
    job = FakeJob("late")
    run.attach(job)
    assert job.asked == ["pause"]
    job.end = RunEnd(state=RunState.FINISHED)


def test_the_remaining_time_needs_progress(runs, qtbot):
    run, job, tell = followed(runs)
    assert run.remaining_s() is None
    tell(Progress(phase="rollout", done=1, total=10))
    tell(Progress(phase="rollout", done=5, total=10))
    qtbot.waitUntil(lambda: run.remaining_s() is not None)
    assert run.remaining_s() >= 0
    job.end = RunEnd(state=RunState.FINISHED)


def test_a_worker_that_cannot_start_is_an_end_with_its_sentence(runs, qtbot):
    with qtbot.waitSignal(runs.run_ended):
        run = runs.resume("20200101-000000-none", role="train", title="gone")
    assert run.is_over
    assert run.state is RunState.FAILED
    assert "20200101-000000-none" in run.end.message


def test_a_run_resumed_with_less_hands_the_hint_to_its_worker(runs, monkeypatch, qtbot):
    asked, job = [], FakeJob("20260101-000000-train-aaaa")

    def resume(run_id, *, listener, hint):
        asked.append((run_id, hint))
        return job

    monkeypatch.setattr(runs.manager, "resume", resume)
    run = runs.resume(job.id, role="train", title="train", hint={"micro_tokens": 4096})
    assert run.id == job.id
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(job.id, {"micro_tokens": 4096})]
    job.end = RunEnd(state=RunState.FINISHED)
    qtbot.waitUntil(lambda: run.is_over)
