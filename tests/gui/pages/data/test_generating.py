"""Generating: the form, the funnel, Cancel, and going on after a kill."""

import pytest

from o1desk.core.errors import InputError
from o1desk.core.events import Metric, Progress, SampleWritten, Stamped, State
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.pages.data.funnel_card import FunnelCard, rejected_texts
from o1desk.gui.pages.data.generate_dialog import LAST, MODEL, GenerateDialog
from o1desk.store.filters import SampleFilter

SUMMARY = {
    "generated": 9, "parsed": 8, "verified": 7, "new": 6, "kept": 6, "samples": 6,
    "rejected": [{"reason": "wrong answer", "count": 2}, {"reason": "repeated trace", "count": 1}],
}  # fmt: skip


class Told:
    """A job that a test speaks for."""

    def __init__(self, run_id="R1"):
        self.run, self.id = self, run_id
        self.state, self.end, self.did = RunState.RUNNING, None, []

    def cancel(self):
        self.did.append("cancel")

    def kill(self):
        self.did.append("kill")


@pytest.fixture
def told(session):
    """A generation that the test speaks for: (run, say, job)."""
    run, listener = session.runs.follow("generate", "Solving 9 problems")
    run.is_quiet = False
    job = Told()
    run.attach(job)
    numbers = iter(range(1, 1000))

    def say(*events):
        for event in events:
            listener(Stamped(seq=next(numbers), t=1.0, event=event))

    return run, say, job


@pytest.fixture
def dialog(session, qtbot):
    made = GenerateDialog(session, None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_form_starts_with_something_that_can_be_started(dialog):
    config = dialog.config()

    assert config["source"] == "solver"
    assert config["environments"]
    assert config["count"] > 0


def test_the_form_remembers_the_last_time(session, dialog, qtbot):
    dialog.choose_source(MODEL)
    dialog.form().set_values({"count": 7, "attempts": 3})
    dialog._mix.set_value([{"environment": "products", "level": "hard", "weight": 2.0}])
    with qtbot.waitSignal(dialog.start_asked) as asked:
        dialog.start()
    qtbot.waitUntil(lambda: session.store.state.get(LAST) is not None)

    again = GenerateDialog(session, None)
    qtbot.addWidget(again)

    qtbot.waitUntil(lambda: again.config().get("attempts") == 3)
    assert again.config() == asked.args[0]


def test_what_another_version_remembered_is_passed_over(session, qtbot):
    session.store.state.set(LAST, {"source": "oracle", "cuont": 3})

    made = GenerateDialog(session, None)
    qtbot.addWidget(made)
    qtbot.wait(100)

    assert made.config()["source"] == "solver"


def test_a_form_that_cannot_start_says_why(dialog, qtbot):
    dialog._mix.set_value([])

    dialog.start()

    assert dialog.isVisible()
    assert dialog._trouble.text()
    with pytest.raises(InputError):
        dialog.config()


def test_a_missing_model_is_refused(session, dialog, qtbot, tmp_path):
    dialog.choose_source(MODEL)
    dialog._model.set_ref(str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: bool(dialog._model.problem()))

    dialog.start()

    assert "gone" in dialog._trouble.text()


def test_problems_of_an_imported_set_are_answered_by_a_model(session, page, qtbot):
    class Set:
        file = "datasets/school.jsonl"

    page.starting.ask_for_dataset(Set())
    dialog = page.findChild(GenerateDialog)

    assert dialog._source.currentData() == MODEL
    assert {part["environment"] for part in dialog._mix.value()} == {"imported/school"}
    dialog.reject()


def test_the_form_ends_in_rows_and_a_funnel_that_agrees(session, page, qtbot):
    page.starting.ask()
    dialog = page.findChild(GenerateDialog)
    dialog._mix.set_value([{"environment": "letter_counting", "level": "easy", "weight": 1.0}])
    dialog.form().set_values({"count": 8})
    dialog.start()
    run = session.runs.active[-1]

    qtbot.waitUntil(lambda: run.is_over, timeout=60_000)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 8, timeout=10_000)

    assert run.end.state is RunState.FINISHED, run.end.message
    counts = page.jobs.runs.card(run).funnel.counts()
    assert counts == dict.fromkeys(("generated", "parsed", "verified", "new", "kept"), 8)
    rows = session.store.samples.page(page.samples.ids())
    assert {row.judgement for row in rows} == {"correct"}
    assert {row.environment for row in rows} == {"letter_counting"}
    assert page.samples.view.current_id() is not None


