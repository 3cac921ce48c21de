"""The killable child: late, dying, noisy and leaking programs."""

import os
import textwrap
import time

import pytest

from o1desk.rewards.child import Child, ChildFailure

PROGRAM = """
    import os, sys, time

    def prepare():
        print("noise on standard output")

    def answer(request):
        what = request["what"]
        if what == "sleep":
            time.sleep(60)
        if what == "die":
            os._exit(3)
        if what == "raise":
            raise ValueError("no such thing")
        if what == "memory":
            return {"size": len(bytearray(4 << 30))}
        if what == "print":
            print("more noise")
        return {"pid": os.getpid(), "seed": os.environ["PYTHONHASHSEED"]}
"""


@pytest.fixture
def child(tmp_path, monkeypatch):
    (tmp_path / "odd_program.py").write_text(textwrap.dedent(PROGRAM), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    warm = Child("odd_program", memory_bytes=1 << 30, recycle_after=3)
    yield warm
    warm.close()


def test_noise_on_standard_output_does_not_disturb_the_answers(child):
    reply = child.ask({"what": "print"}, 10)
    assert reply["pid"] == child.pid
    assert reply["seed"] == "0"


def test_a_late_child_is_killed_and_replaced(child):
    first = child.ask({"what": "pid"}, 10)["pid"]
    started = time.monotonic()
    with pytest.raises(ChildFailure, match="within"):
        child.ask({"what": "sleep"}, 0.3)
    assert time.monotonic() - started < 2.0
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert child.ask({"what": "pid"}, 10)["pid"] != first


def test_a_child_that_dies_is_replaced(child):
    with pytest.raises(ChildFailure, match="died"):
        child.ask({"what": "die"}, 10)
    assert child.ask({"what": "pid"}, 10)["pid"]


def test_an_error_in_the_child_is_told_and_the_child_lives_on(child):
    first = child.ask({"what": "pid"}, 10)["pid"]
    assert child.ask({"what": "raise"}, 10) == {"error": "ValueError: no such thing"}
    assert child.ask({"what": "pid"}, 10)["pid"] == first


def test_memory_beyond_the_limit_is_refused_in_the_child(child):
    assert "MemoryError" in child.ask({"what": "memory"}, 10)["error"]


def test_a_child_is_replaced_after_its_share_of_questions(child):
    pids = [child.ask({"what": "pid"}, 10)["pid"] for _ in range(6)]
    assert len(set(pids)) == 2
    assert pids[0] == pids[2] != pids[3]


def test_a_program_that_cannot_be_loaded_is_a_failure_not_a_wait():
    child = Child("no_such_program", memory_bytes=1 << 30)
    with pytest.raises(ChildFailure, match="died"):
        child.ask({}, 10)
    child.close()


def test_closing_ends_the_process(child):
    pid = child.ask({"what": "pid"}, 10)["pid"]
    child.close()
    assert child.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
