"""The system turns dark while a dialog is open: the dialog stays, and the window follows later."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu

from o1desk.gui.undisturbed import Undisturbed

SETTLE_MS = 150


def open_dialog(page):
    return page.starting.ask() if page.KEY == "data" else page._on_export("starter")


@pytest.mark.parametrize("key", ["data", "models"])
def test_a_dialog_of_a_page_outlives_another_look(window, theme, qtbot, key):
    window.show_page(key)
    page = window.stack.current
    open_dialog(page)
    dialog = page.findChild(QDialog)

    theme.set_mode("dark")
    qtbot.wait(SETTLE_MS)

    assert shiboken6.isValid(dialog)
    assert dialog.isVisible()
    assert window.stack.current is page
    dialog.reject()
    qtbot.waitUntil(lambda: window.stack.current is not page)


def test_what_a_dialog_asked_for_happens_before_the_page_goes(window, theme, session, qtbot):
    window.show_page("data")
    page = window.stack.current
    page.starting.ask()
    dialog = page.findChild(QDialog)
    theme.set_mode("dark")
    qtbot.wait(SETTLE_MS)
    heard = []
    session.runs.run_added.connect(heard.append)

    dialog.start()
    qtbot.waitUntil(lambda: window.stack.current is not page)

    assert [run.role for run in heard] == ["generate"]
    assert window.stack.current.jobs.runs.card(heard[0]) is not None
    heard[0].kill()
    qtbot.waitUntil(lambda: heard[0].is_over, timeout=20_000)


def test_of_two_dialogs_the_last_one_is_waited_for(window, theme, qtbot):
    page = window.stack.current
    lower, upper = QDialog(page), QDialog(page)
    lower.open()
    upper.open()
    theme.set_mode("dark")
    qtbot.wait(SETTLE_MS)
    upper.reject()
    qtbot.wait(SETTLE_MS)
    assert window.stack.current is page
    lower.reject()
    qtbot.waitUntil(lambda: window.stack.current is not page)


def test_a_menu_stays_open_too(window, theme, qtbot):
    page = window.stack.current
    menu = QMenu(page)
    menu.addAction("Do it")
    menu.popup(QPoint(0, 0))
    theme.set_mode("dark")
    qtbot.wait(SETTLE_MS)
    assert menu.isVisible()
    menu.close()
    qtbot.waitUntil(lambda: window.stack.current is not page)


def test_a_dialog_that_is_deleted_holds_nothing_up(window, qtbot):
    watch = Undisturbed(window)
    dialog = QDialog(window)
    dialog.open()
    assert not watch.is_free()
    with qtbot.waitSignal(watch.freed):
        dialog.deleteLater()
        QGuiApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert watch.is_free()
