"""What the manager knows about the jobs at work: devices, listeners, handles."""

import pytest

from o1desk.core.events import Result
from o1desk.core.runs import RunState
from o1desk.jobs import manager as managing
from o1desk.jobs.lease import Advice

WAIT = {"config": {"do": "wait", "ticks": 3000}}
GIB = 1024.0


@pytest.fixture
def sized(monkeypatch):
    """Every job needs 2 GiB of a device with 5 GiB free."""
    monkeypatch.setattr(managing, "need_mib", lambda *_, **__: 2 * GIB)
    monkeypatch.setattr(managing, "free_memory_mib", lambda _: 5 * GIB)


def test_a_job_holds_its_device_while_its_worker_lives(manager, sized):
    job = manager.start("misbehave", WAIT)
    held = manager.lease.holders("cpu")
    job.kill()
    job.wait(30)

    assert held == {job.run.id: 2 << 30}
    assert manager.lease.holders("cpu") == {}


def test_a_job_of_unknown_need_holds_nothing_but_is_listed(manager):
    job = manager.start("misbehave", WAIT)

    assert manager.lease.holders("cpu") == {job.run.id: 0}


def test_a_worker_that_still_loads_counts_as_if_it_had_loaded(manager, sized, until):
    first = manager.start("misbehave", WAIT)
    second = manager.start("misbehave", WAIT)
    crowded = manager.room_for("chat", {"config": {"model": "starter"}})
    until(lambda: first.state is RunState.RUNNING and second.state is RunState.RUNNING)
    settled = manager.room_for("chat", {})

    assert crowded.advice is Advice.PARK
    assert set(crowded.holders) == {first.run.id, second.run.id}
    assert settled.advice is Advice.BOTH


def test_what_nobody_can_estimate_is_not_stopped(manager):
    assert manager.room_for("chat", {"config": {"model": "fake"}}).advice is Advice.BOTH
    assert manager.room_for("chat", {"config": [1]}).advice is Advice.BOTH


def test_a_job_is_found_by_its_run_even_after_its_end(manager):
    job = manager.start("misbehave", {"config": {"do": "wait"}})
    job.wait(30)

    assert manager.job(job.run.id) is job
    assert manager.job("no-such-run") is None
    assert manager.jobs == ()


def test_a_late_listener_hears_what_comes_until_it_leaves(manager, until):
    job = manager.start("misbehave", WAIT)
    until(lambda: job.state is RunState.RUNNING)
    heard, more = [], []
    leave = job.listen(heard.append)
    job.listen(more.append)
    job.probe("3 + 4 =")
    until(lambda: any(isinstance(each.event, Result) for each in heard))
    leave()
    leave()
    known = len(heard)
    job.probe("5 + 6 =")
    until(lambda: sum(isinstance(each.event, Result) for each in more) == 2)

    assert len(heard) == known
    assert [each.seq for each in more] == sorted({each.seq for each in more})


def test_a_listener_that_raises_does_not_silence_the_others(manager, until):
    job = manager.start("misbehave", WAIT)
    heard = []

    def broken(_stamped):
        raise ZeroDivisionError

    job.listen(broken)
    job.listen(heard.append)
    until(lambda: heard)
    job.kill()

    assert job.wait(30).state is RunState.CRASHED
