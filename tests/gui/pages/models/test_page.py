"""The list of models: what is on it, what fits, what is missing, and what can be taken off."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel

from o1desk.core.events import CheckpointSaved, Hello, Metric, Stamped
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.gui.model_list import ModelEntry
from o1desk.gui.pages.models.adapter_rows import FIRST_FEW, AdapterRows
from o1desk.gui.pages.models.export_dialog import ExportDialog
from o1desk.gui.pages.models.hub_dialog import HubDialog
from o1desk.gui.pages.models.model_card import ModelCard
from o1desk.gui.pages.models.model_look import ModelLook, memory_text, need_text, size_text
from o1desk.gui.stack import PageStack
from o1desk.jobs.fit import Fit
from o1desk.jobs.model_facts import ModelFacts
from o1desk.paths import resources
from o1desk.store.ingest import Ingest

RUN = "20260101-000000-train-aaaa"


@pytest.fixture
def trained(session):
    """A stored training on the starter with two checkpoints."""
    folder = session.data / "runs" / RUN
    for step in (1, 2):
        checkpoint = folder / f"checkpoints/step_{step:06d}"
        checkpoint.mkdir(parents=True)
        (checkpoint / "MANIFEST.json").write_text("{}")
    config = {"method": "rl", "config": {"model": "starter"}}
    run = Run(
        id=RUN, role="train", folder=folder, created="2026-01-01T00:00:00+00:00", config=config
    )
    ingest = Ingest(session.store)
    ingest.run_started(run)
    events = [
        Hello(pid=1),
        Metric(step=1, values={"heldout_pass_at_1": 0.5}),
        CheckpointSaved(step=1, path="checkpoints/step_000001", bytes=1),
        Metric(step=2, values={"heldout_pass_at_1": 0.75}),
        CheckpointSaved(step=2, path="checkpoints/step_000002", bytes=1),
    ]
    ingest.events(RUN, [Stamped(seq=n, t=1.0 + n, event=e) for n, e in enumerate(events, 1)])
    ingest.run_ended(RUN, RunEnd(state=RunState.FINISHED, exit_code=0))
    return RUN


def test_the_starter_is_there_and_fits(page, qtbot):
    card = page.cards["starter"]
    qtbot.waitUntil(lambda: card.badge.text() == "Runs well")

    _, size, need = card.texts()
    assert "million parameters" in size
    assert "context of 2" in size
    assert "A chat needs about" in need
    assert "free now" in need
    assert "MiB" in card.badge.toolTip()


def test_a_folder_that_was_chosen_is_on_the_list(page, write_folder, tmp_path, toasts, qtbot):
    folder = write_folder(tmp_path / "My model", weights=3_000_000)

    page._on_chosen(str(folder))
    qtbot.waitUntil(lambda: str(folder) in page.cards)

    card = page.cards[str(folder)]
    qtbot.waitUntil(lambda: "3.0 million parameters" in card.texts()[1])
    assert "My model is on the list" in toasts[0].text
    assert card.property("card") == "accent"


def test_a_file_dropped_on_the_window_is_on_the_list(page, tmp_path, qtbot):
    file = tmp_path / "tiny.gguf"
    file.write_bytes(b"GGUF" + b"\0" * 2000)

    assert page.take_files([file, tmp_path / "notes.txt"])
    qtbot.waitUntil(lambda: str(file) in page.cards)

    card = page.cards[str(file)]
    assert "tiny" in card.accessibleName()
    buttons = {each.text() for each in card.findChildren(QAbstractButton)}
    assert "Chat" in buttons
    assert "Train" not in buttons


def test_what_is_no_model_is_refused_in_a_sentence(page, tmp_path, toasts):
    (tmp_path / "empty").mkdir()

    page._on_chosen(str(tmp_path / "empty"))

    assert "empty" in toasts[0].text
    assert toasts[0].tone == "warn"
    assert not page.take_files([tmp_path / "empty"])


def test_models_in_the_data_folder_are_listed_by_themselves(session, page, write_folder, qtbot):
    folder = write_folder(session.data / "models" / "mine")
    exports = session.data / "exports"
    exports.mkdir()
    (exports / "made.gguf").write_bytes(b"GGUF" + b"\0" * 100)
    (exports / "adapter-only").mkdir()

    page.entered()

    qtbot.waitUntil(lambda: {str(folder), str(exports / "made.gguf")} <= set(page.cards))
    assert str(exports / "adapter-only") not in page.cards


def test_a_model_whose_files_are_gone_says_so(session, page, write_folder, tmp_path, qtbot):
    folder = write_folder(tmp_path / "model")
    page._on_chosen(str(folder))
    qtbot.waitUntil(lambda: str(folder) in page.cards)

    shutil.rmtree(folder)
    page.entered()

    qtbot.waitUntil(lambda: page.cards[str(folder)].badge.text() == "files are missing")
    card = page.cards[str(folder)]
    words = ("Chat", "Train", "Export")
    buttons = [each for each in card.findChildren(QAbstractButton) if each.text() in words]
    assert len(buttons) == 3
    assert not any(each.isEnabled() for each in buttons)


def test_a_removed_model_comes_back_with_undo(session, page, write_folder, tmp_path, toasts, qtbot):
    folder = write_folder(tmp_path / "model")
    page._on_chosen(str(folder))
    qtbot.waitUntil(lambda: str(folder) in page.cards)
    toasts.clear()

    page.remove(page.cards[str(folder)].model)
    qtbot.waitUntil(lambda: str(folder) not in page.cards)
    assert folder.is_dir()

    toasts[0].run()
    qtbot.waitUntil(lambda: str(folder) in page.cards)


def test_a_model_of_the_data_folder_can_be_removed_too(session, page, write_folder, toasts, qtbot):
    folder = write_folder(session.data / "models" / "mine")
    page.entered()
    qtbot.waitUntil(lambda: str(folder) in page.cards)

    page.remove(page.cards[str(folder)].model)
    qtbot.waitUntil(lambda: str(folder) not in page.cards)
    page.entered()
    qtbot.wait(200)
    assert str(folder) not in page.cards

    toasts[-1].run()
    qtbot.waitUntil(lambda: str(folder) in page.cards)


def test_adapters_stand_under_their_model_with_their_accuracy(trained, page, opened, qtbot):
    qtbot.waitUntil(lambda: page.cards["starter"].adapters is not None)
    rows = page.cards["starter"].adapters
    texts = [each.text() for each in rows.findChildren(QLabel)]

    assert rows.count == 2
    assert any("held-out 75 %, best" in text for text in texts)
    assert any("held-out 50 %" in text for text in texts)
    rows.chat_asked.emit(f"starter@{RUN}:2")
    assert opened == [("chat", {"model": f"starter@{RUN}:2"})]


def test_an_adapter_leads_to_its_run(trained, page, opened, qtbot):
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    qtbot.waitUntil(lambda: page.cards["starter"].adapters is not None)
    rows = page.cards["starter"].adapters
    rows.open_menu(rows._entries[0], QPoint(0, 0))
    menu = rows.findChild(QMenu)
    actions = {action.data()[0]: action for action in menu.actions()}

    actions["run"].trigger()
    actions["train"].trigger()
    menu.hide()

    assert opened == [("train", {"run": RUN}), ("train", {"model": f"starter@{RUN}:2"})]


def test_a_removed_adapter_comes_back_with_undo(trained, session, page, toasts, qtbot):
    qtbot.waitUntil(lambda: page.cards["starter"].adapters is not None)
    entry = page.cards["starter"].adapters._entries[0]

    page.remove(entry)
    qtbot.waitUntil(lambda: page.cards["starter"].adapters.count == 1)
    toasts[-1].run()

    qtbot.waitUntil(lambda: page.cards["starter"].adapters.count == 2)


def test_a_removed_model_takes_its_adapters_along(session, page, write_folder, tmp_path, qtbot):
    folder = write_folder(tmp_path / "base")
    run_id = "20260202-000000-train-bbbb"
    run_folder = session.data / "runs" / run_id
    run_folder.mkdir(parents=True)
    config = {"method": "rl", "config": {"model": str(folder)}}
    ingest = Ingest(session.store)
    ingest.run_started(
        Run(id=run_id, role="train", folder=run_folder, created="2026-02-02T00:00:00+00:00",
            config=config)
    )  # fmt: skip
    saved = CheckpointSaved(step=1, path="checkpoints/step_000001", bytes=1)
    ingest.events(run_id, [Stamped(seq=1, t=1.0, event=saved)])
    ingest.run_ended(run_id, RunEnd(state=RunState.FINISHED, exit_code=0))
    page.entered()
    qtbot.waitUntil(lambda: str(folder) in page.cards)

    page.remove(page.cards[str(folder)].model)

    qtbot.waitUntil(lambda: str(folder) not in page.cards)


def test_many_adapters_are_listed_a_few_at_first(theme, qtbot):
    entries = [
        ModelEntry(
            ref=f"starter@R{n}", title=f"Adapter {n}", detail="", kind="adapter", exists=n > 0,
            base="starter",
        )
        for n in range(20)
    ]  # fmt: skip
    rows = AdapterRows(theme, entries)
    qtbot.addWidget(rows)
    assert rows.count == FIRST_FEW

    rows._more.click()

    assert rows.count == 20


def test_another_page_points_at_a_model(page, qtbot):
    page.show_target(model="starter@R1:3")
    assert page.cards["starter"].property("card") == "accent"

    page.left()
    assert page.cards["starter"].property("card") == "true"


def test_buttons_lead_to_chat_and_training(page, opened):
    card = page.cards["starter"]

    card._on_chat()
    card._on_train()

    assert opened == [("chat", {"model": "starter"}), ("train", {"model": "starter"})]


def test_the_page_is_itself_after_it_was_built_again(session, page, qtbot):
    stack = PageStack(session)
    qtbot.addWidget(stack)
    stack.show_page("models")

    stack.rebuild()

    qtbot.waitUntil(lambda: "starter" in stack.current.cards)


def test_the_machine_is_described_in_a_sentence(page, qtbot):
    qtbot.waitUntil(lambda: "memory free" in page._machine._facts.text())
    assert "billion parameters" in page._machine._words.text()


def test_no_clock_runs_while_nothing_happens(page, qtbot):
    qtbot.wait(300)

    assert [each for each in page.findChildren(QTimer) if each.isActive()] == []


# --- words ---


def look(badge, **more):
    values = {"needed_mib": 900.0, "free_mib": 500.0, "template": "%1 MiB", "values": ("900",)}
    return ModelLook(facts=None, fit=Fit(badge=badge, **(values | more)))


@pytest.mark.parametrize(
    ("badge", "words", "tone"),
    [
        ("runs_well", "Runs well", "good"),
        ("slow", "Slow", "warn"),
        ("will_not_fit", "Will not fit", "bad"),
        ("unknown", "Memory estimate unavailable", "plain"),
    ],
)
def test_a_badge_says_whether_a_model_fits(theme, qtbot, badge, words, tone):
    entry = ModelEntry(ref="m", title="m", detail="", kind="folder", exists=True, base="m")
    card = ModelCard(theme, entry, [])
    qtbot.addWidget(card)

    card.show_look(look(badge))

    assert card.badge.text() == words
    assert card.badge.property("chip") == tone
    assert card.badge.toolTip() == "900 MiB"


def test_what_unloading_would_free_is_told_when_a_model_does_not_fit():
    assert need_text(look("will_not_fit", freeable_mib=700.0).fit) == (
        "A chat needs about 900 MiB of memory; 500 MiB are free now; running jobs would give back "
        "700 MiB"
    )
    assert "give back" not in need_text(look("runs_well", freeable_mib=700.0).fit)
    assert need_text(look("unknown", needed_mib=None).fit) == ""


def test_sizes_are_told_in_their_units():
    facts = ModelFacts(kind="folder", path=Path(), bytes=3 << 30, weights=1_540_000_000)
    assert size_text(facts).startswith("1.5 billion parameters \u00b7 3.0 GiB")
    assert size_text(ModelFacts(kind="gguf", path=Path(), bytes=1 << 20)) == "1.0 MiB"
    assert size_text(None) == ""
    assert memory_text(415.2) == "415 MiB"
    assert memory_text(22_475) == "21.9 GiB"


# --- the hub ---


def test_a_model_of_the_hub_that_is_here_is_added_by_its_name(session, page, hub, qtbot):
    hub("org/small")
    page.add_hub()
    dialog = page.findChild(HubDialog)
    qtbot.waitUntil(lambda: dialog._known == ["org/small"])
    dialog.set_name("org/small")

    dialog.accept_name()

    qtbot.waitUntil(lambda: "hub:org/small" in page.cards)
    card = page.cards["hub:org/small"]
    qtbot.waitUntil(lambda: "million parameters" in card.texts()[1])


def test_a_model_of_the_hub_that_is_not_here_names_the_way_to_get_it(session, hub, qtbot):
    dialog = HubDialog(session, None)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.set_name("org/other")
    assert "hf download org/other" in dialog._words.text()
    assert dialog._copy.isVisible()
    assert not dialog._add.isEnabled()

    dialog.set_name("not a name")
    assert "ORGANISATION/MODEL" in dialog._words.text()
    assert not dialog._copy.isVisible()
    dialog.accept_name()
    assert dialog.isVisible()


# --- export ---


def test_a_model_without_adapter_is_offered_as_gguf_alone(session, qtbot):
    dialog = ExportDialog(session, None, "starter", "Starter")
    qtbot.addWidget(dialog)
    dialog.show()

    assert not dialog._form._rows["format"].isVisible()
    assert dialog.config()["format"] == "gguf"
    assert dialog.config()["out"].endswith("starter-f16.gguf")


def test_the_suggested_place_follows_the_format_until_a_person_gives_one(session, qtbot, tmp_path):
    dialog = ExportDialog(session, None, f"starter@{RUN}:2", "Adapter")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose("gguf", "q8_0")
    assert dialog.config()["out"].endswith("q8_0.gguf")
    dialog.choose("peft")
    assert dialog.config()["out"].endswith("-peft")
    assert not dialog._form._rows["type"].isVisible()

    dialog._out.setText(str(tmp_path / "mine"))
    dialog.choose("merged")

    assert dialog.config()["out"] == str(tmp_path / "mine")


def test_nothing_is_written_over_what_is_there(session, qtbot, tmp_path):
    dialog = ExportDialog(session, None, "starter", "Starter")
    qtbot.addWidget(dialog)
    dialog.show()
    taken = Path(dialog.config()["out"])
    taken.parent.mkdir()
    taken.write_text("x")

    dialog.start()
    assert dialog.isVisible()
    assert "already" in dialog._trouble.text()

    again = ExportDialog(session, None, "starter", "Starter")
    qtbot.addWidget(again)
    assert again.config()["out"].endswith("starter-f16-2.gguf")


def test_a_failed_export_is_a_red_card_that_can_be_closed(session, page, tmp_path, qtbot):
    page.export({"model": str(tmp_path / "gone"), "format": "gguf", "type": "f16",
                 "out": str(tmp_path / "x" / "y.gguf")})  # fmt: skip
    run = session.runs.active[-1]
    qtbot.waitUntil(lambda: run.is_over, timeout=60_000)
    card = page.jobs.card(run)

    assert card.property("card") == "bad"
    assert "gone" in card._message.text()
    card._on_close()
    assert not page.jobs.isVisible()


@pytest.mark.slow
def test_an_export_ends_as_a_model_on_the_list(session, page, toasts, qtbot):
    page._on_export("starter")
    dialog = page.findChild(ExportDialog)
    dialog.choose("gguf", "f32")
    dialog.start()
    run = session.runs.active[-1]

    qtbot.waitUntil(lambda: run.is_over, timeout=110_000)

    assert run.end.state is RunState.FINISHED, run.end.message
    out = session.data / "exports" / "starter-f32.gguf"
    assert out.is_file()
    qtbot.waitUntil(lambda: str(out) in page.cards)
    assert "starter-f32.gguf" in toasts[-1].text
    assert "starter-f32.gguf" in page.jobs.card(run)._message.text().replace("\u200b", "")


# --- hostile names ---


def test_a_name_of_markup_is_shown_as_it_stands(session, page, write_folder, tmp_path, qtbot):
    folder = write_folder(tmp_path / "<b>x</b> & \u202ecba")

    page._on_chosen(str(folder))
    qtbot.waitUntil(lambda: str(folder) in page.cards)
    card = page.cards[str(folder)]
    page.grab()

    shown = card.findChildren(QLabel)
    assert any("<b>x</b> &" in each.text() for each in shown)
    for each in shown:
        assert each.textFormat() == Qt.TextFormat.PlainText
        assert "<b>x</b>" not in each.toolTip()


def test_the_page_loads_no_library_of_tensors():
    code = (
        "import sys; import o1desk.gui.pages.models.page as page; "
        "print([n for n in ('torch', 'transformers', 'reasoning_gym') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert (resources() / "starter").is_dir()
