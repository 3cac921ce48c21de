import shutil

import pytest
from PySide6.QtWidgets import QFileDialog

from o1desk.core.events import CheckpointSaved, Metric, Stamped
from o1desk.core.runs import Run
from o1desk.gui.model_list import kind_of, model_list
from o1desk.gui.widgets.model_picker import ModelPicker
from o1desk.store.ingest import Ingest

OLD, NEW = "20250101-000000-aaaa", "20250201-000000-bbbb"


def train(session, run_id, accuracies, *, model="starter"):
    """Store a run with a checkpoint for each step, and its held-out accuracy there."""
    folder = session.data / "runs" / run_id
    ingest, config = Ingest(session.store), {"role": "train", "config": {"model": model}}
    stamp = f"{run_id[:4]}-{run_id[4:6]}-{run_id[6:8]}T00:00:00+00:00"
    run = Run(id=run_id, role="train", folder=folder, created=stamp, config=config)
    ingest.run_started(run)
    events = []
    for step, accuracy in accuracies.items():
        place = f"checkpoints/step_{step:06d}"
        (folder / place).mkdir(parents=True)
        (folder / place / "MANIFEST.json").write_text("{}")
        for event in (
            Metric(step=step, values={"heldout_pass_at_1": accuracy}),
            CheckpointSaved(step=step, path=place, bytes=1),
        ):
            events.append(Stamped(seq=len(events) + 1, t=1.0, event=event))
    ingest.events(run_id, events)


def listed(session, qtbot):
    models = model_list(session)
    qtbot.waitUntil(lambda: models.is_loaded and not models._is_reading)
    return models


@pytest.fixture
def picker(session, qtbot):
    made = ModelPicker(session)
    qtbot.addWidget(made)
    listed(session, qtbot)
    made.told = []
    made.changed.connect(lambda: made.told.append(made.ref()))
    return made


def test_the_starter_is_there_before_anything_was_read(session):
    entries = model_list(session).entries()
    assert [(each.ref, each.title, each.exists) for each in entries] == [
        ("starter", "Starter", True)
    ]
    assert model_list(session) is session.parts["models"]


def test_adapters_follow_their_model_newest_run_and_last_step_first(session, qtbot):
    train(session, OLD, {20: 0.4, 60: 0.6})
    train(session, NEW, {10: 0.5})
    refs = [each.ref for each in listed(session, qtbot).entries()]
    assert refs == [
        "starter",
        f"starter@{NEW}:10",
        f"starter@{OLD}:60",
        f"starter@{OLD}:20",
    ]


def test_an_adapter_says_when_it_was_trained_and_how_good_it_is(session, qtbot):
    train(session, OLD, {20: 0.4, 60: 0.6})
    best, first = listed(session, qtbot).entries()[1:]
    assert best.title.startswith("Starter + training ")
    assert best.title.endswith(", step 60")
    assert (best.detail, first.detail) == ("held-out 60 %, best", "held-out 40 %")
    assert (best.kind, best.base) == ("adapter", "starter")


def test_a_run_without_a_step_is_called_by_its_time_too(session, qtbot):
    train(session, OLD, {20: 0.4})
    models = listed(session, qtbot)
    assert f"{models.title(f'starter@{OLD}')}, step 20" == models.title(f"starter@{OLD}:20")


def test_the_list_follows_runs_and_models(session, qtbot):
    models = listed(session, qtbot)
    train(session, NEW, {10: 0.5})
    with qtbot.waitSignal(models.changed):
        session.tables_changed.emit(frozenset({"run"}))
    assert models.find(f"starter@{NEW}:10") is not None
    folder = session.data / "my model"
    folder.mkdir()
    with qtbot.waitSignal(models.changed):
        models.add(folder)
    assert models.find(str(folder)).title == "my model"


def test_an_unchanged_list_is_not_told_again(session, qtbot):
    models = listed(session, qtbot)
    told = []
    models.changed.connect(lambda: told.append(1))
    models.refresh()
    models.refresh()
    qtbot.waitUntil(lambda: not models._is_reading)
    assert told == []


def test_a_model_that_is_gone_stays_chosen_and_is_shown_as_missing(picker, session):
    picker.set_ref("/somewhere/else/qwen")
    assert picker.ref() == "/somewhere/else/qwen"
    assert picker.is_missing
    assert picker.text() == "Missing: qwen"
    assert picker.problem() == "The model qwen is not there; choose another"
    picker.set_ref("starter")
    assert picker.problem() == ""


