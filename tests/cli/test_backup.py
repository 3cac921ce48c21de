"""A database in trouble: its way back from a backup or the run folders, and its export."""

import json
import sqlite3
from contextlib import ExitStack, closing

import pytest

from o1desk.cli.main import main
from o1desk.core.types import Problem
from o1desk.store import open_store
from o1desk.store.connect import DATABASE


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    with open_store(folder) as store:
        store.problems.add([problem(1)])
    return folder


@pytest.fixture
def run(data, capsys):
    def verb(*words, code=0):
        assert main(["backup", *words, "--data", str(data), "--json"]) == code
        said = capsys.readouterr()
        return json.loads(said.out) if said.out else said.err

    return verb


def problem(number):
    return Problem(environment="e", level="easy", prompt=f"What is {number}?", answer="1")


def count(data):
    with open_store(data) as store:
        return store.counts()["problem"]


def spoil(data):
    (data / DATABASE).write_bytes(b"no database" * 1000)


@pytest.mark.parametrize("by", ["name", "path"])
def test_a_backup_of_the_list_takes_the_place_of_the_database(by, data, run):
    [made] = run()["backups"]
    with open_store(data) as store:
        store.problems.add([problem(2)])
    assert run("--list")["backups"] == [made]
    name = made["path"].rpartition("/")[2]
    restored = run("--restore", name if by == "name" else made["path"])
    assert restored["restored"] == name
    assert count(data) == 1
    with open_store(data) as store:
        kept = list(data.glob(f"damaged/*/{DATABASE}"))
        assert [str(path.parent) for path in kept] == [restored["kept"]]
        assert store.notices == ()


def test_a_damaged_database_is_told_with_the_verbs_that_bring_it_back(data, run):
    [made] = run()["backups"]
    name = made["path"].rpartition("/")[2]
    spoil(data)
    told = run(code=5)
    assert f"o1desk backup --restore {name}, or o1desk backup --rebuild" in told
    assert run("--list")["backups"] == [made]
    run("--restore", name)
    assert count(data) == 1


def test_without_a_backup_the_database_is_rebuilt_from_the_folders(data, run):
    spoil(data)
    told = run(code=5)
    assert "--restore" not in told
    assert "o1desk backup --rebuild" in told
    assert run("--rebuild") == {"runs": 0, "events": 0, "problems": 0, "left_out": []}
    assert count(data) == 0


def test_folders_that_are_no_runs_are_named_by_a_rebuild(data, run):
    (data / "runs" / "stray").mkdir(parents=True)
    [left] = run("--rebuild")["left_out"]
    assert left["folder"] == "stray"
    assert "is no run" in left["reason"]
    assert count(data) == 1


def test_an_unknown_backup_is_answered_with_the_nearest_and_changes_nothing(data, run):
    before = (data / DATABASE).read_bytes()
    assert "there is none yet" in run("--restore", "auto-1.sqlite", code=5)
    [made] = run()["backups"]
    name = made["path"].rpartition("/")[2]
    assert f"did you mean '{name}'?" in run("--restore", name[:-9], code=5)
    assert "did you mean" in run("--restore", str(data / name), code=5)
    assert (data / DATABASE).read_bytes()[:100] == before[:100]
    assert not (data / "damaged").exists()


def test_a_database_in_use_is_neither_replaced_nor_rebuilt(data, run):
    [made] = run()["backups"]
    with open_store(data):
        for words in (["--restore", made["path"].rpartition("/")[2]], ["--rebuild"]):
            assert "Another O1 Desk" in run(*words, code=5)


def test_two_ways_back_at_once_are_a_usage_error(data, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["backup", "--rebuild", "--list", "--data", str(data)])
    assert stop.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


@pytest.mark.parametrize("reason", ["later version", "in use"])
def test_what_cannot_be_opened_for_writing_can_still_be_exported(data, reason, tmp_path, capsys):
    out = tmp_path / "problems.jsonl"
    with ExitStack() as stack:
        if reason == "in use":
            stack.enter_context(open_store(data))
        else:
            with closing(sqlite3.connect(data / DATABASE)) as connection:
                connection.execute("PRAGMA user_version = 999")
        words = ["export", "problems", "--format", "jsonl", "--out", str(out)]
        assert main([*words, "--data", str(data)]) == 0
    assert "read-only" in capsys.readouterr().err
    assert "What is 1?" in out.read_text(encoding="utf-8")


def test_an_export_that_cannot_read_either_says_why(tmp_path, capsys):
    data = tmp_path / "data"
    data.mkdir()
    spoil(data)
    words = ["export", "problems", "--format", "jsonl", "--out", str(tmp_path / "x.jsonl")]
    assert main([*words, "--data", str(data)]) == 5
    assert "The database is damaged" in capsys.readouterr().err
    assert not (tmp_path / "x.jsonl").exists()
