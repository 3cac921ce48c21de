"""Workers that crash, are killed or run out of memory: a red card, and a window that goes on."""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from o1desk.core.runs import RunState
from o1desk.core.settings import Settings
from o1desk.gui.pages.chat.fault_card import FaultCard
from o1desk.gui.pages.data.funnel_card import FunnelCard
from o1desk.gui.pages.train.trouble_card import TroubleCard
from o1desk.gui.session import Session
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.paths import resources
from o1desk.store import open_store
from o1desk.store.ingest import Ingest

PROGRAM = Path(__file__).parents[1] / "e2e" / "worker_program.py"


@pytest.fixture
def role():
    """The role whose worker misbehaves."""
    return "train"


@pytest.fixture
def session(theme, tmp_path, role):
    """A session whose workers of one role do what the configuration says, however bad."""
    data = tmp_path / "data"
    data.mkdir()
    store = open_store(data)
    options = ManagerOptions(
        threads=1, program=(sys.executable, str(PROGRAM)), variables={"MISBEHAVE_AS": role}
    )
    manager = Manager(data, Ingest(store), options)
    made = Session(store, manager, Settings.load(tmp_path / "settings.json"), theme)
    yield made
    for job in manager.jobs:
        job.kill()
    manager.close(20.0)
    made.close()


def visible(window, kind):
    return [each for each in window.findChildren(kind) if each.isVisible()]


def buttons(card):
    return {each.text() for each in card.findChildren(QPushButton) if each.isVisible()}


def do(what, **more):
    return {"method": "rl", "config": {"model": "starter", "steps": 9, "do": what, **more}}


def ended(session, qtbot, run):
    qtbot.waitUntil(lambda: run.is_over, timeout=60_000)
    return run.end


@pytest.mark.parametrize(
    ("what", "title", "words", "offers"),
    [
        ("segfault", "The worker crashed", "SIGSEGV", set()),
        ("abort", "The worker crashed", "SIGABRT", set()),
        ("leave", "The worker crashed", "without a last word", set()),
        ("bug", "The run failed", "bug", set()),
        ("no_device_memory", "Memory ran out", "The device is full", {"Try again with"}),
        ("greedy", "Memory ran out", "emory", set()),
    ],
)
def test_the_train_page_says_what_happened_and_what_was_kept(
    session, window, qtbot, what, title, words, offers
):
    window.show_page("train")
    run = session.runs.start("train", do(what), title="A training")
    ended(session, qtbot, run)

    session.open("train", run=run.id)
    qtbot.waitUntil(lambda: len(visible(window, TroubleCard)) == 1)
    card = visible(window, TroubleCard)[0]
    assert title in card.text
    assert words in card.text
    assert "kept" in card.text
    assert {"Copy details", "Open log"} <= buttons(card)
    for offer in offers:
        assert any(text.startswith(offer) for text in buttons(card)), buttons(card)


def test_a_killed_worker_is_told_and_the_next_one_runs(session, window, qtbot):
    run = session.runs.start("train", do("wait", ticks=100_000), title="A training")
    qtbot.waitUntil(lambda: run.state is RunState.RUNNING, timeout=60_000)
    os.kill(run.job.pid, signal.SIGKILL)
    assert ended(session, qtbot, run).state is RunState.CRASHED
    session.open("train", run=run.id)
    qtbot.waitUntil(lambda: len(visible(window, TroubleCard)) == 1)
    assert "SIGKILL" in visible(window, TroubleCard)[0].text

    again = session.runs.start("train", do("wait", ticks=3), title="Another")
    assert ended(session, qtbot, again).state is RunState.FINISHED
    session.open("train", run=again.id)
    qtbot.waitUntil(lambda: visible(window, TroubleCard) == [])


