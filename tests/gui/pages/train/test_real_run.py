"""Real workers with a model of a few thousand weights: train, pause, ask, kill, resume, measure."""

import dataclasses
import os
import signal

import pytest

from o1desk.core.config_json import to_json
from o1desk.core.configs import LoraConfig, MixPart
from o1desk.core.runs import RunState
from o1desk.gui.pages.train.draft import Draft
from o1desk.gui.pages.train.page import THIS, TrainPage

PATIENCE_MS = 90_000


@pytest.fixture
def page(session, qtbot):
    made = TrainPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.entered()
    return made


@pytest.fixture
def draft(tiny_model):
    """Twelve short steps."""
    changes = {
        "steps": 12,
        "prompts": 2,
        "group_size": 2,
        "max_new_tokens": 8,
        "eval_every": 6,
        "eval_count": 4,
        "checkpoint_every": 2,
        "lora": to_json(LoraConfig(rank=2)),
        "device": "cpu",
    }
    return Draft(
        model=str(tiny_model),
        environments=(MixPart(environment="chain_sum", level="easy"),),
        changes={"rl": changes, "sft": {}},
    )


def start(page, draft, qtbot):
    page.controller.fill(draft)
    page.new.form.model.take_path(draft.model)
    qtbot.waitUntil(lambda: page.new.preflight.reasons == [])
    page.new.preflight.start()
    return page.controller.record


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_killed_training_is_a_red_card_and_goes_on_when_resumed(page, draft, qtbot):
    record = start(page, draft, qtbot)
    assert page._tabs.currentIndex() == THIS
    qtbot.waitUntil(lambda: record.step >= 4, timeout=PATIENCE_MS)

    os.kill(record.live.job.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not record.is_active, timeout=PATIENCE_MS)
    assert record.state is RunState.CRASHED
    assert "SIGKILL" in page.run.trouble.text
    assert not page.run.trouble.isHidden()

    page.run.trouble._resume.click()
    resumed = page.controller.record
    assert resumed is not record
    qtbot.waitUntil(lambda: resumed.state is RunState.FINISHED, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: resumed.row is not None and resumed.row.state.is_end)

    assert page.run.trouble.isHidden()
    assert resumed.series["reward"].steps.tolist() == [float(n) for n in range(1, 13)]
    assert resumed.rollout_steps == list(range(1, 13))
    assert [row[0] for row in resumed.heldout] == [0, 6, 12]
    assert page.run.result.isVisibleTo(page.run)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_paused_training_answers_questions(page, draft, qtbot):
    record = start(page, draft, qtbot)
    qtbot.waitUntil(lambda: record.step >= 1, timeout=PATIENCE_MS)
    page.run.toggle_pause()
    qtbot.waitUntil(lambda: record.state is RunState.PAUSED, timeout=PATIENCE_MS)

    page.run.side.ask._field.setText("3 + 4 =")
    page.run.side.ask._button.click()
    asked = record.asking.asked[0]
    qtbot.waitUntil(lambda: not asked.is_waiting, timeout=PATIENCE_MS)

    assert asked.step >= 1
    assert asked.trouble == ""
    page.run.header.button("cancel").click()
    assert not page.run.header.button("kill").isHidden()
    qtbot.waitUntil(lambda: not record.is_active, timeout=PATIENCE_MS)
    assert record.state is RunState.CANCELLED


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_measurement_leaves_nothing_behind(page, draft, session, qtbot):
    page.controller.fill(draft)
    page.new.preflight.measure()
    measuring = page.controller.measuring
    qtbot.waitUntil(lambda: not measuring.is_running, timeout=PATIENCE_MS)

    assert measuring.trouble == ""
    assert measuring.estimate.seconds_per_step > 0
    assert "measured" in page.new.preflight.costs.text("memory")
    assert list((session.data / "runs").glob("*")) == []
    assert session.store.runs.newest() == []


def test_a_model_that_is_gone_ends_as_a_sentence_on_a_card(page, draft, tmp_path, qtbot):
    gone = Draft(
        model=str(tmp_path / "gone"), environments=draft.environments, changes=draft.changes
    )
    page.controller.set_draft(gone)
    assert page.controller.launch() == ""
    record = page.controller.record

    qtbot.waitUntil(lambda: not record.is_active, timeout=PATIENCE_MS)

    assert record.state is RunState.FAILED
    assert "gone" in page.run.trouble.text


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_fine_tuning_learns_from_samples_that_solvers_write_first(page, draft, session, qtbot):
    changes = {
        "steps": 2,
        "batch_size": 2,
        "max_tokens": 256,
        "eval_every": 0,
        "lora": to_json(LoraConfig(rank=2)),
        "device": "cpu",
    }
    fine = dataclasses.replace(draft, method="sft", changes={"rl": {}, "sft": changes})
    page.controller.fill(fine)
    page.new.form.model.take_path(draft.model)
    qtbot.waitUntil(lambda: page.new.preflight.reasons == [])

    page.new.preflight.start()
    assert page.controller.launching.is_busy
    assert not page.new.preflight.can_start
    qtbot.waitUntil(lambda: page.controller.record is not None, timeout=PATIENCE_MS)
    record = page.controller.record
    qtbot.waitUntil(lambda: not record.is_active, timeout=PATIENCE_MS)

    assert record.state is RunState.FINISHED, record.message
    assert record.method == "sft"
    roles = [row.role for row in session.store.runs.newest()]
    assert roles == ["train", "generate"]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_training_that_another_part_started_is_overheard(page, draft, session, qtbot):
    job = session.runs.manager.start("train", {"method": "rl", "config": to_json(draft.config())})

    page.show_target(run=job.run.id)
    record = page.controller.record
    qtbot.waitUntil(lambda: record.step >= 2, timeout=PATIENCE_MS)

    assert record.is_active
    assert page.controller.show_run(job.run.id) is None
    assert page.controller.record is record
    page.run.header.button("cancel").click()
    qtbot.waitUntil(lambda: not record.is_active, timeout=PATIENCE_MS)
