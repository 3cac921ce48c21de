"""The picture of the loop: figures, arrows, targets, the welcome, and the card of a result."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from o1desk.core.types import Problem, Sample, Step, Trace
from o1desk.gui.pages.overview.diagram import PartButton
from o1desk.gui.pages.overview.loop_result import as_json
from o1desk.gui.pages.overview.page import WELCOMED, OverviewPage
from o1desk.gui.pages.overview.parts import AT_WORK, FLOWS, PHASES, STORE
from o1desk.gui.pages.overview.result_card import ResultCard
from o1desk.gui.pages.overview.result_details import compared
from o1desk.gui.stack import PageStack
from o1desk.gui.tabs import TABS
from o1desk.store.labels import Label


def add_samples(store, count=3, **more):
    return store.samples.add(
        Sample(
            problem=Problem(environment="chain_sum", level="easy", prompt=f"{n} + 1", answer="1"),
            origin="solver", trace=Trace(steps=(Step(text="x"),), answer="1"), raw=f"x {n}", **more,
        )
        for n in range(count)
    ).ids  # fmt: skip


def state_of(page, key):
    return page._diagram.part(key)._state.text()


def test_every_part_of_the_description_is_there(page):
    titles = {part._title for part in page.findChildren(PartButton)}

    assert {
        "Synthetic data generator", "Human experts", "Real-world data", "CoT datasets",
        "Language model", "RL environment", "Reward function", "Policy optimizer",
        "Trained model", "Multi-tasking generation", "Generated CoT and answer",
        "Efficiency monitoring", "Large-scale CoT storage",
    } <= titles  # fmt: skip


def test_figures_follow_the_store(session, page, qtbot):
    qtbot.waitUntil(lambda: state_of(page, "synthetic").startswith("0 "))

    ids = []
    session.ops.write(lambda: ids.extend(add_samples(session.store)), changed=("sample", "problem"))
    qtbot.waitUntil(lambda: state_of(page, "synthetic").startswith("3 "))
    assert state_of(page, "store").startswith("3 chains of thought for 3 problems")

    session.ops.write(
        lambda: session.store.labels.put(Label(sample=ids[0], value=1)), changed=("label",)
    )
    qtbot.waitUntil(lambda: state_of(page, "experts").startswith("1 "))
    session.ops.write(lambda: session.store.datasets.create("d", samples=ids), changed=("dataset",))
    qtbot.waitUntil(lambda: state_of(page, "datasets").startswith("1 "))


def test_a_hidden_page_looks_nothing_up(session, page, qtbot):
    qtbot.waitUntil(lambda: bool(state_of(page, "synthetic")))
    page.hide()
    add_samples(session.store)

    session.tables_changed.emit(frozenset({"sample"}))
    qtbot.wait(600)

    assert state_of(page, "synthetic").startswith("0 ")


def test_a_click_on_a_part_opens_it(page, opened, qtbot):
    for part in (*(part for phase in PHASES for part in phase.parts), STORE):
        qtbot.mouseClick(page._diagram.part(part.key), Qt.MouseButton.LeftButton)
        assert opened[-1] == (part.page, dict(part.what))
    assert {page for page, _ in opened} <= {tab.key for tab in TABS}


def test_parts_can_be_opened_by_keyboard(page, opened, qtbot):
    part = page._diagram.part("experts")
    part.setFocus()

    qtbot.keyClick(part, Qt.Key.Key_Space)

    assert opened == [("annotate", {})]
    assert part.accessibleName().startswith("Human experts")


def test_arrows_move_only_while_a_role_is_at_work(session, page, qtbot):
    assert not page._diagram.is_moving

    run, _ = session.runs.follow("train", "A training")
    qtbot.waitUntil(lambda: page._diagram.is_moving)
    assert page._diagram.flows == frozenset(FLOWS["train"])
    assert page._diagram.part("optimizer").property("working")
    assert not page._diagram.part("synthetic").property("working")

    run.fail("gone")
    session.runs.run_ended.emit(run)
    qtbot.waitUntil(lambda: not page._diagram.is_moving)
    assert not page._diagram.part("optimizer").property("working")


def test_the_clock_of_the_arrows_stops_while_nobody_sees_them(session, page, qtbot):
    session.runs.follow("generate", "A generation")
    qtbot.waitUntil(lambda: page._diagram.is_moving)

    page.hide()
    assert not page._diagram.is_moving

    page.show()
    assert page._diagram.is_moving


def test_a_chat_moves_its_arrow_only_while_it_answers(session, page, qtbot):
    run, _ = session.runs.follow("chat", "A chat")
    qtbot.wait(50)
    assert not page._diagram.is_moving

    run.set_streaming(True)
    assert page._diagram.flows == frozenset(FLOWS["chat"])
    assert page._diagram.is_moving

    run.set_streaming(False)
    assert not page._diagram.is_moving
    assert not page._diagram.part("cot").property("working")


def test_the_loop_moves_the_arrows_of_the_part_at_work(page, loops, loop, qtbot):
    page._card._start.click()
    loops[-1].now = ("measure before", 0.2, 100.0)
    qtbot.waitUntil(lambda: page._diagram.flows == frozenset(FLOWS["evaluate"]))
    loops[-1].now = ("generate", 0.2, 100.0)
    qtbot.waitUntil(lambda: page._diagram.flows == frozenset(FLOWS["generate"]))
    assert page._diagram.part("synthetic").property("working")

    loop.cancel()

    qtbot.waitUntil(lambda: not page._diagram.is_moving)


def test_every_flow_and_part_at_work_exists(page):
    for flows in FLOWS.values():
        assert set(flows) <= set(page._diagram._arrows())
    for keys in AT_WORK.values():
        for key in keys:
            assert page._diagram.part(key)


def test_no_clock_runs_while_nothing_happens(page, qtbot):
    qtbot.wait(600)

    assert [each for each in page.findChildren(QTimer) if each.isActive()] == []


def test_the_welcome_is_shown_once(session, page, qtbot):
    qtbot.waitUntil(page._welcome.isVisible)

    page._dismiss()
    qtbot.waitUntil(lambda: session.store.state.get(WELCOMED) is True)

    again = OverviewPage(session)
    qtbot.addWidget(again)
    again.show()
    qtbot.wait(150)
    assert not again._welcome.isVisible()


def test_the_page_is_itself_after_it_was_built_again(session, result, loop, qtbot):
    loop.result = as_json(result)
    stack = PageStack(session)
    qtbot.addWidget(stack)
    stack.show()
    page = stack.show_page("overview")
    qtbot.waitUntil(lambda: page._result is not None)

    stack.rebuild()

    qtbot.waitUntil(lambda: stack.current._result is not None)
    assert stack.current is not page


# --- the card of a result ---


@pytest.fixture
def card(session, result, qtbot):
    made = ResultCard(session, as_json(result))
    qtbot.addWidget(made)
    made.resize(1080, 500)
    made.show()
    return made


def texts(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_a_result_shows_both_rates_with_their_intervals_and_the_gain(card):
    shown = texts(card)

    assert "50.0 %" in shown
    assert "70.0 %" in shown
    assert "95 % interval 45.0 % to 55.0 %" in shown
    assert "+20.0" in shown
    assert any("440" in text and "the gain is real" in text for text in shown)


def test_intervals_that_overlap_are_called_what_they_are(session, result, qtbot):
    value = as_json(result)
    value["after"] = value["after"] | {"pass_at_1": 0.48, "ci95": [0.43, 0.56]}
    card = ResultCard(session, value)
    qtbot.addWidget(card)

    assert any("intervals overlap" in text for text in texts(card))
    assert "\u22122.0" in texts(card)


def test_a_model_that_got_worse_is_called_worse(session, result, qtbot):
    value = as_json(result)
    value["after"] = value["after"] | {"pass_at_1": 0.3, "ci95": [0.26, 0.35]}
    card = ResultCard(session, value)
    qtbot.addWidget(card)

    assert any("got worse" in text for text in texts(card))


def test_both_curves_are_drawn_with_their_intervals(card):
    training = card.training.lines.all()["heldout"]
    thinking = card.thinking.lines.all()

    assert list(training.x) == [0.0, 10.0]
    assert list(training.low) == [0.4, 0.5]
    assert set(thinking) == {"vote_before", "vote_after"}
    assert list(thinking["vote_after"].y) == [0.7, 0.8]


def test_the_environments_are_one_press_away_the_largest_gain_first(card):
    assert not card.details.isVisible()

    card._more.click()

    assert card.details.isVisible()
    assert [row[0] for row in card.details.rows] == ["chain_sum", "products"]
    assert any("<b>kl</b>" in text for text in texts(card.details))


def test_a_result_leads_to_chat_training_and_answers(card, opened):
    card._chat()
    card._train()
    card._answers()

    run = "20260101-000000-train-aaaa"
    assert opened == [
        ("chat", {"model": f"starter@{run}"}), ("train", {"run": run}), ("data", {"run": run}),
    ]  # fmt: skip


def test_a_result_without_environments_has_no_details():
    assert compared({"before": {}, "after": {"by_environment": {"x": {"pass_at_1": 1}}}}) == []
