import dataclasses

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from o1desk.core.events import CheckpointSaved, Metric, Progress, SampleWritten, Stamped
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.live_run import LiveRun
from o1desk.gui.run_progress import RunProgress
from o1desk.gui.run_words import end_title, phase_text, state_text, state_tone, summary_text
from o1desk.gui.widgets.job_card import JobCard
from o1desk.gui.widgets.job_strip import JobStrip

CONFIG = {"method": "rl", "config": {"steps": 60, "micro_tokens": 8192}}
MEMORY = RunEnd(
    state=RunState.FAILED,
    reason="out_of_memory",
    message="Memory ran out at step 23; the last checkpoint was kept",
    hint={"micro_tokens": 4096},
)


class Asked(LiveRun):
    """A run that notes what it is asked, without a worker."""

    def __init__(self, parent, role="train"):
        super().__init__(1, role, "Train the starter", CONFIG, parent)
        self.id, self.asked = "20250101-000000-aaaa", []
        self.state = RunState.RUNNING

    def _command(self, name):
        self.asked.append(name)

    def say(self, event):
        self.take(Stamped(seq=1, t=1.0, event=event))
        self.flush()

    def be(self, state):
        self.state = state
        self.changed.emit()

    def finish(self, end):
        self._finish(end)


@pytest.fixture
def run(session):
    return Asked(session)


@pytest.fixture
def card(session, run, qtbot):
    made = JobCard(session, run)
    qtbot.addWidget(made)
    made.show()
    return made


NAMES = ("pause", "go_on", "suspend", "cancel", "kill", "resume", "retry", "log", "copy")


def shown(card):
    return [name for name in NAMES if not card.button(name).isHidden()]


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        (RunState.STARTING, ["cancel"]),
        (RunState.LOADING, ["cancel"]),
        (RunState.RUNNING, ["pause", "suspend", "cancel"]),
        (RunState.PAUSED, ["go_on", "suspend", "cancel"]),
        (RunState.SAVING, ["cancel"]),
    ],
)
def test_only_the_rungs_of_the_ladder_that_hold_now_are_offered(card, run, state, buttons):
    run.be(state)
    assert shown(card) == buttons
    assert card._state.text() == state_text(state)


@pytest.mark.parametrize(
    ("role", "buttons"),
    [("export", ["pause", "cancel"]), ("evaluate", ["pause", "suspend", "cancel"])],
)
def test_only_what_keeps_its_work_can_be_suspended(session, qtbot, role, buttons):
    card = JobCard(session, Asked(session, role))
    qtbot.addWidget(card)
    assert shown(card) == buttons


def test_cancel_answers_at_once_and_leaves_the_last_rung(card, run):
    card.button("cancel").click()
    assert run.asked == ["cancel"]
    assert card._state.text() == "Cancelling…"
    assert shown(card) == ["kill"]
    card.button("kill").click()
    assert run.asked == ["cancel", "kill"]


def test_pause_go_on_and_suspend_reach_the_worker(card, run):
    card.button("pause").click()
    run.be(RunState.PAUSED)
    card.button("go_on").click()
    card.button("suspend").click()
    assert run.asked == ["pause", "resume", "suspend"]
    assert card._state.text() == "Saving…"


def test_a_training_counts_steps_whatever_phase_it_is_in(card, run):
    run.say(Metric(step=12, values={"loss": 0.1}))
    run.say(Progress(phase="learn", done=1, total=3))
    assert "Step 12 of 60 · learning" in card._count.text()
    assert card._bar.value() == 200
    run.say(Progress(phase="step", done=30, total=60))
    assert card._bar.value() == 500


def test_the_rest_of_a_training_is_guessed_from_its_steps(run, monkeypatch):
    clock = iter([100.0, 120.0])
    monkeypatch.setattr(run, "worked_s", lambda: next(clock))
    progress = RunProgress(run)
    assert progress.remaining_s() is None
    run.say(Metric(step=10, values={"loss": 0.1}))
    progress.update()
    assert progress.remaining_s() is None
    run.say(Metric(step=20, values={"loss": 0.1}))
    progress.update()
    assert progress.remaining_s() == pytest.approx(80.0)


def test_a_generation_counts_problems_and_right_answers(session, qtbot):
    run = Asked(session, "generate")
    card = JobCard(session, run)
    qtbot.addWidget(card)
    run.say(Progress(phase="generate", done=34, total=96))
    run.say(SampleWritten(file="samples.jsonl", line=1, correct=True))
    assert card._count.text().startswith("34 of 96 problems · 1 right")


def test_before_the_work_begins_nothing_is_counted(card, run):
    run.be(RunState.LOADING)
    assert card._bar.maximum() == 0
    assert card._count.isHidden()


def test_memory_that_ran_out_is_a_red_card_with_less_to_try(card, run, qtbot):
    run.say(CheckpointSaved(step=20, path="checkpoints/step_000020", bytes=1))
    run.finish(MEMORY)
    assert card.property("card") == "bad"
    assert card._state.text() == "Memory ran out"
    assert "checkpoint was kept" in card._message.text()
    assert shown(card) == ["resume", "retry", "log", "copy"]
    assert card.button("retry").toolTip() == "micro_tokens = 4096"
    with qtbot.waitSignal(card.retry_asked):
        card.button("retry").click()


def test_where_nothing_can_be_lowered_less_is_not_offered(card, run):
    hint = {"needed_bytes": 10**9, "available_bytes": 10**6}
    run.finish(dataclasses.replace(MEMORY, hint=hint))
    assert "retry" not in shown(card)


