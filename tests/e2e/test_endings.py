"""How each way to end is told, with the real worker as a real process."""

import os
import signal
import subprocess

import psutil
import pytest

from o1desk.core.errors import InputError
from o1desk.core.events import Failed
from o1desk.core.runs import RunState
from o1desk.jobs.recover import end_of_folder
from o1desk.jobs.run import resume_job, run_job


@pytest.mark.parametrize(
    ("fault", "state", "code", "words"),
    [
        ("segfault", RunState.CRASHED, -signal.SIGSEGV, "SIGSEGV"),
        ("abort", RunState.CRASHED, -signal.SIGABRT, "SIGABRT"),
        ("leave", RunState.CRASHED, 0, "without a last word"),
        ("bug", RunState.FAILED, 1, "ZeroDivisionError: a bug"),
        ("bad_input", RunState.FAILED, 5, "The problems are no problems"),
        ("no_memory", RunState.FAILED, 4, "Memory ran out"),
        ("greedy", RunState.FAILED, 4, "Memory ran out"),
        ("no_device_memory", RunState.FAILED, 4, "The device is full"),
        ("wait", RunState.FINISHED, 0, ""),
    ],
)
def test_each_ending_is_told_apart(manager, recorder, fault, state, code, words):
    job = manager.start("misbehave", {"config": {"do": fault}})

    end = job.wait(20)

    assert (end.state, end.exit_code) == (state, code)
    assert words in end.message
    assert recorder.ends == [(job.run.id, end)]
    assert end_of_folder(job.run.folder) == end


def test_a_native_crash_brings_the_report_of_the_fault_handler(manager):
    end = manager.start("misbehave", {"config": {"do": "segfault"}}).wait(20)

    assert "Fatal Python error: Segmentation fault" in end.crash
    assert "worker_program.py" in end.crash


def test_a_killed_worker_is_reported_as_killed_and_can_be_resumed(manager, until):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 30}})
    until(lambda: job.state is RunState.RUNNING)

    os.kill(job.pid, signal.SIGKILL)
    end = job.wait(20)

    assert (end.state, end.exit_code) == (RunState.CRASHED, -signal.SIGKILL)
    assert "SIGKILL" in end.message
    assert resume_job(manager, job.run.id).state is RunState.FINISHED


def test_the_advice_after_running_out_of_memory_comes_with_the_end(manager):
    ours = run_job(manager, "misbehave", {"config": {"do": "no_memory", "group_size": 8}})
    loops = run_job(manager, "misbehave", {"config": {"do": "no_device_memory"}})

    assert (ours.exit_code, ours.hint) == (4, {"group_size": 4})
    assert loops.hint == {"micro_tokens": 64}


@pytest.mark.parametrize(
    ("role", "config", "sentence"),
    [
        ("generat", {}, "did you mean 'generate'"),
        ("generate", {"config": {"cuont": 3}}, "did you mean 'count'"),
        ("generate", {"config": {"count": 0}}, "'count' must be from 1"),
        ("evaluate", {"config": {"strategy": "votte"}}, "did you mean 'vote'"),
        ("train", {"method": "rll"}, "did you mean 'rl'"),
        ("generate", {"config": [1]}, "one table"),
        ("chat", {"config": {"model": "fake:speed=3"}}, "fake model"),
    ],
)
def test_a_bad_configuration_ends_with_one_sentence(manager, role, config, sentence):
    outcome = run_job(manager, role, config)

    assert (outcome.state, outcome.exit_code) == (RunState.FAILED, 5)
    assert sentence in outcome.message
    assert "\n" not in outcome.message
    assert "Traceback" not in (outcome.folder / "worker.log").read_text()


def test_a_bug_leaves_its_traceback_in_the_log_and_not_on_the_wire(manager, recorder):
    outcome = run_job(manager, "misbehave", {"config": {"do": "bug"}})

    assert "Traceback" in (outcome.folder / "worker.log").read_text()
    last = max(recorder.told[outcome.run].items())[1]
    assert last == Failed(reason="bug", message="ZeroDivisionError: a bug (details in worker.log)")


@pytest.mark.parametrize("kind", ["child", "fork"])
def test_what_a_killed_worker_started_dies_with_it(manager, until, kind):
    job = manager.start("misbehave", {"config": {"do": kind, "ticks": 2000}})
    worker = psutil.Process(job.pid)
    until(worker.children)
    child = worker.children()[0]

    os.kill(job.pid, signal.SIGKILL)

    assert job.wait(20).state is RunState.CRASHED
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_a_damaged_model_file_is_told_and_ends_with_code_5(manager, tmp_path):
    (tmp_path / "model.gguf").write_bytes(b"GGUF" + b"\xff" * 60)

    outcome = run_job(manager, "chat", {"config": {"model": str(tmp_path / "model.gguf")}})

    assert (outcome.state, outcome.exit_code) == (RunState.FAILED, 5)
    assert "model.gguf" in outcome.message


def test_two_workers_never_share_a_folder(manager, until):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 3000}})
    until(lambda: job.state is RunState.RUNNING)
    with pytest.raises(InputError, match="still at work"):
        manager.resume(job.run.id)

    second = subprocess.run(
        [*manager._launch.program, str(job.run.folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (second.returncode, second.stdout) == (5, "")
    assert "Another worker is at work" in second.stderr


def test_a_finished_run_is_not_resumed(manager):
    outcome = run_job(manager, "misbehave", {"config": {"do": "wait"}})

    with pytest.raises(InputError, match="nothing to resume"):
        manager.resume(outcome.run)
