import dataclasses
import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.store.filters import ProblemFilter, SampleFilter

texts = st.text(st.characters(codec=None), max_size=20)
names = st.text(st.characters(codec="utf-8"), max_size=8)
counts = st.integers(0, 2**40)
floats = st.floats(allow_nan=False)
problems = st.builds(
    Problem,
    environment=names,
    level=names,
    prompt=texts,
    answer=texts,
    answer_kind=names,
    source=names,
    seed=st.none() | st.integers(),
    identity=texts,
    metadata=st.dictionaries(names, st.integers() | floats | names, max_size=3),
)
steps = st.builds(
    Step,
    text=texts,
    tokens=counts,
    ms=floats,
    mean_logprob=st.none() | floats,
    entropy=st.none() | floats,
)
verdicts = st.builds(
    Verdict,
    judgement=st.sampled_from(Judgement),
    score=floats,
    method=names,
    detail=names,
    ms=floats,
)
samples = st.builds(
    Sample,
    problem=problems,
    origin=names,
    trace=st.builds(
        Trace, steps=st.lists(steps, max_size=3).map(tuple), answer=texts, closed=st.booleans()
    ),
    raw=texts,
    verdict=st.none() | verdicts,
    reward=st.none() | floats,
    rewards=st.dictionaries(names, st.none() | floats, max_size=3),
    model=names,
    adapter=names,
    run=names,
    habit=names,
    tokens_thinking=counts,
    tokens_answer=counts,
    truncated=st.booleans(),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sample=samples)
def test_a_stored_sample_comes_back_exactly(store, sample):
    known = store.samples.find(sample)
    row_id = store.samples.add([sample]).ids[0]
    if known is None:
        assert store.samples.get(row_id) == sample


def test_the_same_text_for_the_same_problem_is_stored_once(store, sample):
    first = sample()
    again = dataclasses.replace(first, origin="model", model="starter")
    added = store.samples.add([first, again, sample(2)])
    assert (added.new, added.new_problems) == (2, 2)
    assert added.ids[0] == added.ids[1]
    assert store.samples.get(added.ids[0]) == first


def test_a_known_sample_gets_the_verdict_and_reward_it_lacked(store, sample):
    full = sample()
    bare = dataclasses.replace(full, verdict=None, reward=None, rewards={})
    store.samples.add([bare])
    row_id = store.samples.add([full]).ids[0]
    assert store.samples.get(row_id) == full


def test_a_new_verdict_replaces_the_old_one(store, sample):
    row_id = store.samples.add([sample()]).ids[0]
    verdict = Verdict(judgement=Judgement.INCORRECT, score=math.inf, method="late", ms=2.0)
    store.samples.set_verdict(row_id, verdict)
    assert store.samples.get(row_id).verdict == verdict
    assert store.samples.get(row_id).reward == 1.0


def test_a_sample_remembers_the_wording_it_answered(store, problem, sample):
    first = problem(identity="1+4")
    other = problem(identity="1+4", prompt="How much is 1 plus 4?", level="hard", seed=9)
    store.problems.add([first])
    row_id = store.samples.add([sample(problem=other)]).ids[0]
    assert store.counts()["problem"] == 1
    assert store.samples.get(row_id).problem == other
    assert store.problems.get(store.problems.find(first.key)) == first


def test_an_edit_names_its_parent(store, sample):
    parent = store.samples.add([sample()]).ids[0]
    child = store.samples.add([sample(thinking="better")], parent=parent, by_hand=True).ids[0]
    assert store.access.one("SELECT parent_id FROM sample WHERE id = ?", (child,)) == (parent,)


def test_unknown_rows_are_none(store, sample, problem):
    assert store.samples.get(7) is None
    assert store.samples.find(sample()) is None
    assert store.problems.get(7) is None
    assert store.problems.find(problem().key) is None
    assert store.samples.page([7]) == []


def test_lists_page_from_the_newest_backwards(store, sample):
    ids = store.samples.add([sample(n) for n in range(25)]).ids
    first = store.samples.newest(limit=10)
    second = store.samples.newest(limit=10, before=first[-1].id)
    assert [row.id for row in first + second] == list(reversed(ids))[:20]
    assert store.samples.ids() == list(reversed(ids))
    assert [row.id for row in store.samples.page([ids[3], 999, ids[1]])] == [ids[3], ids[1]]
    page = store.problems.newest(limit=5)
    assert page[0].prompt == "State the sum 24 + 4 ="
    assert page[0].pass_rate is None
    assert len(store.problems.newest(before=page[-1].id)) == 20


def test_filters_choose_and_combine(store, sample, problem):
    wrong = Verdict(judgement=Judgement.INCORRECT, score=0.0, method="text")
    hard = problem(7, environment="products", level="hard", source="file.jsonl")
    a, b, c, d = store.samples.add(
        [
            sample(1),
            sample(2, verdict=wrong, origin="model", run="R1"),
            sample(3, verdict=None),
            sample(problem=hard, origin="model"),
        ]
    ).ids

    def chosen(**values):
        return set(store.samples.ids(SampleFilter(**values)))

    assert chosen(environment="products") == {d}
    assert chosen(level="easy") == {a, b, c}
    assert chosen(origin="model") == {b, d}
    assert chosen(judgement="correct") == {a, d}
    assert chosen(judgement="unchecked") == {c}
    assert chosen(origin="model", level="easy", judgement="incorrect") == {b}
    assert chosen(run="R1") == {b}
    assert chosen(problem=store.problems.find(hard.key)) == {d}
    assert store.samples.count(SampleFilter(level="easy")) == 3
    assert store.samples.count(SampleFilter(level="easy"), at_most=2) == 2
    assert store.problems.ids(ProblemFilter(source="file.jsonl")) == [4]
    assert [p.key for p in store.problems.each(ProblemFilter(level="hard"))] == [hard.key]
    assert store.problems.by_environment() == [("chain_sum", "easy", 3), ("products", "hard", 1)]
    assert store.problems.count() == 4


def test_a_list_shows_the_beginning_of_long_text_and_its_whole_length(store, sample):
    store.samples.add([sample(raw="y" * 50_000)])
    row = store.samples.newest()[0]
    assert (row.text, row.chars) == ("y" * 2000, 50_000)


def test_every_sample_can_be_walked_through_oldest_first(store, sample):
    given_samples = [sample(n) for n in range(230)]
    store.samples.add(given_samples)
    assert list(store.samples.each()) == given_samples
