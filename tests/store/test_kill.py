import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

from o1desk.store import open_store
from o1desk.store.connect import DATABASE

WRITE = """
import sys
from pathlib import Path
from o1desk.core.types import Problem
from o1desk.store import open_store
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


def copy_at_one_moment(data, copy):
    """Copy file and log of the same state: again when a checkpoint came in between."""
    database = data / DATABASE
    before = None
    while before != database.stat().st_mtime_ns:
        before = database.stat().st_mtime_ns
        for name in (DATABASE, f"{DATABASE}-wal"):
            shutil.copyfile(data / name, copy / name)


def test_the_files_as_a_power_cut_would_leave_them_hold_whole_pairs(data, tmp_path, problem):
    with open_store(data) as store:
        stop = threading.Event()

        def write():
            number = 0
            while not stop.is_set():
                store.problems.add([problem(number), problem(number, environment="twin")])
                number += 1

        thread = threading.Thread(target=write)
        thread.start()
        for attempt in range(5):
            time.sleep(0.02)
            copy = tmp_path / str(attempt)
            copy.mkdir()
            copy_at_one_moment(data, copy)
        stop.set()
        thread.join()
    for attempt in range(5):
        with open_store(tmp_path / str(attempt)) as store:
            assert store.notices == ()
            assert store.check() == ""
            pairs = store.access.rows("SELECT seed, count(*) FROM problem GROUP BY seed")
            assert {count for _, count in pairs} <= {2}
