"""A training that has no room beside the model of the chat."""

import pytest

from o1desk.core.runs import RunState
from o1desk.gui.pages.chat.controller import chat_controller
from o1desk.gui.pages.train.controller import train_controller
from o1desk.gui.pages.train.new_run_view import NewRunView
from o1desk.jobs import manager as managing

MIB_PER_GIB = 1024.0


@pytest.fixture
def started(session, fake_run, monkeypatch):
    """Runs that were started, as (role, live run, job), without any worker."""
    runs = []

    def start(role, config, *, title, **more):
        live, job, _ = fake_run(role, title)
        job.run.role = role
        job.ask, job.drop = (lambda **_: 1), (lambda _: None)
        live.config = dict(config)
        runs.append((role, live, job))
        return live

    monkeypatch.setattr(session.runs, "start", start)
    return runs


@pytest.fixture
def machine(monkeypatch):
    """A machine where each job needs 2 GiB; the test says how much is free."""
    free = {"gib": 1.0}
    monkeypatch.setattr(managing, "need_mib", lambda *_, **__: 2 * MIB_PER_GIB)
    monkeypatch.setattr(managing, "free_memory_mib", lambda _: free["gib"] * MIB_PER_GIB)
    monkeypatch.setattr(managing, "device_for", lambda _: "cpu")
    monkeypatch.setattr("o1desk.gui.pages.train.measuring.device_for", lambda _: "cpu")
    return free


@pytest.fixture
def chat(session, started, machine):
    """A chat whose model is open and holds 2 GiB."""
    made = chat_controller(session)
    made.choose(model="fake")
    run = made.answers.answerer.run
    run.state = run.job.state = RunState.RUNNING
    session.runs.manager.lease.take("cpu", run.id, 2 << 30)
    return made


@pytest.fixture
def card(session, qtbot):
    view = NewRunView(session, train_controller(session))
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show()
    view.preflight.view = view
    return view.preflight


def roles(started):
    return [role for role, _, _ in started]


def test_start_asks_what_to_do_about_the_model_of_the_chat(chat, card, started, qtbot):
    qtbot.waitUntil(card.chat.isVisible)

    assert not card._start.isVisible()
    card.start()
    assert roles(started) == ["chat"]
    card.chat._beside.click()
    assert roles(started) == ["chat", "train"]


def test_unloaded_it_makes_room_and_start_is_there_again(chat, card, started, qtbot):
    qtbot.waitUntil(card.chat.isVisible)

    card.chat._unload.click()

    assert started[0][2].told == ["hang_up"]
    assert not card.chat.isVisible()
    assert card._start.isVisible()
    card.start()
    assert roles(started) == ["chat", "train"]


def test_a_model_that_answers_is_not_taken_away(chat, card, started, qtbot):
    qtbot.waitUntil(card.chat.isVisible)
    chat.ask("3 + 4 =")
    qtbot.waitUntil(lambda: not card.chat._unload.isEnabled())
    assert card.chat._beside.isEnabled()

    chat.stop()
    qtbot.waitUntil(card.chat._unload.isEnabled)


def test_nothing_is_asked_where_both_have_room(chat, card, machine, qtbot):
    machine["gib"] = 9.0
    qtbot.waitUntil(lambda: card._room is not None)

    assert not card.chat.isVisible()
    assert card._start.isVisible()


def test_nothing_is_asked_while_the_chat_has_no_model(session, started, machine, card, qtbot):
    chat_controller(session)
    qtbot.waitUntil(lambda: card._room is not None)

    assert not card.chat.isVisible()


def test_a_model_that_the_chat_opens_meanwhile_is_asked_about(
    session, started, machine, card, qtbot
):
    qtbot.waitUntil(lambda: card._room is not None)
    assert not card.chat.isVisible()

    chat_controller(session).answers.prepare("fake")
    session.runs.manager.lease.take("cpu", started[0][1].id, 2 << 30)

    qtbot.waitUntil(card.chat.isVisible)


def test_a_form_that_cannot_start_does_not_start_beside_it(chat, card, started, qtbot):
    qtbot.waitUntil(card.chat.isVisible)
    card.view.form.mix.set_value([])
    card.view._check()
    assert not card.chat._beside.isEnabled()
