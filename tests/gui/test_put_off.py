"""Runs that the end of the program put off are offered once at the next start."""

import pytest

from o1desk.core.files import write_json
from o1desk.core.runs import END_FILE, RunEnd, RunState
from o1desk.gui import put_off
from o1desk.jobs.endings import end_to_json
from o1desk.jobs.folder import create_run
from o1desk.store import open_store


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path) as made:
        yield made


def ended(store, state=RunState.SUSPENDED):
    run = create_run(store.data, "train", {"method": "rl", "config": {}})
    write_json(run.folder / END_FILE, end_to_json(RunEnd(state=state, message="as asked")))
    return run.id


def test_what_was_written_down_is_told_once_with_its_end(store):
    first, second = ended(store), ended(store, RunState.CRASHED)
    put_off.keep(store, [first, second])

    told = put_off.take(store)

    assert [(each.run.id, each.end.state) for each in told] == [
        (first, RunState.SUSPENDED), (second, RunState.CRASHED),
    ]  # fmt: skip
    assert put_off.take(store) == ()


def test_what_is_told_anyway_or_has_no_end_or_is_gone_is_left_out(store):
    known, unknown = ended(store), "20260101-000000-train-gone"
    at_work = create_run(store.data, "train", {"method": "rl", "config": {}}).id
    put_off.keep(store, [known, unknown, at_work])

    assert put_off.take(store, known={known}) == ()


@pytest.mark.parametrize("value", [None, 7, {"a": 1}, [], [None, 3]])
def test_what_another_version_wrote_is_passed_over(store, value):
    store.state.set(put_off.PUT_OFF, value)

    assert put_off.take(store) == ()
