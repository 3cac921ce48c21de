import errno
import io
import os

import pytest

from o1desk.core.errors import NoSpaceError
from o1desk.core.events import Done, Failed, Log, Progress, Result, State, StepDone, parse
from o1desk.core.files import read_lines
from o1desk.worker import outbox as module
from o1desk.worker.outbox import Outbox
from o1desk.worker.wire import Wire


@pytest.fixture
def wire():
    return Wire(events=io.BytesIO(), commands=-1)


@pytest.fixture
def outbox(tmp_path, wire):
    outbox = Outbox(tmp_path, wire)
    yield outbox
    outbox.close()


def test_wire_and_folder_get_the_same_lines(outbox, wire, tmp_path):
    for done in range(3):
        outbox.emit(Progress(phase="x", done=done, total=3))

    lines = (tmp_path / "events.jsonl").read_bytes()
    assert wire.events.getvalue() == lines
    assert [parse(line).seq for line in lines.splitlines()] == [1, 2, 3]


@pytest.mark.parametrize("torn", [b"", b'{"v": 1, "seq": 3', b"\0\0\0"])
def test_numbering_goes_on_after_a_kill_without_gap_or_repeat(tmp_path, wire, torn):
    first = Outbox(tmp_path, wire)
    first.emit(State(state="loading"))
    first.emit(State(state="running"))
    first.close()
    with (tmp_path / "events.jsonl").open("ab") as file:
        file.write(torn)

    second = Outbox(tmp_path, wire)
    second.emit(State(state="loading"))
    second.close()

    assert [line["seq"] for line in read_lines(tmp_path / "events.jsonl")] == [1, 2, 3]


def test_a_wire_that_broke_does_not_stop_the_folder(tmp_path):
    read, write = os.pipe()
    os.close(read)
    wire = Wire(events=os.fdopen(write, "wb"), commands=-1)
    outbox = Outbox(tmp_path, wire)

    outbox.emit(Log(level="info", text="a"))
    outbox.emit(Log(level="info", text="b"))
    outbox.close()

    assert wire.events is None
    assert len(list(read_lines(tmp_path / "events.jsonl"))) == 2


def test_a_large_answer_goes_to_a_file_that_the_event_names(outbox, tmp_path, wire):
    value = {"texts": ["x" * 1000] * 100}
    outbox.emit(Result(id=4, value=value))

    event = parse(wire.events.getvalue()).event
    assert event == Result(id=4, value={"file": "results/000001.json"})
    assert "x" * 1000 in (tmp_path / "results/000001.json").read_text()


def test_a_large_summary_goes_to_a_file(outbox, tmp_path, wire):
    outbox.emit(Done(outcome="finished", summary={"text": "x" * 100_000}))

    assert parse(wire.events.getvalue()).event.summary == {"file": "summary.json"}
    assert (tmp_path / "summary.json").stat().st_size > 100_000


def test_a_text_too_long_for_the_wire_is_cut_with_a_mark(outbox, wire):
    outbox.emit(StepDone(id=1, index=0, text="x" * 100_000, tokens=1, ms=1.0))

    text = parse(wire.events.getvalue()).event.text
    assert text.endswith(" [...]")
    assert len(text) < 10_000


def test_an_event_that_cannot_be_made_shorter_is_named_and_left_out(outbox, wire):
    outbox.emit(Failed(reason="bug", message="m", hint={"x": ["y" * 100_000]}))

    event = parse(wire.events.getvalue()).event
    assert event == Log(level="warning", text="a failed event did not fit the wire: left out")


class FullDisk:
    """Lets a few bytes through, then refuses."""

    def __init__(self, monkeypatch, error=errno.ENOSPC):
        self.real, self.error, self.calls = os.write, error, 0
        monkeypatch.setattr(module.os, "write", self)

    def __call__(self, handle, data):
        self.calls += 1
        if self.calls % 2:
            return self.real(handle, data[:5])
        raise OSError(self.error, os.strerror(self.error))


def test_a_full_disk_keeps_whole_lines_and_numbers(outbox, tmp_path, monkeypatch):
    outbox.emit(State(state="loading"))
    with monkeypatch.context() as patch:
        FullDisk(patch)
        with pytest.raises(NoSpaceError, match="resume the run"):
            outbox.emit(State(state="running"))
    outbox.emit(State(state="running"))

    assert [line["seq"] for line in read_lines(tmp_path / "events.jsonl")] == [1, 2]


def test_the_app_hears_of_a_failure_even_when_the_disk_is_full(outbox, wire, monkeypatch):
    failed = Failed(reason="bad_config", message="The disk is full")
    with monkeypatch.context() as patch:
        FullDisk(patch)
        outbox.emit(failed)

    assert parse(wire.events.getvalue()).event == failed


def test_the_app_hears_of_a_failure_even_when_the_disk_was_pulled_out(tmp_path, wire, monkeypatch):
    failed = Failed(reason="bad_config", message="The run folder is gone")
    outbox = Outbox(tmp_path, wire)

    def refuse(handle):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(module.os, "fsync", refuse)
        outbox.emit(failed)
        outbox.close()

    assert parse(wire.events.getvalue()).event == failed


def test_another_error_of_the_disk_is_passed_on(outbox, monkeypatch):
    with monkeypatch.context() as patch:
        FullDisk(patch, errno.EIO)
        with pytest.raises(OSError, match="Input/output"):
            outbox.emit(State(state="running"))