def test_a_crash_before_anything_was_kept_cannot_be_resumed(card, run):
    run.finish(RunEnd(state=RunState.CRASHED, message="killed by SIGKILL", reason="crash"))
    assert card.property("card") == "bad"
    assert shown(card) == ["log", "copy"]


def test_a_suspended_run_is_no_fault_and_goes_on_later(card, run):
    run.checkpoints.append(10)
    run.finish(RunEnd(state=RunState.SUSPENDED, message="It can be resumed"))
    assert card.property("card") == "true"
    assert shown(card) == ["resume"]


def test_a_run_suspended_before_anything_was_kept_can_still_go_on(card, run):
    run.finish(RunEnd(state=RunState.SUSPENDED, message="It can be resumed"))
    assert shown(card) == ["resume"]


def test_a_finished_run_sums_up_what_came_of_it(card, run):
    summary = {"steps": 60, "heldout": [[0, 0.41], [60, 0.58]]}
    run.finish(RunEnd(state=RunState.FINISHED, summary=summary))
    assert card.property("card") == "good"
    assert card._message.text() == "60 steps: held-out accuracy went from 41 to 58 %"
    assert shown(card) == []
    assert card._bar.isHidden()


def test_a_message_of_any_length_and_content_neither_widens_nor_formats_the_card(card, run):
    run.finish(RunEnd(state=RunState.FAILED, message="<b>x</b>/" + "long/" * 5000))
    assert card.minimumSizeHint().width() < 600
    assert card._message.text().startswith("<b>x<")
    assert len(card._message.text()) < 1000


def test_details_can_be_copied_and_the_folder_opened(card, run, session, monkeypatch):
    opened, toasts = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    session.toasted.connect(toasts.append)
    run.finish(RunEnd(state=RunState.CRASHED, exit_code=-9, message="killed", crash="Fatal error"))
    card.button("copy").click()
    text = QGuiApplication.clipboard().text()
    assert run.id in text
    assert "exit code -9" in text
    assert "Fatal error" in text
    assert len(toasts) == 1
    card.button("log").click()
    assert opened == [str(session.data / "runs" / run.id)]


@pytest.mark.parametrize(
    ("role", "summary", "text"),
    [
        (
            "generate",
            {"kept": 90, "generated": 120, "verified": 95},
            "90 of 120 samples were kept; 95 were right",
        ),
        (
            "evaluate",
            {"pass_at_1": 0.623, "ci95": [0.55, 0.69], "n": 300},
            "62 % of 300 problems were solved (95 % interval: 55 to 69 %)",
        ),
        ("train", {"steps": 5, "heldout": []}, "5 steps were trained"),
        ("train", {"heldout": 3}, ""),
        ("evaluate", {"pass_at_1": None}, ""),
        ("chat", {"answers": 3}, ""),
    ],
)
def test_a_summary_is_one_sentence_or_nothing(qapp, role, summary, text):
    assert summary_text(role, summary) == text


def test_every_state_has_words_and_a_tone(qapp):
    for state in RunState:
        assert state_text(state)
        assert state_tone(state) in {"plain", "accent", "warn", "good", "bad"}
    assert phase_text("something new") == ""
    assert end_title(MEMORY) == "Memory ran out"


# --- the strip ---


@pytest.fixture
def strip(session, qtbot):
    made = JobStrip(session, ("train",))
    qtbot.addWidget(made)
    return made


def test_a_strip_shows_runs_of_its_roles_that_want_a_card(session, strip, qtbot):
    runs, quiet = session.runs, Asked(session)
    train, chat = Asked(session), Asked(session, "chat")
    quiet.is_quiet = True
    for run in (train, chat, quiet):
        runs.run_added.emit(run)
    assert strip.count == 1
    assert strip.card(train) is not None


def test_an_ended_card_stays_until_it_is_closed_also_on_a_page_built_again(session, strip, qtbot):
    run = Asked(session)
    session.runs.run_added.emit(run)
    run.finish(MEMORY)
    session.runs.run_ended.emit(run)
    again = JobStrip(session, ("train",))
    qtbot.addWidget(again)
    assert again.count == 1
    again.card(run)._close.click()
    assert again.count == 0
    third = JobStrip(session)
    qtbot.addWidget(third)
    assert third.count == 0


@pytest.fixture
def resumed(session, monkeypatch):
    """A run that takes the place of one that is resumed; knows how that was asked for."""
    made = Asked(session)
    made.config = {}

    def resume(run_id, **words):
        made.asked.append((run_id, words))
        return made

    monkeypatch.setattr(session.runs, "resume", resume)
    return made


def test_trying_again_goes_on_with_less_where_the_run_stopped(session, strip, resumed):
    run = Asked(session)
    session.runs.run_added.emit(run)
    run.finish(MEMORY)
    strip.card(run).button("retry").click()
    words = {"role": "train", "title": "Train the starter", "hint": {"micro_tokens": 4096}}
    assert resumed.asked == [(run.id, words)]
    assert resumed.config == {"method": "rl", "config": {"steps": 60, "micro_tokens": 4096}}
    assert run.config["config"]["micro_tokens"] == 8192
    assert strip.count == 0


def test_resuming_keeps_what_the_run_was_started_with(session, strip, resumed):
    run = Asked(session)
    run.checkpoints.append(10)
    session.runs.run_added.emit(run)
    run.finish(MEMORY)
    strip.card(run).button("resume").click()
    assert resumed.config == run.config
    assert strip.count == 0
