"""The Train page as a whole: its views, its commands, and being thrown away and built again."""

import pytest

from o1desk.core.events import Metric, State
from o1desk.gui.pages.train.page import ALL, NEW, THIS, TrainPage


@pytest.fixture
def page(session, qtbot):
    made = TrainPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.entered()
    return made


def test_the_page_begins_with_the_form(page):
    assert page._tabs.currentIndex() == NEW
    assert page.run._pages.currentIndex() == 0


def test_a_run_that_another_page_points_at_is_shown(page, stored, qtbot):
    run_id = stored()

    page.show_target(run=run_id)

    assert page._tabs.currentIndex() == THIS
    qtbot.waitUntil(lambda: bool(page.run.header._bar.isHidden() and page.run._record.row))
    assert page.controller.record.id == run_id
    assert page.run.result.isVisible()


def test_a_model_that_another_page_points_at_is_put_into_the_form(page, qtbot):
    page.show_target(model="starter@20260101-000000-train-aaaa:3")

    assert page._tabs.currentIndex() == NEW
    qtbot.waitUntil(lambda: page.new.form.model.ref() == "starter@20260101-000000-train-aaaa:3")


def test_a_data_set_that_another_page_points_at_is_put_into_the_form(page, qtbot):
    page.show_target(dataset="my set")

    assert page._tabs.currentIndex() == NEW
    qtbot.waitUntil(lambda: page.new.form.draft.dataset == "my set")
    assert page.controller.draft.method == "sft"


def test_a_page_built_again_while_a_run_streams_shows_everything(
    session, qtbot, follow, heldout, t0
):
    live, feeder = follow()
    live.is_quiet = False
    first = TrainPage(session)
    first.controller.show_live(live)
    first.controller.record.clock.start = t0
    first.show_this()
    first.run.build_board()
    feeder.say(State(state="running"), Metric(step=0, values=heldout(0.4)))
    feeder.steps(1, 8)
    qtbot.waitUntil(lambda: first.controller.record.step == 8)
    first.run.toolbar.set_state({"smoothing": 60, "kind": "seconds", "log": True})
    first.run.side.ask.draft = "12 + 5 ="
    state = first.save_state()
    first.deleteLater()

    second = TrainPage(session)
    qtbot.addWidget(second)
    second.restore_state(state)
    board = second.run.build_board()
    board.flush()
    feeder.steps(9, 9)
    qtbot.waitUntil(lambda: second.controller.record.step == 9)

    assert second._tabs.currentIndex() == THIS
    assert len(board.charts["reward"].lines.all()["reward"].x) >= 8
    assert second.run.toolbar.kind == "seconds"
    assert second.run.side.ask.draft == "12 + 5 ="
    assert second.run.strip.texts


def test_every_command_has_a_title_and_some_a_key(page):
    commands = list(page.commands())

    assert all(command.title for command in commands)
    assert {c.shortcut for c in commands if c.shortcut} == {
        "Ctrl+Return", "Ctrl+P", "Ctrl+M", "Ctrl+N",
    }  # fmt: skip
    ready = {command.key for command in commands if command.is_ready is None or command.is_ready()}
    assert "train.start" in ready
    assert "train.pause" not in ready


def test_the_views_are_reached_by_commands(page):
    by_key = {command.key: command for command in page.commands()}

    by_key["train.all"].run()
    assert page._tabs.currentIndex() == ALL
    by_key["train.new"].run()
    assert page._tabs.currentIndex() == NEW
