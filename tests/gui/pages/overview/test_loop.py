"""Running the loop by one button: words, Cancel, failure, and a result that stays."""

import dataclasses

import pytest

from o1desk.core.runs import RunState
from o1desk.gui.pages.overview.controller import (
    LAST,
    LoopController,
    fitted,
    loop_controller,
)
from o1desk.gui.pages.overview.loop_result import as_json, is_result
from o1desk.gui.pages.overview.page import OverviewPage
from o1desk.jobs.loop import LoopFailedError, LoopSettings


@pytest.fixture
def running(page, loops, loop, qtbot):
    """The card of a loop that is at work, and the loop behind it."""
    page._card._start.click()
    assert loop.is_running
    return page._card, loops[-1]


def test_one_press_starts_the_loop_with_the_chosen_time(page, loops, loop):
    assert page._card._start.isVisible()
    page._card._minutes.setCurrentIndex(page._card._minutes.findData(15.0))

    page._card._start.click()

    settings = loops[-1].settings
    assert settings.minutes == 15.0
    assert settings.model == "starter"
    assert {part["level"] for part in settings.mix} == {"medium"}
    assert not page._card._start.isVisible()
    assert page._card._cancel.isVisible()


def test_a_loop_at_work_is_not_started_again(page, running, loops, loop):
    loop.start(5.0)

    assert len(loops) == 1


def test_the_card_says_which_part_is_at_work_and_what_is_left(running, qtbot):
    card, engine = running
    assert card._stages.signs() == "\u25cb" * 4

    engine.now = ("train", 0.4, 185.0)
    qtbot.waitUntil(lambda: "Training" in card._words.text())

    assert "about 3 min left" in card._words.text()
    assert card._stages.signs() == "\u2713\u2713\u25cf\u25cb"
    assert card._bar.value() == 400


def test_the_accuracy_is_drawn_while_it_trains(running, qtbot):
    card, engine = running
    engine.now = ("train", 0.3, 100.0)
    engine.measure(0, 0.5)
    qtbot.waitUntil(lambda: len(card._loop.curve) == 1)
    assert card._chart is None

    engine.measure(10, 0.6)
    qtbot.waitUntil(lambda: card._chart is not None and card._chart.isVisible())

    assert list(card._chart.lines.all()["heldout"].y) == [0.5, 0.6]


def test_the_training_at_work_can_be_watched(page, running, opened, qtbot):
    card, engine = running
    assert not card._watch.isVisible()
    engine.current_run = "R7"
    engine.now = ("train", 0.3, 100.0)
    qtbot.waitUntil(card._watch.isVisible)

    card._watch.click()

    assert opened == [("train", {"run": "R7"})]


def test_cancel_answers_at_once_and_is_no_failure(running, loop, toasts, qtbot, monkeypatch):
    card, engine = running
    monkeypatch.setattr(engine, "cancel", lambda: None)

    card._cancel.click()

    assert card._cancel.text() == "Cancelling\u2026"
    assert not card._cancel.isEnabled()
    type(engine).cancel(engine)
    qtbot.waitUntil(lambda: not loop.is_running)
    qtbot.waitUntil(lambda: loop.live.is_over)
    assert loop.live.end.state is RunState.CANCELLED
    assert card.property("card") == "true"
    assert card._start.isVisible()
    assert "every finished part is kept" in card._failure.text()
    assert toasts[-1].tone == "plain"


def test_a_failure_is_a_red_card_with_a_sentence(running, loop, toasts, qtbot):
    card, engine = running
    engine.end(LoopFailedError("The loop stopped in 'train': out of memory"))

    qtbot.waitUntil(lambda: not loop.is_running)

    assert card._failure.text() == "The loop stopped in 'train': out of memory"
    assert card.property("card") == "bad"
    assert toasts[-1].tone == "bad"
    assert toasts[-1].is_system
    qtbot.waitUntil(lambda: loop.live.is_over)
    assert loop.live.end.state is RunState.FAILED
    assert card._start.isVisible()


def test_a_bug_of_the_loop_is_told_and_the_button_comes_back(running, loop, qtbot):
    card, engine = running
    engine.end(ZeroDivisionError("division by zero"))

    qtbot.waitUntil(lambda: not loop.is_running)

    assert "division by zero" in card._failure.text()
    assert card._start.isVisible()


def test_a_new_start_forgets_the_failure(running, loop, qtbot):
    card, engine = running
    engine.end(LoopFailedError("no"))
    qtbot.waitUntil(lambda: not loop.is_running)

    card._start.click()

    assert not card._failure.isVisible()
    assert card.property("card") == "true"


