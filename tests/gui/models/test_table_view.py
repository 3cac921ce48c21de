"""The view of big tables: keys, selection by id, header, and what is painted."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from o1desk.gui.models.paged_table import Column, PagedTable, TableView

ENTER, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Delete


@dataclass
class Sample:
    id: int
    prompt: str


COLUMNS = (
    Column(key="id", title="#", text=lambda row: str(row.id), width_em=4, is_sortable=True),
    Column(
        key="prompt", title="Problem", text=lambda row: row.prompt, width_em=10, does_stretch=True
    ),
    Column(
        key="verdict", title="Verdict", text=lambda row: VERDICTS[row.id % 5], look="verdict",
        width_em=12,
    ),
    Column(
        key="reward", title="Reward", text=lambda _: "0.5", look="bar",
        share=lambda row: None if row.id % 2 else 0.5, is_sortable=True,
    ),
)  # fmt: skip
VERDICTS = ("correct", "incorrect", "unverifiable", "gold_bad", "")


def fetch(ids):
    return [Sample(each, f"<b>prompt</b> {each} 中文") for each in ids]


def run(function, then):
    then(function())


@pytest.fixture
def view(qtbot, theme):
    model = PagedTable(COLUMNS, fetch, run)
    made = TableView(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(700, 400)
    model.set_ids(list(range(1, 1_001)))
    made.show()
    qtbot.waitExposed(made)
    return made


def top_id(view):
    return view.model().row_id(view.rowAt(0))


def test_enter_opens_the_current_row(view, qtbot):
    view.select_id(5)
    with qtbot.waitSignal(view.row_opened) as caught:
        qtbot.keyClick(view, ENTER)
    assert caught.args == [5]


def test_a_double_click_opens_the_row_under_it(view, qtbot):
    place = QPoint(50, view.rowViewportPosition(2) + 5)
    with qtbot.waitSignal(view.row_opened) as caught:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [3]


def test_delete_asks_to_remove_the_chosen_rows_and_removes_nothing(view, qtbot):
    view.select_id(2)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.remove_asked) as caught:
        qtbot.keyClick(view, DELETE)
    assert caught.args == [[2, 3]]
    assert view.model().rowCount() == 1_000


def test_delete_without_a_choice_asks_nothing(view, qtbot):
    view.clearSelection()
    with qtbot.assertNotEmitted(view.remove_asked):
        qtbot.keyClick(view, DELETE)


def test_copied_rows_are_tab_separated_even_where_nobody_scrolled(view, qtbot):
    view.select_id(999)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[:2] for line in lines] == [
        ["999", "<b>prompt</b> 999 中文"],
        ["1000", "<b>prompt</b> 1000 中文"],
    ]


def test_letters_are_left_to_the_page(view, qtbot):
    view.select_id(1)
    qtbot.keyClicks(view, "9")
    assert view.current_id() == 1


def test_the_choice_is_kept_by_id_when_other_rows_come(view, qtbot):
    view.select_id(500)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view.model().set_ids(list(range(1_000, 0, -1)))
    assert view.selected_ids() == [501, 500]
    assert view.current_id() == 501


def test_the_row_somebody_reads_stays_at_its_place(view, qtbot):
    view.select_id(500)
    place = view.rowViewportPosition(view.currentIndex().row())
    view.model().set_ids([*range(10_000, 10_300), *range(1, 1_001)])
    assert view.current_id() == 500
    assert view.rowViewportPosition(view.currentIndex().row()) == place


def test_the_view_stays_where_it_was_without_a_choice(view):
    view.verticalScrollBar().setValue(3_000)
    before = top_id(view)
    view.model().set_ids([*range(10_000, 10_300), *range(1, 1_001)])
    assert top_id(view) == before


def test_who_looks_at_the_top_sees_new_rows(view):
    view.model().set_ids([2_000, *range(1, 1_001)])
    assert top_id(view) == 2_000


def test_a_choice_that_is_gone_is_told(view, qtbot):
    view.select_id(7)
    told = []
    view.ids_selected.connect(lambda ids: told.append(("selected", ids)))
    view.current_changed.connect(lambda row_id: told.append(("current", row_id)))
    view.model().set_ids([1, 2, 3])
    assert told == [("selected", []), ("current", None)]
    assert view.selected_ids() == []


def test_a_choice_of_a_hundred_thousand_rows_survives(view):
    view.model().set_ids(list(range(100_000)))
    view.selectAll()
    view.model().set_ids(list(range(0, 100_000, 2)))
    assert len(view.selected_ids()) == 50_000


def test_choosing_tells_ids(view, qtbot):
    with qtbot.waitSignal(view.ids_selected) as caught:
        view.select_id(42)
    assert caught.args == [[42]]
    assert not view.select_id(5_000)


def test_a_press_on_a_heading_sorts_and_a_second_one_turns_the_order(view, qtbot):
    asked = []
    view.model().sort_asked.connect(lambda key, is_descending: asked.append((key, is_descending)))
    for section in (3, 3, 0, 1):
        place = QPoint(view.columnViewportPosition(section) + 20, 10)
        qtbot.mouseClick(view.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("reward", False), ("reward", True), ("id", False)]
    assert view.sorting() == ("id", False)


def other(theme, qtbot):
    model = PagedTable(COLUMNS, fetch, run)
    view = TableView(theme, model)
    model.setParent(view)
    qtbot.addWidget(view)
    return view


def test_the_header_is_remembered(view, theme, qtbot):
    header = view.horizontalHeader()
    header.moveSection(0, 2)
    header.resizeSection(2, 250)
    header.set_shown("reward", False)
    view.show_sorting("id", True)
    again = other(theme, qtbot)
    again.restore_header(view.save_header())
    assert again.save_header() == view.save_header()
    assert again.horizontalHeader().visualIndex(0) == 2
    assert again.columnWidth(2) == 250
    assert again.isColumnHidden(3)
    assert again.sorting() == ("id", True)


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[]", "{}", '{"order": 5, "hidden": {}, "widths_em": []}',
        '{"order": ["gone", 3], "hidden": ["gone"], "widths_em": {"id": "x", "gone": 4}}',
        '{"sort": ["gone", true]}', '{"sort": "id"}',
        '{"hidden": ["id", "prompt", "verdict", "reward"]}',
    ],
)  # fmt: skip
def test_a_header_state_that_does_not_fit_is_passed_over(view, text):
    view.restore_header(text)
    assert view.horizontalHeader().count() == 4
    assert any(not view.isColumnHidden(section) for section in range(4))
    assert view.columnWidth(0) >= 0


def test_widths_follow_the_size_of_letters(view, theme):
    before = view.columnWidth(2)
    theme.set_scale(2.0)
    assert abs(view.columnWidth(2) - 2 * before) <= before * 0.1
    assert view.rowHeight(0) > 50


def test_a_stretching_column_takes_the_room_that_is_left(view):
    total = sum(view.columnWidth(section) for section in range(4))
    assert view.viewport().width() - 4 <= total <= view.viewport().width()


def test_verdicts_bars_and_markup_are_painted_without_a_fault(view, qtbot, theme):
    qtbot.waitUntil(lambda: view.model().row(0) is not None)
    view.select_id(3)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        assert not view.grab().isNull()


def test_a_verdict_has_the_colour_of_its_tone(view, qtbot, theme):
    qtbot.waitUntil(lambda: view.model().row(0) is not None)
    image = view.viewport().grab().toImage()
    middle = view.columnViewportPosition(2) + theme.px(16)
    wanted = {0: "bad_soft", 1: "warn_soft", 4: "good_soft"}
    for row, token in wanted.items():
        y = view.rowViewportPosition(row) + view.rowHeight(row) // 2 - theme.px(8)
        assert image.pixelColor(middle, y).name() == getattr(theme.tokens, token)


def test_the_row_under_the_pointer_is_set_apart(view, qtbot, theme):
    y = view.rowViewportPosition(4) + 10
    qtbot.mouseMove(view.viewport(), QPoint(100, y))
    view._hover(view.rowAt(y))
    image = view.viewport().grab().toImage()
    row = view.rowViewportPosition(4) + 3
    assert image.pixelColor(3, row).name() == theme.tokens.hover


def test_a_tone_colours_the_letters(qtbot, theme):
    column = Column(
        key="a", title="A", text=lambda _: "\u2588" * 3, tone=lambda _: "bad", width_em=10
    )
    model = PagedTable([column], fetch, run)
    view = TableView(theme, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(300, 200)
    model.set_ids([1])
    view.show()
    qtbot.waitUntil(lambda: model.row(0) is not None)
    image = view.viewport().grab().toImage()
    y = view.rowHeight(0) // 2
    colors = {image.pixelColor(x, y).name() for x in range(60)}
    assert theme.tokens.bad in colors
