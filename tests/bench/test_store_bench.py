"""The store's bench: both sides answer the same question."""

from o1desk.bench import store as store_bench
from o1desk.core.trace import parse


def test_every_list_and_search_is_measured(monkeypatch):
    monkeypatch.setattr(store_bench, "QUICK_SAMPLES", 120)
    rows = store_bench.measure(quick=True, data=None).rows
    assert [row.what.split(",")[0] for row in rows] == [
        "first page",
        "page in the middle",
        "search for a rare word",
        "search for a word in every sample",
    ]
    assert all(row.ours > 0 and row.peer > 0 and row.unit == "ms" for row in rows)


def test_the_made_up_samples_are_distinct_and_readable():
    made = list(store_bench.samples(50))
    assert len({sample.problem.key for sample in made}) == 50
    assert all(parse(sample.raw) == sample.trace for sample in made)