def test_the_funnel_moves_while_the_generation_works(session, page, told, qtbot):
    run, say, _ = told
    page.jobs.runs._on_added(run)
    card = page.jobs.runs.card(run)
    assert isinstance(card, FunnelCard)
    assert set(card.funnel.counts().values()) == {None}

    say(
        State(state="running"),
        Progress(phase="generate", done=3, total=9),
        Metric(step=4, values={"generated": 4.0, "parsed": 3.0, "verified": 2.0, "kept": 2.0}),
        SampleWritten(file="samples.jsonl", line=2, correct=True),
    )
    qtbot.waitUntil(lambda: card.funnel.counts()["generated"] == 4)

    assert card.funnel.counts()["kept"] == 2
    assert card.funnel.counts()["new"] is None
    assert card._bar.value() > 0


def test_cancel_answers_at_once(page, told, qtbot):
    run, say, job = told
    page.jobs.runs._on_added(run)
    card = page.jobs.runs.card(run)
    say(State(state="running"))
    qtbot.waitUntil(lambda: run.state is RunState.RUNNING)

    card.button("cancel").click()

    assert job.did == ["cancel"]
    assert card._state.text() == "Cancelling\u2026"
    assert not card.button("cancel").isVisible()


def test_a_finished_card_says_what_it_cost_and_why_some_were_dropped(page, told, qtbot, opened):
    run, say, job = told
    page.jobs.runs._on_added(run)
    card = page.jobs.runs.card(run)
    say(SampleWritten(file="samples.jsonl", line=6, correct=True))
    qtbot.waitUntil(lambda: run.samples[0] == 6)
    job.end = RunEnd(state=RunState.FINISHED, summary=SUMMARY)
    qtbot.waitUntil(lambda: run.is_over)

    assert card.funnel.counts() == {k: SUMMARY[k] for k in card.funnel.counts()}
    words = card.funnel._cost.text()
    assert words.startswith("took ")
    assert "2 with a wrong answer" in words
    assert "1 repeated" in words
    card.button("show").click()
    assert opened == [("data", {"run": "R1"})]


def test_a_broken_generation_is_a_red_card_that_can_go_on(page, told, qtbot):
    run, say, job = told
    page.jobs.runs._on_added(run)
    card = page.jobs.runs.card(run)
    say(SampleWritten(file="samples.jsonl", line=3, correct=True))
    qtbot.waitUntil(lambda: run.samples[0] == 3)
    job.end = RunEnd(state=RunState.CRASHED, message="The worker was killed", reason="crash")
    qtbot.waitUntil(lambda: run.is_over)

    assert card.property("card") == "bad"
    assert "killed" in card._message.text()
    assert card.button("resume").isVisible()
    assert card.button("show").isVisible()


def test_cards_are_there_after_the_page_was_built_again(session, page, make_page, told, qtbot):
    run, _, job = told
    page.jobs.runs._on_added(run)
    job.end = RunEnd(state=RunState.FINISHED, summary=SUMMARY)
    qtbot.waitUntil(lambda: run.is_over)
    state = page.save_state()
    page.hide()

    again = make_page(state)

    assert again.jobs.isVisible()
    assert again.jobs.runs.card(run).funnel.counts()["kept"] == 6


def test_jobs_take_no_room_when_there_are_none(page):
    assert not page.jobs.isVisible()


@pytest.mark.slow
def test_a_killed_generation_goes_on_where_it_stopped(session, page, qtbot):
    mix = [{"environment": "letter_counting", "level": "medium"}]
    page.starting.generate({"source": "solver", "environments": mix, "count": 4000})
    run = session.runs.active[-1]
    qtbot.waitUntil(lambda: run.samples[0] > 50, timeout=60_000)
    run.kill()
    qtbot.waitUntil(lambda: run.is_over, timeout=20_000)
    assert run.end.state is RunState.CRASHED
    card = page.jobs.runs.card(run)

    card.button("resume").click()
    resumed = session.runs.active[-1]

    qtbot.waitUntil(lambda: resumed.is_over, timeout=90_000)
    assert resumed.end.state is RunState.FINISHED, resumed.end.message
    assert session.store.samples.count(SampleFilter(run=run.id)) == resumed.end.summary["samples"]
    assert page.jobs.runs.card(run) is None


def test_few_sample_problems_are_one_press_away(session, page, qtbot):
    page.starting.make_few()
    run = session.runs.active[-1]

    assert run.config["config"]["count"] == 20
    run.cancel()
    qtbot.waitUntil(lambda: run.is_over, timeout=60_000)


def test_reasons_nobody_knows_are_shown_as_they_stand():
    rows = [{"reason": "the moon", "count": 3}]
    assert rejected_texts({"rejected": rows}) == ["3 the moon"]
