"""What a person does with datasets: make them from a list, rename, remove, look at the card."""

import dataclasses

import pytest

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.types import Judgement, Verdict
from o1desk.store.dataset_card import DatasetCard
from o1desk.store.filters import SampleFilter
from o1desk.store.imports.importer import import_file
from o1desk.store.labels import Label


@pytest.fixture
def rows(store, sample, problem):
    wrong = Verdict(judgement=Judgement.INCORRECT, score=0.0, method="text")
    other = problem(9, environment="products")
    return store.samples.add(
        [
            sample(1, tokens_thinking=8, tokens_answer=2),
            sample(2, tokens_thinking=20, verdict=wrong, thinking="one"),
            sample(problem=other, raw="common words"),
        ]
    ).ids


def test_a_filtered_list_becomes_a_frozen_dataset(store, rows):
    made = store.datasets.create_from("sums", SampleFilter(environment="chain_sum"))
    assert (made.samples, made.problems) == (2, 2)
    assert made.frozen is not None
    assert store.datasets.members("sums") == [(1, rows[0]), (2, rows[1])]
    found = store.datasets.create_from("found", SampleFilter(text="common"), freeze=False)
    assert (found.samples, found.frozen) == (1, None)


def test_only_what_matches_and_is_not_removed_becomes_a_member(store, rows):
    store.samples.remove([rows[0]])
    assert store.datasets.create_from("all", SampleFilter()).samples == 2
    with pytest.raises(InputError, match="No sample matches"):
        store.datasets.create_from("none", SampleFilter(environment="nowhere"))
    with pytest.raises(InputError, match="There is a dataset"):
        store.datasets.create_from("all", SampleFilter())
    with pytest.raises(InputError, match="needs a name"):
        store.datasets.create_from(" ", SampleFilter())
    with pytest.raises(UnknownNameError):
        store.datasets.create_from("odd", SampleFilter(label="odd"))
    assert [dataset.name for dataset in store.datasets.all()] == ["all"]


def test_a_card_tells_what_a_dataset_holds(store, rows):
    store.datasets.create("mixed", samples=rows[:2], problems=[3])
    store.labels.put(Label(sample=rows[0], step=0, value=1))
    store.labels.put(Label(sample=rows[2], value=1))
    assert store.datasets.card("mixed") == DatasetCard(
        samples=2,
        problems=3,
        by_environment=[("chain_sum", 2, 1)],
        tokens_mean=15.0,
        steps_mean=1.5,
        labels=1,
    )
    store.samples.remove([rows[1]])
    card = store.datasets.card("mixed")
    assert (
        (card.samples, card.tokens_mean) == (store.datasets.get("mixed").samples, 10.0) == (1, 10)
    )
    assert store.datasets.members("mixed") == [(1, rows[0]), (3, None)]
    store.datasets.create("empty")
    empty = DatasetCard(
        samples=0, problems=0, by_environment=[], tokens_mean=0.0, steps_mean=0.0, labels=0
    )
    assert store.datasets.card("empty") == empty
    with pytest.raises(UnknownNameError):
        store.datasets.card("none")


def test_a_removed_dataset_is_in_no_list_and_comes_back_as_it_was(store, rows):
    before = store.datasets.create("first", samples=rows, freeze=True)
    store.datasets.remove("first")
    assert store.datasets.all() == []
    assert store.counts()["dataset"] == 0
    for ask in (store.datasets.get, store.datasets.members, store.datasets.card):
        with pytest.raises(UnknownNameError):
            ask("first")
    assert store.samples.context(rows[0]).datasets == ()
    store.datasets.restore("first")
    assert store.datasets.all() == [before]
    for act in (store.datasets.remove, store.datasets.restore):
        with pytest.raises(UnknownNameError, match="did you mean 'first'"):
            act("frist")


def test_the_name_of_a_removed_dataset_can_be_used_again(store, rows):
    store.datasets.create("first", samples=rows[:1])
    store.datasets.remove("first")
    store.datasets.create("first", samples=rows[1:])
    store.datasets.remove("first")
    store.datasets.create("other")
    store.datasets.rename("other", "first")
    assert [(each.name, each.samples) for each in store.datasets.all()] == [("first", 0)]
    names = [row[0] for row in store.access.rows("SELECT name FROM dataset ORDER BY id")]
    assert [name.partition(" (removed ")[0] for name in names] == ["first"] * 3
    store.datasets.restore(names[0])
    assert store.datasets.get(names[0]).samples == 1


def test_a_file_imported_again_after_removal_is_a_dataset_again(store, tmp_path):
    path = tmp_path / "sums.jsonl"
    path.write_text('{"question": "1+1?", "answer": "2"}\n')
    import_file(store, path)
    store.datasets.remove("sums")
    import_file(store, path)
    assert [(each.name, each.problems) for each in store.datasets.all()] == [("sums", 1)]


def test_a_frozen_dataset_can_be_renamed(store, rows):
    before = store.datasets.create("first", samples=rows, freeze=True)
    store.datasets.create("second")
    after = store.datasets.rename("first", "third")
    assert (
        after
        == dataclasses.replace(before, name="third")
        == store.datasets.rename("third", "third")
    )
    with pytest.raises(InputError, match="There is a dataset"):
        store.datasets.rename("third", "second")
    with pytest.raises(InputError, match="needs a name"):
        store.datasets.rename("third", "  ")
    with pytest.raises(UnknownNameError):
        store.datasets.rename("first", "fourth")
    assert [dataset.name for dataset in store.datasets.all()] == ["second", "third"]
