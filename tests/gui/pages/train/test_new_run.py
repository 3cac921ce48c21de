"""The form of a new run, what it will cost, and the way to its worker."""

import dataclasses

import pytest
from PySide6.QtCore import QObject

from o1desk.core.configs import RlConfig
from o1desk.core.errors import Cancelled, InputError
from o1desk.gui.pages.train import measuring as measuring_module
from o1desk.gui.pages.train.checks import reasons, warnings
from o1desk.gui.pages.train.controller import DRAFT, TrainController, train_controller
from o1desk.gui.pages.train.cost_grid import CostGrid, size_text
from o1desk.gui.pages.train.draft import Draft
from o1desk.gui.pages.train.launching import dataset_samples
from o1desk.gui.pages.train.measuring import Measuring, Room, room_for
from o1desk.gui.pages.train.new_run_view import NewRunView
from o1desk.jobs.estimate import Estimate

PATIENCE_MS = 60_000


@pytest.fixture
def view(session, qtbot):
    made = NewRunView(session, train_controller(session))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def room(**values):
    usual = {
        "device": "cpu",
        "need_mib": 900.0,
        "free_mib": 4000.0,
        "disk_mib": 4.0,
        "free_disk_mib": 9000.0,
    }
    return Room(**usual | values)


def estimate(**values):
    usual = {
        "seconds_per_step": 2.0,
        "memory_mib": 1234.0,
        "load_seconds": 3.0,
        "steps_measured": 2,
        "evaluation_seconds": 1.0,
        "total_seconds": 65.0,
        "template": "",
        "values": (),
    }
    return Estimate(**usual | values)


# --- the form ---


def test_a_preset_fills_the_form(view):
    view.form.presets.button("quick").click()

    assert view.form.draft.preset == "quick"
    assert view.form.settings["rl"].values()["steps"] == 10
    assert view._controller.draft.preset == "quick"


def test_an_edit_by_hand_reaches_the_controller_and_leaves_the_preset(view):
    view.form.presets.button("quick").click()
    view.form.settings["rl"].editor("steps").setValue(12)

    assert view._controller.draft.settings["steps"] == 12
    assert not view.form.presets.button("quick").isChecked()


def test_each_method_keeps_its_own_settings(view):
    view.form.settings["rl"].editor("steps").setValue(12)
    view.form._on_method("sft")
    view.form.settings["sft"].editor("steps").setValue(34)
    view.form._on_method("rl")

    assert view.form.draft.settings["steps"] == 12
    assert view.form.draft.changes["sft"]["steps"] == 34
    assert not view.form._rewarded.isHidden()


def test_fine_tuning_asks_for_samples_and_not_for_rewards(view):
    view.form._on_method("sft")

    assert view.form._rewarded.isHidden()
    assert not view.form._learnt.isHidden()
    view.form.source.set_value("dataset", "")
    view.form._on_edited()
    assert view.form._practised.isHidden()
    assert "Choose the data set to learn from." in view.preflight.reasons
    assert not view.preflight.can_start


def test_an_empty_mix_is_a_reason_not_to_start(view):
    view.form.mix.set_value([])

    assert any("Nothing is practised" in reason for reason in view.preflight.reasons)
    assert not view.preflight._start.isEnabled()


def test_a_number_that_cannot_be_read_is_a_reason_not_to_start(view):
    view.form.settings["rl"].editor("learning_rate").setText("fast")

    assert any("Learning rate" in reason for reason in view.preflight.reasons)
    assert not view.preflight._show_error.isHidden()


def test_the_form_is_remembered_at_the_next_start(session, qtbot, view):
    view.form.settings["rl"].editor("steps").setValue(77)
    qtbot.waitUntil(lambda: session.store.state.get(DRAFT) is not None)

    again = TrainController(session)
    with qtbot.waitSignal(again.draft_loaded):
        pass

    assert again.draft.settings["steps"] == 77


def test_a_remembered_form_never_overwrites_what_was_just_typed(session, qtbot):
    session.store.state.set(DRAFT, Draft().with_preset("thorough").to_json())
    controller = TrainController(session)
    controller.set_draft(Draft().with_preset("quick"))

    controller._on_draft(session.store.state.get(DRAFT))

    assert controller.draft.preset == "quick"


