import os
import threading

import pytest

from o1desk.core.errors import Cancelled, Suspended
from o1desk.worker.inbox import listen


def test_nothing_is_urgent_until_somebody_asks(bench):
    assert not bench.inbox.urgent
    bench.tell(cmd="pause")
    assert bench.inbox.urgent
    bench.tell(cmd="resume")
    assert not bench.inbox.urgent


@pytest.mark.parametrize(
    ("commands", "how"),
    [
        (["suspend"], Suspended),
        (["cancel"], Cancelled),
        (["suspend", "cancel"], Cancelled),
        (["cancel", "suspend"], Cancelled),
    ],
)
def test_a_cancel_outranks_a_suspend(bench, commands, how):
    for command in commands:
        bench.tell(cmd=command)

    assert bench.inbox.stopped is how
    assert len(bench.wakes) == len(commands)


def test_hanging_up_suspends_unless_the_run_is_in_the_background(bench):
    bench.tell(cmd="set", key="background", value=1)
    bench.inbox.hang_up()
    assert bench.inbox.stopped is None

    bench.tell(cmd="set", key="background", value=0)
    bench.inbox.hang_up()
    assert bench.inbox.stopped is Suspended


def test_settings_sent_before_the_role_is_ready_are_kept(bench):
    bench.tell(cmd="set", key="temperature", value=0.5)
    bench.tell(cmd="set", key="colour", value=1)
    assert bench.inbox.setting("temperature", 1.0) == 1.0

    bench.inbox.allow(["temperature"])

    assert bench.inbox.setting("temperature", 1.0) == 0.5
    assert bench.complaints == [
        "There is no live setting called 'colour'; did you mean 'background'?"
    ]


def test_a_setting_that_is_no_number_is_refused(bench):
    bench.inbox.allow(["temperature"])
    bench.tell(cmd="set", key="temperature", value="hot")

    assert bench.complaints == ["the live setting 'temperature' must be a number, not 'hot'"]


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b'{"cmd": "fly"}', b"\xff", b'"cancel"', b'{"cmd": ["x"]}']
)
def test_what_means_nothing_is_reported_and_forgotten(bench, line):
    bench.inbox.take(line)

    assert len(bench.complaints) == 1
    assert bench.inbox.stopped is None


def test_probes_and_questions_wait_in_their_own_lines(bench):
    bench.tell(cmd="ask", id=1)
    bench.tell(cmd="probe", id=2)
    bench.tell(cmd="ask", id=3)

    assert bench.inbox.next_probe()["id"] == 2
    assert bench.inbox.next_probe() is None
    assert [bench.inbox.next_question()["id"] for _ in range(2)] == [1, 3]


def test_waiting_for_a_question_ends_with_a_stop(bench):
    threading.Timer(0.05, bench.tell, kwargs={"cmd": "suspend"}).start()

    assert bench.inbox.next_question() is None


def test_a_dropped_answer_is_remembered(bench):
    bench.tell(cmd="stop", id=4)
    bench.tell(cmd="stop", id="x")

    assert bench.inbox.is_dropped(4)
    assert not bench.inbox.is_dropped(5)


def test_lines_are_read_as_they_come_until_the_wire_closes(bench):
    read, write = os.pipe()
    thread = listen(read, bench.inbox)
    for part in (b'{"cmd":"ask","id":1}\n{"cmd":', b'"ask","id":2}\n\n', b"x" * 140_000, b"\n"):
        os.write(write, part)
    os.close(write)
    thread.join(5)
    os.close(read)

    assert [bench.inbox._questions.popleft()["id"] for _ in range(2)] == [1, 2]
    assert 2 <= len(bench.complaints) <= 4
    assert bench.inbox.stopped is Suspended


def test_a_descriptor_that_cannot_be_read_counts_as_closed(bench):
    read, write = os.pipe()
    os.close(read)
    os.close(write)
    listen(read, bench.inbox).join(5)

    assert bench.inbox.stopped is Suspended
