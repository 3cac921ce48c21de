"""Pause, suspend, cancel, set, and the ladder, with the real worker as a real process."""

import os
import signal
import subprocess
import sys
import time

import pytest

from o1desk.core.events import Log, Result
from o1desk.core.runs import RunState
from o1desk.jobs import handle

LONG = {"config": {"do": "wait", "ticks": 3000}}


@pytest.fixture
def running(manager, until):
    job = manager.start("misbehave", LONG)
    until(lambda: job.state is RunState.RUNNING)
    return job


def test_a_paused_run_reports_no_progress_until_resumed(running, recorder, until):
    told = recorder.told
    running.pause()
    until(lambda: running.state is RunState.PAUSED)
    time.sleep(0.6)
    before = len(told[running.run.id])
    time.sleep(0.6)

    assert len(told[running.run.id]) == before
    running.resume()
    until(lambda: running.state is RunState.RUNNING)
    until(lambda: len(told[running.run.id]) > before + 2)


@pytest.mark.parametrize(
    ("command", "state"), [("suspend", RunState.SUSPENDED), ("cancel", RunState.CANCELLED)]
)
@pytest.mark.parametrize("paused", [False, True])
def test_a_stop_ends_with_code_3_and_says_which(running, until, command, state, paused):
    if paused:
        running.pause()
        until(lambda: running.state is RunState.PAUSED)

    getattr(running, command)()
    end = running.wait(10)

    assert (end.state, end.exit_code) == (state, 3)


def test_a_cancel_outranks_a_wire_that_closes(running):
    running.send(cmd="cancel")
    running.hang_up()

    assert running.wait(10).state is RunState.CANCELLED


@pytest.mark.parametrize("command", ["suspend", "cancel"])
def test_a_stop_before_the_first_step_interrupts_the_load(manager, command):
    job = manager.start("generate", {"config": {"model": "fake:delay=9", "source": "model"}})
    getattr(job, command)()

    assert job.wait(10).exit_code in (3, 5)  # 5: the load was faster, and there is no environment


def test_a_closed_wire_suspends(running):
    running.hang_up()

    end = running.wait(10)
    assert (end.state, end.exit_code) == (RunState.SUSPENDED, 3)


def test_a_run_in_the_background_outlives_the_wire(manager, until):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 100}})
    until(lambda: job.state is RunState.RUNNING)
    job.set("background", 1)
    job.hang_up()

    assert job.wait(20).state is RunState.FINISHED


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_of_the_system_suspends_within_five_seconds(running, number):
    started = time.monotonic()
    os.kill(running.pid, number)

    assert running.wait(10).state is RunState.SUSPENDED
    assert time.monotonic() - started < 5.0


def test_only_declared_settings_change_while_a_role_runs(manager, until, recorder):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 60}})
    job.set("temperature", 0.25)
    job.set("temperatur", 0.5)

    assert job.wait(20).summary["live"] == 0.25
    logs = [e for e in recorder.told[job.run.id].values() if isinstance(e, Log)]
    assert [log.text for log in logs] == [
        "There is no live setting called 'temperatur'; did you mean 'temperature'?"
    ]


def test_bad_lines_are_reported_and_the_run_goes_on(manager, recorder):
    job = manager.start("misbehave", {"config": {"do": "wait", "ticks": 80}})
    pipe = job._worker.stdin
    pipe.write(b'not json\n\n[1]\n{"cmd":"fly"}\n\xff\xfe\n' + b"x" * 200_000 + b"\n")
    pipe.flush()

    assert job.wait(20).state is RunState.FINISHED
    logs = [e for e in recorder.told[job.run.id].values() if isinstance(e, Log)]
    assert len(logs) >= 5
    assert all(log.text.startswith("a command was ignored") for log in logs)


def test_a_probe_to_a_role_without_a_policy_is_answered_with_a_reason(running, recorder, until):
    number = running.probe("3 + 4 =")

    def answers():
        told = recorder.told.get(running.run.id, {})
        return [e.value for e in told.values() if isinstance(e, Result) and e.id == number]

    until(answers)
    assert answers() == [{"error": "this role answers no probes"}]


def test_a_worker_that_hears_nothing_is_terminated_then_killed(manager, until, monkeypatch):
    monkeypatch.setattr(handle, "CANCEL_S", 0.3)
    monkeypatch.setattr(handle, "TERMINATE_S", 0.3)
    job = manager.start("misbehave", {"config": {"do": "stuck"}})
    until(lambda: job.state is RunState.RUNNING)
    job.cancel()

    end = job.wait(10)

    assert (end.state, end.exit_code) == (RunState.CRASHED, -signal.SIGKILL)
    assert "did not stop in time" in end.message


def test_commands_to_a_worker_that_is_gone_are_no_error(running):
    running.kill()
    running.wait(10)

    assert not running.send(cmd="pause")
    running.cancel()
    running.terminate()
    running.hang_up()


def test_closing_the_manager_suspends_what_is_at_work(manager, running):
    manager.close()

    assert running.end.state is RunState.SUSPENDED
    assert manager.jobs == ()


def test_ctrl_c_saves_and_a_second_one_kills(tmp_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from o1desk.jobs.manager import *; from o1desk.jobs.run import run_job\n"
        "m = Manager(Path(sys.argv[1]), options=ManagerOptions(program=sys.argv[2:4]))\n"
        "config = {'do': sys.argv[4], 'ticks': 3000}\n"
        "o = run_job(m, 'misbehave', {'config': config}, on_event=lambda e: print(e, flush=True))\n"
        "print(o.state, flush=True); sys.exit(o.exit_code)"
    )
    program = [sys.executable, str(__file__).replace("test_commands", "worker_program")]
    for fault, presses, state in (("wait", 1, "suspended"), ("stuck", 2, "crashed")):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), *program, fault],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as parent:
            while "state='running'" not in parent.stdout.readline():
                pass
            for _ in range(presses):
                parent.send_signal(signal.SIGINT)
                time.sleep(0.5)
            out, err = parent.communicate(timeout=20)
        assert out.splitlines()[-1] == state
        assert (parent.returncode, "press Ctrl-C again" in err) == (3, True)
