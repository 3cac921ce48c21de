"""A folder that is only read stays as it is, whatever a person tries; each try is answered once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from o1desk.core.runs import RunState
from o1desk.core.settings import Settings
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.model_list import ModelEntry
from o1desk.gui.pages.data.page import DataPage
from o1desk.gui.pages.models.adapter_rows import AdapterRows
from o1desk.gui.pages.models.page import ModelsPage
from o1desk.gui.pages.overview.controller import loop_controller
from o1desk.gui.pages.train.controller import train_controller
from o1desk.gui.session import Session
from o1desk.jobs.manager import Manager
from o1desk.store import open_store
from o1desk.store.filters import SampleFilter

REFUSED = "This data folder is open read-only: nothing in it can be changed"
CONFIG = {"source": "solver", "environments": [{"environment": "gcd", "level": "easy"}], "count": 1}


@pytest.fixture
def reading(theme, tmp_path):
    """A session that may only read a folder with one sample and one dataset."""
    data = tmp_path / "data"
    data.mkdir()
    problem = Problem(environment="gcd", level="easy", prompt="2 and 4?", answer="2")
    verdict = Verdict(judgement=Judgement.CORRECT, score=1.0, method="gcd")
    trace = Trace(steps=(Step(text="both are even"),), answer="2")
    sample = Sample(problem=problem, origin="solver", trace=trace, raw="2", verdict=verdict)
    with open_store(data) as store:
        ids = store.samples.add([sample]).ids
        store.datasets.create("sums", samples=ids)
        store.models.put(str(tmp_path / "mine.gguf"), kind="gguf", path=str(tmp_path / "mine.gguf"))
    (data / "exports").mkdir()
    store = open_store(data, read_only=True)
    settings = Settings.load(tmp_path / "settings.json")
    made = Session(store, Manager(data, None), settings, theme)
    yield made
    made.close()


@pytest.fixture
def toasts(reading):
    """What was said to the user, in order."""
    said = []

    def hear(toast):
        said.append(toast.text)

    reading.toasted.connect(hear)
    return said


@pytest.fixture
def data_page(reading, qtbot):
    page = DataPage(reading)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.samples.listed):
        page.entered()
    return page


@pytest.fixture
def models_page(reading, qtbot):
    page = ModelsPage(reading)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    return page


def unchanged(session):
    """Return what lies in the folder, without the database's own marks."""
    return {p.relative_to(session.data) for p in session.data.rglob("*") if "sqlite" not in p.name}


def outside(page):
    return page.session.data.parent


ON_DATA = {
    "generate": lambda page: page.starting.ask(),
    "start a generation": lambda page: page.starting.generate(CONFIG),
    "a few problems": lambda page: page.starting.make_few(),
    "import": lambda page: page.starting.ask_file(),
    "drop": lambda page: page.take_files([outside(page) / "a.jsonl"]),
    "import a file": lambda page: page.starting.import_file(outside(page) / "a.jsonl", ""),
    "keep": lambda page: page.starting.ask_dataset(SampleFilter(), []),
    "keep as": lambda page: page.starting.keep("more", SampleFilter()),
    "delete": lambda page: QTest.keyClick(page.samples.view, Qt.Key.Key_Delete),
    "rename": lambda page: page.actions_on_datasets.ask_name(only_set(page)),
    "remove a dataset": lambda page: page.actions_on_datasets.remove(only_set(page)),
    "samples for a dataset": lambda page: page.starting.ask_for_dataset(only_set(page)),
}


def only_set(page):
    return page.session.store.datasets.get("sums")


@pytest.mark.parametrize("deed", ON_DATA)
def test_nothing_is_written_from_the_data_page(reading, data_page, toasts, tmp_path, qtbot, deed):
    (tmp_path / "a.jsonl").write_text('{"question": "1 + 1?", "answer": "2"}\n')
    data_page.samples.view.select_id(data_page.samples.ids()[0])
    before = unchanged(reading)

    ON_DATA[deed](data_page)
    qtbot.wait(100)

    assert toasts == [REFUSED]
    assert data_page.findChild(QDialog) is None
    assert unchanged(reading) == before
    assert reading.runs.active == []
    assert not reading.undo.canUndo()


