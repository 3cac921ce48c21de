"""One run as the page shows it: live, reopened, and resumed."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from o1desk.core.events import Anomaly, CheckpointSaved, Metric, Result, Rollout, State
from o1desk.core.runs import RunState
from o1desk.gui.pages.train.asking import Asked
from o1desk.gui.pages.train.controller import TrainController
from o1desk.gui.pages.train.positions import TOKENS, positions
from o1desk.gui.pages.train.record import RunRecord


@pytest.fixture
def owner(session):
    return QObject(session)


def test_a_live_run_is_shown_as_it_speaks(session, owner, follow, heldout, qtbot):
    live, feeder = follow()
    record = RunRecord(session, owner, live=live)
    with qtbot.waitSignal(record.metrics_arrived):
        feeder.say(State(state="running"), Metric(step=0, values=heldout(0.4)))
        feeder.steps(1, 3)
        feeder.say(CheckpointSaved(step=3, path="checkpoints/step_000003", bytes=1))
        feeder.say(Rollout(step=3, group=0, file="rollouts.jsonl", line=1))
        feeder.say(Anomaly(what="unscored", step=2, action="left out"))

    qtbot.waitUntil(lambda: record.checkpoints == [3])
    assert record.state is RunState.RUNNING
    assert (record.step, record.steps_wanted) == (3, 40)
    assert record.rollout_steps == [3]
    assert [anomaly.what for _, anomaly in record.anomalies] == ["unscored"]
    assert record.heldout == [(0, 0.4, pytest.approx(0.35), pytest.approx(0.45))]
    assert record.trained_model == "starter@"


def test_a_reopened_run_has_the_same_numbers(session, owner, stored, qtbot):
    run_id = stored()
    record = RunRecord(session, owner, run_id=run_id, live=None)

    with qtbot.waitSignal(record.loaded):
        pass

    assert record.state is RunState.FINISHED
    assert record.series["reward"].steps.tolist() == [1.0, 2.0, 3.0]
    assert record.series["reward"].values.tolist() == pytest.approx([0.21, 0.22, 0.23])
    assert [row[:2] for row in record.heldout] == [(0, 0.4), (3, pytest.approx(0.7))]
    assert record.rollout_steps == [1, 2, 3]
    assert record.checkpoints == [3]
    assert record.anomalies[0][1].detail == "<b>why</b>"
    assert record.trained_model == f"starter@{run_id}:3"


def test_a_resumed_run_goes_on_where_it_stopped(session, owner, follow, stored, t0, qtbot):
    run_id = stored()
    live, feeder = follow()
    live.id, live.config = run_id, {}
    record = RunRecord(session, owner, run_id=run_id, live=live)
    with qtbot.waitSignal(record.loaded):
        feeder.t = t0 + 10_000.0
        feeder.steps(3, 5)

    qtbot.waitUntil(lambda: record.step == 5)
    steps = record.series["reward"].steps
    assert steps.tolist() == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert record.settings["steps"] == 40


def test_the_time_at_work_of_a_resumed_run_has_no_gap(session, owner, follow, stored, qtbot):
    run_id = stored()
    live, _ = follow()
    live.id, live.config = run_id, {}
    record = RunRecord(session, owner, run_id=run_id, live=live)
    with qtbot.waitSignal(record.loaded):
        pass

    spent = record.clock.active_seconds(record.series["reward"].times)

    assert (np.diff(spent) >= 0).all()
    assert record.elapsed_s() < 1000.0


def test_tokens_are_counted_from_lengths_and_answers(session, owner, stored, qtbot):
    record = RunRecord(session, owner, run_id=stored(), live=None)
    with qtbot.waitSignal(record.loaded):
        pass

    found = positions(record, record.series["reward"], TOKENS)

    assert found.tolist() == [200.0, 400.0, 600.0]


def test_the_remaining_time_comes_from_the_latest_steps(session, owner, follow, t0, qtbot):
    live, feeder = follow()
    record = RunRecord(session, owner, live=live)
    record.clock.start = t0
    feeder.steps(1, 20)
    qtbot.waitUntil(lambda: record.step == 20)

    assert record.remaining_s() == pytest.approx(200.0)


def test_what_was_asked_and_pinned_is_there_when_a_run_is_shown_again(
    session, follow, stored, qtbot
):
    controller = TrainController(session)
    live, _ = follow()
    live.id = "20260101-000001-train-live"
    controller.show_live(live)
    asked = Asked(prompt="3 + 4 =")
    controller.record.asking.asked.append(asked)
    controller.record.asking._waiting[7] = asked
    controller.record.pinned = 5
    first = controller.record

    controller.show_run(stored())
    assert controller.record.asking.asked == []
    assert controller.record.pinned is None
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    live.result_arrived.emit(Result(id=7, value={"step": 4, "text": "7", "answer": "7"}))

    controller.show_run(live.id)
    assert controller.record is not first
    assert [(each.prompt, each.answer) for each in controller.record.asking.asked] == [
        ("3 + 4 =", "7")
    ]
    assert controller.record.pinned == 5


def test_a_resumed_run_keeps_its_questions_and_answers_new_ones(session, follow, stored):
    run_id = stored()
    controller = TrainController(session)
    controller.show_run(run_id)
    controller.record.asking.asked.append(Asked(prompt="3 + 4 =", step=3, answer="7"))
    live, _ = follow()
    live.id = run_id

    controller.show_live(live)

    assert len(controller.record.asking.asked) == 1
    assert controller.record.asking._live is live


def test_a_question_is_not_asked_of_a_run_without_a_worker(session, owner, stored):
    record = RunRecord(session, owner, run_id=stored(), live=None)

    assert not record.asking.is_possible
    assert not record.asking.ask("3 + 4 =")
    assert record.asking.asked == []
