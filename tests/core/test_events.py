import dataclasses
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core import events
from o1desk.core.events import MAX_LINE, Log, Metric, Result, TokenText, Unknown, dump, parse

EXAMPLES = [
    events.Hello(pid=7, versions={"python": "3.11"}),
    events.State(state="running"),
    events.Progress(phase="rollout", done=3, total=9),
    events.Metric(step=4, values={"loss": 0.5}),
    events.Rollout(step=4, group=2, file="rollouts.jsonl", line=8),
    events.SampleWritten(file="samples.jsonl", line=1, correct=True),
    events.TokenText(id=1, text="a\nb", n=3),
    events.StepDone(id=1, index=0, text="3 + 4 = 7", tokens=5, ms=1.5),
    events.CheckpointSaved(step=10, path="checkpoints/step_000010", bytes=99),
    events.Anomaly(what="nonfinite_loss", step=3, action="skipped"),
    events.Log(level="info", text="hello"),
    events.Result(id=3, value={"answer": "7", "steps": [1, None]}),
    events.Done(outcome="finished", summary={"steps": 3}),
    events.Failed(reason="bug", message="boom", hint={"group_size": 4}),
    events.Unknown(name="newer", fields={"x": 1}),
]


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.kind)
def test_an_event_survives_the_wire(event):
    stamped = parse(dump(event, seq=12, t=3.5))

    assert (stamped.seq, stamped.t, stamped.event) == (12, 3.5, event)


def test_every_kind_has_an_example():
    assert {event.kind for event in EXAMPLES} == set(events._KINDS) | {"unknown"}


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_of_a_model_travels_unchanged_on_one_utf8_line(text):
    line = dump(TokenText(id=1, text=text, n=1), seq=1, t=0.0)

    assert b"\n" not in line.encode("utf-8")
    assert parse(line.encode("utf-8")).event == TokenText(id=1, text=text, n=1)


def test_metrics_are_finite_or_absent():
    event = Metric(step=1, values={"loss": math.nan, "kl": math.inf, "reward": 0.5})

    assert parse(dump(event, seq=1, t=0.0)).event == Metric(step=1, values={"reward": 0.5})


def test_a_value_that_is_not_finite_elsewhere_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        dump(Result(id=1, value={"x": math.nan}), seq=1, t=0.0)


def test_a_line_of_64_kib_is_refused():
    with pytest.raises(ValueError, match="too long"):
        dump(Log(level="info", text="x" * MAX_LINE), seq=1, t=0.0)


def test_a_kind_of_a_newer_version_is_kept_whole():
    line = '{"v": 1, "seq": 3, "t": 1.0, "kind": "hologram", "depth": 4}'

    assert parse(line).event == Unknown(name="hologram", fields={"depth": 4})


def test_a_known_kind_that_lacks_a_field_is_kept_as_unknown():
    event = parse('{"v": 1, "seq": 3, "t": 1.0, "kind": "metric", "step": 4}').event

    assert event == Unknown(name="metric", fields={"step": 4})


def test_a_field_of_a_newer_version_is_ignored():
    data = json.loads(dump(EXAMPLES[1], seq=1, t=0.0)) | {"colour": "red"}

    assert parse(json.dumps(data)).event == EXAMPLES[1]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{}",
        "7",
        '{"seq": 1, "t": 2}',
        '{"seq": [1], "t": 2, "kind": "log"}',
        '{"seq": 1, "t": null, "kind": "log"}',
        "not json",
        '{"seq": ',
        "[" * 100_000,
        b"\xff\xfe",
    ],
    ids=lambda line: repr(line[:20]),
)
def test_a_line_that_is_no_event_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is that of the JSON reader
        parse(line)


def test_events_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        EXAMPLES[1].state = "paused"
