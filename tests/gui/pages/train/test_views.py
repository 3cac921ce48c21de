"""The parts of the view of one run."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from o1desk.core.events import Anomaly, Metric, State
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.pages.train.chart_toolbar import ChartToolbar
from o1desk.gui.pages.train.group_view import GroupView
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.pages.train.result_card import ResultCard, gain_of
from o1desk.gui.pages.train.rollout_browser import RolloutBrowser
from o1desk.gui.pages.train.run_header import RunHeader
from o1desk.gui.pages.train.run_view import RunView
from o1desk.gui.pages.train.settings_list import SettingsList
from o1desk.gui.pages.train.trouble_card import TroubleCard
from o1desk.store.rollouts import RolloutGroup, RolloutMember


@pytest.fixture
def reopened(session, stored, qtbot):
    """A stored run as a record."""

    def make(**values):
        record = RunRecord(session, QObject(session), run_id=stored(**values), live=None)
        qtbot.waitUntil(lambda: record.row is not None)
        return record

    return make


def shown_buttons(header):
    return {name for name, made in header._buttons.items() if not made.isHidden()}


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        ("running", {"pause", "suspend", "cancel"}),
        ("paused", {"go_on", "suspend", "cancel"}),
        ("loading", {"suspend", "cancel"}),
    ],
)
def test_the_rungs_that_can_be_taken_are_the_buttons(session, theme, follow, qtbot, state, buttons):
    live, feeder = follow()
    record = RunRecord(session, QObject(session), live=live)
    header = RunHeader(theme)
    qtbot.addWidget(header)
    with qtbot.waitSignal(record.changed):
        feeder.say(State(state=state))

    header.show_record(record)

    assert shown_buttons(header) == buttons


def test_a_finished_run_can_be_chatted_with_and_trained_further(theme, reopened, qtbot):
    header = RunHeader(theme)
    qtbot.addWidget(header)

    header.show_record(reopened())

    assert shown_buttons(header) == {"edit", "further", "chat", "folder"}


def test_a_suspended_run_can_be_resumed(theme, reopened, qtbot):
    header = RunHeader(theme)
    qtbot.addWidget(header)
    header.show_record(reopened(end=RunEnd(state=RunState.SUSPENDED, exit_code=3)))

    with qtbot.waitSignal(header.asked) as asked:
        header.button("resume").click()

    assert asked.args == ["resume"]


def test_the_result_says_whether_the_gain_is_real(theme, reopened, qtbot):
    record = reopened()
    card = ResultCard(theme)
    qtbot.addWidget(card)
    card.show_record(record)

    gain = gain_of(record)
    assert gain.is_sure
    assert (gain.before[0], gain.after[0], gain.n) == (0, 3, 96)
    assert "the gain is real" in card._words.text()
    assert not card.isHidden()


@pytest.mark.parametrize(
    ("rates", "best"),
    [((0.4, 0.6, 0.6), ""), ((0.6, 0.5, 0.4), ""), ((0.4, 0.7, 0.6), "Best was step 1 with 70")],
)
def test_the_best_step_is_told_only_when_it_was_better(
    session, theme, follow, heldout, qtbot, rates, best
):
    live, feeder = follow()
    record = RunRecord(session, QObject(session), live=live)
    feeder.say(*(Metric(step=step, values=heldout(rate)) for step, rate in enumerate(rates)))
    qtbot.waitUntil(lambda: len(record.heldout) == len(rates))
    live._finish(RunEnd(state=RunState.FINISHED, exit_code=0))
    card = ResultCard(theme)
    qtbot.addWidget(card)

    card.show_record(record)

    assert ("Best was" in card._words.text()) is bool(best)
    assert best in card._words.text()


def test_no_result_is_claimed_while_a_run_is_at_work(session, theme, follow, heldout, qtbot):
    live, feeder = follow()
    record = RunRecord(session, QObject(session), live=live)
    feeder.say(Metric(step=0, values=heldout(0.3)), Metric(step=10, values=heldout(0.9)))
    qtbot.waitUntil(lambda: len(record.heldout) == 2)
    card = ResultCard(theme)
    qtbot.addWidget(card)

    card.show_record(record)

    assert card.isHidden()


def test_a_crash_is_a_red_card_with_what_was_kept(theme, reopened, qtbot):
    end = RunEnd(
        state=RunState.CRASHED, exit_code=-9, reason="crash", message="The worker was killed"
    )
    card = TroubleCard(theme)
    qtbot.addWidget(card)
    card.show_record(reopened(end=end))

    assert card.text == (
        "The worker crashed\nThe worker was killed\n"
        "Kept: charts, answers, and the checkpoint of step 3."
    )
    with qtbot.waitSignal(card.resume_asked):
        card._resume.click()


def test_out_of_memory_offers_the_next_smaller_try(theme, reopened, qtbot):
    end = RunEnd(
        state=RunState.FAILED,
        exit_code=4,
        reason="out_of_memory",
        message="Memory ran out",
        hint={"micro_tokens": 4096},
    )
    card = TroubleCard(theme)
    qtbot.addWidget(card)
    card.show_record(reopened(end=end))

    assert card._retry.text().startswith("Try again with ")
    assert "4096" in card._retry.text()
    with qtbot.waitSignal(card.retry_asked) as asked:
        card._retry.click()
    assert asked.args == [{"micro_tokens": 4096}]


def test_the_settings_of_a_run_are_listed_with_their_words(theme, reopened, qtbot):
    settings = SettingsList(theme)
    qtbot.addWidget(settings)
    settings.show_record(reopened())

    texts = [part.text() for part in settings.findChildren(QLabel)]
    assert "Steps" in texts
    assert "40" in texts


def test_the_answers_of_each_step_can_be_looked_at(session, reopened, qtbot):
    browser = RolloutBrowser(session)
    qtbot.addWidget(browser)
    browser.resize(500, 700)
    browser.show()
    browser.show_record(reopened())
    qtbot.waitUntil(lambda: browser.model.rowCount() == 2)
    assert browser.step == 3

    browser.steps.back()
    qtbot.waitUntil(lambda: browser.step == 2 and len(browser.group_view.cards) == 2)

    card = browser.group_view.cards[0]
    texts = [box.toPlainText() for box in card.findChildren(QPlainTextEdit)]
    assert texts == ["add", "4"]
    with qtbot.waitSignal(session.opened) as opened:
        card._on_data()
    assert opened.args[0].page == "data"
    assert opened.args[0].what["sample"] > 0


def test_a_pinned_problem_is_followed_over_the_steps(session, reopened, qtbot):
    browser = RolloutBrowser(session)
    qtbot.addWidget(browser)
    browser.resize(500, 700)
    browser.show()
    record = reopened()
    browser.show_record(record)
    qtbot.waitUntil(lambda: browser.group_view.group is not None)
    browser._choose(1)
    problem = browser.group_view.group.problem_id

    browser._on_pin(is_on=True)
    browser.show_step(1)

    qtbot.waitUntil(lambda: browser.step == 1 and browser.group_view._pinned.isVisible())
    assert record.pinned == problem
    assert browser.group_view.group.problem_id == problem


def test_the_newest_step_is_followed_until_a_person_looks_back(session, follow, qtbot):
    live, feeder = follow()
    live.rollout_steps += [1, 2, 3]
    record = RunRecord(session, QObject(session), live=live)
    browser = RolloutBrowser(session)
    qtbot.addWidget(browser)
    browser.show_record(record)
    assert browser.step == 3

    browser.steps.slider.setValue(0)
    live.rollout_steps.append(4)
    browser.show_record(record)
    assert browser.step == 1

    browser.steps.follow.setChecked(True)
    assert browser.step == 4
    assert feeder.t > 0


def test_an_answer_that_looks_like_markup_is_text(theme, qtbot, reopened, session):
    view = GroupView(theme)
    qtbot.addWidget(view)
    groups = session.store.rollouts.at(reopened().id, 1)

    view.show_group(groups[0], is_pinned=False)

    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in view.findChildren(QLabel))


def test_something_the_guard_did_is_marked_in_every_chart(session, reopened, qtbot):
    from o1desk.gui.pages.train.controller import train_controller

    controller = train_controller(session)
    controller._take(reopened())
    view = RunView(session, controller)
    qtbot.addWidget(view)
    board = view.build_board()

    view._on_anomaly(Anomaly(what="collapse", step=2, action="restored"))

    marks = {key: chart._marks for key, chart in board.charts.items()}
    assert all(len(found) == 1 and found[0].x == 2.0 for found in marks.values())


def test_charts_of_a_reopened_run_hold_the_stored_numbers(session, reopened, qtbot):
    from o1desk.gui.pages.train.controller import train_controller

    controller = train_controller(session)
    controller._take(reopened())
    view = RunView(session, controller)
    qtbot.addWidget(view)
    board = view.build_board()
    board.flush()

    line = board.charts["accuracy"].lines.all()["heldout_pass_at_1"]
    assert line.y.tolist() == [0.4, pytest.approx(0.7)]
    assert line.low.tolist() == [pytest.approx(0.35), pytest.approx(0.65)]
    board.set_kind("tokens")
    board.flush()
    assert board.charts["reward"].lines.all()["reward"].x.tolist() == [200.0, 400.0, 600.0]


def test_a_run_without_tokens_is_drawn_over_steps(theme, qtbot):
    toolbar = ChartToolbar(theme)
    qtbot.addWidget(toolbar)
    toolbar.set_state({"kind": "tokens"})
    assert toolbar.kind == "tokens"

    with qtbot.waitSignal(toolbar.changed):
        toolbar.set_has_tokens(False)

    assert toolbar.kind == "step"


def test_what_the_guard_cannot_mend_is_told_wherever_a_person_is(session, follow, qtbot):
    from o1desk.gui.pages.train.controller import train_controller

    live, feeder = follow()
    train_controller(session).show_live(live)
    feeder.say(State(state="running"), Anomaly(what="unscored", step=1, action="left out 5 %"))
    qtbot.waitUntil(lambda: len(live.anomalies) == 1)

    with qtbot.waitSignal(session.toasted) as toasted:
        feeder.say(Anomaly(what="no_learning_signal", step=9, action="told the user"))

    assert toasted.args[0].text == "Step 9: no group teaches anything"
    assert toasted.args[0].is_system


def test_an_evaluation_has_no_charts_but_its_result(session, stored, qtbot):
    from o1desk.gui.pages.train.controller import train_controller

    summary = {"pass_at_1": 0.5, "ci95": [0.4, 0.6], "n": 100}
    end = RunEnd(state=RunState.FINISHED, exit_code=0, summary=summary)
    controller = train_controller(session)
    controller.show_run(stored("20260101-000000-evaluate-eeee", role="evaluate", end=end))
    view = RunView(session, controller)
    qtbot.addWidget(view)
    qtbot.waitUntil(lambda: controller.record.row is not None)

    assert view._charts.isHidden()
    assert "50 % of 100 problems were solved" in view.header._words.text()


def member(number=1):
    return RolloutMember(
        sample_id=number, text="<think>x</think>4", answer="4", judgement="correct", reward=1.0,
        advantage=0.5, tokens_thinking=1, tokens_answer=1, truncated=False,
    )  # fmt: skip


def group(*members, prompt="2 + 2 ="):
    return RolloutGroup(
        index=0, problem_id=1, prompt=prompt, environment="sums", level="easy", answer="4",
        members=members,
    )  # fmt: skip


def test_answers_that_are_left_out_are_counted(theme, qtbot):
    view = GroupView(theme)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()

    view.show_group(group(*(member(n) for n in range(70))), is_pinned=False)
    assert view._more.isVisible()
    assert view._more.text().startswith("6 ")
    qtbot.waitUntil(lambda: len(view.cards) == 64)
    assert view._list.indexOf(view._more) > view._list.indexOf(view.cards[-1])

    view.show_group(group(*(member(n) for n in range(64))), is_pinned=False)
    assert not view._more.isVisible()
    qtbot.waitUntil(lambda: len(view.cards) == 64)


def lines_of(widgets):
    """Return the numbers of the lines that widgets stand on."""
    height = max(made.height() for made in widgets)
    return {made.geometry().center().y() // height for made in widgets}


def test_the_buttons_stand_at_the_right_edge_while_there_is_room(theme, reopened, qtbot):
    header = RunHeader(theme)
    qtbot.addWidget(header)
    header.resize(1400, 200)
    header.show()
    header.show_record(reopened())
    shown = [made for made in header._buttons.values() if made.isVisible()]

    qtbot.waitUntil(lambda: shown[-1].geometry().right() == header.width() - 1)
    assert len(lines_of(shown)) == 1
    assert header._title.x() == 0
    assert shown[0].x() > header._name.geometry().right() + theme.px(100)

    header.resize(500, 200)
    qtbot.waitUntil(lambda: shown[-1].y() >= header._title.geometry().bottom())
    assert min(made.x() for made in shown) == 0


def test_an_answer_of_200_000_characters_is_shown_in_part(theme, qtbot):
    member = RolloutMember(
        sample_id=1, text="<think>" + "x" * 200_000 + "</think>y" * 20_000, answer="y" * 9_000,
        judgement="incorrect", reward=0.0, advantage=-1.0, tokens_thinking=1, tokens_answer=1,
        truncated=True,
    )  # fmt: skip
    view = GroupView(theme)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.show_group(
        RolloutGroup(
            index=0, problem_id=1, prompt="z" * 200_000, environment="sums", level="easy",
            answer="7" * 10_000, members=(member,) * 3,
        ),
        is_pinned=False,
    )  # fmt: skip

    qtbot.waitUntil(lambda: len(view.cards) == 3)
    assert view._prompt.text() == "z" * 200_000
