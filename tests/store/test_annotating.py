"""Labels as an annotator gives them: many at once, in queues, with progress."""

from datetime import timedelta

import pytest

from o1desk.core.errors import InputError, StoreUnavailableError, UnknownNameError
from o1desk.core.types import Judgement, Verdict
from o1desk.store import clock, open_store
from o1desk.store.filters import SampleFilter
from o1desk.store.labels import FLAG_PREFIX, Label

EVERY = SampleFilter()


@pytest.fixture
def rows(store, sample):
    return store.samples.add([sample(n) for n in range(1, 41)]).ids


def queue(store, kind, chosen=EVERY, annotator="ann", seed=1):
    return store.labels.queue(kind, chosen, annotator=annotator, seed=seed)


def test_a_label_given_without_waiting_is_there_after_a_restart(data, sample):
    with open_store(data) as store:
        row = store.samples.add([sample()]).ids[0]
        future = store.labels.submit(Label(sample=row, step=0, value=-1, annotator="ann"))
        row_id = future.result(10)
    with open_store(data) as store:
        assert store.labels.get(row_id).value == -1


def test_a_label_about_nothing_is_refused_where_its_result_is_asked_for(store, data):
    future = store.labels.submit(Label(sample=999, value=1))
    with pytest.raises(InputError, match="nothing was stored"):
        future.result(10)
    with open_store(data, read_only=True) as looking, pytest.raises(StoreUnavailableError):
        looking.labels.submit(Label(sample=1, value=1))


def test_many_labels_are_stored_and_taken_back_all_or_none(store, rows):
    given = [Label(sample=row, value=0, annotator="ann") for row in rows[:3]]
    ids = store.labels.put_many(given)
    assert [store.labels.get(row_id) for row_id in ids] == given
    with pytest.raises(InputError, match="nothing was stored"):
        store.labels.put_many([Label(sample=rows[5], value=1), Label(sample=999, value=1)])
    assert store.labels.count() == 3
    assert store.labels.remove_many([ids[2], 999, ids[0]]) == [given[2], given[0]]
    assert store.labels.count() == 1
    assert store.labels.put_many([]) == store.labels.remove_many([]) == []


def test_a_random_queue_keeps_its_order_while_the_store_changes(store, rows, sample):
    order = queue(store, "random")
    assert sorted(order) == list(rows)
    assert order not in (list(rows), queue(store, "random", seed=2))
    assert order == queue(store, "random", annotator="bob")
    store.labels.put(Label(sample=order[3], value=1, annotator="bob"))
    store.labels.put(Label(sample=order[4], value=1, source="model"))
    store.samples.remove([order[0]])
    new = store.samples.add([sample(99)]).ids[0]
    left = [row for row in queue(store, "unlabelled") if row != new]
    assert left == [row for row in order if row not in (order[0], order[3])]


def test_what_was_labelled_or_flagged_last_comes_first(store, rows):
    flag = FLAG_PREFIX + "unclear"
    for row in (rows[2], rows[7], rows[5]):
        store.labels.put(Label(sample=row, step=0, value=1, annotator="ann"))
    store.labels.put(Label(sample=rows[9], value=0, annotator="bob", reason=flag))
    store.labels.put(Label(sample=rows[2], value=0, annotator="ann", reason=flag))
    assert queue(store, "mine") == [rows[2], rows[5], rows[7]]
    assert queue(store, "flagged") == [rows[2], rows[9]]
    assert queue(store, "mine", annotator="nobody") == []
    assert queue(store, "mine", SampleFilter(problem=3)) == [rows[2]]
    store.samples.remove([rows[2]])
    assert queue(store, "flagged") == [rows[9]]


def test_an_unknown_queue_is_named(store):
    with pytest.raises(UnknownNameError, match="did you mean 'random'"):
        queue(store, "randomly")


def test_progress_counts_the_day_and_all_there_is(store, sample, monkeypatch):
    wrong = Verdict(judgement=Judgement.INCORRECT, score=0.0, method="text")
    a, b, c = store.samples.add([sample(1), sample(2, verdict=wrong), sample(3, verdict=None)]).ids
    now = clock.now()
    monkeypatch.setattr("o1desk.store.clock.now", lambda: now - timedelta(days=2))
    store.labels.put(Label(sample=a, step=0, value=-1, annotator="ann", seconds=50.0))
    monkeypatch.setattr("o1desk.store.clock.now", lambda: now)
    store.labels.put_many(
        [
            Label(sample=a, value=1, annotator="ann", seconds=1.5),
            Label(sample=b, value=1, annotator="ann", seconds=2.0),
            Label(sample=b, step=1, value=0, annotator="ann"),
            Label(sample=c, value=0, annotator="ann", reason=FLAG_PREFIX + "bad"),
            Label(sample=c, value=1, annotator="bob", seconds=9.0),
            Label(sample=c, value=1, annotator="ann", source="model"),
        ]
    )
    done = store.labels.progress("ann")
    assert (done.today, done.total) == (4, 5)
    assert (done.samples_today, done.samples_total) == (3, 3)
    assert done.seconds_today == 3.5
    assert done.by_value == {-1: 1, 0: 1, 1: 2}
    assert done.agreement_with_verifier == (1, 2)


def test_nobody_made_no_progress(store):
    nothing = store.labels.progress("\ud800")
    assert (nothing.today, nothing.total, nothing.seconds_today) == (0, 0, 0.0)
    assert nothing.by_value == {-1: 0, 0: 0, 1: 0}
    assert nothing.agreement_with_verifier == (0, 0)


def test_an_edit_takes_over_the_labels_of_the_steps_it_kept(store, sample):
    old = store.samples.add([sample(thinking="one\ntwo\nthree")]).ids[0]
    edit = sample(thinking="zero\none\nnew")
    new = store.samples.add([edit], parent=old, by_hand=True).ids[0]
    first = Label(sample=old, step=0, value=1, annotator="ann", critique="\ud800", seconds=4.0)
    store.labels.put_many([first, Label(sample=old, step=1, value=-1, annotator="ann"),
                           Label(sample=old, value=1, annotator="ann")])  # fmt: skip
    copies = store.labels.copy(old, new, {0: 1})
    assert [(row_id, label.step, label.value, label.critique, label.seconds)
            for row_id, label in store.labels.of_sample(new)] == [
        (copies[0], 1, 1, "\ud800", 0.0)]  # fmt: skip
    assert len(store.labels.of_sample(old)) == 3
    store.labels.put(Label(sample=new, step=1, value=0, annotator="ann"))
    assert store.labels.copy(old, new, {0: 1}) == []
    assert store.labels.of_sample(new)[0][1].value == 0


@pytest.mark.parametrize("target", [(99, {0: 0}), (2, {0: 77})])
def test_labels_are_not_copied_to_what_is_not_there(store, rows, target):
    store.labels.put(Label(sample=rows[0], step=0, value=1))
    with pytest.raises(InputError, match="nothing was stored"):
        store.labels.copy(rows[0], *target)
    assert store.labels.copy(999, rows[1], {0: 0}) == []
    assert store.labels.count() == 1
