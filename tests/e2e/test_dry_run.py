"""A measured estimate from real steps, which leaves nothing behind."""

import tempfile
import threading

import pytest

from o1desk.core.errors import Cancelled, InputError
from o1desk.core.events import Metric, Progress
from o1desk.jobs.estimate import dry_run, solver_traces


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


@pytest.fixture
def config(model):
    return {
        "model": str(model),
        "environments": [{"environment": "sums", "level": "easy"}],
        "prompts": 2,
        "group_size": 2,
        "max_new_tokens": 8,
        "lora": {"rank": 2},
        "device": "cpu",
    }


def left_behind(tmp_path):
    return [path for path in tmp_path.rglob("*") if "models" not in path.parts and path.is_file()]


def test_a_few_steps_tell_time_and_memory_and_leave_nothing(manager, recorder, config, tmp_path):
    heard = []
    found = dry_run(manager, "rl", config, steps=3, on_event=heard.append)

    assert found.steps_measured == 3
    assert found.seconds_per_step > 0
    assert found.load_seconds > 0
    assert found.memory_mib > 100
    assert [event.step for event in heard if isinstance(event, Metric)] == [0, 1, 2, 3]
    assert recorder.runs == []
    assert manager.jobs == ()
    assert left_behind(tmp_path) == []


def test_a_trial_can_be_given_up(manager, config, tmp_path):
    stop = threading.Event()

    def hear(event):
        if isinstance(event, Progress):
            stop.set()

    with pytest.raises(Cancelled):
        dry_run(manager, "rl", config, steps=1000, on_event=hear, stop=stop)
    assert manager.jobs == ()
    assert left_behind(tmp_path) == []


def test_a_run_that_cannot_be_made_says_why(manager, config, tmp_path):
    with pytest.raises(InputError, match="There is no model called"):
        dry_run(manager, "rl", config | {"model": "/no/such/model"})
    assert left_behind(tmp_path) == []


def test_fine_tuning_without_a_data_set_learns_from_solver_traces(manager, model, tmp_path):
    config = {
        "model": str(model),
        "environments": [{"environment": "chain_sum", "level": "easy"}],
        "batch_size": 2,
        "lora": {"rank": 2},
        "device": "cpu",
    }
    traces = solver_traces(manager, config, count=5)
    found = dry_run(manager, "sft", config)

    assert [trace["origin"] for trace in traces] == ["solver"] * 5
    assert found.steps_measured == 2
    assert found.evaluation_seconds is None
    assert left_behind(tmp_path) == []
