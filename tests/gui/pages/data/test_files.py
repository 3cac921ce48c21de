"""Importing and exporting: what is stored, what is refused, and how both are stopped."""

import json
import threading
from pathlib import Path

import pytest

from o1desk.gui.pages.data import importing
from o1desk.gui.pages.data.export_dialog import ExportDialog
from o1desk.gui.pages.data.exporting import ExportOrder
from o1desk.gui.pages.data.file_work import Told, file_works
from o1desk.gui.pages.data.import_dialog import ImportDialog
from o1desk.store.export import FORMATS
from o1desk.store.filters import SampleFilter
from o1desk.store.labels import Label


@pytest.fixture
def write(tmp_path):
    """Maker of files."""

    def make(*lines, name="questions.jsonl"):
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return make


def question(number):
    return json.dumps({"question": f"What is {number} plus {number}?", "answer": str(2 * number)})


@pytest.fixture
def works(session):
    return file_works(session)


def test_a_file_is_shown_before_it_is_imported(session, page, write, works, qtbot):
    path = write(question(1), question(2))
    assert page.take_files([path])
    dialog = page.findChild(ImportDialog)
    qtbot.waitUntil(lambda: "What is 1" in dialog._head.text())
    assert not works.works

    dialog._name.setText("my questions")
    dialog.start()

    qtbot.waitUntil(lambda: "my-questions" in page.datasets.names())
    assert session.store.counts()["problem"] == 2


def test_a_dropped_file_is_imported_at_once_when_nobody_wants_to_be_asked(
    session, page, write, qtbot
):
    session.settings.set("data.ask_dropped_file", False)

    assert page.take_files([write(question(1))])

    qtbot.waitUntil(lambda: page.datasets.names() == ["questions"])
    assert page.findChild(ImportDialog) is None


def test_files_of_other_kinds_are_left_to_other_pages(page, write, tmp_path):
    assert not page.take_files([write("x", name="model.gguf")])
    assert not page.take_files([tmp_path / "absent.jsonl"])
    assert not page.take_files([])


def test_a_clean_import_is_told_in_a_toast_that_shows_it(
    session, page, write, works, toasts, opened, qtbot
):
    page.starting.import_file(write(question(1), question(2)), "")
    qtbot.waitUntil(lambda: bool(toasts))

    assert toasts[0].tone == "good"
    assert toasts[0].is_system
    assert "2 of 2 rows are in the dataset questions, 2 of them new" in toasts[0].text
    assert not works.works
    assert not page.jobs.isVisible()
    toasts[0].run()
    assert opened == [("data", {"dataset": "questions"})]


def test_bad_lines_are_named_with_their_numbers(session, page, write, works, toasts, qtbot):
    page.starting.import_file(
        write(question(1), "not json", '{"question": "why"}', question(4), "[1, 2]", "{"), "mixed"
    )
    qtbot.waitUntil(lambda: bool(toasts))
    (work,) = works.works
    card = page.jobs.files.card(work)

    reasons = card._reasons.text()
    assert "lines 2, 6" in reasons
    assert "line 3" in reasons
    assert "line 5" in reasons
    assert "2 of 6 rows" in card._words.text()
    assert card.property("card") == "warn"
    assert toasts[0].tone == "warn"
    card._on_close()
    assert not works.works
    assert not page.jobs.isVisible()


def test_a_file_without_a_usable_row_stores_nothing(session, page, write, works, toasts, qtbot):
    page.starting.import_file(write("not json", "[]"), "bad")
    qtbot.waitUntil(lambda: bool(toasts))

    assert "nothing was stored" in toasts[0].text
    assert session.store.counts()["problem"] == 0
    assert session.store.datasets.all() == []
    assert not page.jobs.files.card(works.works[0])._show.isVisible()


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(page, works, toasts, tmp_path, qtbot):
    page.starting.import_file(tmp_path / "gone.jsonl", "")
    qtbot.waitUntil(lambda: bool(toasts))

    assert toasts[0].tone == "bad"
    assert "gone.jsonl" in toasts[0].text
    assert "Traceback" not in toasts[0].text
    card = page.jobs.files.card(works.works[0])
    assert card.property("card") == "bad"


