"""What is listed: search, facets, length, sorting, and how it survives."""

import pytest

from o1desk.gui.pages.data.filter_panel import FilterPanel
from o1desk.gui.pages.data.sample_list import EMPTY, NO_RESULTS, TABLE
from o1desk.store.filters import SampleFilter


@pytest.fixture
def listing(filled, page):
    return page


def wait_listed(qtbot, page, act):
    with qtbot.waitSignal(page.samples.listed):
        act()
    return page.samples.ids()


def values_of(facet):
    rows = [facet.item(row) for row in range(facet.count())]
    return {row.text().strip("\u2068\u2069"): row.data(257) for row in rows}


def test_an_empty_store_says_what_to_do_next(page):
    assert page.samples._stack.currentIndex() == EMPTY
    assert page.filter_bar.count.text().startswith("0 ")
    assert not page.toolbar._keep.isEnabled()
    assert not page.filter_bar._all.isVisible()
    assert not page.filters.facet("environment").isVisible()


def test_every_sample_is_listed_newest_first(filled, page):
    assert page.samples._stack.currentIndex() == TABLE
    assert page.samples.ids() == sorted(filled, reverse=True)


def test_words_of_a_chain_narrow_the_list(listing, filled, qtbot):
    ids = wait_listed(qtbot, listing, lambda: listing.filters.search.put("double so 22"))

    assert ids == [filled[10]]
    assert "Words: \u2068double so 22\u2069" in listing.filter_bar.chips().values()


def test_words_of_a_problem_narrow_the_list(listing, filled, qtbot):
    assert wait_listed(qtbot, listing, lambda: listing.filters.search.put("what 11")) == [
        filled[10]
    ]


def test_words_that_are_nowhere_offer_to_show_everything(listing, filled, qtbot):
    wait_listed(qtbot, listing, lambda: listing.filters.search.put("zebra"))
    assert listing.samples._stack.currentIndex() == NO_RESULTS

    ids = wait_listed(qtbot, listing, listing.filters.clear)

    assert len(ids) == len(filled)
    assert listing.filters.search.text() == ""


def test_a_press_on_a_facet_narrows_and_a_second_one_widens(listing, qtbot):
    facet = listing.filters.facet("judgement")
    wrong = next(
        facet.item(n) for n in range(facet.count()) if facet.item(n).data(256) != "correct"
    )

    ids = wait_listed(qtbot, listing, lambda: facet.itemClicked.emit(wrong))
    assert len(ids) == 4
    assert facet.chosen == "incorrect"
    chosen = [facet.item(n) for n in range(facet.count()) if facet.item(n).data(258)]
    assert [each.data(256) for each in chosen] == ["incorrect"]

    assert len(wait_listed(qtbot, listing, lambda: facet.itemClicked.emit(chosen[0]))) == 12


def test_facets_show_counts_under_the_other_conditions(listing, qtbot):
    wait_listed(qtbot, listing, lambda: listing.filters.apply(SampleFilter(environment="products")))

    assert values_of(listing.filters.facet("judgement")) == {"correct": "2", "wrong": "2"}
    assert values_of(listing.filters.facet("environment"))["Chain sum"] == "8"


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (SampleFilter(origin="model"), 6),
        (SampleFilter(level="hard"), 4),
        (SampleFilter(environment="products", judgement="incorrect"), 2),
        (SampleFilter(label="unlabelled"), 12),
        (SampleFilter(label="flagged"), 0),
        (SampleFilter(min_chars=36), 3),
        (SampleFilter(max_chars=35), 9),
    ],
)
def test_each_condition_narrows_the_list(listing, qtbot, chosen, count):
    assert len(wait_listed(qtbot, listing, lambda: listing.filters.apply(chosen))) == count


def test_the_length_fields_narrow_the_list(listing, qtbot):
    ids = wait_listed(qtbot, listing, lambda: listing.filters._least.setValue(36))

    assert len(ids) == 3
    assert listing.filters.chosen.min_chars == 36


def test_a_chip_takes_its_condition_away(listing, qtbot):
    wait_listed(
        qtbot, listing, lambda: listing.filters.apply(SampleFilter(origin="model", level="hard"))
    )
    assert set(listing.filter_bar.chips()) == {"origin", "level"}

    wait_listed(qtbot, listing, lambda: listing.filter_bar.drop("level"))

    assert listing.filters.chosen == SampleFilter(origin="model")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("judgement", lambda row: row.judgement),
        ("environment", lambda row: row.environment),
        ("level", lambda row: ("easy", "medium", "hard").index(row.level)),
        ("origin", lambda row: row.origin),
        ("steps", lambda row: row.steps),
        ("tokens_thinking", lambda row: row.tokens_thinking),
        ("chars", lambda row: row.chars),
    ],
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_press_on_a_heading_sorts(listing, session, qtbot, key, value, descending):
    columns = [column.key for column in listing.samples._model.columns]
    header = listing.samples.view.horizontalHeader()
    for _ in range(2 if descending else 1):
        ids = wait_listed(qtbot, listing, lambda: header.sectionClicked.emit(columns.index(key)))

    found = [value(row) for row in session.store.samples.page(ids)]
    assert found == sorted(found, reverse=descending)


