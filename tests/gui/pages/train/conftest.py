"""Runs for the Train page: fed by hand, stored, and real ones with a tiny model."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from o1desk.core.events import (
    Anomaly,
    CheckpointSaved,
    Done,
    Hello,
    Metric,
    Rollout,
    Stamped,
    State,
)
from o1desk.core.files import write_lines
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.store.ingest import Ingest

T0 = 1_700_000_000.0
MAKER = Path(__file__).parents[3] / "e2e" / "model_maker.py"


def values(step):
    """Plausible numbers of a step."""
    return {
        "reward": 0.2 + 0.01 * step,
        "reward_verdict": 0.2 + 0.01 * step,
        "reward_format": 0.9,
        "pass_at_1": 0.3,
        "length_mean": 50.0,
        "clipped_ratio": 0.05,
        "entropy": 0.4,
        "mismatch_kl": 1e-6,
        "frac_reward_zero_std": 0.4,
        "grad_norm": 0.5,
        "skipped": 0.0,
        "loss": -0.01,
        "rollout_tps": 900.0,
        "seconds_sample": 1.0,
    }


def heldout(rate, n=96):
    """A held-out measurement."""
    return {
        "heldout_pass_at_1": rate,
        "heldout_ci_low": rate - 0.05,
        "heldout_ci_high": rate + 0.05,
        "heldout_n": float(n),
    }


def answer(text, reward, *, problem=0, right=True):
    """One sampled answer."""
    judgement = Judgement.CORRECT if right else Judgement.INCORRECT
    return Sample(
        problem=Problem(
            environment="sums", level="easy", prompt=f"{problem} + 4 =", answer=str(problem + 4)
        ),
        origin="rl",
        trace=Trace(steps=(Step(text="add"),), answer=text),
        raw=f"<think>\nadd\n</think>\n{text}",
        verdict=Verdict(judgement=judgement, score=float(right), method="sums"),
        reward=reward,
        rewards={"verdict": reward, "format": 1.0},
        tokens_thinking=3,
        tokens_answer=2,
    )


@pytest.fixture(name="heldout")
def _heldout():
    """Maker of held-out measurements."""
    return heldout


@pytest.fixture
def t0():
    """When everything begins, Unix seconds."""
    return T0


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """A dropped session is a cycle of QObjects, which die on the thread that made them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


class Feeder:
    """Speaks as a worker would."""

    def __init__(self, listener, t=T0):
        self._listener, self._seq, self.t = listener, 0, t

    def say(self, *events):
        for event in events:
            self._seq += 1
            self._listener(Stamped(seq=self._seq, t=self.t, event=event))

    def steps(self, first, last, *, every_s=10.0):
        for step in range(first, last + 1):
            self.t += every_s
            self.say(Metric(step=step, values=values(step)))


@pytest.fixture
def follow(session):
    """A training that the test speaks for: (live run, feeder)."""

    def start(role="train"):
        live, listener = session.runs.follow(role, "Fed by hand")
        live.config = {"method": "rl", "config": {"steps": 40, "prompts": 2, "group_size": 2}}
        return live, Feeder(listener)

    return start


@pytest.fixture
def stored(session):
    """Store a whole run as its worker and parent would have; returns its id."""
    ingest = Ingest(session.store)

    def make(run_id="20260101-000000-train-aaaa", *, config=None, end=None, role="train", steps=3):
        folder = session.data / "runs" / run_id
        folder.mkdir(parents=True)
        settings = {"steps": 40, "prompts": 2, "group_size": 2, "environments": []}
        plain = {"method": "rl", "config": settings | (config or {})}
        run = Run(
            id=run_id, role=role, folder=folder, created="2026-01-01T00:00:00+00:00", config=plain
        )
        ingest.run_started(run)
        events = [Hello(pid=1), State(state="running")]
        if role == "train":
            events += _training(folder, steps)
        events.append(Done(outcome="finished"))
        ingest.events(
            run_id,
            [Stamped(seq=n, t=T0 + n, event=event) for n, event in enumerate(events, start=1)],
        )
        ingest.run_ended(run_id, end or RunEnd(state=RunState.FINISHED, exit_code=0))
        return run_id

    return make


def _training(folder, steps):
    lines, events = [], [Metric(step=0, values=heldout(0.4))]
    for step in range(1, steps + 1):
        for group in range(2):
            samples = [
                answer("4" if right else f"9{step}", float(right), problem=group, right=right)
                for right in (True, group == 0)
            ]
            told = [sample_to_json(sample) for sample in samples]
            lines.append({"step": step, "group": group, "samples": told, "advantages": [0.5, -0.5]})
            events.append(Rollout(step=step, group=group, file="rollouts.jsonl", line=len(lines)))
        numbers = values(step) | (heldout(0.4 + 0.1 * step) if step == steps else {})
        events.append(Metric(step=step, values=numbers))
    write_lines(folder / "rollouts.jsonl", lines)
    path = f"checkpoints/step_{steps:06d}"
    events.append(CheckpointSaved(step=steps, path=path, bytes=10))
    events.append(Anomaly(what="unscored", step=2, action="left out 5 %", detail="<b>why</b>"))
    return events


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """A random model of a few thousand weights."""
    folder = tmp_path_factory.mktemp("models") / "random"
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True)
    return folder
