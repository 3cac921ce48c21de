import dataclasses

import pytest

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.files import write_lines
from o1desk.store import open_store
from o1desk.store.export import export
from o1desk.store.filters import SampleFilter
from o1desk.store.imports.importer import import_file
from o1desk.store.ingest import Ingest
from o1desk.store.labels import Label
from o1desk.store.native import sample_out


@pytest.fixture
def rows(store, sample):
    return store.samples.add([sample(n, raw=f"common words {n}") for n in range(1, 6)]).ids


def test_removed_samples_are_in_no_list_count_or_search(store, rows):
    assert store.samples.remove(rows[1:3]) == 2
    left = [rows[4], rows[3], rows[0]]
    found = SampleFilter(text="common")
    assert store.samples.ids() == left
    assert store.samples.ids(found) == left
    assert [row.id for row in store.samples.newest()] == left
    assert [row.id for row in store.samples.newest(found, limit=2)] == left[:2]
    assert store.samples.count() == store.samples.count(found) == store.counts()["sample"] == 3
    assert store.samples.ids(SampleFilter(text="common", judgement="correct")) == left
    assert len(list(store.samples.each())) == 3


def test_removed_samples_are_in_no_export_and_their_labels_stay(store, rows, tmp_path):
    made = store.datasets.create("all", samples=rows, freeze=True)
    for row in rows[:2]:
        store.labels.put(Label(sample=row, value=1))
    store.samples.remove(rows[:1])
    assert export(store, "samples", "jsonl", tmp_path / "a").rows == 4
    chosen = SampleFilter(dataset=made.id)
    assert export(store, "samples", "trl", tmp_path / "b", chosen).rows == 4
    assert export(store, "labels", "jsonl", tmp_path / "c").rows == 1
    assert store.labels.count() == 2
    assert len(store.labels.of_sample(rows[0])) == 1


def test_removed_samples_come_back_whole(store, rows, sample):
    before = store.samples.get(rows[0])
    store.samples.remove(rows[:2])
    assert set(store.samples.removed()) == set(rows[:2])
    assert store.samples.get(rows[0]) == before
    assert [row.id for row in store.samples.page(rows[:1])] == [rows[0]]
    assert store.samples.restore(rows) == 2
    assert store.samples.removed() == []
    assert store.samples.count() == 5


def test_removing_twice_or_what_is_not_there_changes_nothing(store, rows):
    assert store.samples.remove([]) == 0
    assert store.samples.remove([rows[0], rows[0], 999]) == 1
    assert store.samples.remove([rows[0]]) == 0
    assert store.samples.restore([999]) == 0
    assert store.samples.removed() == [rows[0]]


def test_a_removal_survives_a_restart(data, sample):
    with open_store(data) as store:
        rows = store.samples.add([sample(1), sample(2)]).ids
        store.samples.remove(rows[:1])
    with open_store(data) as store:
        assert store.samples.ids() == [rows[1]]
    with open_store(data, read_only=True) as store, pytest.raises(StoreUnavailableError):
        store.samples.restore(rows)


def test_what_is_written_or_imported_again_is_there_again(store, rows, sample, tmp_path):
    store.samples.remove(rows)
    store.samples.add([store.samples.get(rows[0])], by_hand=True)
    assert store.samples.ids() == [rows[0]]
    write_lines(tmp_path / "again.jsonl", [sample_out(store.samples.get(rows[1]))])
    import_file(store, tmp_path / "again.jsonl")
    assert store.samples.ids() == [rows[1], rows[0]]


def test_a_run_that_is_told_again_brings_nothing_back(store, sample, data):
    from o1desk.core.runs import SAMPLES_FILE, Run
    from o1desk.core.samples_io import sample_to_json

    folder = data / "runs" / "R1"
    folder.mkdir(parents=True)
    write_lines(folder / SAMPLES_FILE, [sample_to_json(sample())])
    row = store.samples.add([dataclasses.replace(sample(), run="R1")]).ids[0]
    store.samples.remove([row])
    ingest = Ingest(store)
    ingest.run_started(Run(id="R1", role="generate", folder=folder, created="now"))
    ingest.read_samples("R1", folder)
    assert store.samples.ids() == []
    assert store.samples.removed() == [row]
