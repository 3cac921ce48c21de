import dataclasses

import pytest

from o1desk.core.events import (
    Anomaly,
    CheckpointSaved,
    Hello,
    Metric,
    Rollout,
    SampleWritten,
    Stamped,
    State,
    TokenText,
    Unknown,
)
from o1desk.core.files import line_of, write_json, write_lines
from o1desk.core.runs import INPUTS_FILE, SAMPLES_FILE, Run, RunEnd, RunState
from o1desk.core.samples_io import problem_to_json, sample_to_json
from o1desk.store.filters import SampleFilter
from o1desk.store.ingest import ROLLOUTS_FILE, Ingest

RUN = "20260101-000000-train-aaaa"
TABLES = ("run_event", "run_metric", "run_file", "rollout", "checkpoint", "sample", "step")


@pytest.fixture
def run(data):
    folder = data / "runs" / RUN
    folder.mkdir(parents=True)
    config = {"role": "train", "config": {"model": "starter@old:3"}, "created": "2026"}
    write_json(folder / "config.json", config)
    return Run(id=RUN, role="train", folder=folder, created="2026", config=config)


def stamped(*events, start=1):
    return [Stamped(seq=n, t=float(n), event=e) for n, e in enumerate(events, start=start)]


def write_group(run, step, group, samples, advantages):
    with (run.folder / ROLLOUTS_FILE).open("a") as file:
        line = {"step": step, "group": group, "advantages": advantages}
        line["samples"] = [sample_to_json(each) for each in samples]
        file.write(line_of(line) + "\n")


def contents(store):
    sql = "SELECT * FROM {}"
    return {name: store.access.rows(sql.format(name)) for name in TABLES}


def story(run, sample):
    model = {"model": "starter", "adapter": f"{RUN}:1"}
    write_lines(run.folder / SAMPLES_FILE, [sample_to_json(sample(n, **model)) for n in (1, 2)])
    write_group(run, 1, 0, [sample(3, **model), sample(3, raw="wrong", **model)], [0.5, -0.5])
    return stamped(
        Hello(pid=1),
        State(state="running"),
        SampleWritten(file=SAMPLES_FILE, line=1),
        SampleWritten(file=SAMPLES_FILE, line=2),
        Metric(step=1, values={"reward_mean": 0.5, "kl": 0.01}),
        Rollout(step=1, group=0, file=ROLLOUTS_FILE, line=1),
        TokenText(id=1, text="secret", n=3),
        CheckpointSaved(step=1, path="checkpoints/step_000001", bytes=99),
        Anomaly(what="nonfinite_loss", step=1, action="skipped"),
        Unknown(name="novelty", fields={"x": 2**70}),
    )


def test_a_run_told_twice_is_stored_once(store, run, sample):
    ingest = Ingest(store)
    events = story(run, sample)
    end = RunEnd(state=RunState.FINISHED, exit_code=0, summary={"steps": 1})
    seen = []
    for _ in range(2):
        ingest.run_started(run)
        ingest.events(RUN, events)
        ingest.run_ended(RUN, end)
        seen.append(contents(store))
    assert seen[0] == seen[1]
    assert store.runs.get(RUN).state is RunState.FINISHED


@pytest.mark.parametrize("adapter", ["", "@old:3"])
def test_a_run_over_a_model_in_a_folder_with_an_at_sign_names_it_whole(
    store, run, tmp_path, adapter
):
    folder = tmp_path / "m@v2"
    folder.mkdir()
    config = {**run.config, "config": {"model": f"{folder}{adapter}"}}
    Ingest(store).run_started(dataclasses.replace(run, config=config))
    assert store.runs.get(RUN).model == str(folder)


def test_everything_a_run_tells_can_be_asked_for(store, run, sample):
    ingest = Ingest(store)
    ingest.run_started(run)
    assert store.runs.get(RUN).state is RunState.STARTING
    ingest.events(RUN, story(run, sample))
    row = store.runs.get(RUN)
    assert (row.state, row.last_seq, row.model) == (RunState.RUNNING, 10, "starter")
    assert store.metrics.names(RUN) == ["kl", "reward_mean"]
    assert store.metrics.series(RUN, "reward_mean") == [(1, 0.5)]
    assert store.metrics.last(RUN) == {"kl": 0.01, "reward_mean": 0.5}
    assert [(c.step, c.bytes) for c in store.checkpoints.of_run(RUN)] == [(1, 99)]
    assert [a.ref for a in store.adapters.all(run=RUN)] == [f"{RUN}:1"]
    told = store.runs.events(RUN, kinds=("anomaly", "novelty"))
    assert [each.fields for each in told] == [
        {"what": "nonfinite_loss", "step": 1, "action": "skipped", "detail": ""},
        {"x": 2**70},
    ]
    assert store.runs.events(RUN, kinds=("token",))[0].fields == {}
    assert store.samples.count(SampleFilter(run=RUN)) == 4
    rollouts = store.access.rows("SELECT step, group_index, member, advantage FROM rollout")
    assert rollouts[:2] == [(1, 0, 0, 0.5), (1, 0, 1, -0.5)]


def test_attempts_of_models_make_the_measured_pass_rate(store, run, sample):
    ingest = Ingest(store)
    ingest.run_started(run)
    ingest.events(RUN, story(run, sample))
    rates = {row.prompt: (row.passes, row.attempts) for row in store.problems.newest()}
    assert rates["State the sum 3 + 4 ="] == (2, 2)  # the fixture calls both right
    assert store.problems.newest()[0].pass_rate == 1.0