def test_a_preview_of_a_file_that_went_says_so(session, tmp_path, qtbot):
    dialog = ImportDialog(session, None, tmp_path / "gone.jsonl")
    qtbot.addWidget(dialog)

    qtbot.waitUntil(lambda: "cannot be read" in dialog._trouble.text())
    assert not dialog._start.isEnabled()


def test_a_name_of_signs_only_is_refused(session, write, qtbot):
    dialog = ImportDialog(session, None, write(question(1)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._name.setText("  ///  ")

    dialog.start()

    assert dialog.isVisible()
    assert dialog._trouble.text()


def test_a_cancelled_import_stores_nothing(session, page, write, works, toasts, qtbot, monkeypatch):
    is_reading, may_go_on = threading.Event(), threading.Event()

    def slow(problem, answer):
        is_reading.set()
        may_go_on.wait(10)
        return judge(problem, answer)

    judge = importing._judge
    monkeypatch.setattr(importing, "_judge", slow)
    page.starting.import_file(write(*map(question, range(1, 200))), "")
    (work,) = works.works
    card = page.jobs.files.card(work)
    qtbot.waitUntil(is_reading.is_set)

    card._cancel.click()
    assert card._cancel.text() == "Cancelling\u2026"
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(toasts))

    assert "cancelled" in toasts[0].text
    assert not works.works
    assert session.store.counts()["problem"] == 0
    assert session.store.datasets.all() == []


def test_an_import_does_not_hold_up_what_a_person_writes(
    session, page, write, filled, works, qtbot, monkeypatch
):
    is_reading, may_go_on = threading.Event(), threading.Event()

    def slow(problem, answer):
        is_reading.set()
        may_go_on.wait(10)
        return judge(problem, answer)

    judge = importing._judge
    monkeypatch.setattr(importing, "_judge", slow)
    page.starting.import_file(write(question(1)), "")
    qtbot.waitUntil(is_reading.is_set)

    page.remove([filled[0]])

    qtbot.waitUntil(lambda: session.store.samples.count() == 11)
    assert works.works
    may_go_on.set()
    qtbot.waitUntil(lambda: not works.works)


@pytest.fixture
def held(monkeypatch):
    """Imports stop at their first row until the event is set; `begun` tells how many did."""
    may_go_on, judge = threading.Event(), importing._judge
    may_go_on.begun = []

    def slow(problem, answer):
        may_go_on.begun.append(1)
        may_go_on.wait(30)
        return judge(problem, answer)

    monkeypatch.setattr(importing, "_judge", slow)
    yield may_go_on
    may_go_on.set()


def test_many_imports_hold_up_no_page(page, write, filled, works, qtbot, held):
    for number in range(5):
        page.starting.import_file(write(question(number), name=f"f{number}.jsonl"), "")
    qtbot.waitUntil(lambda: bool(held.begun))

    page.samples.look()

    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    assert len(works.works) == 5


def test_an_import_that_waits_for_its_turn_says_so_and_is_cancelled_at_once(
    page, write, works, qtbot, held, toasts
):
    for number in range(3):
        page.starting.import_file(write(question(number), name=f"f{number}.jsonl"), "")
    qtbot.waitUntil(lambda: len(held.begun) == 2)
    last = works.works[2]
    card = page.jobs.files.card(last)
    assert "another file" in card._left.text()
    qtbot.waitUntil(lambda: not page.jobs.files.card(works.works[0])._left.isVisible())

    card._cancel.click()

    assert last not in works.works
    assert "cancelled" in toasts[-1].text


def test_a_card_tells_the_time_that_is_left(page, write, works, qtbot, held):
    page.starting.import_file(write(question(1)), "")
    qtbot.waitUntil(lambda: bool(held.begun))
    (work,) = works.works
    card = page.jobs.files.card(work)
    began = work._first.at_s

    work._on_reported(Told(done=work._first.done + 10, total=work._first.done + 310, at_s=began))
    assert not card._left.isVisible()
    work._on_reported(
        Told(done=work._first.done + 10, total=work._first.done + 310, at_s=began + 6)
    )

    assert card._left.text() == "about 3 min left"


def test_an_import_stops_when_the_session_ends(session, page, write, works, qtbot, monkeypatch):
    is_reading = threading.Event()
    judge = importing._judge

    def slow(problem, answer):
        is_reading.set()
        return judge(problem, answer)

    monkeypatch.setattr(importing, "_judge", slow)
    page.starting.import_file(write(*map(question, range(1, 3000))), "")
    qtbot.waitUntil(is_reading.is_set)

    session.ops.close()

    assert session.store.datasets.all() == []


def test_imports_at_work_are_there_after_the_page_was_built_again(
    session, page, make_page, write, works, qtbot
):
    page.starting.import_file(write(question(1), "not json"), "mixed")
    qtbot.waitUntil(lambda: bool(works.works) and works.works[0].is_over)
    page.hide()

    again = make_page(page.save_state())

    assert "line 2" in again.jobs.files.card(works.works[0])._reasons.text()


def test_problems_without_samples_lead_to_a_generation(session, page, write, qtbot, toasts):
    page.starting.import_file(write(question(1)), "school")
    qtbot.waitUntil(lambda: bool(toasts))
    assert "problems to solve" in toasts[0].text

    page.show_target(dataset="school")
    qtbot.waitUntil(page.dataset_bar.isVisible)

    assert page.dataset_bar._generate.isVisible()
    assert not page.dataset_bar._train.isVisible()


# --- out ---


def test_an_export_read_again_gives_the_same_samples(
    session, page, filled, tmp_path, qtbot, toasts
):
    session.store.labels.put(Label(sample=filled[0], value=1, annotator="ann"))
    before = [session.store.samples.get(row) for row in filled]
    path = tmp_path / "all.jsonl"

    page.starting.export(
        ExportOrder(what="samples", form="jsonl", path=path, chosen=SampleFilter())
    )
    qtbot.waitUntil(lambda: bool(toasts))
    assert "12 " in toasts[0].text
    page.remove(filled)
    qtbot.waitUntil(lambda: session.store.samples.count() == 0)
    page.starting.import_file(path, "again")
    qtbot.waitUntil(lambda: session.store.samples.count() == 12)

    ids = session.store.samples.ids(SampleFilter(), newest_first=False)
    assert [session.store.samples.get(row) for row in ids] == before


def test_an_export_holds_what_is_listed(session, page, filled, tmp_path, qtbot, toasts):
    page.filters.apply(SampleFilter(origin="model"))
    page._on_export()
    dialog = page.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog._count.text() == "6 rows")

    dialog.write(str(tmp_path / "models.jsonl"))
    qtbot.waitUntil(lambda: bool(toasts))

    rows = [json.loads(line) for line in (tmp_path / "models.jsonl").read_text().splitlines()]
    assert len(rows) == 6
    assert {json.loads(row["meta"])["origin"] for row in rows} == {"model"}


