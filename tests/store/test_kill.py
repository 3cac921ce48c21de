import os
import select
import shutil
import signal
import subprocess
import sys
import time

import pytest

from o1desk.store import open_store
from o1desk.store.connect import DATABASE

WRITE = """
import sys
from pathlib import Path
from o1desk.core.types import Problem
from o1desk.store import open_store, writer
if len(sys.argv) > 3:
    writer.LOG_BYTES = int(sys.argv[3])
store = open_store(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    pair = [Problem(environment="e", level="easy", prompt=f"{number} {half}", answer="1")
            for half in "ab"]
    store.problems.add(pair, by_hand=number % 2 == 0)
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_ten_kills_during_commits_leave_whole_pairs_and_every_acknowledged_one(data):
    open_store(data).close()
    acknowledged = []
    for attempt in range(10):
        start = attempt * 1_000_000
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(data), str(start)], stdout=subprocess.PIPE
        )
        with child:
            select.select([child.stdout], [], [], 30)  # the first pair is stored
            time.sleep(0.01 * attempt)
            os.kill(child.pid, signal.SIGKILL)
            told = child.stdout.read().split(b"\n")[:-1]
        acknowledged += [int(number) for number in told]
    with open_store(data) as store:
        prompts = [row[0] for row in store.access.rows("SELECT prompt FROM problem")]
        halves = {half: {p.split()[0] for p in prompts if p.endswith(half)} for half in "ab"}
        assert halves["a"] == halves["b"]
        assert {str(number) for number in acknowledged} <= halves["a"]
        assert len(acknowledged) >= 10
        assert store.check() == ""
        assert store.access.one("PRAGMA integrity_check") == ("ok",)


def wait_for_pairs(child, count):
    """Return the pairs that the child has stored since the last call, at least `count`."""
    told = b""
    while told.count(b"\n") < count:
        more = os.read(child.stdout.fileno(), 65536)
        assert more, "the writer has died"
        told += more
    return told


def copy_while_stopped(child, data, copy):
    """Copy the file and its log as they are between two system calls of the writer.

    Copies made while it writes are of two moments: the log is cut short while it is being read.
    """
    os.kill(child.pid, signal.SIGSTOP)
    os.waitpid(child.pid, os.WUNTRACED)
    for name in (DATABASE, f"{DATABASE}-wal"):
        shutil.copyfile(data / name, copy / name)
    os.set_blocking(child.stdout.fileno(), False)
    told = child.stdout.read() or b""
    os.set_blocking(child.stdout.fileno(), True)
    os.kill(child.pid, signal.SIGCONT)
    return told


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGSTOP")
def test_the_files_as_a_power_cut_would_leave_them_hold_whole_pairs(data, tmp_path):
    open_store(data).close()
    copies = [tmp_path / str(attempt) for attempt in range(8)]
    told, acknowledged = b"", []
    command = [sys.executable, "-c", WRITE, str(data), "0", "100_000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as child:
        try:
            for attempt, copy in enumerate(copies):
                copy.mkdir()
                told += wait_for_pairs(child, 7 + attempt)  # the log is emptied every few pairs
                told += copy_while_stopped(child, data, copy)
                acknowledged.append(told.count(b"\n"))
        finally:
            child.kill()
    for copy, least in zip(copies, acknowledged, strict=True):
        with open_store(copy) as store:
            assert store.notices == ()
            assert store.check() == ""
            pairs = store.access.rows(
                "SELECT CAST(prompt AS INTEGER) AS number, count(*) FROM problem "
                "GROUP BY number ORDER BY number"
            )
            assert pairs == [(number, 2) for number in range(len(pairs))]
            assert len(pairs) >= least
    sizes = [(copy / DATABASE).stat().st_size for copy in copies]
    assert sizes[0] < sizes[-1]