def test_a_batch_in_any_order_gives_the_same_metrics(store, run):
    ingest = Ingest(store)
    ingest.run_started(run)
    old, new = stamped(Metric(step=1, values={"a": 1.0}), Metric(step=1, values={"a": 2.0}))
    ingest.events(RUN, [new])
    ingest.events(RUN, [old])
    assert store.metrics.series(RUN, "a") == [(1, 2.0)]
    assert store.runs.last_seq(RUN) == 2
    assert store.runs.last_seq("unknown") == 0


def test_an_old_state_does_not_turn_back_the_run(store, run):
    ingest = Ingest(store)
    ingest.run_started(run)
    loading, running = stamped(State(state="loading"), State(state="running"))
    ingest.events(RUN, [running])
    ingest.events(RUN, [loading])
    assert store.runs.get(RUN).state is RunState.RUNNING


def test_half_a_last_line_waits_for_its_rest(store, run, sample):
    ingest = Ingest(store)
    ingest.run_started(run)
    line = line_of(sample_to_json(sample(1))) + "\n"
    path = run.folder / SAMPLES_FILE
    path.write_text(line + line[:40])
    ingest.events(RUN, stamped(SampleWritten(file=SAMPLES_FILE, line=1)))
    assert store.counts()["sample"] == 1
    path.write_text(line + line_of(sample_to_json(sample(2))) + "\n")
    ingest.events(RUN, stamped(SampleWritten(file=SAMPLES_FILE, line=2), start=2))
    assert store.counts()["sample"] == 2


def test_a_file_cut_back_by_a_resumed_worker_is_read_again(store, run, sample):
    ingest = Ingest(store)
    ingest.run_started(run)
    path = run.folder / SAMPLES_FILE
    write_lines(path, [sample_to_json(sample(n)) for n in (1, 2, 3)])
    ingest.events(RUN, stamped(SampleWritten(file=SAMPLES_FILE, line=3)))
    write_lines(path, [sample_to_json(sample(n)) for n in (1, 4)])
    ingest.events(RUN, stamped(SampleWritten(file=SAMPLES_FILE, line=2), start=2))
    assert store.counts()["sample"] == 4
    assert store.access.one("SELECT count(*) FROM rollout") == (3,)


def test_unreadable_lines_are_counted_and_the_rest_is_stored(store, run, sample):
    ingest = Ingest(store)
    ingest.run_started(run)
    good = sample_to_json(sample(1))
    huge = good | {"tokens_answer": 2**70}
    write_lines(run.folder / SAMPLES_FILE, [[1], {"x": 1}, huge, good, "text"])
    ingest.run_ended(RUN, RunEnd(state=RunState.CRASHED))
    assert store.counts()["sample"] == 1
    assert store.access.one("SELECT lines, unreadable FROM run_file") == (5, 4)


def test_samples_no_event_spoke_of_are_read_at_the_end(store, run, sample, monkeypatch):
    monkeypatch.setattr("o1desk.store.run_files.LINES", 10)
    write_lines(run.folder / SAMPLES_FILE, [sample_to_json(sample(n)) for n in range(35)])
    ingest = Ingest(store)
    ingest.run_ended(RUN, RunEnd(state=RunState.SUSPENDED, message="later"))
    assert store.counts()["sample"] == 35
    assert store.runs.get(RUN).message == "later"


def test_a_name_outside_the_folder_is_not_opened(store, run, sample, data):
    write_lines(data / "else.jsonl", [sample_to_json(sample(1))])
    Ingest(store).events(RUN, stamped(SampleWritten(file="../../else.jsonl", line=1)))
    assert store.counts()["sample"] == 0


def test_frozen_inputs_are_linked_to_the_run(store, run, sample, problem):
    lines = [problem_to_json(problem(1)), sample_to_json(sample(2)), {"other": 1}]
    write_lines(run.folder / INPUTS_FILE, lines)
    Ingest(store).run_started(run)
    assert store.access.rows("SELECT line, problem_id, sample_id FROM run_input") == [
        (1, 1, None),
        (2, 2, 1),
    ]


@pytest.mark.parametrize("by", ["name", "file"])
def test_a_run_that_names_a_dataset_is_linked_to_it(store, run, sample, data, by):
    store.samples.add([sample(1)])
    store.datasets.create("first", samples=[1])
    store.access.write(
        lambda c: c.execute("UPDATE dataset SET file = 'datasets/first.jsonl'"), doing="set"
    )
    named = "first" if by == "name" else str(data / "datasets" / "first.jsonl")
    Ingest(store).run_started(dataclasses.replace(run, config={"config": {"dataset": named}}))
    assert store.access.rows("SELECT run_id, dataset_id FROM run_dataset") == [(RUN, 1)]


def test_a_run_that_goes_on_forgets_its_end(store, run):
    ingest = Ingest(store)
    ingest.run_started(run)
    ingest.run_ended(RUN, RunEnd(state=RunState.FAILED, exit_code=4, message="m", reason="r"))
    assert [row.id for row in store.runs.in_state(RunState.FAILED)] == [RUN]
    ingest.run_started(run)
    row = store.runs.get(RUN)
    assert (row.state, row.exit_code, row.ended, row.message) == (RunState.STARTING, None, None, "")
