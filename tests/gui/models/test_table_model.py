"""The model of big tables."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from o1desk.gui.models.paged_table import Column, PagedTable
from o1desk.gui.models.table_model import KEPT_PAGES, PAGE

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())


@dataclass
class Sample:
    id: int
    prompt: str


COLUMNS = (
    Column(key="id", title="#", text=lambda row: str(row.id), is_sortable=True, align="right"),
    Column(key="prompt", title="Problem", text=lambda row: row.prompt, tooltip="What was asked."),
    Column(key="verdict", title="Verdict", text=lambda _: "correct", look="verdict"),
    Column(
        key="reward", title="Reward", text=lambda _: "0.5", look="bar",
        share=lambda _: 0.5, tone=lambda _: "good",
    ),
)  # fmt: skip


class Desk:
    """A store that counts its reads, and a thread that works when it is told to."""

    def __init__(self, prompts=None):
        self.prompts = prompts or {}
        self.reads = []
        self.waiting = []
        self.is_slow = False

    def fetch(self, ids):
        self.reads.append(list(ids))
        return [Sample(each, self.prompts.get(each, f"prompt {each}")) for each in ids]

    def run(self, function, then):
        if self.is_slow:
            self.waiting.append((function, then))
        else:
            then(function())

    def work(self):
        waiting, self.waiting = self.waiting, []
        for function, then in waiting:
            then(function())


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def table(qtbot, desk):
    model = PagedTable(COLUMNS, desk.fetch, desk.run)
    yield model
    model.deleteLater()


def shown(model, row, column=1):
    return model.index(row, column).data()


def read(qtbot, model, row):
    """Look at a row until its page came."""
    qtbot.waitUntil(lambda: bool(shown(model, row)) and model.row(row) is not None)


def test_the_model_keeps_the_rules_of_models(table, desk, qtbot):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table, mode)
    for ids in ([1, 2, 3], range(250), [], [7]):
        table.set_ids(ids)
        if ids:
            read(qtbot, table, len(ids) - 1)
            table.refresh()
            qtbot.wait(30)
    assert tester.failureReportingMode() == mode
    tester.deleteLater()


def test_the_scroll_bar_is_honest_before_anything_was_read(table, desk):
    table.set_ids(range(100_000))
    assert table.rowCount() == 100_000
    assert not desk.reads


def test_a_row_shows_a_placeholder_until_its_page_came(table, desk, qtbot):
    desk.is_slow = True
    table.set_ids(range(1, 301))
    assert shown(table, 150) == "…"
    qtbot.waitUntil(lambda: bool(desk.waiting))
    assert shown(table, 150) == "…"
    changed = []
    table.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    desk.work()
    assert shown(table, 150) == "prompt 151"
    assert (100, 199) in changed
    assert desk.reads[-1] == list(range(101, 201))


def test_painting_never_reads_the_store(table, desk, qtbot):
    desk.is_slow = True
    table.set_ids(range(100_000))
    for row in range(0, 100_000, 997):
        for column in range(len(COLUMNS)):
            table.index(row, column).data()
            table.cell(row, column)
    assert not desk.reads


def test_a_fast_scroll_reads_only_where_it_ended(table, desk, qtbot):
    table.set_ids(range(100_000))
    for row in range(0, 100_000, PAGE):
        shown(table, row)
    read(qtbot, table, 99_999)
    assert len(desk.reads) <= 4
    assert 99_999 in desk.reads[0]


def test_old_pages_make_room_for_new_ones(table, desk, qtbot):
    table.set_ids(range(PAGE * (KEPT_PAGES + 10)))
    for page in range(KEPT_PAGES + 10):
        read(qtbot, table, page * PAGE)
    assert table.row(0) is None
    assert table.row(PAGE * (KEPT_PAGES + 9)) is not None


def test_rows_of_an_older_list_are_dropped_when_they_come_late(table, desk, qtbot):
    desk.is_slow = True
    table.set_ids([1, 2])
    shown(table, 0)
    qtbot.waitUntil(lambda: bool(desk.waiting))
    table.set_ids([7, 8])
    desk.work()
    assert shown(table, 0) == "…"
    qtbot.waitUntil(lambda: bool(desk.waiting))
    desk.work()
    assert shown(table, 0) == "prompt 7"


def test_changed_rows_are_read_again_and_the_old_text_stays_meanwhile(table, desk, qtbot):
    table.set_ids(range(10))
    read(qtbot, table, 3)
    desk.prompts[3] = "other"
    desk.is_slow = True
    table.refresh([3])
    assert shown(table, 3) == "prompt 3"
    qtbot.waitUntil(lambda: bool(desk.waiting))
    desk.work()
    assert shown(table, 3) == "other"


def test_a_refresh_of_rows_nobody_looked_at_reads_nothing(table, desk, qtbot):
    table.set_ids(range(1_000))
    read(qtbot, table, 0)
    count = len(desk.reads)
    table.refresh([900])
    qtbot.wait(50)
    assert len(desk.reads) == count


def test_a_row_that_is_gone_says_so_and_moves_no_other(qtbot, desk):
    model = PagedTable(
        COLUMNS, lambda ids: desk.fetch([each for each in ids if each != 2]), desk.run
    )
    model.set_ids([1, 2, 3])
    qtbot.waitUntil(lambda: shown(model, 1) == "\u2013")
    assert not model.cell(1, 1).is_there
    assert (shown(model, 0), shown(model, 2)) == ("prompt 1", "prompt 3")
    model.deleteLater()


def test_rows_without_an_attribute_for_their_id_say_how_to_find_it(qtbot, desk):
    column = Column(key="a", title="A", text=lambda row: row["a"])
    model = PagedTable(
        [column],
        lambda ids: [{"key": each, "a": str(each)} for each in ids],
        desk.run,
        id_of=lambda row: row["key"],
    )
    model.set_ids([5])
    qtbot.waitUntil(lambda: shown(model, 0, 0) == "5")
    model.deleteLater()


def test_sorting_asks_the_owner_and_moves_nothing(table, desk, qtbot):
    table.set_ids([3, 1, 2])
    with qtbot.waitSignal(table.sort_asked) as caught:
        table.sort(0, Qt.SortOrder.DescendingOrder)
    assert caught.args == ["id", True]
    assert table.ids() == [3, 1, 2]


def test_a_column_that_cannot_be_sorted_asks_nobody(table, qtbot):
    with qtbot.assertNotEmitted(table.sort_asked):
        table.sort(1)
        table.sort(-1)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_cell_shows_hostile_text_on_one_isolated_line(table, desk, qtbot, name):
    desk.prompts[1] = HOSTILE[name]
    table.set_ids([1])
    read(qtbot, table, 0)
    line = shown(table, 0)
    assert "\n" not in line
    assert line.isascii() or (line[0], line[-1]) == ("\u2068", "\u2069")
    assert table.stored_text(0, 1) == HOSTILE[name]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_tooltip_of_a_cell_is_never_markup(table, desk, qtbot, name):
    desk.prompts[1] = HOSTILE[name]
    table.set_ids([1])
    read(qtbot, table, 0)
    tip = table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) or ""
    document = QTextDocument()
    document.setHtml(tip if Qt.mightBeRichText(tip) else "")
    assert not any(each.isImageFormat() for each in document.allFormats())
    assert "<" not in HOSTILE[name] or not Qt.mightBeRichText(tip) or "&lt;" in tip


def test_invisible_characters_become_marks_on_demand(table, desk, qtbot):
    desk.prompts[1] = "pay \u202e001"
    table.set_ids([1])
    read(qtbot, table, 0)
    table.set_marks_visible(True)
    assert "⟨U+202E⟩" in shown(table, 0)
    assert table.stored_text(0, 1) == "pay \u202e001"


def test_a_giant_cell_is_cut_for_the_eye_only(table, desk, qtbot):
    desk.prompts[1] = "a" * 2_000_000
    table.set_ids([1])
    read(qtbot, table, 0)
    assert len(shown(table, 0)) < 400
    assert len(table.stored_text(0, 1)) == 2_000_000


def test_a_screen_reader_hears_the_words_of_a_verdict(table, desk, qtbot):
    table.set_ids([1])
    read(qtbot, table, 0)
    assert table.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "correct"


def test_ids_lead_to_rows_and_back(table):
    table.set_ids([30, 10, 20])
    assert table.row_id(1) == 10
    assert table.row_of(20) == 2
    assert table.row_of(99) is None


def test_headings_have_titles_and_tooltips(table):
    def heading(role):
        return table.headerData(1, Qt.Orientation.Horizontal, role)

    assert heading(Qt.ItemDataRole.DisplayRole) == "Problem"
    assert heading(Qt.ItemDataRole.ToolTipRole) == "What was asked."


def test_copied_cells_are_quoted_where_they_hold_what_separates(table, desk, qtbot):
    desk.prompts.update({1: 'a\t"b"\nc', 2: "plain"})
    table.set_ids([1, 2])
    with qtbot.waitSignal(table.texts_read) as caught:
        table.read_texts([0, 1], [0, 1])
    assert caught.args == ['1\t"a\t""b""\nc"\n2\tplain']
