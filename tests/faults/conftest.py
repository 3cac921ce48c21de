import subprocess
import sys
from pathlib import Path

import pytest

from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.store import open_store

MAKER = Path(__file__).parents[1] / "e2e" / "model_maker.py"
STEPS = 4


def chain(number, steps=STEPS):
    """A solved sum with every step worked out."""
    problem = Problem(
        environment="sums", level="easy", prompt=f"{number} + 2 =", answer=str(number + 2)
    )
    trace = Trace(
        steps=tuple(Step(text=f"step {index} of {number}") for index in range(steps)),
        answer=problem.answer,
    )
    return Sample(
        problem=problem,
        origin="solver",
        trace=trace,
        raw=f"chain {number}",
        verdict=Verdict(judgement=Judgement.CORRECT, score=1.0, method="sum"),
    )


@pytest.fixture
def data(tmp_path):
    """A data folder with thirty samples of four steps."""
    folder = tmp_path / "data"
    folder.mkdir()
    with open_store(folder) as store:
        store.samples.add([chain(number) for number in range(30)])
    return folder


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """A random model of a few thousand weights."""
    folder = tmp_path_factory.mktemp("models") / "random"
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True)
    return folder
