import random

import pytest

from o1desk.core.errors import UnknownNameError
from o1desk.core.types import Judgement, Verdict
from o1desk.store.filters import SampleFilter
from o1desk.store.labels import Label
from o1desk.store.measures import FACETS, ORDERS

RIGHT = Verdict(judgement=Judgement.CORRECT, score=1.0, method="text")
WRONG = Verdict(judgement=Judgement.INCORRECT, score=0.0, method="text")


@pytest.fixture
def rows(store, sample, problem):
    hard = problem(9, environment="products", level="hard")
    return store.samples.add(
        [
            sample(1, reward=0.5, tokens_thinking=30, origin="model", model="starter"),
            sample(2, reward=None, tokens_thinking=10, verdict=None, thinking="one"),
            sample(3, reward=0.9, tokens_thinking=20, verdict=WRONG, raw="y" * 500),
            sample(problem=hard, reward=0.5, tokens_thinking=20, model="other", raw="common z"),
        ]
    ).ids


def test_samples_are_sorted_by_what_is_asked_and_equal_ones_by_age(store, rows):
    a, b, c, d = rows
    ids = store.samples.ids
    assert ids(order="reward", descending=True) == [c, d, a, b]
    assert ids(order="reward", descending=False) == [d, a, c, b]
    assert ids(order="reward", descending=True, newest_first=False) == [c, a, d, b]
    assert ids(order="tokens_thinking", newest_first=False) == [b, c, d, a]
    assert ids(order="chars")[0] == c
    assert ids(order="steps", descending=False)[0] == b
    assert ids(order="level", descending=True)[0] == d
    assert ids(order="environment", descending=False)[-1] == d
    assert ids(order="judgement", descending=True)[-1] == b
    assert ids(order="origin", descending=False)[0] == a
    assert ids(descending=False) == list(rows)


def test_levels_are_sorted_from_easy_to_hard(store, sample, problem):
    levels = ("hard", "easy", "strange", "medium")
    made = [sample(problem=problem(n, level=level)) for n, level in enumerate(levels)]
    hard, easy, strange, medium = store.samples.add(made).ids
    assert store.samples.ids(order="level", descending=False) == [easy, medium, hard, strange]
    assert store.samples.ids(order="level", descending=True) == [hard, medium, easy, strange]


def test_a_sorted_list_holds_what_the_filter_lets_pass(store, rows):
    filters = [
        SampleFilter(level="easy", judgement="correct"),
        SampleFilter(judgement="unchecked"),
        SampleFilter(text="common"),
        SampleFilter(text="common", environment="chain_sum"),
        SampleFilter(model="starter"),
        SampleFilter(min_chars=100),
        SampleFilter(problem=2, origin="solver"),
    ]
    store.samples.remove(rows[2:3])
    for chosen in (*filters, SampleFilter()):
        for order in ORDERS:
            assert sorted(store.samples.ids(chosen, order=order)) == sorted(
                store.samples.ids(chosen)
            )


def test_an_unknown_order_or_label_filter_is_named(store, rows):
    with pytest.raises(UnknownNameError, match="did you mean 'reward'"):
        store.samples.ids(order="rewards")
    with pytest.raises(UnknownNameError, match="did you mean 'labelled'"):
        store.samples.ids(SampleFilter(label="labeled"))


def test_samples_are_chosen_by_model_label_and_length(store, rows):
    a, b, c, d = rows

    def chosen(**values):
        return set(store.samples.ids(SampleFilter(**values)))

    assert chosen(model="starter") == {a}
    assert chosen(model="nobody") == set()
    assert chosen(model="\ud800") == set()
    assert chosen(min_chars=500) == {c}
    assert chosen(max_chars=8) == {d}
    assert chosen(min_chars=9, max_chars=499) == {a, b}
    assert chosen(min_chars=10, max_chars=5) == set()
    store.labels.put(Label(sample=a, step=0, value=1))
    store.labels.put(Label(sample=b, value=1, source="model"))
    store.labels.put(Label(sample=c, value=0, reason="flag:unclear"))
    assert chosen(label="labelled") == {a, c}
    assert chosen(label="unlabelled") == {b, d}
    assert chosen(label="flagged") == {c}
    assert chosen(label="unlabelled", text="common", model="other") == {d}
    assert store.samples.count(SampleFilter(min_chars=9)) == 3


def test_facets_tell_what_else_could_be_chosen(store, rows):
    assert store.samples.facets() == {
        "environment": [("chain_sum", 3), ("products", 1)],
        "level": [("easy", 3), ("hard", 1)],
        "origin": [("solver", 3), ("model", 1)],
        "judgement": [("correct", 2), ("incorrect", 1), ("unchecked", 1)],
    }
    narrowed = store.samples.facets(SampleFilter(environment="products"))
    assert narrowed["environment"] == [("chain_sum", 3), ("products", 1)]
    assert narrowed["level"] == [("hard", 1)]
    store.samples.remove(rows[:1])
    assert store.samples.facets()["origin"] == [("solver", 3)]
    assert store.samples.facets(SampleFilter(text="nothing like it"))["level"] == []


def test_facets_count_what_each_filter_would_leave(store, sample, problem):
    rng = random.Random(3)
    made = [
        sample(
            problem=problem(n, environment=rng.choice("ab"), level=rng.choice(("easy", "hard"))),
            origin=rng.choice(("solver", "model")),
            verdict=rng.choice((RIGHT, WRONG, None)),
            model=rng.choice(("", "starter")),
        )
        for n in range(60)
    ]
    store.samples.add(made)
    filters = [
        {},
        {"environment": "a", "judgement": "unchecked"},
        {"level": "hard", "origin": "model", "model": "starter"},
    ]
    for values in filters:
        for facet, counts in store.samples.facets(SampleFilter(**values)).items():
            assert facet in FACETS
            for value, count in counts:
                assert store.samples.count(SampleFilter(**values | {facet: value})) == count
