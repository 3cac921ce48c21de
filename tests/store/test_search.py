import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from o1desk.store.filters import ProblemFilter, SampleFilter
from o1desk.store.search import phrases_of

TEXTS = [
    "First add 3 and 4, giving 7",
    "The café is résumé-proof",
    "先把三和四相加。得到七",
    "カタカナ and 한국어",
    "a\0b after nul",
    "lone \ud800 surrogate",
    'quoted "word" NEAR AND OR',
    "3+4=7",
]


@pytest.fixture
def filled(store, sample):
    store.samples.add([sample(n, raw=text) for n, text in enumerate(TEXTS)])
    return store


def found(store, typed, **more):
    ids = store.samples.ids(SampleFilter(text=typed, **more), newest_first=False)
    return [row_id - 1 for row_id in ids]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("add", [0]),
        ("ADD givi", [0]),
        ("gi", []),
        ("giv", [0]),
        ("cafe", [1]),
        ("RÉSUMÉ", [1]),
        ("三和四", [2]),
        ("四三", []),
        ("相加", [2]),
        ("カタ", [3]),
        ("한국", [3]),
        ("after", [4]),
        ("surrogate", [5]),
        ('"word"', [6]),
        ("near", [6]),
        ("AND", [0, 2 - 2, 3, 6]),
        ("3+4", [3, 7]),
        ("3 4", [0, 3, 7]),
        ("State sum 5", [5]),
        ("nothing like it", []),
        ("+", []),
        ('"', []),
        ("", list(range(8))),
        ("   ", list(range(8))),
    ],
)
def test_words_find_their_samples(filled, typed, rows):
    assert found(filled, typed) == sorted(set(rows))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(codec=None)) | st.text('"*()^:-+ANDORNEAR{}\0\ud800 a'))
def test_nothing_that_is_typed_breaks_the_search(filled, typed):
    assert isinstance(found(filled, typed), list)
    assert filled.problems.count(ProblemFilter(text=typed)) >= 0


def test_a_search_combines_with_filters_and_pages(store, sample):
    ids = store.samples.add(
        [sample(n, raw=f"common {n}", origin="model" if n % 2 else "solver") for n in range(20)]
    ).ids
    wanted = SampleFilter(text="common", origin="model")
    page = store.samples.newest(wanted, limit=4)
    assert [row.id for row in page] == list(reversed(ids[1::2]))[:4]
    rest = store.samples.newest(wanted, before=page[-1].id)
    assert [row.id for row in rest] == list(reversed(ids[1::2]))[4:]
    assert store.samples.count(wanted) == 10


def test_prompts_are_searched_among_problems(store, problem):
    store.problems.add([problem(1), problem(2, prompt="Spell banana backwards")])
    assert [row.prompt for row in store.problems.newest(ProblemFilter(text="banana back"))] == [
        "Spell banana backwards"
    ]


def test_a_text_without_words_has_no_phrases():
    assert phrases_of("+ - * \0 \ud800") == []
    assert phrases_of('say "hi"') == ['"say"', '"hi"']


@pytest.mark.parametrize("limit", [0, 2000])
def test_both_ways_to_search_find_the_same(store, sample, monkeypatch, limit):
    monkeypatch.setattr("o1desk.store.filters.FEW", limit)
    ids = store.samples.add([sample(n, raw=f"common {n}", run=f"R{n % 3}") for n in range(12)]).ids
    store.datasets.create("some", samples=ids[:6])
    wanted = {"text": "common", "judgement": "correct"}
    assert found(store, **as_typed(wanted)) == list(range(12))
    assert found(store, **as_typed(wanted | {"run": "R1"})) == [1, 4, 7, 10]
    assert found(store, **as_typed(wanted | {"dataset": 1})) == list(range(6))
    assert found(store, **as_typed(wanted | {"problem": 3})) == [2]
    assert found(store, **as_typed(wanted | {"judgement": "gold_bad"})) == []
    page = store.samples.newest(SampleFilter(**wanted), limit=2, before=ids[5])
    assert [row.id for row in page] == [ids[4], ids[3]]


def as_typed(values):
    return {"typed": values["text"]} | {k: v for k, v in values.items() if k != "text"}
