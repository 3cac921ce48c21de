import pytest

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.events import Done, Failed, Hello, Metric, SampleWritten, dump
from o1desk.core.files import write_json, write_lines
from o1desk.core.locks import FileLock
from o1desk.core.runs import (
    CRASH_FILE,
    END_FILE,
    EVENTS_FILE,
    LOCK_FILE,
    SAMPLES_FILE,
    Run,
    RunEnd,
    RunState,
)
from o1desk.core.samples_io import sample_to_json
from o1desk.store import DamagedStoreError, open_store
from o1desk.store.connect import DATABASE
from o1desk.store.imports.importer import import_file
from o1desk.store.ingest import Ingest, rebuild
from o1desk.store.labels import Label


def make_run(data, name, last, samples=(), end=None):
    folder = data / "runs" / name
    folder.mkdir(parents=True)
    write_json(folder / "config.json", {"role": "train", "created": name})
    events = [Hello(pid=1), Metric(step=1, values={"loss": 0.5})]
    events += [SampleWritten(file=SAMPLES_FILE, line=n + 1) for n in range(len(samples))]
    events += [last] if last else []
    lines = [dump(event, seq=n, t=1.0) + "\n" for n, event in enumerate(events, start=1)]
    (folder / EVENTS_FILE).write_text("".join(lines) + '{"torn": ')
    write_lines(folder / SAMPLES_FILE, [sample_to_json(each) for each in samples])
    if end is not None:
        write_json(folder / END_FILE, end)
    return folder


def test_a_lost_database_comes_back_from_the_run_folders(data, sample):
    make_run(data, "R1", Done(outcome="finished", summary={"a": 1}), [sample(1), sample(2)])
    make_run(data, "R2", Failed(reason="bug", message="m"), [sample(2), sample(3)])
    make_run(data, "R3", None)
    (data / "runs" / "R3" / CRASH_FILE).write_text("Segmentation fault")
    make_run(data, "R4", None, end={"state": "suspended", "exit_code": 3, "later": 1})
    make_run(data, "R5", Done(outcome="cancelled"))
    (data / "runs" / "stray").mkdir()
    rebuilt = rebuild(data)
    assert (rebuilt.runs, rebuilt.events) == (5, 17)
    assert [name for name, _ in rebuilt.left_out] == ["stray"]
    with open_store(data) as store:
        states = {row.id: row.state.value for row in store.runs.newest()}
        assert states == {"R1": "finished", "R2": "failed", "R3": "crashed", "R4": "suspended",
                          "R5": "cancelled"}  # fmt: skip
        assert store.counts()["sample"] == 3
        assert store.metrics.series("R2", "loss") == [(1, 0.5)]
        assert store.runs.get("R1").summary == {"a": 1}
        crash = store.access.one("SELECT crash FROM run WHERE id = 'R3'")
        assert crash == ("Segmentation fault",)


def test_rebuilding_twice_changes_nothing_and_keeps_human_work(data, sample):
    make_run(data, "R1", Done(outcome="finished"), [sample(1), sample(2)])
    rebuild(data)
    with open_store(data) as store:
        store.labels.put(Label(sample=2, step=0, value=1, annotator="ann"))
        before = store.counts()
    assert rebuild(data).runs == 1
    with open_store(data) as store:
        assert store.counts() == before
        assert store.labels.of_sample(2)[0][1].annotator == "ann"


def test_a_run_at_work_keeps_its_state(data):
    folder = make_run(data, "R1", None)
    lock = FileLock(folder / LOCK_FILE)
    assert lock.acquire()
    rebuild(data)
    lock.release()
    with open_store(data) as store:
        assert store.runs.get("R1").state is RunState.STARTING


def test_a_damaged_database_is_rebuilt_with_imported_problems(data, sample, tmp_path):
    make_run(data, "R1", Done(outcome="finished"), [sample(1)])
    source = tmp_path / "quiz.jsonl"
    source.write_text('{"prompt": "1+1", "answer": "2"}\n')
    with open_store(data) as store:
        import_file(store, source)
    path = data / DATABASE
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(DamagedStoreError):
        open_store(data)
    rebuilt = rebuild(data)
    assert (rebuilt.runs, rebuilt.problems) == (1, 1)
    with open_store(data) as store:
        assert store.datasets.get("quiz").problems == 1
        assert {p.environment for p in store.problems.each()} == {"chain_sum", "imported/quiz"}
    assert rebuild(data).problems == 0


def test_a_spoiled_dataset_file_is_named(data):
    (data / "datasets").mkdir()
    (data / "datasets" / "quiz.jsonl").write_text('{"prompt": "x"}\n')
    with pytest.raises(InputError, match=r"quiz\.jsonl cannot be read"):
        rebuild(data)


def test_a_long_story_is_told_in_batches(data, monkeypatch):
    monkeypatch.setattr("o1desk.store.ingest.BATCH", 2)
    make_run(data, "R1", Done(outcome="finished"))
    (data / "runs" / "R2").mkdir()
    write_json(data / "runs" / "R2" / "config.json", {"role": "chat"})
    (data / "runs" / "R2" / EVENTS_FILE).write_text("no event\n[1]\n")
    (data / "runs" / "R3").mkdir()
    write_json(data / "runs" / "R3" / "config.json", {"role": "chat"})
    assert (rebuild(data).events, rebuild(data).runs) == (3, 3)


def test_on_a_disk_without_locks_the_files_decide(data, monkeypatch):
    def refuse(_):
        raise OSError(95, "no locks here")

    make_run(data, "R1", Done(outcome="finished"))
    monkeypatch.setattr("o1desk.store.run_folder.is_held", refuse)
    rebuild(data)
    with open_store(data) as store:
        assert store.runs.get("R1").state is RunState.FINISHED


def test_a_checkpoint_that_was_deleted_is_forgotten_but_not_its_adapter(store, data):
    from o1desk.core.events import CheckpointSaved, Stamped

    store.runs.put(Run(id="R1", role="train", folder=data, created="now"))
    ingest = Ingest(store)
    saved = CheckpointSaved(step=4, path="checkpoints/step_000004", bytes=10)
    ingest.events("R1", [Stamped(seq=1, t=1.0, event=saved)])
    store.checkpoints.remove("R1", 4)
    assert store.checkpoints.of_run("R1") == []
    assert [adapter.ref for adapter in store.adapters.all(run="R1")] == ["R1:4"]
    store.runs.end("R1", RunEnd(state=RunState.CANCELLED, exit_code=3))
    assert store.runs.get("R1").state is RunState.CANCELLED


def test_runs_are_listed_newest_first_and_by_role(store, data):
    for name, role in (("a", "train"), ("b", "chat"), ("c", "train")):
        store.runs.put(Run(id=name, role=role, folder=data, created=name))
    assert [row.id for row in store.runs.newest()] == ["c", "b", "a"]
    assert [row.id for row in store.runs.newest(role="train", before="c")] == ["a"]
    with pytest.raises(UnknownNameError, match="run called 'd'"):
        store.runs.get("d")