def test_trying_again_with_less_starts_a_run_with_less(session, window, qtbot):
    run = session.runs.start("train", do("no_device_memory"), title="A training")
    ended(session, qtbot, run)
    session.open("train", run=run.id)
    qtbot.waitUntil(lambda: len(visible(window, TroubleCard)) == 1)
    card = visible(window, TroubleCard)[0]
    started = []
    session.runs.run_added.connect(started.append)

    next(
        each for each in card.findChildren(QPushButton) if each.text().startswith("Try again with")
    ).click()

    qtbot.waitUntil(lambda: len(started) == 1)
    ended(session, qtbot, started[0])
    folder = session.data / "runs" / started[0].id
    config = json.loads((folder / "config.json").read_text())["config"]
    assert (config["micro_tokens"], config["do"]) == (64, "no_device_memory")


class TestGenerations:
    @pytest.fixture
    def role(self):
        return "generate"

    @pytest.mark.parametrize(
        ("what", "words"), [("segfault", "SIGSEGV"), ("no_device_memory", "The device is full")]
    )
    def test_the_data_page_says_what_happened(self, session, window, qtbot, what, words):
        window.show_page("data")
        run = session.runs.start("generate", {"config": {"do": what}}, title="A generation")
        ended(session, qtbot, run)
        qtbot.waitUntil(lambda: len(visible(window, FunnelCard)) == 1)
        card = visible(window, FunnelCard)[0]
        qtbot.waitUntil(lambda: card.property("card") == "bad")
        assert words in card._message.text().replace("\u200b", "")
        assert "Copy details" in buttons(card)
        assert ("Try again with less" in buttons(card)) is (what == "no_device_memory")


class TestModelsThatDisappear:
    @pytest.fixture
    def role(self):
        return "misbehave"

    @pytest.fixture
    def gone(self, tmp_path):
        folder = tmp_path / "my-model"
        shutil.copytree(resources() / "starter", folder)
        shutil.rmtree(folder)
        return folder

    @pytest.mark.slow
    def test_a_training_says_which_folder_is_missing(self, session, window, qtbot, gone):
        config = {
            "method": "rl",
            "config": {
                "model": str(gone),
                "environments": [{"environment": "sums", "level": "easy"}],
                "steps": 2,
            },
        }
        run = session.runs.start("train", config, title="A training")
        ended(session, qtbot, run)
        session.open("train", run=run.id)
        qtbot.waitUntil(lambda: len(visible(window, TroubleCard)) == 1)
        assert gone.name in visible(window, TroubleCard)[0].text

    @pytest.mark.slow
    def test_a_chat_keeps_the_question_and_offers_another_model(self, session, window, qtbot, gone):
        window.show_page("chat")
        chat = session.parts["chat"]
        qtbot.waitUntil(lambda: chat.is_loaded)
        chat.choose(model=str(gone))
        chat.ask("3 + 4 =")
        qtbot.waitUntil(lambda: len(visible(window, FaultCard)) == 1, timeout=60_000)
        card = visible(window, FaultCard)[0]
        assert gone.name in card.told.text()
        assert {"Ask again", "Pick another model"} <= buttons(card)
        assert chat.path()[0].text == "3 + 4 ="

    def test_the_models_page_says_that_its_files_are_missing(
        self, session, window, qtbot, tmp_path
    ):
        folder = tmp_path / "my-model"
        shutil.copytree(resources() / "starter", folder)
        session.store.models.put(str(folder), kind="folder", path=str(folder))
        window.show_page("models")
        qtbot.waitUntil(lambda: can_press(window, "Chat: my-model"), timeout=20_000)
        shutil.rmtree(folder)
        window.show_page("overview")
        window.show_page("models")
        qtbot.waitUntil(lambda: "files are missing" in texts(window), timeout=20_000)
        assert not can_press(window, "Chat: my-model")
        assert can_press(window, "More about my-model")


def texts(window):
    return [each.text() for each in visible(window, QLabel)]


def can_press(window, name):
    """Whether there is a button that works, by its accessible name."""
    found = [each for each in visible(window, QAbstractButton) if each.accessibleName() == name]
    return bool(found) and found[0].isEnabled()
