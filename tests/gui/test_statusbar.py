"""The bar at the lower edge shows files at work as it shows runs."""

import threading

import pytest

from o1desk.gui.pages.data.file_work import FileWork, Told, file_works
from o1desk.gui.statusbar import StatusBar


class Reading(FileWork):
    """A file that is read until the test lets it go."""

    def __init__(self, session, title="Importing a.jsonl"):
        super().__init__(session, title)
        self.may_end = threading.Event()

    def work(self, report):
        assert self.may_end.wait(30)
        return "read"

    def outcome_text(self):
        return "It was read"


@pytest.fixture
def bar(session, qtbot):
    made = StatusBar(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def reading(session):
    work = Reading(session)
    yield work
    work.may_end.set()


@pytest.fixture
def opened(session):
    """The pages that were asked for, in order."""
    pages = []

    def hear(target):
        pages.append(target.page)

    session.opened.connect(hear)
    return pages


def test_a_file_at_work_is_shown_with_its_progress_and_the_time_left(session, bar, reading, qtbot):
    file_works(session).start(reading)
    assert bar._chip.text() == "Importing a.jsonl"
    reading._on_reported(Told(done=0, total=400, at_s=100.0))
    reading._on_reported(Told(done=100, total=400, at_s=160.0))
    assert (bar._bar.value(), bar._bar.maximum()) == (250, 1000)
    assert bar._left.text() == "about 3 min left"
    reading.may_end.set()
    qtbot.waitUntil(lambda: not bar._chip.isVisible())


def test_a_press_on_a_file_shows_the_data_page(session, bar, reading, opened):
    file_works(session).start(reading)
    bar._chip.click()
    assert opened == ["data"]


def test_a_file_is_shown_beside_a_run(session, bar, reading, fake_run, qtbot):
    fake_run(title="A training")
    file_works(session).start(reading)
    assert bar._chip.text() == "Importing a.jsonl (+1)"
    reading.may_end.set()
    qtbot.waitUntil(lambda: bar._chip.text() == "A training")
    assert bar._left.text() == ""


def test_a_press_on_an_export_of_a_model_shows_the_models(session, bar, fake_run, opened):
    fake_run(role="export", title="Exporting a model")
    bar._refresh()
    bar._chip.click()
    assert opened == ["models"]


def test_a_bar_that_is_built_again_shows_what_is_at_work(session, bar, reading, qtbot):
    file_works(session).start(reading)
    again = StatusBar(session)
    qtbot.addWidget(again)
    assert again._chip.text() == "Importing a.jsonl"
