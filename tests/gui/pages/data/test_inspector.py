"""The inspector: everything that is known of one sample."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from o1desk.core.samples_io import sample_from_json
from o1desk.core.types import Step, Trace
from o1desk.gui.pages.data.inspector import Inspector
from o1desk.gui.pages.data.provenance import provenance
from o1desk.store.labels import FLAG_PREFIX, Label


@pytest.fixture
def inspector(session, qtbot):
    made = Inspector(session)
    qtbot.addWidget(made)
    made.resize(348, 740)
    made.show()
    return made


def shown(qtbot, inspector, row_id):
    inspector.show_sample(row_id)
    qtbot.waitUntil(lambda: inspector.shown is not None and inspector.shown.id == row_id)
    return inspector


def origin_of(inspector):
    grid = inspector._origin
    texts = [grid.itemAtPosition(row, 0) for row in range(grid.rowCount())]
    return {
        cell.widget().text(): grid.itemAtPosition(row, 1).widget().text()
        for row, cell in enumerate(texts)
        if cell is not None
    }


def test_nothing_is_chosen_at_first(inspector):
    assert inspector.currentIndex() == 0


def test_problem_answer_steps_and_verdict_are_shown(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(21, right=False)]).ids

    shown(qtbot, inspector, row)

    assert inspector.currentIndex() == 1
    assert inspector._problem.text() == "What is 21 + 21?"
    assert inspector._reference.text() == "42"
    assert inspector._answer.text() == "43"
    assert [step.text for step in inspector._steps.steps()] == ["double 21", "so 43"]
    assert "wrong" in inspector._answer._verdict.text()
    assert "chain_sum" in inspector._answer._method.text()


@pytest.mark.parametrize(
    ("source", "words"), [("generated", "made by its family"), ("sums.jsonl", "sums.jsonl")]
)
def test_the_source_of_a_problem_is_said_in_words(session, make_sample, source, words):
    made = make_sample(3)
    sample = replace(made, problem=replace(made.problem, source=source))
    (row,) = session.store.samples.add([sample]).ids
    told = dict(provenance(sample, session.store.samples.context(row)))
    assert told["Source of the problem"] == words


def test_reward_with_its_parts_tokens_and_the_cut_are_told(session, inspector, make_sample, qtbot):
    sample = make_sample(
        3, reward=1.25, rewards={"verdict": 1.0, "format": 0.25}, tokens_thinking=30,
        tokens_answer=4, truncated=True,
    )  # fmt: skip
    (row,) = session.store.samples.add([sample]).ids

    facts = shown(qtbot, inspector, row)._facts.text()

    assert "reward 1.25" in facts
    assert "verdict 1.00" in facts
    assert "format 0.25" in facts
    assert facts.split(" \u00b7 ")[1].startswith("34 ")
    assert "cut off" in facts


def test_an_unchecked_sample_says_so(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(4, verdict=None)]).ids

    assert "not checked" in shown(qtbot, inspector, row)._answer._verdict.text()


def test_labels_of_steps_and_of_the_whole_are_shown(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(5)]).ids
    put = session.store.labels.put
    put(Label(sample=row, step=1, value=-1, annotator="ann", critique="too quick"))
    put(Label(sample=row, value=0, annotator="ann", reason=f"{FLAG_PREFIX}unclear"))
    put(Label(sample=row, value=1, annotator="bo", critique="fine"))

    shown(qtbot, inspector, row)

    steps = inspector._steps.steps()
    assert [step.label for step in steps] == [None, -1]
    assert steps[1].note == "too quick"
    said = inspector._labels.text()
    assert "ann" in said
    assert "flagged: unclear" in said
    assert "bo" in said
    assert "fine" in said


def test_a_person_outweighs_a_machine_on_a_step(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(6)]).ids
    put = session.store.labels.put
    put(Label(sample=row, step=0, value=1, annotator="ann"))
    put(Label(sample=row, step=0, value=-1, annotator="prm", source="model"))

    assert shown(qtbot, inspector, row)._steps.steps()[0].label == 1


def test_where_a_sample_came_from_is_told(session, inspector, make_sample, qtbot):
    (parent,) = session.store.samples.add([make_sample(7)]).ids
    edited = make_sample(7, origin="human", raw="14", trace=Trace(steps=(), answer="14"))
    (row,) = session.store.samples.add([edited], parent=parent).ids
    session.store.datasets.create("my set", samples=[row])

    origin = origin_of(shown(qtbot, inspector, row))

    assert origin["Edited copy of sample"] == str(parent)
    assert origin["Datasets"] == "my set"
    assert "Stored" in origin
    assert origin_of(shown(qtbot, inspector, parent))["Edited copies"] == str(row)


def test_raw_text_is_exact(session, inspector, make_sample, qtbot):
    raw = "<think>\n  <b>two\u200b</b>\n</think>\n\n4 "
    (row,) = session.store.samples.add([make_sample(2, raw=raw)]).ids

    shown(qtbot, inspector, row).show_raw(True)

    assert inspector._raw.isVisible()
    assert not inspector._steps.isVisible()
    assert inspector._raw.text() == raw


def test_a_copy_as_json_reads_back_to_the_same_sample(session, inspector, make_sample, qtbot):
    sample = make_sample(8, reward=0.5)
    (row,) = session.store.samples.add([sample]).ids

    shown(qtbot, inspector, row).copies.copy(sample, "json")

    copied = json.loads(QGuiApplication.clipboard().text())
    assert sample_from_json(copied) == session.store.samples.get(row)


def test_text_and_answer_are_copied_as_they_stand(session, inspector, make_sample):
    sample = make_sample(9, right=False)

    inspector.copies.copy(sample, "raw")
    assert QGuiApplication.clipboard().text() == f"{sample.problem.prompt}\n\n{sample.raw}"
    inspector.copies.copy(sample, "answer")
    assert QGuiApplication.clipboard().text() == "19"


def test_of_many_requests_the_last_one_is_shown(session, inspector, make_sample, qtbot):
    ids = session.store.samples.add([make_sample(n) for n in range(1, 9)]).ids

    for row in ids:
        inspector.show_sample(row)
    qtbot.waitUntil(lambda: inspector.shown is not None)

    assert inspector.shown.id == ids[-1]
    qtbot.wait(100)
    assert inspector.shown.id == ids[-1]


def test_a_sample_that_is_gone_leaves_the_pane_empty(inspector, qtbot):
    inspector.show_sample(99)
    qtbot.wait(100)

    assert inspector.currentIndex() == 0


def test_the_buttons_ask_for_judgement_attempts_and_run(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(9, run="R9")]).ids
    shown(qtbot, inspector, row)

    with qtbot.waitSignal(inspector.annotate_asked) as asked:
        inspector._on_annotate()
    assert asked.args == [row]
    with qtbot.waitSignal(inspector.problem_asked) as asked:
        inspector._on_problem()
    assert asked.args == [inspector.shown.context.problem_id]
    with qtbot.waitSignal(inspector.run_asked) as asked:
        inspector._on_run()
    assert asked.args == ["R9"]


def test_a_chain_of_many_steps_is_shown(session, inspector, make_sample, qtbot):
    steps = tuple(Step(text=f"step {n}") for n in range(5_000))
    trace = Trace(steps=steps, answer="1")
    (row,) = session.store.samples.add([make_sample(1, trace=trace, raw="1")]).ids

    shown(qtbot, inspector, row)

    assert len(inspector._steps.steps()) == 5_000


def test_a_sample_that_did_not_change_stays_as_it_is_shown(session, inspector, make_sample, qtbot):
    (row,) = session.store.samples.add([make_sample(5)]).ids
    shown(qtbot, inspector, row)
    before = inspector.shown
    resets = []
    inspector._steps.model().modelReset.connect(lambda: resets.append(1))

    inspector.refresh()
    qtbot.wait(150)

    assert inspector.shown is before
    assert resets == []
