"""Fixtures of the store: an empty data folder, an open store, problems and samples."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from o1desk.core import trace
from o1desk.core.types import Judgement, Problem, Sample, Trace, Verdict
from o1desk.store import Store, open_store
from o1desk.store.connect import DATABASE


def make_problem(number=1, **changes) -> Problem:
    values = {
        "environment": "chain_sum",
        "level": "easy",
        "prompt": f"State the sum {number} + 4 =",
        "answer": str(number + 4),
        "answer_kind": "integer",
        "seed": number,
    }
    return Problem(**values | changes)


def make_sample(number=1, *, problem=None, thinking="first add\nthen tell", **changes) -> Sample:
    problem = problem or make_problem(number)
    written = Trace(steps=trace.steps_of(thinking), answer=problem.answer)
    values = {
        "problem": problem,
        "origin": "solver",
        "trace": written,
        "raw": trace.write(written),
        "verdict": Verdict(judgement=Judgement.CORRECT, score=1.0, method="text"),
        "reward": 1.0,
        "rewards": {"verdict": 1.0},
    }
    return Sample(**values | changes)


@pytest.fixture(scope="session")
def new_database(tmp_path_factory) -> Path:
    """An empty database; making one costs more than copying it."""
    folder = tmp_path_factory.mktemp("new")
    open_store(folder).close()
    return folder / DATABASE


@pytest.fixture
def data(tmp_path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def store(data, new_database) -> Iterator[Store]:
    shutil.copyfile(new_database, data / DATABASE)
    with open_store(data) as opened:
        yield opened


@pytest.fixture
def problem():
    return make_problem


@pytest.fixture
def sample():
    return make_sample
