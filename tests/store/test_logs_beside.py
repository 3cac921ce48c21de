import shutil
import subprocess
import sys

import pytest

from o1desk.store import health, open_store
from o1desk.store.connect import DATABASE

DIE = """
import os, sys
from pathlib import Path
from o1desk.core.types import Problem
from o1desk.store import open_store
store = open_store(Path(sys.argv[1]))
store.problems.add(
    [Problem(environment="e", level="easy", prompt=f"{sys.argv[2]} {n}", answer="1")
     for n in range(int(sys.argv[3]))]
)
os._exit(137)
"""


def die_after_writing(data, word="new", count=3):
    open_store(data).close()
    done = subprocess.run([sys.executable, "-c", DIE, str(data), word, str(count)], check=False)
    assert done.returncode == 137
    assert (data / f"{DATABASE}-wal").stat().st_size > 0


@pytest.fixture
def filled(sample):
    def fill(data):
        with open_store(data) as store:
            store.samples.add([sample(n) for n in range(40)])

    return fill


def test_after_a_crash_the_log_is_used_and_nothing_is_lost(data):
    die_after_writing(data)
    with open_store(data) as store:
        assert store.counts()["problem"] == 3
        assert store.notices == ()
    assert not (data / f"{DATABASE}-wal").exists()


def test_a_stale_log_beside_a_fresh_database_is_moved_aside(tmp_path, filled):
    old, data = tmp_path / "old", tmp_path / "data"
    die_after_writing(old, count=300)
    filled(data)
    fresh = (data / DATABASE).read_bytes()
    shutil.copyfile(old / f"{DATABASE}-wal", data / f"{DATABASE}-wal")
    with open_store(data) as store:
        assert store.counts()["sample"] == 40
        assert store.check() == ""
        assert "did not belong" in store.notices[0]
    kept = next((data / health.DAMAGED).iterdir())
    assert (kept / f"{DATABASE}-wal").read_bytes() == (old / f"{DATABASE}-wal").read_bytes()
    assert fresh[:16] == b"SQLite format 3\x00"


def test_a_backup_copied_by_hand_is_not_mixed_with_the_log_of_its_successor(data, sample, filled):
    filled(data)
    with open_store(data) as store:
        backup = store.backup().path
        store.samples.add([sample(n) for n in range(100, 140)])
    die_after_writing(data)
    shutil.copyfile(backup, data / DATABASE)
    with open_store(data) as store:
        assert store.counts()["sample"] == 40
        assert "did not belong" in store.notices[0]


def test_a_long_log_is_brought_into_the_file_while_the_store_is_open(data, sample, monkeypatch):
    monkeypatch.setattr("o1desk.store.writer.LOG_BYTES", 100_000)
    with open_store(data) as store:
        before = (data / DATABASE).stat().st_size
        for n in range(30):
            store.samples.add([sample(n, thinking="x" * 5000)])
            assert (data / f"{DATABASE}-wal").stat().st_size < 400_000
        assert (data / DATABASE).stat().st_size > before
        with store.access.reading() as reader:
            reader.execute("SELECT count(*) FROM sample").fetchone()
            for n in range(30, 60):
                store.samples.add([sample(n, thinking="x" * 5000)])
            assert (data / f"{DATABASE}-wal").stat().st_size > 400_000
        store.samples.add([sample(60)])
        assert (data / f"{DATABASE}-wal").stat().st_size == 0


def test_looking_at_a_database_changes_no_byte_of_it(tmp_path, filled):
    old, data = tmp_path / "old", tmp_path / "data"
    die_after_writing(old, count=300)
    filled(data)
    shutil.copyfile(old / f"{DATABASE}-wal", data / f"{DATABASE}-wal")
    before = (data / DATABASE).read_bytes()
    assert health.look(data / DATABASE).stale_wal
    assert (data / DATABASE).read_bytes() == before
