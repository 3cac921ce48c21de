import sqlite3

import pytest

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.runs import Run
from o1desk.store.filters import ProblemFilter, SampleFilter
from o1desk.store.labels import Label, Preference


@pytest.fixture
def rows(store, sample):
    return store.samples.add([sample(n) for n in range(1, 5)]).ids


def test_a_label_comes_back_and_one_annotator_changes_their_mind(store, rows):
    first = Label(sample=rows[0], step=1, value=-1, annotator="ann", critique="no \ud800",
                  reason="slip", seconds=2.0, guideline="3")  # fmt: skip
    row_id = store.labels.put(first)
    assert store.labels.get(row_id) == first
    again = store.labels.put(Label(sample=rows[0], step=1, value=1, annotator="ann", seconds=1.5))
    assert again == row_id
    assert store.labels.get(row_id).value == 1
    assert store.labels.get(row_id).seconds == 3.5
    store.labels.put(Label(sample=rows[0], value=0, annotator="bob"))
    assert [label.step for _, label in store.labels.of_sample(rows[0])] == [None, 1]
    assert store.labels.count() == 2
    assert len(list(store.labels.each())) == 2


def test_a_label_taken_back_can_be_put_again(store, rows):
    row_id = store.labels.put(Label(sample=rows[0], value=1, annotator="ann"))
    label = store.labels.remove(row_id)
    assert store.labels.get(row_id) is None
    store.labels.put(label)
    assert [found for _, found in store.labels.of_sample(rows[0])] == [label]


@pytest.mark.parametrize(
    "label",
    [
        Label(sample=999, value=1),
        Label(sample=1, step=99, value=1),
        Label(sample=1, value=2),
        Label(sample=1, value=1, source="oracle"),
    ],
)
def test_a_label_about_nothing_is_refused(store, rows, label):
    with pytest.raises(InputError, match="nothing was stored"):
        store.labels.put(label)
    assert store.labels.count() == 0


def test_preferences_name_the_problem_and_come_back(store, rows, sample, problem):
    one = store.samples.add([sample(thinking="other words")]).ids[0]
    chosen = Preference(chosen=rows[0], rejected=one, annotator="ann", outcome="tie")
    row_id = store.labels.prefer(chosen)
    assert store.labels.preferences() == [(row_id, chosen)]
    with pytest.raises(InputError, match="nothing was stored"):
        store.labels.prefer(Preference(chosen=one, rejected=one))
    with pytest.raises(InputError, match="nothing was stored"):
        store.labels.prefer(Preference(chosen=one, rejected=999))


def test_a_label_of_a_reward_that_is_not_there_is_refused(store, rows):
    label = store.labels.put(Label(sample=rows[0], value=1))
    with pytest.raises(InputError, match="does not exist"):
        store.labels.made_reward(rows[0], "absent", [label])


def test_a_dataset_holds_its_members_in_order(store, rows):
    made = store.datasets.create("first", samples=[rows[2], rows[0]], problems=[4], description="d")
    assert (made.samples, made.problems, made.frozen) == (2, 3, None)
    assert store.datasets.members("first") == [(3, rows[2]), (1, rows[0]), (4, None)]
    grown = store.datasets.extend("first", samples=[rows[0], rows[1]], problems=[4])
    assert (grown.samples, grown.problems) == (3, 4)
    assert store.samples.ids(SampleFilter(dataset=made.id)) == [rows[2], rows[1], rows[0]]
    assert store.problems.count(ProblemFilter(dataset=made.id)) == 4


def test_a_frozen_dataset_cannot_change_in_any_way(store, rows):
    store.datasets.create("first", samples=rows[:2], freeze=True)
    frozen = store.datasets.get("first")
    assert frozen.frozen is not None
    with pytest.raises(InputError, match="frozen"):
        store.datasets.extend("first", samples=[rows[2]])
    for sql in ("DELETE FROM dataset_member", "UPDATE dataset_member SET position = 99"):
        with pytest.raises(sqlite3.IntegrityError, match="frozen"):
            store.access.write(lambda connection, sql=sql: connection.execute(sql), doing="cheat")
    assert store.datasets.extend("first", samples=rows[:2]) == frozen
    assert store.datasets.freeze("first") == frozen


def test_a_name_is_taken_once_and_unknown_names_are_told(store, rows):
    store.datasets.create("first")
    with pytest.raises(InputError, match="There is a dataset"):
        store.datasets.create("first")
    with pytest.raises(UnknownNameError, match="did you mean 'first'"):
        store.datasets.get("frist")
    with pytest.raises(InputError, match="nothing was stored"):
        store.datasets.create("second", samples=[999])
    assert [dataset.name for dataset in store.datasets.all()] == ["first"]


def test_a_dataset_used_by_a_run_is_frozen(store, rows, data):
    store.datasets.create("first", samples=rows[:1])
    store.runs.put(Run(id="R", role="train", folder=data, created="now"))
    store.datasets.used_by("R", "first")
    assert store.datasets.get("first").frozen is not None
    with pytest.raises(InputError, match="store what the run used"):
        store.datasets.used_by("unknown", "first")
