"""A Models page, and files that look like models."""

import gc
import json

import pytest

from o1desk.gui.model_list import model_list
from o1desk.gui.pages.models.page import ModelsPage


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """A dropped session is a cycle of QObjects, which die on the thread that made them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


def write_folder(folder, *, weights=1_000_000):
    """Write a model folder whose header speaks of so many weights; the weights are not there."""
    folder.mkdir(parents=True)
    config = {
        "hidden_size": 64, "num_attention_heads": 4, "num_hidden_layers": 2,
        "intermediate_size": 128, "vocab_size": 512, "max_position_embeddings": 4096,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config))
    row = {"dtype": "F32", "shape": [weights // 100, 100], "data_offsets": [0, 4 * weights]}
    header = json.dumps({"weight": row}).encode()
    size = len(header).to_bytes(8, "little")
    (folder / "model.safetensors").write_bytes(size + header)
    return folder


@pytest.fixture(name="write_folder")
def _write_folder():
    """Maker of model folders."""
    return write_folder


@pytest.fixture(autouse=True)
def _no_hub_of_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture
def hub(tmp_path):
    """Maker of models in the local cache of the hub."""

    def make(name):
        store = tmp_path / "hub" / f"models--{name.replace('/', '--')}"
        write_folder(store / "snapshots" / "aaa")
        (store / "refs").mkdir()
        (store / "refs" / "main").write_text("aaa\n")

    return make


@pytest.fixture
def page(session, qtbot):
    """The page, shown, with its list read."""
    made = ModelsPage(session)
    qtbot.addWidget(made)
    made.resize(1132, 740)
    made.show()
    made.entered()
    qtbot.waitUntil(lambda: model_list(session).is_loaded)
    return made


@pytest.fixture
def toasts(session):
    """What was said to the user, in order."""
    said = []

    def hear(toast):
        said.append(toast)

    session.toasted.connect(hear)
    return said


@pytest.fixture
def opened(session):
    """What other pages were asked to show, in order."""
    asked = []

    def hear(target):
        asked.append((target.page, target.what))

    session.opened.connect(hear)
    return asked