@pytest.mark.parametrize(
    ("ask", "changed"),
    [
        (lambda controller: controller.start_from("starter@R:3"), {"model": "starter@R:3"}),
        (
            lambda controller: controller.learn_from("mine"),
            {"method": "sft", "source": "dataset", "dataset": "mine"},
        ),
        (
            lambda controller: controller.fill_from({"config": {"model": "/a/model"}}),
            {"model": "/a/model", "changes": {"rl": {}, "sft": {}}},
        ),
    ],
)
def test_what_other_pages_put_in_keeps_the_rest_of_the_remembered_form(
    session, qtbot, ask, changed
):
    remembered = Draft(
        model="/my/model", dataset="old", rewards=(), changes={"rl": {"steps": 77}, "sft": {}}
    )
    session.store.state.set(DRAFT, remembered.to_json())
    controller = TrainController(session)

    ask(controller)
    with qtbot.waitSignal(controller.draft_loaded):
        pass
    wanted = dataclasses.replace(remembered, **changed)
    qtbot.waitUntil(lambda: controller.draft == wanted)

    qtbot.waitUntil(lambda: session.store.state.get(DRAFT) == wanted.to_json())


def test_a_form_that_cannot_be_read_takes_what_other_pages_put_in(session, qtbot, monkeypatch):
    def refuse(name):
        raise InputError("unreadable")

    monkeypatch.setattr(session.store.state, "get", refuse)
    controller = TrainController(session)
    controller.start_from("/a/model")
    qtbot.waitUntil(lambda: controller.draft.model == "/a/model")


# --- what it will cost ---


def test_reasons_are_sentences():
    assert reasons(Draft(), [], None) == []
    assert reasons(Draft(changes={"rl": {"steps": 0}}), [], None)[0].startswith("'steps' must be")
    assert reasons(Draft(), ["Steps: odd"], None) == ["Steps: odd"]
    assert "GGUF" in reasons(Draft(), [], room(can_train=False))[0]
    assert "disk" in reasons(Draft(), [], room(disk_mib=10_000.0))[0]


def test_little_memory_and_company_are_warnings():
    assert warnings(900.0, room(), is_busy=False) == []
    assert "more memory" in warnings(5000.0, room(), is_busy=False)[0]
    assert "slower" in warnings(None, None, is_busy=True)[0]
    assert warnings(5000.0, room(free_mib=None), is_busy=False) == []


def test_costs_are_measured_or_said_to_be_unmeasured(theme, qtbot):
    grid = CostGrid(theme)
    qtbot.addWidget(grid)
    config = RlConfig(prompts=2, group_size=4, max_new_tokens=100, steps=60)

    grid.show_costs(config, None, room(need_mib=None))
    assert grid.text("step") == "2 problems \u00d7 4 answers, at most 800 tokens"
    assert grid.text("time") == "not measured yet"
    assert grid.text("memory") == "no estimate for this model; 3.9 GiB free now"
    grid.show_costs(config, estimate(), room())
    assert grid.text("time") == "2 s"
    assert grid.text("whole") == "about 1 min 5 s"
    assert grid.text("memory") == "1.2 GiB measured; up to 900 MiB by formula; 3.9 GiB free now"
    assert grid.text("disk") == "4.0 MiB for checkpoints; 8.8 GiB free"


def test_a_time_limit_is_the_end_of_the_run(theme, qtbot):
    grid = CostGrid(theme)
    qtbot.addWidget(grid)

    grid.show_costs(RlConfig(minutes=5.0), None, None)

    assert grid.text("whole") == "ends after 5 min"


def test_sizes_are_read_at_a_glance(qapp):
    assert [size_text(mib) for mib in (0.5, 12.0, 2048.0)] == ["0.5 MiB", "12 MiB", "2.0 GiB"]


def test_the_formula_knows_the_starter(session):
    found = room_for(RlConfig(device="cpu"), session.data)

    assert found.can_train
    assert found.need_mib > 100
    assert 0 < found.disk_mib < 100


@pytest.fixture
def measuring(session):
    return Measuring(session, QObject(session))


def test_a_measurement_tells_what_it_found(measuring, monkeypatch, qtbot):
    monkeypatch.setattr(measuring_module, "dry_run", lambda *_, **__: estimate())
    draft = Draft().with_preset("quick")
    measuring.start(draft)
    qtbot.waitUntil(lambda: not measuring.is_running)

    assert measuring.estimate.seconds_per_step == 2.0
    assert not measuring.is_stale(draft)
    assert measuring.is_stale(Draft().with_preset("thorough"))


