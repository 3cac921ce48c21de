import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys

import pytest

from o1desk.core.errors import InputError
from o1desk.store import DamagedStoreError, backups, health, open_store
from o1desk.store.connect import DATABASE
from o1desk.store.place import Place

PAGE = 4096


def filled(data, sample, count=40):
    with open_store(data) as store:
        store.samples.add([sample(n) for n in range(count)])


def unclean(data):
    """Make the next start look at every page, as after a crash."""
    connection = sqlite3.connect(data / DATABASE)
    connection.execute("UPDATE session SET is_open = 1")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def spoil(path, how, seed):
    data = bytearray(path.read_bytes())
    pages = len(data) // PAGE
    rng = random.Random(seed)
    if how == "halved":
        path.write_bytes(data[: len(data) // 2])
        return
    page = 0 if how == "first page zeroed" else rng.randrange(1, pages)
    filling = bytes(PAGE) if page == 0 else rng.randbytes(PAGE)
    data[page * PAGE : (page + 1) * PAGE] = filling
    path.write_bytes(data)


def spoil_table(data, name):
    connection = sqlite3.connect(data / DATABASE)
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    page = connection.execute(sql, (name,)).fetchone()[0]
    connection.close()
    content = bytearray((data / DATABASE).read_bytes())
    content[PAGE * (page - 1) : PAGE * page] = b"\xff" * PAGE
    (data / DATABASE).write_bytes(content)


@pytest.mark.parametrize("how", ["halved", "first page zeroed"])
def test_a_spoiled_database_is_kept_and_the_last_good_backup_offered(data, sample, how):
    filled(data, sample)
    with open_store(data) as store:
        good = store.backup().path
    path = data / DATABASE
    spoil(path, how, 0)
    spoiled = path.read_bytes()
    with pytest.raises(DamagedStoreError, match=f"damaged.*kept in.*{good.name}") as told:
        open_store(data)
    assert told.value.backup == good
    assert (told.value.kept / DATABASE).read_bytes() == spoiled
    assert not path.exists()


def test_twenty_random_pages_spoiled_never_lose_the_original(tmp_path, sample):
    master = tmp_path / "master"
    filled(master, sample)
    unclean(master)
    found = 0
    for seed in range(20):
        data = tmp_path / str(seed)
        shutil.copytree(master, data)
        spoil(data / DATABASE, "page", seed)
        spoiled = (data / DATABASE).read_bytes()
        with contextlib.suppress(DamagedStoreError):
            open_store(data).close()
        kept = list((data / health.DAMAGED).glob("*/*.sqlite"))
        found += len(kept)
        assert all(path.read_bytes() == spoiled for path in kept)
    assert found >= 15  # a page may be free, or hold only text: nothing can notice that


def test_damage_met_while_working_is_told_and_checked_at_the_next_start(data, sample):
    filled(data, sample)
    spoil_table(data, "sample")
    store = open_store(data)  # closed cleanly before: not every start looks at every page
    with pytest.raises(DamagedStoreError, match="start again to have it checked"):
        list(store.samples.each())
    store.close()
    with pytest.raises(DamagedStoreError, match="kept in"):
        open_store(data)


def test_damage_met_while_writing_is_checked_at_the_next_start(data, sample, problem):
    filled(data, sample)
    spoil_table(data, "problem")
    store = open_store(data)
    with pytest.raises(DamagedStoreError):
        store.problems.add([problem(n) for n in range(1000, 1100)])
    store.close()
    with pytest.raises(DamagedStoreError, match="kept in"):
        open_store(data)


def test_every_start_refuses_until_a_choice_is_made(data, sample):
    filled(data, sample)
    with open_store(data) as store:
        good = store.backup().path.name
    spoil(data / DATABASE, "halved", 0)
    for _ in range(2):
        with pytest.raises(DamagedStoreError):
            open_store(data)
    kept = backups.restore(data, good)
    assert kept == data
    with open_store(data) as store:
        assert store.counts()["sample"] == 40


def test_without_a_backup_an_empty_start_is_a_choice_too(data, sample):
    filled(data, sample)
    spoil(data / DATABASE, "halved", 0)
    with pytest.raises(DamagedStoreError, match="no backup"):
        open_store(data)
    health.start_empty(data)
    with open_store(data) as store:
        assert store.counts()["sample"] == 0
    with pytest.raises(InputError, match="There is a database"):
        health.start_empty(data)


def test_an_unreadable_marker_still_refuses(data):
    (data / health.MARKER).write_text("{")
    with pytest.raises(DamagedStoreError, match="no backup"):
        open_store(data)


def test_a_file_that_lost_all_content_is_damage_when_there_is_a_backup(data, sample):
    filled(data, sample)
    with open_store(data) as store:
        store.backup()
    (data / DATABASE).write_bytes(b"")
    with pytest.raises(DamagedStoreError, match="empty"):
        open_store(data)


def test_a_hot_rollback_journal_is_rolled_back(data, problem, monkeypatch):
    monkeypatch.setattr(
        "o1desk.store.opening.place_of",
        lambda _: Place(journal="delete"),
    )
    with open_store(data) as store:
        store.problems.add([problem(1)])
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN'); "
        "[c.execute('INSERT INTO meta VALUES (?, ?)', (str(n), 'x' * 3000)) for n in range(200)]; "
        "os._exit(137)"
    )
    subprocess.run([sys.executable, "-c", code, str(data / DATABASE)], check=False)
    assert (data / f"{DATABASE}-journal").exists()
    with open_store(data) as store:
        assert store.counts()["problem"] == 1
        assert store.access.one("SELECT count(*) FROM meta WHERE value LIKE 'xx%'") == (0,)
        with store.access.readers.connection() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be made read-only this way")
def test_a_read_only_folder_can_be_looked_at_and_not_written(data, sample, tmp_path):
    filled(data, sample)
    code = (
        "import os, sys; from pathlib import Path; import psutil, o1desk.store as s; "
        "from o1desk.core.errors import StoreUnavailableError\n"
        "data = Path(sys.argv[1]); os.getuid() or os.setuid(65534)\n"
        "print(s.open_store(data, read_only=True).counts()['sample'])\n"
        "try: s.open_store(data)\n"
        "except StoreUnavailableError as error: print(error)\n"
    )
    for folder in (data, *data.parents[:2]):
        folder.chmod(0o755)
    (data / DATABASE).chmod(0o644)
    (data / "o1desk.sqlite.lock").chmod(0o444)
    data.chmod(0o555)
    for parent in list(data.parents)[:4]:
        if parent.stat().st_uid == os.getuid() and parent.name:
            parent.chmod(parent.stat().st_mode | 0o011)
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, str(data)], capture_output=True, text=True, check=False
        )
    finally:
        data.chmod(0o755)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == "40"
    assert "cannot be written" in second
