"""An evaluation that was stopped keeps what it answered and goes on after it."""

import json

import pytest

from o1desk.core.errors import Suspended
from o1desk.core.events import Result, SampleWritten
from o1desk.core.files import read_lines, write_lines
from o1desk.core.samples_io import problem_to_json
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments import catalog
from o1desk.worker.roles import evaluate

COUNT = 150
SETTINGS = {"model": "fake:accuracy=0.5", "environments": [{"environment": "sums"}]}


class Sums:
    """Judges sums."""

    def check(self, problem, answer):
        right = Judgement.CORRECT if answer == problem.answer else Judgement.INCORRECT
        return Verdict(judgement=right, score=0.0, method="sum")


@pytest.fixture(autouse=True)
def _problems(bench, monkeypatch):
    monkeypatch.setattr(catalog, "get", lambda _: Sums())
    problems = [
        Problem(environment="sums", level="easy", prompt=f"{n} + 1 =", answer=str(n + 1))
        for n in range(COUNT)
    ]
    write_lines(bench.folder / "inputs.jsonl", map(problem_to_json, problems))


def stopped_after(bench, monkeypatch, samples):
    """Start an evaluation and suspend it when so many samples are told."""
    emit = bench.control.emit

    def watch(event):
        emit(event)
        if isinstance(event, SampleWritten) and event.line == samples:
            bench.tell(cmd="suspend")

    with monkeypatch.context() as patch:
        patch.setattr(bench.control, "emit", watch)
        with pytest.raises(Suspended):
            evaluate.run(bench.job(SETTINGS))
    bench.inbox._stop, bench.inbox.urgent = None, False  # a resumed run is another process


def lines(bench):
    return list(read_lines(bench.folder / "samples.jsonl"))


def without_clock(value):
    return {name: each for name, each in value.items() if name not in ("seconds", "tokens_per_s")}


def test_a_resumed_evaluation_writes_the_rest_and_finds_the_same(bench, monkeypatch):
    evaluate.run(bench.job(SETTINGS))
    straight, result = lines(bench), bench.of(Result)[-1].value
    for name in ("samples.jsonl", "asked.json"):
        (bench.folder / name).unlink()

    stopped_after(bench, monkeypatch, 64)
    assert lines(bench) == straight[:64]
    summary = evaluate.run(bench.job(SETTINGS))

    assert lines(bench) == straight
    assert without_clock(bench.of(Result)[-1].value) == without_clock(result)
    assert summary["n"] == COUNT


def test_other_settings_are_another_measurement(bench, monkeypatch):
    stopped_after(bench, monkeypatch, 64)

    less = SETTINGS | {"max_new_tokens": 4}
    evaluate.run(bench.job(less))

    assert bench.of(Result)[-1].value["truncated_share"] == 1.0
    assert len(lines(bench)) == 64 + COUNT
    assert json.loads((bench.folder / "asked.json").read_text())["after"] == 64
