"""The page as a part of the window: targets, drops, keys, and being built again."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QListWidget

from o1desk.gui.session import Target
from o1desk.gui.stack import PageStack
from o1desk.gui.window import MainWindow
from o1desk.store.filters import SampleFilter


@pytest.fixture
def stack(session, qtbot):
    made = PageStack(session)
    qtbot.addWidget(made)
    made.resize(1132, 760)
    made.show()
    return made


def test_other_pages_point_at_a_run_a_problem_an_origin_and_a_sample(session, filled, page, qtbot):
    page.show_target(run="R1")
    assert page.filters.chosen == SampleFilter(run="R1")
    assert page.filter_bar.chips() == {"run": "Run: \u2068R1\u2069"}

    page.show_target(problem=3)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 1)
    page.show_target(origin="solver")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)

    page.show_target(sample=filled[4])
    qtbot.waitUntil(lambda: page.inspector.shown and page.inspector.shown.id == filled[4])
    assert page.samples.view.current_id() == filled[4]


def agree_on(page, row):
    """Whether table and inspector show a sample."""
    inspected = page.inspector.shown and page.inspector.shown.id
    return page.samples.view.current_id() == row == inspected


def test_a_sample_that_the_filter_hides_is_shown_with_the_filter_cleared(
    session, filled, page, qtbot
):
    page.show_target(origin="solver")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)

    page.show_target(sample=filled[1])

    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    qtbot.waitUntil(lambda: agree_on(page, filled[1]))
    assert page.filters.chosen == SampleFilter()
    qtbot.wait(50)
    assert agree_on(page, filled[1])


def test_a_sample_is_shown_after_a_restart_whatever_was_listed_before(
    session, filled, stack, qtbot
):
    state = {"filter": {"origin": "solver"}, "list": {"current": filled[0]}}
    stack.restore({"data": state})

    stack.open_target(Target(page="data", what={"sample": filled[1]}))

    page = stack.current
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    qtbot.waitUntil(lambda: agree_on(page, filled[1]))
    qtbot.wait(50)
    assert agree_on(page, filled[1])


def test_a_listed_sample_is_shown_under_its_filter(session, filled, page, qtbot):
    page.show_target(origin="solver")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)
    with qtbot.waitSignal(page.samples.listed):
        page.show_target(sample=filled[4])
    qtbot.waitUntil(lambda: agree_on(page, filled[4]))
    assert page.filters.chosen == SampleFilter(origin="solver")


def test_a_sample_that_was_removed_is_named_and_another_one_chosen(
    session, filled, page, qtbot, toasts
):
    session.store.samples.remove([filled[1]])
    page.show_target(origin="model")
    page.show_target(sample=filled[1])
    qtbot.waitUntil(lambda: bool(toasts))
    assert "removed" in toasts[-1].text
    qtbot.waitUntil(lambda: agree_on(page, page.samples.ids()[0]))


def test_enter_on_a_sample_opens_it_for_judgement(session, filled, page, opened, qtbot):
    page.samples.view.select_id(filled[3])

    qtbot.keyClick(page.samples.view, Qt.Key.Key_Return)

    assert opened == [("annotate", {"sample": filled[3]})]


def test_a_label_is_seen_at_once(session, filled, page, qtbot):
    from o1desk.store.labels import Label

    row = page.samples.view.current_id()
    qtbot.waitUntil(lambda: page.inspector.shown is not None)
    session.ops.write(
        lambda: session.store.labels.put(Label(sample=row, step=0, value=1)), changed=("label",)
    )

    qtbot.waitUntil(lambda: page.inspector._steps.steps()[0].label == 1)
    facet = page.filters.facet("label")
    counts = {facet.item(n).data(256): facet.item(n).data(257) for n in range(facet.count())}
    qtbot.waitUntil(lambda: facet.item(0).data(257) == "1")
    assert "labelled" in counts


def test_a_hidden_page_reads_nothing(session, filled, page, qtbot):
    page.hide()
    listed = []
    page.samples.listed.connect(listed.append)

    session.tables_changed.emit(frozenset({"sample"}))
    qtbot.wait(400)

    assert listed == []


def test_the_page_is_itself_after_a_switch_of_theme_or_language(session, filled, stack, qtbot):
    page = stack.show_page("data")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    page.filters.apply(SampleFilter(origin="model", text="double"))
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 6)
    chosen = page.samples.ids()[2]
    page.samples.view.select_id(chosen)

    stack.rebuild()
    again = stack.current

    assert again is not page
    qtbot.waitUntil(lambda: len(again.samples.ids()) == 6)
    assert again.filters.chosen == SampleFilter(origin="model", text="double")
    assert again.samples.view.current_id() == chosen


def test_the_page_is_itself_after_a_restart(session, filled, stack, qtbot):
    page = stack.show_page("data")
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 12)
    page.filters.apply(SampleFilter(level="hard"))
    page.samples._model.sort_asked.emit("steps", True)
    qtbot.waitUntil(lambda: len(page.samples.ids()) == 4)
    session.store.state.set("pages", stack.states())

    later = PageStack(session)
    qtbot.addWidget(later)
    later.restore(session.store.state.get("pages"))
    again = later.show_page("data")

    qtbot.waitUntil(lambda: len(again.samples.ids()) == 4)
    assert again.samples.save_state()["order"] == {"key": "steps", "descending": True}


def test_the_stack_opens_targets_on_this_page(session, filled, stack, qtbot):
    stack.open_target(Target(page="data", what={"origin": "solver"}))

    qtbot.waitUntil(lambda: len(stack.current.samples.ids()) == 6)


def test_a_file_dropped_anywhere_lands_here(session, theme, tmp_path, qtbot):
    session.settings.set("data.ask_dropped_file", False)
    window = MainWindow(theme, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.attach(session, first="settings")
    window.show()
    path = tmp_path / "dropped.jsonl"
    path.write_text('{"question": "What is 1 plus 1?", "answer": "2"}\n')
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])

    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(10, 10)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip

    assert window.stack.key == "data"
    qtbot.waitUntil(lambda: [d.name for d in session.store.datasets.all()] == ["dropped"])
    window.release()


def test_commands_have_different_keys(page):
    keys = [command.shortcut for command in page.commands() if command.shortcut]

    assert len(keys) == len(set(keys))
    assert {"Ctrl+G", "Ctrl+F"} <= set(keys)


def test_everything_that_takes_the_keyboard_has_a_name(filled, page, qtbot):
    kinds = (QAbstractButton, QComboBox, QListWidget, QAbstractSpinBox)
    qtbot.waitUntil(lambda: page.inspector.shown is not None)
    for widget in (each for kind in kinds for each in page.findChildren(kind)):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    for field in page.findChildren(QLineEdit):
        if field.isVisible() and field.objectName() != "qt_spinbox_lineedit":
            assert field.accessibleName(), field


def test_no_clock_runs_while_nothing_happens(session, filled, page, qtbot):
    from PySide6.QtCore import QTimer

    qtbot.waitUntil(lambda: page.inspector.shown is not None)
    qtbot.wait(600)

    assert [each for each in page.findChildren(QTimer) if each.isActive()] == []
