"""The progress line: what it says, and that it stays out of the way."""

import io

import pytest

from o1desk.cli import progress
from o1desk.cli.progress import SHOWN, ProgressLine, clock, describe
from o1desk.core.events import Anomaly, Log, Metric, Progress
from o1desk.core.metrics import METRICS
from o1desk.core.types import Problem, Sample, Trace


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (42, "42 s"), (185, "3:05 min"), (3720, "1:02 h")]
)
def test_durations_are_said_as_people_say_them(seconds, words):
    assert clock(seconds) == words


def test_only_known_numbers_are_described():
    assert describe({"loss": 0.5, "odd": 1.0}) == ["loss 0.500"]


def test_the_reward_is_described_under_the_name_the_trainer_gives_it():
    from o1desk.training.metrics import reward_values

    problem = Problem(environment="e", level="easy", prompt="1 + 1 =", answer="2")
    samples = [
        Sample(
            problem=problem,
            origin="model",
            trace=Trace(steps=(), answer="2"),
            raw="2",
            reward=reward,
        )
        for reward in (0.0, 1.0)
    ]
    assert describe(reward_values(samples, group_size=2)) == ["reward 0.50"]


def test_every_number_of_the_line_is_one_that_training_tells():
    assert {name for name, _ in SHOWN} <= METRICS.keys()


def test_the_remaining_time_follows_from_the_pace(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    stream = Terminal()
    line = ProgressLine("train", stream)
    for done in (0, 10):
        now[0] += 10.0
        line(Progress(phase="steps", done=done, total=40))
    assert "30 s left" in stream.getvalue()


def test_a_warning_stands_on_a_line_of_its_own():
    stream = Terminal()
    line = ProgressLine("train", stream)
    line(Progress(phase="steps", done=1, total=4))
    line(Log(level="warning", text="no chat template"))
    line(Anomaly(what="nonfinite_loss", step=3, action="skipped"))
    assert "no chat template\n" in stream.getvalue()
    assert "guard: nonfinite_loss at step 3, skipped" in stream.getvalue()


def test_a_file_is_not_flooded(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    stream = io.StringIO()
    line = ProgressLine("train", stream)
    for done in range(200):
        now[0] += 0.1
        line(Progress(phase="steps", done=done, total=200))
    assert stream.getvalue().count("\n") <= 3


def test_metrics_join_the_next_line():
    stream = Terminal()
    line = ProgressLine("train", stream)
    line(Metric(step=1, values={"heldout_pass_at_1": 0.42}))
    line(Progress(phase="steps", done=1, total=4))
    assert "held-out 0.42" in stream.getvalue()
