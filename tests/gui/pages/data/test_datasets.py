"""Datasets: kept, shown, renamed, removed and taken back; and samples that are removed."""

import pytest

from o1desk.gui.pages.data.dataset_dialog import DatasetDialog
from o1desk.gui.pages.data.keep_dialog import KeepDialog
from o1desk.store.filters import SampleFilter


@pytest.fixture
def kept(session, filled, page, qtbot):
    """A dataset of the six samples by models."""
    page.starting.keep("models", SampleFilter(origin="model"))
    qtbot.waitUntil(lambda: page.datasets.names() == ["models"])
    return session.store.datasets.get("models")


def test_what_is_listed_is_kept_under_a_name(session, filled, page, qtbot, toasts):
    page.filters.apply(SampleFilter(origin="model"))
    page._on_keep()
    dialog = page.findChild(KeepDialog)
    qtbot.waitUntil(lambda: dialog._about.text().startswith("6 "))
    assert not dialog._keep.isEnabled()

    dialog.set_name("  by models ")
    dialog.keep()

    qtbot.waitUntil(lambda: page.datasets.names() == ["by models"])
    made = session.store.datasets.get("by models")
    assert made.samples == 6
    assert made.frozen
    assert "by models" in toasts[0].text


def test_a_name_that_is_taken_is_refused_while_it_is_typed(session, kept, page, qtbot):
    page._on_keep()
    dialog = page.findChild(KeepDialog)

    dialog.set_name("models")

    assert not dialog._keep.isEnabled()
    assert "models" in dialog._trouble.text()
    dialog.set_name("models 2")
    assert dialog._keep.isEnabled()


def test_a_press_on_a_dataset_lists_its_members(session, kept, page, qtbot):
    with qtbot.waitSignal(page.samples.listed):
        page.datasets._list.itemClicked.emit(page.datasets._list.item(0))

    assert len(page.samples.ids()) == 6
    assert page.dataset_bar.isVisible()
    with qtbot.waitSignal(page.samples.listed):
        page.dataset_bar.closed.emit()
    assert len(page.samples.ids()) == 12
    assert not page.dataset_bar.isVisible()


def test_another_page_points_at_a_dataset(session, kept, page, qtbot):
    page.show_target(dataset="models")

    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)
    assert page.datasets.chosen == kept


def test_a_dataset_that_is_gone_is_named(session, page, qtbot, toasts):
    page.show_target(dataset="nothing")

    qtbot.waitUntil(lambda: bool(toasts))
    assert "nothing" in toasts[0].text


def test_the_chosen_dataset_is_marked_after_the_page_was_built_again(
    session, kept, page, make_page, qtbot
):
    page.show_target(dataset="models")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)

    again = make_page(page.save_state())

    qtbot.waitUntil(lambda: again.datasets.chosen is not None)
    assert len(again.samples.ids()) == 6
    assert again.dataset_bar.isVisible()
    assert again.datasets._list.item(0).data(258)


def test_a_card_tells_what_a_dataset_holds(session, kept, qtbot):
    dialog = DatasetDialog(session, None, kept)
    qtbot.addWidget(dialog)
    dialog.show()

    from PySide6.QtWidgets import QLabel, QProgressBar

    qtbot.waitUntil(lambda: bool(dialog.findChildren(QProgressBar)))
    texts = [each.text().strip("\u2068\u2069") for each in dialog.findChildren(QLabel)]
    assert "Chain sum" in texts
    assert "Products" in texts
    assert "6" in texts
    assert any("frozen" in text for text in texts)


def test_a_renamed_dataset_keeps_its_members_and_the_name_comes_back(session, kept, page, qtbot):
    page.actions_on_datasets.rename("models", "others")
    qtbot.waitUntil(lambda: page.datasets.names() == ["others"])
    assert session.store.datasets.get("others").samples == 6

    session.undo.undo()

    qtbot.waitUntil(lambda: page.datasets.names() == ["models"])


def test_a_name_that_is_taken_leaves_both_datasets_alone(session, kept, page, qtbot, toasts):
    page.starting.keep("solvers", SampleFilter(origin="solver"))
    qtbot.waitUntil(lambda: len(page.datasets.names()) == 2)
    toasts.clear()

    page.actions_on_datasets.rename("solvers", "models")

    qtbot.waitUntil(lambda: bool(toasts))
    assert toasts[0].tone == "bad"
    assert not session.undo.canUndo()
    assert sorted(each.name for each in session.store.datasets.all()) == ["models", "solvers"]


def test_a_removed_dataset_comes_back_with_undo(session, kept, page, qtbot, toasts):
    toasts.clear()
    page.actions_on_datasets.remove(kept)
    qtbot.waitUntil(lambda: page.datasets.names() == [])
    assert session.store.samples.count() == 12

    toasts[0].run()

    qtbot.waitUntil(lambda: page.datasets.names() == ["models"])


def test_removing_the_dataset_that_is_listed_lists_everything_again(session, kept, page, qtbot):
    page.show_target(dataset="models")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)

    page.actions_on_datasets.remove(kept)

    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    assert not page.dataset_bar.isVisible()
    assert page.filters.chosen == SampleFilter()


def test_nothing_can_be_kept_when_nothing_is_listed(session, filled, page, qtbot):
    with qtbot.waitSignal(page.samples.listed):
        page.filters.apply(SampleFilter(text="zebra"))

    assert not page.toolbar._keep.isEnabled()
    assert page.toolbar._export.isEnabled()


def test_a_training_on_a_dataset_is_one_press_away(session, kept, page, opened):
    page.actions_on_datasets.train(kept)

    assert opened == [("train", {"dataset": "models", "view": "new"})]


# --- samples ---


def test_removed_samples_come_back_with_undo(session, filled, page, qtbot, toasts):
    view = page.samples.view
    gone = page.samples.ids()[2:5]
    view.remove_asked.emit(gone)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 9)
    assert set(gone).isdisjoint(page.samples.ids())
    assert toasts[0].action == "Undo"

    toasts[0].run()

    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    assert page.samples.ids() == sorted(filled, reverse=True)


def test_the_delete_key_removes_one_after_the_other(session, filled, page, qtbot):
    from PySide6.QtCore import Qt

    view = page.samples.view
    view.select_id(page.samples.ids()[4])
    after = page.samples.ids()[5]

    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 11)

    assert view.current_id() == after
    qtbot.waitUntil(lambda: page.inspector.shown is not None and page.inspector.shown.id == after)


def test_removing_the_last_row_chooses_the_one_before(session, filled, page, qtbot):
    from PySide6.QtCore import Qt

    view, ids = page.samples.view, page.samples.ids()
    view.select_id(ids[-1])

    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 11)

    assert view.current_id() == ids[-2]


def test_removing_everything_leaves_the_way_to_begin(session, filled, page, qtbot):
    page.remove(filled)

    qtbot.waitUntil(lambda: not page.samples.ids())
    assert page.samples._stack.currentIndex() != 0
    assert page.inspector.currentIndex() == 0