def test_samples_without_a_reward_come_last_either_way(listing, session, qtbot):
    columns = [column.key for column in listing.samples._model.columns]
    header = listing.samples.view.horizontalHeader()
    for is_falling in (False, True):
        ids = wait_listed(
            qtbot, listing, lambda: header.sectionClicked.emit(columns.index("reward"))
        )
        rewards = [row.reward for row in session.store.samples.page(ids)]
        assert rewards[6:] == [None] * 6
        assert rewards[:6] == sorted(rewards[:6], reverse=is_falling)


def test_filter_order_and_columns_are_there_after_the_page_was_built_again(
    listing, make_page, qtbot
):
    chosen = SampleFilter(origin="model", text="double", min_chars=10)
    wait_listed(qtbot, listing, lambda: listing.filters.apply(chosen))
    wait_listed(
        qtbot, listing, lambda: listing.samples._model.sort_asked.emit("tokens_thinking", False)
    )
    listing.samples.view.set_column_shown("chars", is_shown=True)
    third = listing.samples.ids()[2]
    listing.samples.view.select_id(third)
    ids, state = listing.samples.ids(), listing.save_state()

    again = make_page(state)

    assert again.filters.chosen == chosen
    assert again.filters.search.text() == "double"
    assert again.samples.ids() == ids
    assert again.samples.view.current_id() == third
    shown = {key: is_shown for key, _, is_shown in again.samples.view.column_choices()}
    assert shown["chars"]
    facet = again.filters.facet("origin")
    assert [facet.item(n).data(256) for n in range(facet.count()) if facet.item(n).data(258)] == [
        "model"
    ]


def test_a_state_of_another_version_does_no_harm(session, filled, make_page):
    state = {
        "filter": {"colour": "red", "level": "hard"},
        "list": {"order": {"key": "colour"}, "header": "[]", "current": "x"},
        "panes": ["wide"],
    }

    page = make_page(state)

    assert page.filters.chosen == SampleFilter(level="hard")
    assert len(page.samples.ids()) == 4


def test_a_saved_filter_is_there_the_next_time(listing, session, make_page, qtbot):
    listing.filters.apply(SampleFilter(origin="model"))
    listing.saved.save("by models")
    qtbot.waitUntil(lambda: session.store.state.get("data.filters") is not None)

    again = make_page()
    qtbot.waitUntil(lambda: bool(again.saved.filters))
    wait_listed(qtbot, again, lambda: again.saved.chosen.emit(again.saved.filters["by models"]))

    assert len(again.samples.ids()) == 6


def test_a_forgotten_filter_comes_back_with_undo(listing, session, qtbot):
    listing.filters.apply(SampleFilter(origin="model"))
    listing.saved.save("by models")

    listing.saved.remove("by models")
    qtbot.waitUntil(lambda: session.store.state.get("data.filters") == {})
    session.undo.undo()

    qtbot.waitUntil(lambda: "by models" in listing.saved.filters)
    assert listing.saved.filters["by models"] == SampleFilter(origin="model")


def test_undo_of_forgetting_a_filter_leaves_those_that_were_saved_since(listing, session, qtbot):
    listing.filters.apply(SampleFilter(origin="model"))
    listing.saved.save("old")
    qtbot.waitUntil(lambda: "old" in listing.saved.filters)
    listing.saved.remove("old")
    qtbot.waitUntil(lambda: listing.saved.filters == {})
    session.store.state.set("data.filters", {"new": {"level": "hard"}})

    session.undo.undo()

    qtbot.waitUntil(lambda: set(listing.saved.filters) == {"old", "new"})


def test_a_saved_filter_can_be_taken_back(listing, session, qtbot):
    listing.filters.apply(SampleFilter(origin="model"))
    listing.saved.save("by models")
    qtbot.waitUntil(lambda: "by models" in listing.saved.filters)
    session.undo.undo()
    qtbot.waitUntil(lambda: listing.saved.filters == {})


def test_replacing_a_filter_is_told_and_undo_brings_the_old_one_back(
    listing, session, qtbot, toasts
):
    for origin in ("model", "solver"):
        listing.filters.apply(SampleFilter(origin=origin))
        listing.saved.save("mine")
        qtbot.waitUntil(
            lambda origin=origin: listing.saved.filters.get("mine") == SampleFilter(origin=origin)
        )
    assert [toast.text for toast in toasts] == ["Save the filter mine", "Replace the filter mine"]

    session.undo.undo()

    qtbot.waitUntil(lambda: listing.saved.filters.get("mine") == SampleFilter(origin="model"))


