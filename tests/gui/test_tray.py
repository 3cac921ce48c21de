"""The icon in the system tray: its menu, and what a click on it means."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QSystemTrayIcon

from o1desk.gui.i18n import Languages
from o1desk.gui.tray import Tray


@pytest.fixture
def tray(qapp):
    owner = QObject()
    yield Tray(QIcon(), owner)
    owner.deleteLater()


def action(tray, text):
    return next(each for each in tray.contextMenu().actions() if each.text() == text)


def test_the_menu_shows_the_window_or_ends_the_program(tray):
    shown, ended = QSignalSpy(tray.show_asked), QSignalSpy(tray.quit_asked)
    action(tray, "Show O1 Desk").trigger()
    assert (shown.count(), ended.count()) == (1, 0)
    action(tray, "Quit").trigger()
    assert (shown.count(), ended.count()) == (1, 1)


def test_the_menu_follows_the_language(tray):
    languages = Languages()
    try:
        languages.set_language("zh_CN")
        tray.speak()
        texts = [each.text() for each in tray.contextMenu().actions()]
        assert len(texts) == 2
        assert "Quit" not in texts
        ended = QSignalSpy(tray.quit_asked)
        tray.contextMenu().actions()[-1].trigger()
        assert ended.count() == 1
    finally:
        languages.set_language("en")


def test_a_click_shows_the_window_and_a_right_click_only_the_menu(tray):
    shown = QSignalSpy(tray.show_asked)
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert shown.count() == 0
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert shown.count() == 1