def test_the_loop_is_in_the_list_of_runs_that_the_window_shows(session, running, loop, qtbot):
    _, engine = running
    assert [run.role for run in session.runs.active] == ["loop"]
    assert not session.runs.active[0].is_quiet
    engine.now = ("train", 0.5, 60.0)
    live = session.runs.active[0]
    qtbot.waitUntil(lambda: live.progress is not None and live.progress.done == 500)

    session.runs.active[0].cancel()

    qtbot.waitUntil(lambda: session.runs.active == [])


@pytest.mark.parametrize("way", ["suspend", "hang_up"])
def test_a_loop_is_suspended_when_the_window_closes_and_not_cancelled(session, running, qtbot, way):
    _, engine = running

    getattr(session.runs.active[0], way)()

    assert engine.was_suspended
    qtbot.waitUntil(lambda: session.runs.active == [])


def test_the_end_is_told_wherever_the_user_is(page, running, result, toasts, opened, qtbot):
    _, engine = running
    engine.end(result)

    qtbot.waitUntil(lambda: bool(toasts))

    assert "50%" in toasts[-1].text
    assert "70%" in toasts[-1].text
    assert toasts[-1].is_system
    toasts[-1].run()
    assert opened == [("overview", {})]
    qtbot.waitUntil(lambda: page._result is not None)


def test_a_result_is_there_after_a_restart(session, page, running, result, loop, qtbot):
    _, engine = running
    engine.end(result)
    qtbot.waitUntil(lambda: session.store.state.get(LAST) is not None)

    later = LoopController(session)
    qtbot.waitUntil(lambda: later.result is not None)

    assert later.result == loop.result
    assert is_result(later.result)


def test_a_stored_result_is_shown_even_when_it_comes_late(session, result, qtbot):
    session.store.state.set(LAST, as_json(result))
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.show()
    page.entered()

    qtbot.waitUntil(lambda: page._result is not None)

    assert page._result.result["run"] == result.adapter


def test_a_page_built_again_during_the_loop_goes_on(session, page, running, loop, qtbot):
    _, engine = running
    engine.now = ("measure after", 0.9, 20.0)
    page.hide()
    again = OverviewPage(session)
    qtbot.addWidget(again)
    again.show()
    again.entered()

    qtbot.waitUntil(lambda: again._card._stages.signs() == "\u2713\u2713\u2713\u25cf")
    again._card._cancel.click()
    qtbot.waitUntil(lambda: not loop.is_running)


@pytest.mark.parametrize(
    "value",
    [
        None, [], {}, {"before": 1}, {"seconds": "x"},
        {"seconds": 1, "before": {}, "after": {}, "run": "R", "train_curve": []},
    ],
)  # fmt: skip
def test_what_another_version_stored_is_passed_over(session, value, qtbot):
    session.store.state.set(LAST, value)

    later = LoopController(session)
    qtbot.wait(100)

    assert later.result is None


def test_a_result_survives_the_way_through_json(result):
    assert is_result(as_json(result))
    assert not is_result(as_json(result) | {"vote_after": [[1.0]]})
    broken = as_json(result) | {"before": dict(result.before, pass_at_1=float("nan"))}
    assert not is_result(broken)


def test_a_short_loop_measures_fewer_problems():
    usual = LoopSettings(model="starter", mix=[], minutes=5.0)
    short = dataclasses.replace(usual, minutes=1.0)

    assert fitted(usual) == usual
    assert fitted(short).count < usual.count
    assert fitted(short).vote_count <= fitted(short).count


def test_the_loop_belongs_to_the_session(session, loop):
    assert loop_controller(session) is loop


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_tiny_loop_runs_for_real(session, page, loop, qtbot, monkeypatch):
    def tiny(settings):
        return dataclasses.replace(
            settings, minutes=0.1, count=8, vote_count=2, generate_count=4, max_new_tokens=60,
            mix=[{"environment": "chain_sum", "level": "easy"}],
            rl={"prompts": 2, "group_size": 2, "eval_every": 1, "eval_count": 4},
        )  # fmt: skip

    monkeypatch.setattr("o1desk.gui.pages.overview.controller.fitted", tiny)

    page._card._start.click()
    qtbot.waitUntil(lambda: not loop.is_running, timeout=350_000)

    assert loop.failure == ""
    assert is_result(loop.result)
    assert loop.result["before"]["n"] == loop.result["after"]["n"] == 8
    qtbot.waitUntil(lambda: page._result is not None)
    assert session.store.counts()["sample"] > 0
