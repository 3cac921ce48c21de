import pytest
from PySide6.QtCore import Qt

from o1desk.gui.widgets.search_field import SearchField


@pytest.fixture
def field(theme, qtbot):
    made = SearchField(theme, "Search samples")
    qtbot.addWidget(made)
    made.told = []
    made.settled.connect(made.told.append)
    return made


def test_typing_is_told_once_when_it_pauses(field, qtbot):
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field, "sum ")
    assert field.told == ["sum"]
    assert not field._pause.isActive()


def test_enter_tells_at_once_and_the_same_text_is_not_told_twice(field, qtbot):
    qtbot.keyClicks(field, "sum")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.told == ["sum"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.told == ["sum"]


def test_an_emptied_field_is_told_at_once(field, qtbot):
    field.put("sum")
    field.clear()
    assert field.told == ["sum", ""]


def test_an_idle_field_has_no_timer_and_says_what_it_is(field):
    assert not field._pause.isActive()
    assert field.accessibleName() == "Search samples"