def test_a_toast_takes_back_no_filter_that_was_saved_anew_since(listing, session, qtbot, toasts):
    listing.saved.save("mine")
    listing.filters.apply(SampleFilter(origin="solver"))
    listing.saved.save("mine")

    toasts[0].run()

    qtbot.waitUntil(lambda: "saved anew" in toasts[-1].text)
    qtbot.waitUntil(lambda: listing.saved.filters.get("mine") == SampleFilter(origin="solver"))
    assert session.undo.count() == 2


def test_lesser_columns_leave_a_narrow_table_and_come_back(listing, qtbot):
    view = listing.samples.view

    def shown():
        return {key for key, _, is_shown in view.column_choices() if is_shown}

    listing.resize(1132, 760)
    qtbot.waitUntil(lambda: "reward" not in shown())
    assert {"judgement", "prompt", "answer"} <= shown()
    assert view.horizontalScrollBar().maximum() == 0

    listing.resize(1772, 760)
    qtbot.waitUntil(lambda: {"reward", "origin", "steps"} <= shown())
    assert view.horizontalScrollBar().maximum() == 0


def test_columns_that_somebody_chose_stay(listing, qtbot):
    view = listing.samples.view
    view.set_column_shown("answer", is_shown=False)
    view.set_column_shown("reward", is_shown=True)

    listing.resize(1000, 700)
    qtbot.wait(50)

    shown = {key: is_shown for key, _, is_shown in view.column_choices()}
    assert shown["reward"]
    assert not shown["answer"]


def test_environments_beyond_the_first_ten_are_one_press_away(theme, qtbot):
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    counts = [(f"family_{n:02}", 99 - n) for n in range(30)]
    panel.show_facets({"environment": counts})
    facet = panel.facet("environment")
    assert facet.count() == 11

    facet.itemClicked.emit(facet.item(10))

    assert facet.count() == 30


def test_the_chosen_value_is_listed_even_beyond_the_first_ten(theme, qtbot):
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    panel.set_filter(SampleFilter(environment="family_25"))
    panel.show_facets({"environment": [(f"family_{n:02}", 99 - n) for n in range(30)]})

    facet = panel.facet("environment")
    listed = [facet.item(n).data(256) for n in range(facet.count())]
    assert "family_25" in listed


def test_arrows_move_in_a_facet_and_enter_chooses(listing, qtbot):
    from PySide6.QtCore import Qt

    facet = listing.filters.facet("level")
    facet.setFocus()
    facet.setCurrentRow(0)
    qtbot.keyClick(facet, Qt.Key.Key_Down)
    assert facet.chosen == ""

    wait_listed(qtbot, listing, lambda: qtbot.keyClick(facet, Qt.Key.Key_Return))

    assert facet.chosen == facet.item(1).data(256) if facet.count() > 1 else facet.chosen
    assert listing.filters.chosen.level == facet.chosen != ""


def test_a_double_click_chooses_once(listing, qtbot):
    from PySide6.QtCore import Qt

    facet = listing.filters.facet("level")
    place = facet.visualItemRect(facet.item(0)).center()
    value = facet.item(0).data(256)
    qtbot.mouseClick(facet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(facet.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert listing.filters.chosen.level == value


def test_many_changes_are_one_look_at_a_time(listing, session, qtbot, monkeypatch):
    import threading

    from o1desk.gui.pages.data import sample_list

    may_go_on, looks = threading.Event(), []
    usual = sample_list.listing_of

    def slow(*given):
        look = usual(*given)

        def wait():
            looks.append(1)
            may_go_on.wait(10)
            return look()

        return wait

    monkeypatch.setattr(sample_list, "listing_of", slow)
    for _ in range(4):
        listing.samples.look_later()
        qtbot.wait(300)
    assert len(looks) == 1

    may_go_on.set()
    qtbot.waitUntil(lambda: len(looks) == 2)
    qtbot.wait(400)
    assert len(looks) == 2


def test_a_list_that_cannot_be_read_is_told_and_read_again(listing, session, qtbot, monkeypatch):
    from o1desk.core.errors import InputError
    from o1desk.gui.pages.data import sample_list

    said = []
    session.toasted.connect(said.append)

    def broken(*given):
        def look():
            raise InputError("The database is busy")

        return look

    with monkeypatch.context() as patch:
        patch.setattr(sample_list, "listing_of", broken)
        listing.samples.look()
        qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "The database is busy"

    wait_listed(qtbot, listing, listing.samples.look_later)
