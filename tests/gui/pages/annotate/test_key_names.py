"""Keys can be changed, and digits and arrows work on every layout."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from o1desk.gui.keysheet import KeySheet
from o1desk.gui.pages.annotate.key_layout import place_of
from o1desk.gui.pages.annotate.keys import ACTIONS, action_of, hint, keys_of
from o1desk.gui.pages.annotate.keys import shown as sign_of

NONE = Qt.KeyboardModifier.NoModifier


def event(key, *, scan=0, virtual=0, modifiers=NONE):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, "")


def test_changed_keys_rate_and_stand_on_the_buttons(session, page, press, values):
    session.settings.set("annotate.keys", {"good": ["Q"], "next": ["Space"]})
    page.entered()
    press(page, "Q", "G")
    assert values(session, page.desk.item.id) == {0: 1}
    assert page.view.ratings.step_bar.buttons[1]._key == "Q"
    assert page.view.ratings.step_bar.buttons[1].toolTip() == "Right (Q, 3)"
    first = page.desk.item.id
    press(page, "Space")
    assert page.desk.item.id != first


def test_digits_and_arrows_work_whatever_was_chosen():
    keys = keys_of({"bad": ["Q"], "down": ["D"]})
    assert keys["bad"] == ("Q", "1")
    assert keys["down"] == ("D", "Down")
    assert action_of(event(Qt.Key.Key_B), keys) == ""


def test_a_key_that_was_given_away_leaves_its_old_action():
    keys = keys_of({"note": ["1"], "write": ["A"]})
    assert keys["bad"] == ("B",)
    assert keys["accept"] == ()
    assert hint("accept", keys) == ""
    assert action_of(event(Qt.Key.Key_1), keys) == "note"


def test_no_two_actions_share_a_default_key():
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("scan", "name"), [(56, "bad"), (57, "neutral"), (42, "good"), (53, "all_bad"), (10, "bad")]
)
def test_a_layout_without_latin_letters_rates_by_the_place_of_the_key(monkeypatch, scan, name):
    monkeypatch.setattr("o1desk.gui.pages.annotate.key_layout._platform", lambda: "xcb")
    assert action_of(event(0x0418, scan=scan), keys_of({})) == name


def test_a_french_keyboard_rates_with_its_digits(monkeypatch):
    monkeypatch.setattr("o1desk.gui.pages.annotate.key_layout._platform", lambda: "xcb")
    keys = keys_of({})
    assert action_of(event(Qt.Key.Key_Ampersand, scan=10), keys) == "bad"
    shifted = event(Qt.Key.Key_3, scan=12, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert action_of(shifted, keys) == "good"


def test_shift_and_a_digit_mean_nothing_on_an_american_keyboard(monkeypatch):
    monkeypatch.setattr("o1desk.gui.pages.annotate.key_layout._platform", lambda: "xcb")
    shifted = event(Qt.Key.Key_Exclam, scan=10, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert action_of(shifted, keys_of({})) == ""


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "place"),
    [
        ("xcb", 24, 0, "Q"), ("xcb", 58, 0, "M"), ("xcb", 19, 0, "0"), ("xcb", 9, 0, ""),
        ("wayland", 38, 0, "A"), ("windows", 0, 0x42, "B"), ("windows", 0, 0x33, "3"),
        ("windows", 0, 0xBA, ""), ("cocoa", 0, 11, "B"), ("cocoa", 0, 46, "M"),
        ("cocoa", 0, 10, ""), ("cocoa", 0, 20, "3"), ("offscreen", 24, 0x42, ""),
    ],
)  # fmt: skip
def test_keys_are_known_by_their_place_on_every_system(platform, scan, virtual, place):
    assert place_of(event(0x0418, scan=scan, virtual=virtual), platform) == place


def test_signs_stand_for_keys_with_long_names():
    assert sign_of("Return") == "\u21b5"
    assert sign_of("Left") == "\u2190"
    assert sign_of("Shift+N") == "Shift+N"


def test_the_sheet_of_keys_lists_what_the_page_handles_itself(page, qtbot):
    sheet = KeySheet(page.theme, page, [("Annotate", page.commands())])
    qtbot.addWidget(sheet)
    texts = [made.text() for made in sheet.findChildren(QLabel)]
    assert "1, B" in texts
    assert "Undo" in texts
    assert not any(command.shortcut for command in page.commands())


def test_every_command_of_the_palette_does_what_its_key_does(session, page, values):
    next(each for each in page.commands() if each.key == "annotate.good").run()
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {0: 1}


def test_a_key_without_a_meaning_is_left_to_the_window(page):
    unknown = event(Qt.Key.Key_F9)
    QApplication.sendEvent(page, unknown)
    assert not unknown.isAccepted()
