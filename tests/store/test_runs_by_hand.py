"""What a person does with runs, models and adapters, and the numbers of a whole run."""

import math

import pytest

from o1desk.core.errors import UnknownNameError
from o1desk.core.events import Metric, Stamped
from o1desk.core.runs import Run, RunState
from o1desk.store import open_store
from o1desk.store.ingest import Ingest


@pytest.fixture
def runs(store, data):
    for name in ("R1", "R2"):
        store.runs.put(Run(id=name, role="train", folder=data / name, created="now"))
    return store.runs


def test_notes_and_tags_survive_a_restart_of_the_run_and_of_the_program(data):
    run = Run(id="R1", role="train", folder=data / "R1", created="now")
    with open_store(data) as store:
        store.runs.put(run)
        assert (store.runs.get("R1").note, store.runs.get("R1").tags) == ("", ())
        store.runs.set_note("R1", "first try\nwith a low rate")
        store.runs.set_tags("R1", [" best ", "", "low \ud800", "best"])
        store.runs.put(run)
    with open_store(data) as store:
        row = store.runs.newest()[0]
        assert (row.note, row.tags) == ("first try\nwith a low rate", ("best", "low \ud800"))
        store.runs.set_tags("R1", [])
        assert store.runs.get("R1").tags == ()


def test_a_removed_run_is_in_no_list_and_keeps_its_lineage(store, runs, sample):
    store.samples.add([sample(run="R1")])
    runs.remove("R1")
    assert [row.id for row in runs.newest()] == ["R2"]
    assert runs.newest(role="train", before="R2") == []
    assert runs.get("R1").id == "R1"
    assert [row.id for row in runs.in_state(RunState.STARTING)] == ["R1", "R2"]
    assert [use.run for use in store.lineage.runs_of_step(1, 0)] == ["R1"]
    assert store.counts()["run"] == 1
    runs.restore("R1")
    assert [row.id for row in runs.newest()] == ["R2", "R1"]


def test_a_run_that_is_not_there_cannot_be_changed(runs):
    changes = (
        lambda: runs.set_note("R3", "x"),
        lambda: runs.set_tags("R3", ["x"]),
        lambda: runs.remove("R3"),
        lambda: runs.restore("R3"),
    )
    for change in changes:
        with pytest.raises(UnknownNameError, match="no run called 'R3'"):
            change()


def test_every_metric_of_a_run_comes_at_once_with_its_times(store, runs):
    told = [
        (1, 10.0, Metric(step=1, values={"reward": 0.5, "kl": math.nan})),
        (2, 20.0, Metric(step=2, values={"reward": 0.6})),
        (3, 25.0, Metric(step=2, values={"accuracy": 0.9})),
        (4, 90.0, Metric(step=2, values={"reward": 0.7})),
    ]
    Ingest(store).events("R1", [Stamped(seq=n, t=t, event=e) for n, t, e in told])
    found = store.metrics.all("R1")
    assert found == {name: store.metrics.series("R1", name) for name in ("accuracy", "reward")} | {
        "kl": found["kl"]
    }
    assert found["reward"] == [(1, 0.5), (2, 0.7)]
    assert math.isnan(found["kl"][0][1])
    assert store.metrics.times("R1") == [(1, 10.0), (2, 90.0)]
    assert (store.metrics.all("R2"), store.metrics.times("R3")) == ({}, [])


def test_a_removed_model_is_in_no_list_until_somebody_adds_it_again(store, sample):
    store.samples.add([sample(1, model="big", adapter="R1:4")])
    store.models.put("starter", kind="torch")
    store.models.remove("starter")
    store.adapters.remove("R1:4")
    assert [model.ref for model in store.models.all()] == ["big"]
    assert store.models.find("starter") is None
    assert store.adapters.all() == store.adapters.all(run="R1") == []
    row = store.samples.add([sample(2, model="starter", adapter="R1:4")]).ids[0]
    assert (store.samples.get(row).model, store.samples.get(row).adapter) == ("starter", "R1:4")
    assert store.models.find("starter") is None
    store.models.put("starter")
    assert store.models.find("starter").kind == "torch"
    store.models.remove("big")
    store.models.restore("big")
    store.adapters.restore("R1:4")
    assert len(store.models.all()) == 2
    assert [adapter.ref for adapter in store.adapters.all()] == ["R1:4"]


def test_an_unknown_model_or_adapter_cannot_be_removed(store):
    store.models.put("starter")
    for act in (store.models.remove, store.models.restore):
        with pytest.raises(UnknownNameError, match="did you mean 'starter'"):
            act("startr")
    for act in (store.adapters.remove, store.adapters.restore):
        with pytest.raises(UnknownNameError, match="adapter called 'R:1'"):
            act("R:1")
