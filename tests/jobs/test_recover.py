import json
import os

import psutil
import pytest

from o1desk.core.events import Done, Log, State, dump
from o1desk.core.locks import FileLock
from o1desk.core.runs import RunState
from o1desk.jobs import recover as module
from o1desk.jobs.folder import create_run
from o1desk.jobs.recover import end_of_folder, is_at_work, recover


class Recorder:
    def __init__(self):
        self.calls = []

    def run_started(self, run):
        self.calls.append(("started", run.id))

    def events(self, run_id, events):
        self.calls.append(("events", [each.seq for each in events]))

    def run_ended(self, run_id, end):
        self.calls.append(("ended", end.state))


def run_with(data, *events, tail=""):
    run = create_run(data, "generate", {})
    lines = [dump(event, seq=seq, t=0.0) for seq, event in enumerate(events, start=1)]
    (run.folder / "events.jsonl").write_text("".join(f"{line}\n" for line in lines) + tail)
    return run


def test_a_run_that_was_broken_off_is_told_whole_and_once(tmp_path):
    run = run_with(tmp_path, State(state="loading"), State(state="running"), tail='{"v": 1')
    (run.folder / "crash.txt").write_text("Fatal Python error")
    sink = Recorder()

    found = recover(tmp_path, sink)

    assert [(each.run, each.end.state) for each in found] == [(run, RunState.CRASHED)]
    assert found[0].end.crash == "Fatal Python error"
    assert sink.calls == [
        ("started", run.id),
        ("events", [1, 2]),
        ("ended", RunState.CRASHED),
    ]
    assert recover(tmp_path, sink) == []
    assert end_of_folder(run.folder) == found[0].end


@pytest.mark.parametrize(
    ("outcome", "state"), [("finished", RunState.FINISHED), ("suspended", RunState.SUSPENDED)]
)
def test_a_run_that_ended_while_nobody_watched_keeps_its_own_end(tmp_path, outcome, state):
    run_with(tmp_path, State(state="loading"), Done(outcome=outcome))

    assert [each.end.state for each in recover(tmp_path, Recorder())] == [state]


def test_a_folder_whose_worker_never_spoke_counts_as_crashed(tmp_path):
    create_run(tmp_path, "generate", {})

    assert [each.end.state for each in recover(tmp_path, Recorder())] == [RunState.CRASHED]


def test_long_stories_are_told_in_batches(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)
    run_with(tmp_path, *[Log(level="info", text="x")] * 5)
    sink = Recorder()

    recover(tmp_path, sink)

    assert [told for kind, told in sink.calls if kind == "events"] == [[1, 2], [3, 4], [5]]


def test_a_living_worker_is_left_alone(tmp_path):
    run = run_with(tmp_path, State(state="running"))
    lock = FileLock(run.folder / ".worker.lock")
    assert lock.acquire()

    assert is_at_work(run.folder)
    assert recover(tmp_path, Recorder()) == []

    lock.release()
    assert not is_at_work(run.folder)


def test_pid_and_start_time_both_count(tmp_path):
    run = run_with(tmp_path, State(state="running"))
    me = {"pid": os.getpid(), "started": psutil.Process().create_time()}
    process = run.folder / "process.json"

    process.write_text(json.dumps(me))
    assert is_at_work(run.folder)
    process.write_text(json.dumps(me | {"started": 1.0}))
    assert not is_at_work(run.folder)
    process.write_text("{")
    assert not is_at_work(run.folder)


def test_a_file_system_without_locks_leaves_the_word_to_the_process(tmp_path, monkeypatch):
    run = run_with(tmp_path, State(state="running"))

    def refuse(path):
        raise OSError("no locks")

    monkeypatch.setattr(module, "is_held", refuse)
    assert not is_at_work(run.folder)


def test_a_spoiled_end_counts_as_none(tmp_path):
    run = run_with(tmp_path, State(state="running"))
    (run.folder / "end.json").write_text('{"state": "flying"}')

    assert end_of_folder(run.folder) is None
