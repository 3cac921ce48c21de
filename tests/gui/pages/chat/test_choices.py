import pytest
from PySide6.QtCore import QObject

from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.choices import ChoiceKeeper
from o1desk.gui.pages.chat.context import Choice
from o1desk.gui.pages.chat.controller import chat_controller

LAST = Choice(model="starter@run-1:4", strategy="vote", k=16, temperature=1.2, is_alone=False)


@pytest.fixture
def keeper(session):
    owner = QObject()
    yield ChoiceKeeper(session, owner)
    owner.deleteLater()


def kept(session):
    return loading.last_state(session.store).choice


def test_the_last_session_goes_on_where_nobody_chose(keeper):
    keeper.restore(LAST)
    assert keeper.choice == LAST


def test_what_is_in_force_already_can_be_chosen_too(keeper):
    keeper.choose(model="starter")
    keeper.restore(LAST)
    assert keeper.choice.model == "starter"


def test_another_model_leaves_the_other_choices_of_the_last_session(keeper):
    keeper.choose(model="fake")
    keeper.restore(LAST)
    choice = keeper.choice
    assert (choice.model, choice.strategy, choice.k) == ("fake", "vote", 16)
    assert choice.temperature == 1.2


def test_a_model_that_was_chosen_brings_its_own_way_with_earlier_turns(keeper):
    keeper.choose(model="fake")
    keeper.restore(Choice(model="starter", is_alone=True))
    assert not keeper.choice.is_alone


def test_the_model_of_a_chat_that_was_opened_stays(keeper):
    keeper.follow("starter")
    keeper.restore(LAST)
    assert keeper.choice.model == "starter"


def test_a_setting_changed_meanwhile_holds(session, keeper):
    session.settings.set("chat.temperature", 0.1)
    keeper.restore(LAST)
    assert (keeper.choice.temperature, keeper.choice.k) == (0.1, 16)


def test_a_choice_is_not_written_over_one_that_was_not_read_yet(session, keeper, qtbot):
    loading.keep_choice(session.store, LAST)
    keeper.choose(model="fake")
    done = []
    session.ops.write(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert kept(session) == LAST
    keeper.restore(kept(session))
    qtbot.waitUntil(lambda: kept(session).model == "fake")
    assert kept(session).temperature == 1.2


def test_a_first_choice_is_written_once_it_is_known_to_be_the_first(session, keeper, qtbot):
    keeper.choose(model="fake")
    keeper.restore(None)
    qtbot.waitUntil(lambda: kept(session) is not None and kept(session).model == "fake")


def test_a_page_that_asks_for_the_starter_gets_it_after_a_session_with_an_adapter(session, qtbot):
    loading.keep_choice(session.store, LAST)
    chat = chat_controller(session)
    chat.choose(model="starter")
    qtbot.waitUntil(lambda: chat.is_loaded)
    assert chat.choice.model == "starter"
    qtbot.waitUntil(lambda: kept(session).model == "starter")


def test_a_last_session_that_cannot_be_read_stops_nothing(session, qtbot, monkeypatch):
    def broken(store):
        raise OSError("gone")

    monkeypatch.setattr(loading, "last_state", broken)
    chat = chat_controller(session)
    qtbot.waitUntil(lambda: chat.is_loaded)
    chat.choose(model="fake")
    monkeypatch.undo()
    qtbot.waitUntil(lambda: kept(session) is not None)
