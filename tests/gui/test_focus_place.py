"""Another look, language or size builds everything anew; the keyboard stays where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from o1desk.gui.focus_place import give_focus, place_of
from o1desk.gui.i18n import Languages


@pytest.fixture
def settings_page(window, session, theme, qtbot):
    """Return the Settings page of a window that follows its settings, as the program does."""
    languages = Languages()

    def follow(key, value):
        if key == "appearance.theme":
            theme.set_mode(str(value))
        elif key == "appearance.scale":
            theme.set_scale(float(value) / 100)
        elif key == "appearance.language":
            languages.set_language(str(value))
            window.language_changed()

    forget = session.settings.on_change(follow)
    window.show_page("settings")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield lambda: window.stack.current
    forget()
    languages.set_language("en")


@pytest.mark.parametrize(
    ("key", "pressed", "values"),
    [
        ("appearance.theme", Qt.Key.Key_Down, ["light", "dark"]),
        ("appearance.language", Qt.Key.Key_Down, ["en", "zh_CN"]),
        ("appearance.scale", Qt.Key.Key_Up, [110, 120]),
    ],
)
def test_a_setting_is_stepped_through_by_the_keyboard(
    settings_page, session, window, theme, qtbot, key, pressed, values
):
    theme.set_mode("dark")  # whatever the system's is, the first step is another look
    qtbot.wait(100)
    settings_page().rows[key].editor.setFocus()
    for value in values:
        page = settings_page()
        QTest.keyClick(window.focusWidget(), pressed)
        qtbot.waitUntil(lambda before=page: settings_page() is not before)
        assert session.settings.get(key) == value
        assert window.focusWidget() is settings_page().rows[key].editor


def test_the_rail_keeps_the_keyboard_too(settings_page, window, theme, qtbot):
    window._rail._buttons["data"].setFocus()
    rail = window._rail
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: window._rail is not rail)
    assert window.focusWidget() is window._rail._buttons["data"]


def test_what_has_the_keyboard_far_down_is_still_seen(settings_page, window, theme, qtbot):
    settings_page().rows["notify.system"].editor.setFocus()
    page = settings_page()
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: settings_page() is not page)
    editor = settings_page().rows["notify.system"].editor
    qtbot.waitUntil(lambda: not editor.visibleRegion().isEmpty())


class View(QWidget):
    """Some fields."""

    def __init__(self, count):
        super().__init__()
        layout = QVBoxLayout(self)
        self.fields = [QLineEdit() for _ in range(count)]
        for each in (QComboBox(), *self.fields):
            layout.addWidget(each)


@pytest.fixture
def views(qtbot):
    made = [View(3), View(3), View(1)]
    for each in made:
        qtbot.addWidget(each)
        each.show()
    return made


def test_a_place_is_found_in_a_view_of_the_same_shape(views):
    views[0].fields[2].setFocus()
    give_focus(views[1], place_of(views[0]))
    assert views[1].focusWidget() is views[1].fields[2]


def test_a_place_that_is_not_there_changes_nothing(views):
    views[0].fields[2].setFocus()
    views[2].fields[0].setFocus()
    give_focus(views[2], place_of(views[0]))
    give_focus(views[2], None)
    assert views[2].focusWidget() is views[2].fields[0]


def test_the_focus_of_another_view_is_no_place_of_this_one(views, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setFocus()
    assert place_of(None) is None
    views[0].layout().addWidget(field)
    field.setFocus()
    assert place_of(views[0].fields[0]) is None
