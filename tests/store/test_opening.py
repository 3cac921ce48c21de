import sqlite3
import subprocess
import sys

import pytest

from o1desk.core.errors import StoreUnavailableError
from o1desk.store import open_store
from o1desk.store.connect import (
    APPLICATION_ID,
    DATABASE,
    SCHEMA_VERSION,
    open_reader,
    open_writer,
    pragma,
)
from o1desk.store.migrations import MIGRATIONS

HOLD = """
import sys
from pathlib import Path
from o1desk.store import open_store
with open_store(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def changed(data, sql):
    connection = sqlite3.connect(data / DATABASE)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_the_version_is_the_number_of_migrations(store):
    assert len(MIGRATIONS._migrations) == SCHEMA_VERSION
    with store.access.readers.connection() as connection:
        assert pragma(connection, "user_version") == SCHEMA_VERSION
        assert pragma(connection, "application_id") == APPLICATION_ID


@pytest.mark.parametrize("opener", [open_reader, open_writer])
def test_every_connection_has_the_safe_settings(store, opener):
    connection = opener(store.data / DATABASE)
    found = {
        name: pragma(connection, name)
        for name in ("foreign_keys", "trusted_schema", "cell_size_check", "mmap_size")
    }
    assert found == {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0}
    assert pragma(connection, "busy_timeout") == 5000
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_every_table_is_strict(store):
    rows = store.access.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%words%' "
        "AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
    )
    assert len(rows) > 20
    assert [name for name, sql in rows if "STRICT" not in sql] == []


def test_a_reader_cannot_write(store):
    with store.access.readers.connection() as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM problem")


def test_a_second_owner_is_refused_and_may_look(data):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout.readline() == "open\n"
        with pytest.raises(StoreUnavailableError, match="Another O1 Desk"):
            open_store(data)
        with open_store(data, read_only=True) as looking:
            assert looking.counts()["sample"] == 0
        child.stdin.close()
        child.wait(10)
    open_store(data).close()


def test_nothing_is_written_through_a_read_only_store(data, problem):
    open_store(data).close()
    with open_store(data, read_only=True) as store:
        assert store.is_read_only
        assert not store.has_changes
        with pytest.raises(StoreUnavailableError, match="read-only"):
            store.problems.add([problem()])


def test_a_missing_database_cannot_be_opened_read_only(data):
    with pytest.raises(StoreUnavailableError, match="no database"):
        open_store(data, read_only=True)
    assert list(data.iterdir()) == []


def test_a_newer_database_is_refused_unchanged_and_can_be_read(data, sample):
    with open_store(data) as store:
        store.samples.add([sample()])
    changed(data, "PRAGMA user_version = 999")
    changed(data, "UPDATE meta SET value = '7.3' WHERE name = 'made_by'")
    before = (data / DATABASE).read_bytes()
    with pytest.raises(StoreUnavailableError, match=r"made by O1 Desk 7\.3 or later.*999"):
        open_store(data)
    assert (data / DATABASE).read_bytes() == before
    with open_store(data, read_only=True) as store:
        assert list(store.samples.each()) == [sample()]


def test_a_newer_database_that_forbids_old_readers_is_not_read(data):
    open_store(data).close()
    changed(data, "PRAGMA user_version = 999")
    changed(data, "UPDATE meta SET value = '5' WHERE name = 'min_reader_version'")
    with pytest.raises(StoreUnavailableError, match="cannot even be read"):
        open_store(data, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_left_alone(data, read_only):
    connection = sqlite3.connect(data / DATABASE)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    before = (data / DATABASE).read_bytes()
    with pytest.raises(StoreUnavailableError, match="not an O1 Desk database"):
        open_store(data, read_only=read_only)
    assert (data / DATABASE).read_bytes() == before


def test_an_empty_file_of_a_killed_first_start_becomes_a_database(data):
    (data / DATABASE).touch()
    with open_store(data) as store:
        assert store.counts()["problem"] == 0


def test_a_reader_in_the_way_does_not_stop_the_next_start(data, problem, monkeypatch):
    monkeypatch.setattr("o1desk.store.connect.BUSY_MS", 50)
    open_store(data).close()
    reader = open_reader(data / DATABASE)
    for number in range(3):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM problem").fetchone()
        with open_store(data) as store:
            store.problems.add([problem(number)])
        reader.execute("ROLLBACK")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM problem").fetchone()
    with open_store(data) as store:
        assert store.notices == ()
        assert store.counts()["problem"] == 3
    reader.close()


def test_a_disk_that_refuses_the_lock_is_named(data, monkeypatch):
    def refuse(_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("o1desk.core.locks.FileLock.acquire", refuse)
    with pytest.raises(StoreUnavailableError, match=r"cannot be written \(Read-only"):
        open_store(data)


def test_a_connection_returned_after_closing_is_closed(data):
    store = open_store(data)
    with store.access.readers.connection() as connection:
        store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_a_closed_store_says_so(data, problem):
    store = open_store(data)
    store.close()
    store.close()
    with pytest.raises(StoreUnavailableError, match="closed"):
        store.problems.add([problem()])
    with pytest.raises(StoreUnavailableError, match="closed"):
        store.problems.newest()


def test_the_folder_is_made_when_missing(tmp_path):
    with open_store(tmp_path / "a" / "b") as store:
        assert store.notices == ()
    assert (tmp_path / "a" / "b" / DATABASE).exists()
    assert not (tmp_path / "a" / "b" / f"{DATABASE}-wal").exists()


def test_opening_needs_no_heavy_library():
    code = (
        "import sys, o1desk.store; from o1desk.store.imports import importer; "
        "from o1desk.store import ingest, export; "
        "print([n for n in ('torch', 'PySide6', 'pandas', 'numpy', 'sqlite_utils') "
        "if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
