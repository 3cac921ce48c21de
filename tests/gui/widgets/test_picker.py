import pytest
from PySide6.QtCore import Qt

from o1desk.gui.models.choices import Choice
from o1desk.gui.widgets.picker import Picker

MANY = [Choice(value=f"v{n}", title=f"Title {n}", group="All") for n in range(20)]


@pytest.fixture
def picker(theme, qtbot):
    made = Picker(theme, "Model", placeholder="Choose one")
    qtbot.addWidget(made)
    made.set_choices(MANY)
    made.told = []
    made.picked.connect(made.told.append)
    made.show()
    return made


def test_a_picker_shows_the_title_of_its_value(picker):
    assert picker.text() == "Choose one"
    picker.set_value("v3")
    assert (picker.text(), picker.value()) == ("Title 3", "v3")
    assert picker.accessibleName() == "Model: Title 3"
    assert picker.told == []


def test_a_value_that_is_not_offered_stays_and_counts_as_missing(picker):
    picker.set_value("gone")
    assert picker.is_missing
    assert (picker.text(), picker.value()) == ("gone", "gone")
    picker.set_choices([*MANY, Choice(value="gone", title="Back again")])
    assert picker.text() == "Back again"
    assert not picker.is_missing


def test_a_choice_that_is_known_but_not_there_counts_as_missing(picker):
    picker.set_choices([Choice(value="x", title="Was here", is_missing=True)])
    picker.set_value("x")
    assert picker.is_missing
    assert picker.text() == "Was here"


def test_typing_and_enter_pick_by_keyboard_alone(picker, qtbot):
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    popup = picker.popup()
    assert popup.isVisible()
    qtbot.keyClicks(popup.search, "title 1")
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert picker.told == ["v10"]
    assert picker.text() == "Title 10"
    assert not popup.isVisible()


def test_the_list_opens_at_the_value_with_an_empty_search(picker, qtbot):
    picker.set_value("v7")
    picker.drop_down()
    popup = picker.popup()
    popup.search.setText("zzz")
    assert popup.model.rowCount() == 0
    assert not popup.view.isVisible()
    popup.hide()
    picker.drop_down()
    assert popup.search.text() == ""
    assert popup.model.choice(popup.view.currentIndex().row()).value == "v7"
    popup.hide()


def test_picking_what_is_picked_tells_nobody(picker, qtbot):
    picker.set_value("v0")
    picker.drop_down()
    picker.popup().picked.emit("v0")
    assert picker.told == []
    assert not picker.popup().isVisible()


def test_a_short_list_needs_no_search_field(picker, qtbot):
    picker.set_choices(MANY[:3])
    picker.drop_down()
    assert not picker.popup().search.isVisible()
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    assert picker.told == ["v1"]


def test_a_heading_cannot_be_picked(picker, qtbot):
    picker.drop_down()
    popup = picker.popup()
    popup.view.clicked.emit(popup.model.index(0))
    assert picker.told == []
    popup.hide()


def test_actions_stand_under_the_list_and_close_it(picker, qtbot):
    pressed = []
    picker.add_action("Browse", "folder", lambda: pressed.append(1))
    picker.drop_down()
    picker._actions[0].click()
    assert pressed == [1]
    assert not picker.popup().isVisible()


def test_a_picker_with_names_wider_than_itself_can_be_painted(picker):
    picker.set_choices([Choice(value="x", title="& wide " * 200, detail="more " * 200)])
    picker.set_value("x")
    picker.resize(96, 30)
    assert not picker.grab().isNull()
    picker.drop_down()
    assert not picker.popup().grab().isNull()
    picker.popup().hide()
