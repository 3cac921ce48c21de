"""The item models of the page keep Qt's rules and say what they should."""

import dataclasses

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from o1desk.core.events import Anomaly
from o1desk.core.runs import RunState
from o1desk.gui.pages.train.group_model import GroupModel
from o1desk.gui.pages.train.guard_log import GuardModel
from o1desk.gui.pages.train.run_entries import curve_of, practised, read_entries
from o1desk.gui.pages.train.runs_model import Column, RunsModel, RunsProxy
from o1desk.store.rollouts import RolloutGroup, RolloutMember

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def member(judgement, reward, advantage=0.0):
    return RolloutMember(
        sample_id=1,
        text="<think>\nx\n</think>\n4",
        answer="4",
        judgement=judgement,
        reward=reward,
        advantage=advantage,
        tokens_thinking=1,
        tokens_answer=1,
        truncated=False,
    )


def group(*members, prompt="3 + 4 =", problem=1):
    return RolloutGroup(
        index=0,
        problem_id=problem,
        prompt=prompt,
        environment="sums",
        level="easy",
        answer="7",
        members=members,
    )


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_groups_of_a_step_say_what_they_teach(theme, owner):
    model = GroupModel(theme, owner)
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_groups(
        [
            group(member("correct", 1.0), member("incorrect", 0.0)),
            group(member("correct", 1.0), member("correct", 1.0)),
            group(member("incorrect", 0.0), member("incorrect", 0.0), problem=9),
            group(member(None, None), member(None, None)),
        ]
    )

    assert [texts(model, row)[1:] for row in range(4)] == [
        ["1/2", "0.50", "mixed"],
        ["2/2", "1.00", "all right"],
        ["0/2", "0.00", "all wrong"],
        ["0/2", "\u2013", "all wrong"],
    ]
    assert model.row_of_problem(9) == 2
    assert model.row_of_problem(404) == -1
    assert tester.model() is model


def test_a_prompt_of_200_000_characters_is_one_short_cell(theme, owner):
    model = GroupModel(theme, owner)
    model.set_groups([group(member("correct", 1.0), prompt="<b>x</b> " * 25_000)])

    assert len(texts(model, 0)[0]) < 200


def test_the_guards_log_is_newest_first_and_grows_in_front(theme, owner):
    model = GuardModel(theme, owner)
    tester = QAbstractItemModelTester(model, STRICT)
    entries = [(1.0, Anomaly(what="unscored", step=2, action="left out 5 %", detail="<i>odd</i>"))]
    model.set_entries(entries)
    model.set_entries(
        [*entries, (2.0, Anomaly(what="collapse", step=9, action="restored the adapter of step 4"))]
    )

    newest, oldest = (model.index(row, 0).data() for row in range(2))
    assert "Step 9: held-out accuracy fell far below the start" in newest
    assert "Step 2: answers without a reward; left out 5 %" in oldest
    assert "&lt;i&gt;" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    model.set_entries([])
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_line_of_the_table_of_runs(session, stored, theme, owner):
    run_id = stored()
    session.store.runs.set_note(run_id, "first try\nwith gcd")
    session.store.runs.set_tags(run_id, ["paper", "gcd"])
    model = RunsModel(theme, owner)
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_entries(read_entries(session.store))

    cells = texts(model, 0)
    assert cells[Column.KIND] == "Reinforcement learning"
    assert cells[Column.STATE] == "Finished"
    assert cells[Column.STEPS] == "3"
    assert cells[Column.BEST] == "70.0\u00a0% at step 3"
    assert "first try with gcd" in cells[Column.NOTE]
    assert "paper, gcd" in cells[Column.TAGS]
    assert tester.model() is model


def test_runs_are_sorted_by_value_and_narrowed_by_words(session, stored, theme, owner):
    stored("20260101-000000-train-aaaa", steps=3)
    stored("20260102-000000-train-bbbb", steps=12, config={"model": "/models/other"})
    stored("20260103-000000-generate-cccc", role="generate")
    model, proxy = RunsModel(theme, owner), RunsProxy(owner)
    tester = QAbstractItemModelTester(proxy, STRICT)
    proxy.setSourceModel(model)
    model.set_entries(read_entries(session.store))

    proxy.sort(Column.STEPS, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(row, Column.STEPS).data() for row in range(2)] == ["12", "3"]
    proxy.narrow("", "")
    assert proxy.rowCount() == 3
    proxy.narrow("train", "OTHER reinforcement")
    assert proxy.rowCount() == 1
    proxy.narrow("evaluate", "")
    assert proxy.rowCount() == 0
    assert tester.model() is proxy


def test_a_row_that_only_changed_keeps_its_place(session, stored, theme, owner, qtbot):
    stored()
    model = RunsModel(theme, owner)
    entries = read_entries(session.store)
    model.set_entries(entries)
    changed = dataclasses.replace(
        entries[0], row=dataclasses.replace(entries[0].row, state=RunState.CRASHED)
    )

    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_entries([changed])

    assert texts(model, 0)[Column.STATE] == "Crashed"


def test_the_held_out_curve_has_its_intervals(session, stored):
    curve = curve_of(session.store, stored())

    assert [(each.step, each.rate) for each in curve] == [(0, 0.4), (3, pytest.approx(0.7))]
    assert (curve[0].low, curve[0].high) == (pytest.approx(0.35), pytest.approx(0.45))


def test_what_is_practised_is_said_in_a_few_words(qapp):
    few = {"environments": [{"environment": "chain_sum", "level": "easy"}]}
    many = {"environments": [{"environment": name} for name in ("ab", "gcd", "bf")]}

    assert practised(few).endswith(", easy")
    assert practised(many) == "3 environments, medium"
    assert practised({}) == ""


def test_nothing_is_said_below_a_row(theme, owner):
    model = RunsModel(theme, owner)

    assert model.rowCount(model.index(0, 0)) == 0
    assert isinstance(model, QObject)
