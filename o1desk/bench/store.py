"""Lists and search of the store against the same question asked of SQLite directly."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from o1desk.bench.measure import Result, Row, computer, middle, take_turns
from o1desk.core import trace as trace_text
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.generation.working import add

SAMPLES, QUICK_SAMPLES = 20_000, 2_000
ROUNDS, QUICK_ROUNDS = 30, 10
BATCH = 500
PAGE = 100
_SEED = 5
_COLUMNS = "id, problem_id, environment, level, origin, judgement, reward, steps, answer, raw"


def measure(*, quick: bool, data: Path | None) -> Result:  # noqa: ARG001 - the shape of every bench
    """Measure pages, deep pages and searches in a new store; the user's own is not touched."""
    from o1desk.store.facade import open_store

    count = QUICK_SAMPLES if quick else SAMPLES
    with TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        waiting = samples(count)
        while batch := list(islice(waiting, BATCH)):
            store.samples.add(batch)
        rows = _rows(store, Path(folder), QUICK_ROUNDS if quick else ROUNDS, count)
    return Result(rows=rows, device=computer())


def _rows(store: Any, folder: Path, rounds: int, count: int) -> list[Row]:
    from o1desk.store.connect import DATABASE
    from o1desk.store.filters import SampleFilter

    plain = sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)
    samples = store.samples

    def page(before: int) -> Callable[[int], Any]:
        sql = f"SELECT {_COLUMNS} FROM sample WHERE id < ? ORDER BY id DESC LIMIT ?"  # noqa: S608
        return lambda _: plain.execute(sql, (before, PAGE)).fetchall()

    def search(words: str) -> Callable[[int], Any]:
        sql = (
            f"SELECT {_COLUMNS} FROM sample WHERE id IN (SELECT rowid FROM sample_words "  # noqa: S608
            "WHERE sample_words MATCH ?) ORDER BY id DESC LIMIT ?"
        )
        return lambda _: plain.execute(sql, (words, PAGE)).fetchall()

    deep, rare = count // 2, SampleFilter(text="713")
    common = SampleFilter(text="carefully")
    cases: list[tuple[str, Callable[[int], Any], Callable[[int], Any]]] = [
        ("first page", lambda _: samples.newest(limit=PAGE), page(count + 1)),
        ("page in the middle", lambda _: samples.newest(limit=PAGE, before=deep), page(deep)),
        ("search for a rare word", lambda _: samples.newest(rare, limit=PAGE), search('"713"*')),
        (
            "search for a word in every sample",
            lambda _: samples.newest(common, limit=PAGE),
            search('"carefully"*'),
        ),
    ]
    try:
        return [
            _row(f"{what}, {PAGE} of {count} samples", ours, peer, rounds)
            for what, ours, peer in cases
        ]
    finally:
        plain.close()


def _row(what: str, ours: Callable[[int], Any], peer: Callable[[int], Any], rounds: int) -> Row:
    our_ms, peer_ms = take_turns(_timed(ours), _timed(peer), rounds)
    return Row(
        what=what,
        ours=middle(our_ms),
        peer=middle(peer_ms),
        peer_name=f"SQLite {sqlite3.sqlite_version}, one plain query",
        unit="ms",
        better="lower",
    )


def _timed(work: Callable[[int], Any]) -> Callable[[int], float]:
    def timed(number: int) -> float:
        started_s = time.perf_counter()
        work(number)
        return (time.perf_counter() - started_s) * 1000

    return timed


def samples(count: int) -> Iterator[Sample]:
    """Yield made-up samples of the usual size: sums with their column working."""
    rng = random.Random(_SEED)
    for number in range(count):
        first, second = rng.randrange(100, 1000), rng.randrange(100, 1000)
        problem = Problem(
            environment="chain_sum",
            level=("easy", "medium", "hard")[number % 3],
            prompt=f"State the final answer to {first} + {second} (number {number}).",
            answer=str(first + second),
        )
        steps = ("Carefully:", f"I add {first} and {second}.", add(first, second))
        trace = Trace(steps=tuple(Step(text=text) for text in steps), answer=problem.answer)
        verdict = Verdict(judgement=Judgement.CORRECT, score=1.0, method="bench")
        yield Sample(
            problem=problem,
            origin="solver",
            trace=trace,
            raw=trace_text.write(trace),
            verdict=verdict,
            habit="careful",
        )
