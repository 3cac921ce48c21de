"""The dialogs of the page are reached, filled and kept without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from o1desk.gui.pages.annotate.edit_dialog import EditDialog
from o1desk.gui.pages.annotate.guideline_card import GuidelineDialog
from o1desk.gui.pages.annotate.write_dialog import WriteDialog

KINDS = {"E": EditDialog, "W": WriteDialog, "guideline": GuidelineDialog}


@pytest.fixture(params=KINDS)
def dialog(request, page, press, qtbot):
    """One of the dialogs, open."""
    if request.param == "guideline":
        page.side.guideline.open_dialog()
    else:
        press(page, request.param)
    kind = KINDS[request.param]
    qtbot.waitUntil(lambda: bool(page.window().findChildren(kind)))
    made = page.window().findChildren(kind)[-1]
    made.activateWindow()
    qtbot.waitUntil(lambda: made.focusWidget() is not None)
    return made


def walk(dialog, qtbot, key=Qt.Key.Key_Tab):
    """Press Tab until it comes round; return who had the keys."""
    found = []
    while dialog.focusWidget() not in found:
        found.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), key)
    return found


def reachable(dialog):
    return {
        made
        for made in dialog.findChildren(object)
        if made.isWidgetType()
        and made.isVisibleTo(dialog)
        and made.isEnabled()
        and made.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_everything_and_is_no_letter(dialog, qtbot, key):
    before = [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]
    assert set(walk(dialog, qtbot, key)) == reachable(dialog)
    assert [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)] == before


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_press_keep_from_every_field(dialog, qtbot, enter):
    buttons = dialog.findChildren(QPushButton)
    (keep,) = (made for made in buttons if made.property("kind") == "primary")
    pressed = []
    keep.clicked.disconnect()
    keep.clicked.connect(lambda: pressed.append(1))
    fields = [made for made in reachable(dialog) if not isinstance(made, QPushButton)]
    for field in fields:
        field.setFocus()
        qtbot.keyClick(field, enter, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == len(fields)


def test_whatever_takes_the_keys_has_a_name(dialog):
    assert all(made.accessibleName() or made.property("text") for made in reachable(dialog))


def test_a_chain_is_written_by_keys_alone(session, page, press, qtbot):
    press(page, "W")
    opened = page.window().findChildren(WriteDialog)[-1]
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClicks(opened.focusWidget(), "first")
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(opened.focusWidget(), "7")
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.desk.item.sample.origin == "human")
    assert page.desk.item.sample.trace.answer == "7"
