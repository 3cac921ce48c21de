from o1desk.core.files import write_lines
from o1desk.core.runs import INPUTS_FILE, Run, RunEnd, RunState
from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Message
from o1desk.store.conversations import Author
from o1desk.store.ingest import ROLLOUTS_FILE, Ingest
from o1desk.store.labels import Label


def start(store, data, name):
    folder = data / "runs" / name
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(id=name, role="train", folder=folder, created=name)
    Ingest(store).run_started(run)
    return run


def test_which_runs_wrote_or_learned_from_a_step(store, data, sample):
    made = sample(1, run="made")
    row = store.samples.add([made]).ids[0]
    (data / "runs" / "input").mkdir(parents=True)
    write_lines(data / "runs" / "input" / INPUTS_FILE, [sample_to_json(made)])
    start(store, data, "input")
    start(store, data, "taught")
    store.datasets.create("first", samples=[row])
    store.datasets.used_by("taught", "first")
    run = start(store, data, "tried")
    write_lines(run.folder / ROLLOUTS_FILE, [{"step": 1, "samples": [sample_to_json(made)]}])
    Ingest(store).run_ended("tried", RunEnd(state=RunState.FINISHED))
    assert [(use.run, use.how) for use in store.lineage.runs_of_step(row, 1)] == [
        ("input", "input"),
        ("made", "wrote"),
        ("taught", "dataset"),
        ("tried", "sampled"),
    ]
    assert store.lineage.runs_of_step(row, 9) == []


def test_which_adapter_wrote_a_message(store, data):
    start(store, data, "R")
    chat = store.conversations.start("t")
    message = store.conversations.add(
        chat, Message(role="assistant", content="7"), Author(model="starter", adapter="R:40")
    )
    origin = store.lineage.writer_of_message(message)
    assert (origin.model, origin.adapter, origin.run, origin.step) == ("starter", "R:40", "R", 40)
    person = store.conversations.add(chat, Message(role="user", content="hi"))
    assert store.lineage.writer_of_message(person).model == ""
    assert store.lineage.writer_of_message(999) is None


def test_which_labels_made_a_reward(store, sample):
    row = store.samples.add([sample(1, rewards={"human": 0.5, "verdict": 1.0})]).ids[0]
    good = store.labels.put(Label(sample=row, step=0, value=1, annotator="ann"))
    bad = store.labels.put(Label(sample=row, step=1, value=-1, annotator="ann"))
    store.labels.put(Label(sample=row, value=0, annotator="ann"))
    store.labels.made_reward(row, "human", [good, bad])
    found = store.lineage.labels_of_reward(row)
    assert [(f.id, f.reward, f.reward_value, f.label.value) for f in found] == [
        (good, "human", 0.5, 1),
        (bad, "human", 0.5, -1),
    ]
