"""Nothing but events reaches the wire, and the folder holds the same lines."""

import logging

from o1desk.core.events import Done, Hello, Log, State
from o1desk.core.runs import EVENTS_FILE
from o1desk.jobs.folder import events_after
from o1desk.jobs.run import run_job

PRINTED = [
    "from Python",
    "from the original stdout",
    "from C",
    "straight to the descriptor",
    "from a child",
]


def test_what_libraries_print_lands_in_the_log_and_never_on_the_wire(manager, caplog):
    events = []
    outcome = run_job(manager, "misbehave", {"config": {"do": "print"}}, on_event=events.append)

    kinds = [type(event) for event in events]
    assert kinds == [Hello, State, State, Log, Done]
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []
    assert sorted((outcome.folder / "worker.log").read_text().splitlines()) == sorted(PRINTED)


def test_a_library_that_asks_a_question_gets_no_answer(manager):
    events = []
    run_job(manager, "misbehave", {"config": {"do": "print"}}, on_event=events.append)

    assert [event.text for event in events if isinstance(event, Log)] == ["''"]


def test_wire_folder_and_sink_tell_the_same_story(manager, recorder, seqs, sums):
    heard = []
    outcome = run_job(manager, "generate", sums(count=40), on_event=heard.append)

    written = list(events_after(outcome.folder, 0))
    assert [each.event for each in written] == heard
    assert recorder.told[outcome.run] == {each.seq: each.event for each in written}
    assert seqs(outcome.folder) == list(range(1, len(written) + 1))


def test_a_worker_of_another_protocol_is_refused_with_a_sentence(manager, monkeypatch):
    monkeypatch.setattr("o1desk.jobs.watch.PROTOCOL", 2)

    outcome = run_job(manager, "misbehave", {"config": {"do": "wait", "ticks": 3000}})

    assert outcome.state == "failed"
    assert outcome.message == (
        "The worker speaks protocol 1 and this O1 Desk 2; both must come from the same version"
    )


def test_the_fake_worker_imports_nothing_heavy(manager, sums):
    outcome = run_job(manager, "generate", sums(count=2))

    heavy = {"torch", "transformers", "reasoning_gym", "llama_cpp", "matplotlib", "sqlite3"}
    assert outcome.state == "finished"
    assert heavy.isdisjoint((outcome.folder / "modules.txt").read_text().split())


def test_the_events_of_a_run_are_readable_lines(manager, sums):
    outcome = run_job(manager, "generate", sums(count=3))

    lines = (outcome.folder / EVENTS_FILE).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('{"v": 1, "seq": 1, "t": ')
    assert '"kind": "sample"' in lines[-2] or '"kind": "progress"' in lines[-2]
    assert '"kind": "done"' in lines[-1]