@pytest.mark.parametrize(("what", "form"), FORMATS)
def test_every_format_is_offered_with_a_sentence(session, filled, qtbot, what, form):
    dialog = ExportDialog(session, None, SampleFilter(), "all")
    qtbot.addWidget(dialog)

    dialog.choose(what, form)

    assert dialog._form.currentData() == form
    assert dialog._about.text()


def test_labels_are_exported_on_their_own(session, page, filled, tmp_path, qtbot, toasts):
    session.store.labels.put(Label(sample=filled[0], value=-1, annotator="ann", critique="no"))

    page.starting.export(
        ExportOrder(what="labels", form="jsonl", path=tmp_path / "l.jsonl", chosen=SampleFilter())
    )
    qtbot.waitUntil(lambda: bool(toasts))

    (line,) = (tmp_path / "l.jsonl").read_text().splitlines()
    assert "no" in line


def test_there_is_nothing_to_export_in_an_empty_list(session, qtbot):
    dialog = ExportDialog(session, None, SampleFilter(), "all")
    qtbot.addWidget(dialog)

    qtbot.waitUntil(lambda: not dialog._start.isEnabled())
    assert dialog._count.text() == "There is nothing to export"


def test_a_folder_that_is_gone_is_named(page, filled, tmp_path, qtbot, toasts):
    page.starting.export(
        ExportOrder(
            what="samples", form="jsonl", path=tmp_path / "gone" / "x.jsonl", chosen=SampleFilter()
        )
    )
    qtbot.waitUntil(lambda: bool(toasts))

    assert toasts[0].tone == "bad"
    assert str(Path("gone")) in toasts[0].text
