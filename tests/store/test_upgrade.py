import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from o1desk.core.errors import StoreUnavailableError
from o1desk.store import backups, open_store
from o1desk.store.connect import DATABASE, SCHEMA_VERSION, open_writer, pragma
from o1desk.store.failpoints import VARIABLE
from o1desk.store.migrations import MIGRATIONS
from o1desk.store.upgrade import upgrade

NEXT = SCHEMA_VERSION + 1
RELEASED = Path(__file__).parents[1] / "data" / "db"

CHILD = """
import sys
from pathlib import Path
from sqlite_utils import Migrations
from o1desk.store.connect import DATABASE, open_writer
from o1desk.store.migrations import MIGRATIONS
from o1desk.store.upgrade import upgrade
steps = Migrations("o1desk")
for step in MIGRATIONS._migrations:
    steps(name=step.name)(step.fn)
@steps()
def m9999_colour(db):
    db.execute("ALTER TABLE problem ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")
    db.execute("UPDATE problem SET colour = 'green'")
data = Path(sys.argv[1])
upgrade(open_writer(data / DATABASE), data, steps=steps, target=int(sys.argv[2]))
"""


def next_steps(change):
    steps = Migrations("o1desk")
    for step in MIGRATIONS._migrations:
        steps(name=step.name)(step.fn)
    steps(name="m9999_next")(change)
    return steps


def colour(db):
    db.execute("ALTER TABLE problem ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")


def dangling(db):
    db.execute("INSERT INTO preference (problem_id, chosen_id, rejected_id, outcome, annotator, "
               "source, created) VALUES (77, 78, 79, 'tie', '', 'human', '')")  # fmt: skip


def broken(db):
    colour(db)
    db.execute("UPDATE nothing SET x = 1")


@pytest.fixture
def old(data, sample):
    with open_store(data) as store:
        store.samples.add([sample()])
    return data


def run_upgrade(data, change):
    connection = open_writer(data / DATABASE)
    try:
        return upgrade(connection, data, steps=next_steps(change), target=NEXT)
    finally:
        connection.close()


def test_an_older_database_is_copied_first_and_then_upgraded(old):
    notice = run_upgrade(old, colour)
    assert f"from version {SCHEMA_VERSION} to {NEXT}" in notice
    copy = backups.listing(old)[0]
    assert not copy.is_automatic
    assert backups.fault_of(copy.path) == ""
    connection = sqlite3.connect(old / DATABASE)
    assert pragma(connection, "user_version") == NEXT
    assert connection.execute("SELECT colour FROM problem").fetchall() == [("grey",)]
    connection.close()
    connection = sqlite3.connect(copy.path)
    assert pragma(connection, "user_version") == SCHEMA_VERSION
    connection.close()


@pytest.mark.parametrize("change", [broken, dangling])
def test_a_failing_upgrade_leaves_the_old_database_in_use(old, sample, change):
    with pytest.raises(StoreUnavailableError, match=f"from version {SCHEMA_VERSION} to {NEXT}"):
        run_upgrade(old, change)
    with open_store(old) as store:
        assert list(store.samples.each()) == [sample()]
        assert store.access.one("SELECT count(*) FROM pragma_table_info('problem')") == (15,)


@pytest.mark.parametrize("place", ["migrate.applied", "migrate.commit"])
def test_a_death_inside_an_upgrade_leaves_the_old_database(old, sample, place):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(old), str(NEXT)],
        env={**os.environ, VARIABLE: f"{place}:exit"},
        check=False,
    )
    assert done.returncode == 137
    with open_store(old) as store:
        assert list(store.samples.each()) == [sample()]
        assert store.access.one("SELECT count(*) FROM pragma_table_info('problem')") == (15,)
    assert len(backups.listing(old)) == 1
    assert list((old / backups.FOLDER).glob(".*")) == []


def test_a_fault_at_the_very_end_of_an_upgrade_leaves_the_old_database(old, monkeypatch):
    monkeypatch.setenv(VARIABLE, "migrate.commit:raise")
    with pytest.raises(StoreUnavailableError, match="it is unchanged"):
        run_upgrade(old, colour)
    open_store(old).close()


def test_an_unfinished_upgrade_can_be_done_again(old):
    with pytest.raises(StoreUnavailableError):
        run_upgrade(old, broken)
    assert f"to {NEXT}" in run_upgrade(old, colour)


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.sqlite")), ids=lambda path: path.stem)
def test_every_released_database_opens_with_all_its_rows(data, released):
    shutil.copyfile(released, data / DATABASE)
    with open_store(data) as store:
        counts = store.counts()
        assert counts == {
            "problem": 2, "sample": 3, "label": 2,
            "preference": 1, "dataset": 1, "run": 1, "message": 2,
        }  # fmt: skip
        assert store.check() == ""
        assert [row.prompt for row in store.problems.newest()] == ["What is 2 * 3?", "1 + 1 ="]
        assert store.lineage.runs_of_step(1, 0)[0].run == "20260101-000000-train-aaaa"
        first, second = store.conversations.messages(1)
        assert (first.parent, second.parent, first.feedback) == (None, first.id, 0)
        assert store.samples.count() == len(store.samples.page(store.samples.ids(order="chars")))


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.sqlite")), ids=lambda path: path.stem)
def test_every_released_database_can_be_looked_at_and_stays_as_it_was(data, released):
    shutil.copyfile(released, data / DATABASE)
    before = (data / DATABASE).read_bytes()
    with open_store(data, read_only=True) as store:
        assert store.check() == ""
        assert len(store.samples.newest()) == 3
        assert [each.message.content for each in store.conversations.messages(1)] == ["hi", "hello"]
        assert len(store.notices) == (int(released.stem) < SCHEMA_VERSION)
        copy = store._opened.copy
    assert copy is None or not Path(copy.name).exists()
    assert (data / DATABASE).read_bytes() == before
    assert [path.name for path in data.iterdir() if "wal" not in path.name] == [DATABASE]


def test_there_is_a_released_database_for_every_migration():
    assert [path.stem for path in sorted(RELEASED.glob("*.sqlite"))] == [
        step.name[1:5] for step in MIGRATIONS._migrations
    ]


def test_the_newest_released_database_has_the_present_schema(data):
    open_store(data).close()
    newest = max(RELEASED.glob("*.sqlite"))
    schemas = []
    for path in (newest, data / DATABASE):
        connection = sqlite3.connect(path)
        schemas.append(connection.execute("SELECT sql FROM sqlite_master ORDER BY 1").fetchall())
        connection.close()
    assert schemas[0] == schemas[1]