def test_another_data_set_was_not_measured(measuring):
    form = Draft(method="sft", source="dataset", dataset="short")
    measuring.measured = form

    assert not measuring.is_stale(dataclasses.replace(form, rewards=()))
    assert measuring.is_stale(dataclasses.replace(form, dataset="long"))
    assert measuring.is_stale(dataclasses.replace(form, source="solver"))


def test_a_measurement_can_be_cancelled(measuring, monkeypatch, qtbot):
    def slow(*args, stop, **kwargs):
        stop.wait(30)
        raise Cancelled("stopped")

    monkeypatch.setattr(measuring_module, "dry_run", slow)
    measuring.start(Draft())
    measuring.cancel()
    qtbot.waitUntil(lambda: not measuring.is_running)

    assert measuring.trouble == "The measurement was cancelled"
    assert measuring.estimate is None


def test_a_measurement_that_fails_says_why(measuring, monkeypatch, qtbot):
    def refuse(*args, **kwargs):
        raise InputError("There is no model at /gone")

    monkeypatch.setattr(measuring_module, "dry_run", refuse)
    measuring.start(Draft())
    qtbot.waitUntil(lambda: not measuring.is_running)

    assert measuring.trouble == "There is no model at /gone"


# --- the way to the worker ---


@pytest.fixture
def started(session, monkeypatch):
    """What would be handed to workers, without any."""
    calls = []

    def start(role, config, *, title, inputs=(), **kwargs):
        live, _ = session.runs.follow(role, title)
        live.config = dict(config)
        calls.append((role, dict(config), list(inputs), live))
        return live

    monkeypatch.setattr(session.runs, "start", start)
    return calls


def test_reinforcement_learning_starts_at_once(session, started, qtbot):
    controller = train_controller(session)
    controller.set_draft(Draft().with_preset("quick"))

    assert controller.launch() == ""

    role, config, inputs, live = started[0]
    assert (role, config["method"], inputs) == ("train", "rl", [])
    assert config["config"]["steps"] == 10
    assert controller.record.live is live


def test_a_form_that_cannot_run_starts_nothing(session, started):
    controller = train_controller(session)
    controller.set_draft(Draft(changes={"rl": {"steps": 0}}))

    assert controller.launch().startswith("'steps' must be")
    assert started == []


def test_a_data_set_is_frozen_with_the_run(session, stored, started, qtbot):
    stored()
    session.store.datasets.create("mine", samples=session.store.samples.ids())
    controller = train_controller(session)
    controller.set_draft(Draft(method="sft", source="dataset", dataset="mine"))

    controller.launch()
    qtbot.waitUntil(lambda: bool(started))

    role, config, inputs, _ = started[0]
    assert (role, config["method"]) == ("train", "sft")
    assert config["samples"] == {"source": "dataset", "dataset": "mine"}
    assert len(inputs) == len(session.store.samples.ids())
    assert inputs[0]["problem"]["prompt"]


def test_a_data_set_without_answers_is_a_sentence(session, stored):
    stored()
    session.store.datasets.create("empty")

    with pytest.raises(InputError, match="holds problems without answers"):
        dataset_samples(session.store, "empty")


def test_a_data_set_that_is_gone_is_told_and_starts_nothing(session, started, qtbot):
    controller = train_controller(session)
    controller.set_draft(Draft(method="sft", source="dataset", dataset="gone"))

    with qtbot.waitSignal(session.toasted) as toasted:
        controller.launch()

    assert "no dataset called 'gone'" in toasted.args[0].text
    assert started == []
    assert not controller.launching.is_busy


def test_a_smaller_try_goes_on_where_the_run_broke(session, stored, monkeypatch, qtbot):
    asked = []

    def resume(run_id, **words):
        asked.append((run_id, words["role"], words["hint"]))
        return session.runs.follow(words["role"], words["title"])[0]

    monkeypatch.setattr(session.runs, "resume", resume)
    run_id = stored()
    controller = train_controller(session)
    controller.show_run(run_id)
    qtbot.waitUntil(lambda: controller.record.row is not None)

    controller.retry(controller.record, {"micro_tokens": 256})

    assert asked == [(run_id, "train", {"micro_tokens": 256})]
    assert controller.record.live is not None
