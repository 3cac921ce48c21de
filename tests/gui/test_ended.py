"""A run that ends while its page is not there: its card waits, and its end is told."""

import pytest

from o1desk.core.events import SampleWritten, Stamped
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.toasts import ToastFrame

SUMMARY = {"kept": 18, "generated": 24, "verified": 20}


@pytest.fixture
def toasts(session):
    """What was said to the user, in order."""
    said = []

    def hear(toast):
        said.append(toast)

    session.toasted.connect(hear)
    return said


def end(job, state, **more):
    job.state, job.end = state, RunEnd(state=state, **more)


@pytest.mark.parametrize("key", ["settings", "data"])
def test_a_generation_that_crashed_while_its_page_was_gone_has_its_card(
    window, theme, fake_run, qtbot, key
):
    window.show_page("data")
    run, job, tell = fake_run("generate", "Solving 20 problems")
    tell(Stamped(seq=1, t=1.0, event=SampleWritten(file="samples.jsonl", line=3, correct=True)))
    window.show_page("settings")
    before = window.stack.current
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: window.stack.current is not before)

    window.show_page(key)
    end(job, RunState.CRASHED, message="The worker was killed", reason="crash")
    qtbot.waitUntil(lambda: run.is_over)

    window.show_page("data")
    card = window.stack.current.jobs.runs.card(run)
    assert card.property("card") == "bad"
    assert card.button("resume").isVisible()
    card._close.click()
    window.stack.rebuild()
    assert window.stack.current.jobs.runs.card(run) is None


def test_the_end_of_a_generation_is_told_wherever_one_looks(session, fake_run, toasts, qtbot):
    opened = []
    session.opened.connect(opened.append)
    run, job, tell = fake_run("generate", "Solving 20 problems")
    tell(Stamped(seq=1, t=1.0, event=SampleWritten(file="samples.jsonl", line=18, correct=True)))
    end(job, RunState.FINISHED, summary=SUMMARY)
    qtbot.waitUntil(lambda: bool(toasts))

    told = toasts[0]
    assert told.text == "Solving 20 problems: finished. 18 of 24 samples were kept; 20 were right"
    assert (told.tone, told.is_system) == ("good", True)
    told.run()
    assert (opened[0].page, opened[0].what) == ("data", {"run": run.id})


@pytest.mark.parametrize("role", ["generate", "export"])
@pytest.mark.parametrize("state", [RunState.FAILED, RunState.CRASHED])
def test_a_failure_is_told_with_its_reason(session, fake_run, toasts, qtbot, role, state):
    _, job, _ = fake_run(role, "The work")
    end(job, state, message="The disk is full; nothing stays behind")
    qtbot.waitUntil(lambda: bool(toasts))

    assert "The work: " in toasts[0].text
    assert "The disk is full" in toasts[0].text
    assert (toasts[0].tone, toasts[0].is_system) == ("bad", True)


def test_an_export_is_told_without_its_page_and_models_are_looked_up(
    session, fake_run, toasts, qtbot, tmp_path
):
    _, job, _ = fake_run("export", "Exporting mine")
    with qtbot.waitSignal(session.models_changed):
        end(job, RunState.FINISHED, summary={"out": str(tmp_path / "mine"), "check": "equal"})
    assert toasts[0].text == "mine is written"
    assert toasts[0].is_system


@pytest.mark.parametrize(
    ("role", "page"), [("generate", "data"), ("export", "models"), ("train", "train")]
)
def test_no_end_is_told_twice(window, session, fake_run, toasts, qtbot, role, page):
    for key in (page, "settings", page):
        window.show_page(key)
    summary = SUMMARY | {"out": "/tmp/x", "check": "equal", "steps": 1}  # noqa: S108 - only named
    run, job, _ = fake_run(role, "The work")
    end(job, RunState.FINISHED, summary=summary)
    qtbot.waitUntil(lambda: run.is_over)
    qtbot.wait(100)

    (told,) = [toast for toast in toasts if toast.is_system]
    assert [f.toast for f in window.findChildren(ToastFrame) if f.toast.is_system] == [told]


def test_what_other_work_waits_for_and_a_quiet_run_are_not_told(session, fake_run, toasts, qtbot):
    part, part_job, _ = fake_run("generate", "Samples for a fine-tuning")
    part.is_part = True
    quiet, quiet_job, _ = fake_run("generate", "Quiet")
    quiet.is_quiet = True
    for job in (part_job, quiet_job):
        end(job, RunState.FINISHED, summary=SUMMARY)
    qtbot.waitUntil(lambda: part.is_over and quiet.is_over)
    qtbot.wait(50)

    assert toasts == []
    assert session.ended.kept == [part]
