import json
from datetime import datetime

import pytest

from o1desk.core.errors import InputError, NoSpaceError, UnknownNameError
from o1desk.core.events import Log, State, dump
from o1desk.jobs import folder as module
from o1desk.jobs.folder import (
    all_runs,
    create_run,
    events_after,
    find_run,
    last_event,
    load_run,
)


def test_a_new_run_is_whole_before_anything_starts(tmp_path):
    run = create_run(
        tmp_path, "train", {"method": "rl", "config": {"steps": 3}}, inputs=[1, "\ud800"]
    )

    config = json.loads((run.folder / "config.json").read_text())
    assert (config["id"], config["role"], config["method"]) == (run.id, "train", "rl")
    assert (run.folder / "inputs.jsonl").read_text() == '1\n"\\ud800"\n'
    assert load_run(run.folder) == run
    assert run.created.endswith("+00:00")


def test_ids_are_unique_and_sort_by_time(tmp_path):
    ids = [create_run(tmp_path, "generate", {}).id for _ in range(30)]

    assert len(set(ids)) == 30
    assert [each[:15] for each in ids] == sorted(each[:15] for each in ids)
    assert [run.id for run in all_runs(tmp_path)] == sorted(ids)


def test_two_runs_never_share_a_folder(tmp_path, monkeypatch):
    names = iter(["aa", "aa", "bb"])
    monkeypatch.setattr(module.secrets, "token_hex", lambda _: next(names))
    monkeypatch.setattr(module, "datetime", FrozenClock)

    assert [create_run(tmp_path, "chat", {}).id[-2:] for _ in range(2)] == ["aa", "bb"]


class FrozenClock:
    @staticmethod
    def now(zone):
        return datetime(2026, 1, 2, 3, 4, 5, tzinfo=zone)


def test_a_disk_that_fills_up_leaves_no_half_run(tmp_path, monkeypatch):
    def full(path, value):
        raise NoSpaceError("The disk is full")

    monkeypatch.setattr(module, "write_json", full)
    with pytest.raises(NoSpaceError):
        create_run(tmp_path, "train", {})

    assert list((tmp_path / "runs").iterdir()) == []


def test_a_run_that_does_not_exist_names_the_nearest(tmp_path):
    run = create_run(tmp_path, "train", {})

    with pytest.raises(UnknownNameError, match=run.id):
        find_run(tmp_path, run.id[:-1] + "z")
    assert find_run(tmp_path, run.id) == run


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"role": 1', "\ud800"])
def test_a_folder_without_a_readable_configuration_is_no_run(tmp_path, text):
    folder = tmp_path / "runs" / "x"
    folder.mkdir(parents=True)
    if text is not None:
        (folder / "config.json").write_text(text, encoding="utf-8", errors="surrogatepass")

    with pytest.raises(InputError, match="no run"):
        load_run(folder)
    assert all_runs(tmp_path) == []


def test_events_are_read_up_to_the_last_whole_line(tmp_path):
    lines = [
        dump(State(state="loading"), seq=1, t=0.0),
        dump(Log(level="info", text="é"), seq=2, t=1.0),
    ]
    text = "\n".join([lines[0], "garbage", lines[1], '{"v": 1, "se'])
    (tmp_path / "events.jsonl").write_text(text, encoding="utf-8")

    assert [each.seq for each in events_after(tmp_path, 0)] == [1, 2]
    assert [each.seq for each in events_after(tmp_path, 1)] == [2]
    assert last_event(tmp_path).event == Log(level="info", text="é")


def test_the_last_event_of_a_long_file_is_found(tmp_path):
    lines = [dump(Log(level="info", text="x" * 60_000), seq=n, t=0.0) for n in range(1, 9)]
    (tmp_path / "events.jsonl").write_text("\n".join(lines) + "\n")

    assert last_event(tmp_path).seq == 8


def test_a_folder_without_events_has_none(tmp_path):
    assert list(events_after(tmp_path, 0)) == []
    assert last_event(tmp_path) is None
    (tmp_path / "events.jsonl").write_text("{")
    assert last_event(tmp_path) is None
