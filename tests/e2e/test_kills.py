"""Fault rows 1 and 5: a killed worker loses nothing that was finished, nor does a killed app."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter

from o1desk.core.events import Done, SampleWritten
from o1desk.core.files import read_lines
from o1desk.core.runs import RunState
from o1desk.core.samples_io import sample_from_json
from o1desk.jobs.folder import events_after, find_run
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.jobs.recover import is_at_work

PROBLEMS, KILLS = 50, 20


def samples_of(folder):
    return [sample_from_json(line) for line in read_lines(folder / "samples.jsonl")]


def goes_on(job, until, lines):
    """Wait until the worker is at work and its file has so many lines, or it left."""
    path = job.run.folder / "samples.jsonl"

    def is_there():
        return path.exists() and path.read_bytes().count(b"\n") >= lines

    until(lambda: job.end or (job.state is RunState.RUNNING and is_there()))


def test_twenty_kills_lose_no_sample_and_repeat_none(manager, recorder, until, sums, seqs):
    dice = random.Random(1)
    # 50 problems of 75 tokens take about two seconds of work, spread over up to twenty lives.
    job = manager.start("generate", sums(count=PROBLEMS, model="fake:delay=0.0005"))
    folder, kept, kills, growth = job.run.folder, [], 0, []
    while True:
        if dice.random() < 0.8:  # most kills fall into the work, some into the start
            goes_on(job, until, lines=len(kept) + dice.randint(0, 3))
        if kills < KILLS and job.wait(dice.uniform(0.0, 0.1)) is None:
            os.kill(job.pid, signal.SIGKILL)
            kills += 1
        end = job.wait(20)
        samples = samples_of(folder)
        assert samples[: len(kept)] == kept, "a finished sample was lost or changed"
        kept, growth = samples, [*growth, len(samples)]
        if end.state is not RunState.CRASHED:
            break
        job = manager.resume(job.run.id)

    assert job.end.state is RunState.FINISHED
    assert kills == KILLS
    assert len(set(growth)) > 5, "the kills came before or after the work, not during it"
    samples = samples_of(folder)
    assert Counter(sample.problem.key for sample in samples).most_common(1)[0][1] == 1
    assert len(samples) == PROBLEMS
    assert seqs(folder) == list(range(1, len(seqs(folder)) + 1))
    told = recorder.told[job.run.id]
    assert sorted(told) == seqs(folder)
    lines = [event.line for event in told.values() if isinstance(event, SampleWritten)]
    assert lines == list(range(1, PROBLEMS + 1))


def test_several_attempts_per_problem_are_completed_after_a_kill(manager, until, sums):
    config = sums(count=6, attempts=3, model="fake:accuracy=0,delay=0.0003")
    job = manager.start("generate", config)
    path = job.run.folder / "samples.jsonl"
    until(lambda: path.exists() and len(list(read_lines(path))) > 1)
    os.kill(job.pid, signal.SIGKILL)
    job.wait(20)

    job = manager.resume(job.run.id)

    assert job.wait(20).state is RunState.FINISHED
    samples = samples_of(job.run.folder)
    assert len({(each.problem.key, each.raw) for each in samples}) == len(samples)
    assert max(Counter(each.problem.key for each in samples).values()) <= 3
    assert len({each.problem.key for each in samples}) == 6


def test_a_suspended_generation_goes_on_where_it_stopped(manager, until, sums):
    job = manager.start("generate", sums(count=30, model="fake:delay=0.0005"))
    path = job.run.folder / "samples.jsonl"
    until(lambda: path.exists() and list(read_lines(path)))
    job.suspend()
    assert job.wait(20).state is RunState.SUSPENDED

    job = manager.resume(job.run.id)

    assert job.wait(20).state is RunState.FINISHED
    assert len({each.problem.key for each in samples_of(job.run.folder)}) == 30
    outcomes = [
        e.event.outcome for e in events_after(job.run.folder, 0) if isinstance(e.event, Done)
    ]
    assert outcomes == ["suspended", "finished"]


APP = """
import sys, time
from pathlib import Path
from o1desk.jobs.manager import Manager, ManagerOptions
manager = Manager(Path(sys.argv[1]), options=ManagerOptions(program=sys.argv[2:]))
job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 1000}})
while job.state != "running":
    time.sleep(0.01)
if sys.stdin.readline() == "background\\n":
    job.set("background", 1)
    time.sleep(0.2)
print(job.run.id, job.pid, flush=True)
time.sleep(60)
"""


def killed_app(tmp_path, word, program):
    """Start a run in another process, kill that process, and return the run's id."""
    data = tmp_path / "data"
    with subprocess.Popen(
        [sys.executable, "-c", APP, str(data), *program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as app:
        app.stdin.write(word + "\n")
        app.stdin.flush()
        run_id, _ = app.stdout.readline().split()
        app.kill()
    return run_id


def pid_of(folder):
    return json.loads((folder / "process.json").read_text())["pid"]


def program_of(manager):
    return tuple(manager._launch.program)


def test_a_worker_whose_app_was_killed_saves_and_leaves(manager, tmp_path, until, recorder):
    run_id = killed_app(tmp_path, "window", program_of(manager))
    folder = find_run(manager.data, run_id).folder
    until(lambda: not is_at_work(folder))

    found = manager.recover()

    assert [(each.run.id, each.end.state) for each in found] == [(run_id, RunState.SUSPENDED)]
    assert recorder.runs == [run_id]
    assert sorted(recorder.told[run_id]) == [each.seq for each in events_after(folder, 0)]
    assert manager.recover() == []
    job = manager.resume(run_id)
    until(lambda: job.state is RunState.RUNNING)


def test_a_run_in_the_background_survives_its_app(manager, tmp_path, until):
    run_id = killed_app(tmp_path, "background", program_of(manager))
    folder = find_run(manager.data, run_id).folder
    time.sleep(0.5)

    assert is_at_work(folder)
    assert manager.recover() == []
    seq = max(each.seq for each in events_after(folder, 0))
    until(lambda: max(each.seq for each in events_after(folder, 0)) > seq)
    os.kill(pid_of(folder), signal.SIGTERM)
    until(lambda: not is_at_work(folder))


def test_app_and_worker_killed_together_leave_a_crashed_run(manager, tmp_path, until):
    run_id = killed_app(tmp_path, "background", program_of(manager))
    folder = find_run(manager.data, run_id).folder
    os.kill(pid_of(folder), signal.SIGKILL)
    until(lambda: not is_at_work(folder))

    options = ManagerOptions(program=program_of(manager))
    found = Manager(manager.data, options=options).recover()

    assert [each.end.state for each in found] == [RunState.CRASHED]
    assert "unexpectedly" in found[0].end.message
