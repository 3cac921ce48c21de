import sqlite3
import threading

import pytest

from o1desk.core.errors import NoSpaceError, StoreUnavailableError
from o1desk.store import open_store
from o1desk.store.connect import DATABASE, explained
from o1desk.store.writer import savepoint


def test_a_full_disk_is_told_with_the_free_space_and_stores_nothing(store, sample):
    store.samples.add([sample(1)])

    def limit(connection, extra):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + extra}")

    limit(store.access.writer._connection, 2)
    many = [sample(n, thinking="x" * 3000) for n in range(2, 60)]
    with pytest.raises(NoSpaceError, match=r"disk is full \([\d.]+ MB free in .*nothing of it"):
        store.samples.add(many)
    assert store.counts()["sample"] == 1
    assert store.counts()["problem"] == 1
    assert store.check() == ""
    limit(store.access.writer._connection, 100_000)
    assert store.samples.add(many).new == len(many)


def test_a_failure_in_the_middle_stores_nothing(store, problem):
    def broken():
        yield problem(1)
        raise RuntimeError("the source failed")

    with pytest.raises(RuntimeError, match="source failed"):
        store.problems.add(broken())
    assert store.counts()["problem"] == 0


def test_writes_from_many_threads_are_all_stored(store, problem):
    def write(start):
        for number in range(start, start + 20):
            store.problems.add([problem(number)])

    threads = [threading.Thread(target=write, args=(100 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.counts()["problem"] == 80


def test_submitted_work_runs_in_order_and_before_the_store_closes(data, problem):
    store = open_store(data)
    seen = []
    futures = [
        store.access.submit(lambda _, n=n: seen.append(n), doing="note a number") for n in range(50)
    ]
    store.close()
    assert seen == list(range(50))
    assert all(future.done() for future in futures)


def test_work_on_the_writer_may_not_wait_for_the_writer(store, problem):
    def nested(connection):
        store.problems.add([problem()])

    with pytest.raises(RuntimeError, match="must use the connection"):
        store.access.write(nested, doing="nest")


def test_durable_work_waits_for_the_disk_and_other_work_does_not(store):
    def level(connection):
        return connection.execute("PRAGMA synchronous").fetchone()[0]

    assert store.access.write(level, doing="look", durable=True) == 2
    assert store.access.write(level, doing="look") == 1


def test_a_database_locked_by_another_program_is_named(data, problem, monkeypatch):
    monkeypatch.setattr("o1desk.store.connect.BUSY_MS", 50)
    monkeypatch.setattr("o1desk.store.writer.LOCKED_S", 0.2)
    with open_store(data) as store:
        other = sqlite3.connect(data / DATABASE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="another program has locked"):
            store.problems.add([problem()])
        other.execute("ROLLBACK")
        other.close()
        assert store.problems.add([problem()]) == (1, 1)


def test_what_is_to_be_stored_waits_for_the_lock_of_another_program(data, problem, monkeypatch):
    monkeypatch.setattr("o1desk.store.connect.BUSY_MS", 20)
    with open_store(data) as store:
        other = sqlite3.connect(data / DATABASE, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        stored = store.access.submit(lambda connection: connection.total_changes, doing="try")
        with pytest.raises(TimeoutError):
            stored.result(0.1)
        other.execute("ROLLBACK")
        other.close()
        assert stored.result(20) >= 0


def test_a_savepoint_undoes_only_its_part(store):
    def failing(connection):
        with savepoint(connection):
            connection.execute("INSERT INTO meta VALUES ('b', '1')")
            raise ValueError("part")

    def work(connection):
        connection.execute("INSERT INTO meta VALUES ('a', '1')")
        with pytest.raises(ValueError, match="part"):
            failing(connection)
        connection.execute("INSERT INTO meta VALUES ('c', '1')")

    store.access.write(work, doing="try")
    rows = store.access.rows("SELECT name FROM meta WHERE name IN ('a', 'b', 'c')")
    assert rows == [("a",), ("c",)]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [(28, NoSpaceError, "disk is full"), (5, StoreUnavailableError, "nothing of it was stored")],
)
def test_what_the_file_system_refuses_becomes_a_sentence(tmp_path, number, kind, words):
    with pytest.raises(kind, match=words), explained(tmp_path, "try"):
        raise OSError(number, "no")


def test_faults_of_a_query_are_not_disguised(tmp_path, store):
    with pytest.raises(sqlite3.IntegrityError), explained(tmp_path, "try"):
        raise sqlite3.IntegrityError("UNIQUE constraint failed")
    with pytest.raises(sqlite3.OperationalError), explained(tmp_path, "try"):
        store.access.rows("SELECT * FROM missing")
