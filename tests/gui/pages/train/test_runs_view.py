"""The table of all runs and what can be done with its rows."""

import pytest

from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.pages.train.controller import train_controller
from o1desk.gui.pages.train.run_actions import RunActions
from o1desk.gui.pages.train.runs_view import RunsView

FIRST, SECOND, THIRD = (f"2026010{n}-000000-train-aaa{n}" for n in (1, 2, 3))


@pytest.fixture
def view(session, stored, qtbot):
    """Three trainings, the last of them suspended, and a generation."""
    stored(FIRST)
    stored(SECOND, config={"learning_rate": 0.01, "lora": {"rank": 4}})
    stored(THIRD, end=RunEnd(state=RunState.SUSPENDED, exit_code=3))
    stored("20260104-000000-generate-bbbb", role="generate")
    made = RunsView(session, RunActions(session, train_controller(session), session))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: made.table.proxy.rowCount() == 3)
    return made


def enabled(view):
    return {name for name, made in view._buttons.items() if made.isEnabled()}


def test_trainings_come_first_and_the_newest_on_top(view):
    assert [view.table.entry(row).row.id for row in range(3)] == [THIRD, SECOND, FIRST]
    assert enabled(view) == set()


def test_what_can_be_done_depends_on_what_is_selected(view):
    view.choose(FIRST)
    assert enabled(view) == {"open", "edit", "chat", "remove"}
    view.choose(THIRD)
    assert enabled(view) == {"open", "edit", "chat", "remove", "resume"}
    view.choose(FIRST, SECOND)
    assert enabled(view) == {"compare", "remove"}


def test_only_what_differs_is_compared(view):
    view.choose(FIRST, SECOND)
    view.compare_chosen()

    rows = {title: values for title, *values in view.comparison.rows()}
    assert set(rows) == {"Best held-out", "Learning rate", "Adapter: rank"}
    assert rows["Learning rate"] == ["0.01", "0.001"]
    assert rows["Best held-out"][0].startswith("70.0\u00a0% at step 3")
    assert len(view.comparison.chart.lines) == 2


def test_runs_with_the_same_settings_differ_in_nothing(view):
    view.choose(FIRST, THIRD)
    view.compare_chosen()

    assert [title for title, *_ in view.comparison.rows()] == ["Best held-out"]


def test_a_note_is_stored_while_it_is_typed(view, session, qtbot):
    view.choose(FIRST)
    view.notes.note.setFocus()
    for letters in ("g", "gc", "gcd"):
        view.notes.note.textEdited.emit(letters)
    view.notes.tags.textEdited.emit("paper, gcd,")

    qtbot.waitUntil(lambda: session.store.runs.get(FIRST).note == "gcd")
    qtbot.waitUntil(lambda: session.store.runs.get(FIRST).tags == ("paper", "gcd"))


def test_a_removed_run_comes_back_by_undo(view, session, qtbot):
    view.choose(FIRST, SECOND)
    with qtbot.waitSignal(session.toasted) as toasted:
        view.remove_chosen()
    qtbot.waitUntil(lambda: view.table.proxy.rowCount() == 1)

    assert toasted.args[0].action == "Undo"
    session.undo.undo()
    qtbot.waitUntil(lambda: view.table.proxy.rowCount() == 3)


def test_a_selection_survives_a_new_reading(view, session, stored, qtbot):
    view.choose(SECOND)

    stored("20260105-000000-train-cccc")
    session.tables_changed.emit(frozenset({"run"}))
    qtbot.waitUntil(lambda: view.table.proxy.rowCount() == 4)

    assert [entry.row.id for entry in view.chosen()] == [SECOND]


def test_a_run_is_put_into_the_form_again(view, session, qtbot):
    view.choose(SECOND)
    with qtbot.waitSignal(view.form_filled):
        view._on_edit()

    settings = train_controller(session).draft.settings
    assert settings["learning_rate"] == 0.01
    assert settings["lora"]["rank"] == 4


def test_chatting_takes_the_best_checkpoint(view, session, qtbot):
    view.choose(FIRST)
    with qtbot.waitSignal(session.opened) as opened:
        view._on_chat()

    assert opened.args[0].what == {"model": f"starter@{FIRST}:3"}


def test_the_other_runs_are_one_button_away(view):
    view._on_role("generate")

    assert view.table.proxy.rowCount() == 1
    view._on_role("evaluate")
    assert view._pages.currentIndex() == 0


def test_the_choices_of_the_view_survive_a_new_page(view, session, qtbot):
    view._on_role("generate")
    view._search.setText("starter")
    again = RunsView(session, RunActions(session, train_controller(session), session))
    qtbot.addWidget(again)

    again.set_state(view.state())

    assert again.state() == view.state()