ON_MODELS = {
    "export": lambda page: page._on_export("starter"),
    "start an export": lambda page: page.export({"out": str(page.session.data / "x" / "y")}),
    "drop": lambda page: page.take_files([outside(page) / "tiny.gguf"]),
    "add": lambda page: page.add_folder(),
    "hub": lambda page: page.add_hub(),
    "remove": lambda page: page.remove(page.cards[str(outside(page) / "mine.gguf")].model),
}


@pytest.mark.parametrize("deed", ON_MODELS)
def test_nothing_is_written_from_the_models_page(
    reading, models_page, toasts, tmp_path, qtbot, deed
):
    (tmp_path / "tiny.gguf").write_bytes(b"GGUF" + b"\0" * 2000)
    before = unchanged(reading)

    ON_MODELS[deed](models_page)
    qtbot.wait(100)

    assert toasts == [REFUSED]
    assert models_page.findChild(QDialog) is None
    assert unchanged(reading) == before
    assert reading.runs.active == []


def test_the_loop_and_a_training_are_refused(reading, toasts):
    loop_controller(reading).start(1.0)
    train_controller(reading).resume("R1", "train", "rl")
    assert toasts == [REFUSED, REFUSED]
    assert train_controller(reading).launch() == REFUSED
    assert not loop_controller(reading).is_running


@pytest.mark.parametrize("begin", ["start", "resume"])
def test_a_run_that_somebody_starts_in_spite_of_it_ends_before_it_begins(reading, qtbot, begin):
    before = unchanged(reading)
    if begin == "start":
        run = reading.runs.start("chat", {"config": {"model": "starter"}}, title="A chat")
    else:
        run = reading.runs.resume("R1", role="train", title="A training")

    qtbot.waitUntil(lambda: run.is_over)

    assert run.end.state is RunState.FAILED
    assert "read-only" in run.end.message
    assert unchanged(reading) == before


def closed(page):
    return {
        each.text() for each in page.findChildren(QPushButton)
        if not each.isEnabled() and each.toolTip() == REFUSED
    }  # fmt: skip


def test_buttons_that_would_write_say_why_they_do_not(data_page, models_page):
    assert {"Generate", "Import", "Write", "Keep as dataset"} <= closed(data_page)
    assert {"Generate samples", "Make 20 sample problems now"} <= closed(data_page.samples)
    assert "Generate samples" in closed(data_page.dataset_bar)
    assert {"Add a folder", "Add a GGUF file", "From the hub", "Export"} <= closed(models_page)
    assert "Chat" not in closed(models_page)


def lines(menu):
    return {action.text(): action.isEnabled() for action in menu.actions()}


def test_lines_of_menus_that_would_write_are_closed_too(data_page, models_page, theme, qtbot):
    data_page.actions_on_datasets.open_menu(only_set(data_page), QPoint(0, 0))
    found = lines(data_page.actions_on_datasets._menu)
    assert [name for name, is_open in found.items() if not is_open] == ["Rename\u2026", "Remove"]
    data_page.actions_on_datasets._menu.close()

    entry = ModelEntry(
        ref="starter@R1:2", title="A", detail="", kind="adapter", exists=True, base="starter"
    )
    rows = AdapterRows(theme, [entry], refusal=REFUSED)
    qtbot.addWidget(rows)
    rows.open_menu(entry, QPoint(0, 0))
    menu = rows.findChild(QMenu)
    assert [name for name, is_open in lines(menu).items() if not is_open] == [
        "Export\u2026", "Remove from the list",
    ]  # fmt: skip
    menu.close()