def test_a_folder_that_disappears_turns_missing_and_comes_back(picker, session, qtbot):
    folder = session.data / "qwen"
    folder.mkdir()
    picker.take_path(str(folder))
    qtbot.waitUntil(lambda: model_list(session).find(str(folder)) is not None)
    assert picker.told == [str(folder)]
    assert picker.text() == "qwen"
    folder.rmdir()
    session.models_changed.emit()
    qtbot.waitUntil(lambda: picker.is_missing)
    assert picker.text() == "Missing: qwen"
    folder.mkdir()
    session.models_changed.emit()
    qtbot.waitUntil(lambda: not picker.is_missing)
    assert picker.ref() == str(folder)


def test_a_run_without_a_step_means_its_newest_adapter(picker, session, qtbot):
    train(session, NEW, {10: 0.5, 20: 0.6})
    with qtbot.waitSignal(model_list(session).changed):
        session.models_changed.emit()
    picker.set_ref(f"starter@{NEW}")
    assert picker.ref() == f"starter@{NEW}:20"
    assert not picker.is_missing


def test_adapters_that_are_gone_are_not_offered_unless_chosen(picker, session, qtbot):
    train(session, NEW, {10: 0.5, 20: 0.6})
    place = session.data / "runs" / NEW / "checkpoints" / "step_000010" / "MANIFEST.json"
    place.unlink()
    with qtbot.waitSignal(model_list(session).changed):
        session.models_changed.emit()
    offered = [choice.value for choice in picker._choices]
    assert offered == ["starter", f"starter@{NEW}:20"]
    picker.set_ref(f"starter@{NEW}:10")
    assert picker.is_missing
    assert picker.text().startswith("Missing: Starter + training")


def test_pruned_adapters_are_listed_nowhere_and_keep_their_name(session, qtbot):
    train(session, NEW, {0: 0.4, 10: 0.5, 20: 0.6})
    models = listed(session, qtbot)
    title = models.title(f"starter@{NEW}:0")
    shutil.rmtree(session.data / "runs" / NEW / "checkpoints" / "step_000000")
    with qtbot.waitSignal(models.changed):
        session.models_changed.emit()

    assert [each.ref for each in models.entries()] == [
        "starter", f"starter@{NEW}:20", f"starter@{NEW}:10",
    ]  # fmt: skip
    assert models.title(f"starter@{NEW}:0") == title
    assert not models.find(f"starter@{NEW}:0").exists


def test_adapters_of_a_run_that_is_away_as_a_whole_are_missed(session, qtbot):
    train(session, NEW, {10: 0.5})
    shutil.rmtree(session.data / "runs" / NEW)

    away = listed(session, qtbot).entries()[1]

    assert (away.ref, away.exists) == (f"starter@{NEW}:10", False)


def test_a_picker_can_leave_out_adapters_and_gguf_files(session, qtbot):
    train(session, NEW, {10: 0.5})
    session.store.models.put("/models/small.gguf", kind="gguf")
    picker = ModelPicker(session, "Base model", has_adapters=False, has_gguf=False)
    qtbot.addWidget(picker)
    listed(session, qtbot)
    assert [choice.value for choice in picker._choices] == ["starter"]
    assert picker.accessibleName() == "Base model: Starter"
    assert len(picker._actions) == 1


def test_browsing_opens_a_dialog_that_does_not_hold_up_the_window(picker, session, qtbot):
    picker.show()
    picker.browse_gguf()
    dialog = picker._dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit("/models/tiny.GGUF")
    dialog.reject()
    qtbot.waitUntil(lambda: model_list(session).find("/models/tiny.GGUF") is not None)
    assert model_list(session).find("/models/tiny.GGUF").kind == "gguf"
    assert picker.text() == "Missing: tiny"


@pytest.mark.parametrize(
    ("ref", "kind"),
    [
        ("starter", "starter"),
        ("fake", "fake"),
        ("fake:slow", "fake"),
        ("hub:me/model", "hub"),
        ("endpoint:home", "endpoint"),
        ("/x/y.GGUF", "gguf"),
        ("C:\\models\\qwen", "folder"),
    ],
)
def test_the_kind_of_a_model_follows_from_its_reference(ref, kind):
    assert kind_of(ref) == kind


def test_a_run_that_nobody_knows_still_has_a_title(session, qtbot):
    models = listed(session, qtbot)
    assert models.title("starter@RUN:20") == "Starter + training RUN, step 20"
    assert models.title("starter@RUN") == "Starter + training RUN"
    assert models.title("hub:me/model") == "me/model"
