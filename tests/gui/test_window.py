"""The window: its pages, keys, banners and what is remembered."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from o1desk.gui.i18n import Languages
from o1desk.gui.keysheet import KeySheet
from o1desk.gui.page import Command, Page
from o1desk.gui.palette import Palette
from o1desk.gui.tabs import TABS, Tab
from o1desk.gui.toasts import ToastFrame
from o1desk.gui.window import MainWindow


class NotesPage(Page):
    """A page with a field and memory."""

    KEY = "notes"
    built = 0

    def __init__(self, session):
        super().__init__(session)
        NotesPage.built += 1
        self.log = []
        self.field = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)

    def title(self):
        return "Notes"

    def commands(self):
        return (
            Command(key="notes.do", title="Do it", run=self.do, shortcut="Ctrl+Shift+F9"),
            Command(
                key="notes.not", title="Not now", run=self.do, shortcut="Ctrl+Shift+F8",
                is_ready=lambda: False,
            ),
        )  # fmt: skip

    def do(self):
        self.log.append("did")

    def show_target(self, **what):
        self.log.append(what)

    def take_files(self, paths):
        return paths[0].suffix == ".notes"

    def entered(self):
        self.log.append("entered")

    def left(self):
        self.log.append("left")

    def save_state(self):
        return {"text": self.field.text()}

    def restore_state(self, state):
        self.field.setText(state["text"])


class SecondPage(NotesPage):
    """Another one."""

    KEY = "second"

    def take_files(self, paths):
        return False


@pytest.fixture
def window(session, theme, tmp_path, qtbot, monkeypatch):
    """A window with two light pages."""
    tabs = tuple(
        Tab(key=page.KEY, name=page.KEY.title(), icon="info") for page in (NotesPage, SecondPage)
    )
    pages = {"notes": NotesPage, "second": SecondPage}
    monkeypatch.setattr(Tab, "build", lambda self, session: pages[self.key](session))
    for module in ("window", "stack", "rail", "global_commands"):
        monkeypatch.setattr(f"o1desk.gui.{module}.TABS", tabs)
    made = MainWindow(theme, shape(tmp_path))
    made.attach(session, first="notes")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    end(made)


def end(window):
    """Let a window be gone before the look of the tests is put back."""
    window.release()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def shape(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_every_tab_has_an_icon_and_a_page_of_its_own():
    assert [tab.key for tab in TABS] == [
        "overview", "data", "annotate", "train", "chat", "models", "settings",
    ]  # fmt: skip


def test_a_tab_is_shown_by_rail_key_and_target(window, session):
    QTest.mouseClick(window._rail._buttons["second"], Qt.MouseButton.LeftButton)
    assert window.stack.key == "second"
    assert window.windowTitle().startswith("Second")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.key == "notes"
    session.open("second", run="r1")
    assert window.stack.current.log == ["entered", "left", "entered", {"run": "r1"}]
    assert window._rail._buttons["second"].isChecked()


def test_a_page_is_built_once_and_told_when_it_is_seen(window):
    page = window.stack.current
    built = NotesPage.built
    window.show_page("second")
    window.show_page("notes")
    window.show_page("notes")
    assert window.stack.current is page
    assert page.log == ["entered", "left", "entered"]
    assert NotesPage.built == built + 1


def test_a_page_of_an_earlier_version_shows_the_first_one(window, session):
    window.attach(session, first="no such page")
    assert window.stack.key == "notes"


def test_keys_of_a_page_work_while_it_is_shown(window):
    page = window.stack.current
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_F9, keys)
    QTest.keyClick(window, Qt.Key.Key_F8, keys)
    assert page.log == ["entered", "did"]
    window.show_page("second")
    QTest.keyClick(window, Qt.Key.Key_F9, keys)
    assert page.log.count("did") == 1


def test_a_question_mark_opens_the_key_sheet_but_is_a_letter_in_a_field(window, qtbot):
    field = window.stack.current.field
    field.setFocus()
    QTest.keyClicks(field, "why?")
    assert field.text() == "why?"
    assert window.findChild(KeySheet) is None
    window.setFocus()
    QTest.keyClick(window, "?")
    sheet = window.findChild(KeySheet)
    assert "Do it" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.close()


def test_the_palette_opens_over_the_window(window, session, qtbot):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette.isVisible()
    palette.close()


def test_another_look_and_language_keep_what_a_page_held(window, theme, session, qtbot):
    window.stack.current.field.setText("kept")
    page = window.stack.current
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: window.stack.current is not page)
    assert window.stack.current.field.text() == "kept"
    assert page.log[-1] == "left"
    page = window.stack.current
    window.language_changed()
    qtbot.waitUntil(lambda: window.stack.current is not page)
    assert window.stack.current.field.text() == "kept"
    QTest.mouseClick(window._rail._buttons["second"], Qt.MouseButton.LeftButton)
    assert window.stack.key == "second"


def test_a_page_that_was_hidden_during_a_rebuild_finds_its_text(window, qtbot):
    window.stack.current.field.setText("kept")
    window.show_page("second")
    window.language_changed()
    second = window.stack.current
    qtbot.waitUntil(lambda: window.stack.current is not second)
    window.show_page("notes")
    assert window.stack.current.field.text() == "kept"


def test_a_bug_in_the_state_of_a_page_keeps_nothing_from_working(window, caplog, monkeypatch):
    def fail(self, *state):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(NotesPage, "save_state", fail)
    monkeypatch.setattr(NotesPage, "restore_state", fail)
    assert window.remember() == {"notes": {}}
    window.stack.rebuild()
    assert window.stack.current.KEY == "notes"
    assert caplog.text.count("a bug") >= 2


def test_states_of_the_last_start_are_given_back(window, session):
    window.attach(session, first="second", states={"second": {"text": "from last time"}})
    assert window.stack.current.field.text() == "from last time"
    assert window.stack.states()["second"] == {"text": "from last time"}


def test_the_content_before_the_pages_is_built_again_too(theme, tmp_path, qtbot):
    window = MainWindow(theme, shape(tmp_path))
    qtbot.addWidget(window)
    made = []

    def make():
        made.append(QLabel("Wait"))
        return made[-1]

    window.show_only(make)
    window.show()
    assert not window._rail.isVisible()
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: len(made) == 2)
    qtbot.waitUntil(made[-1].isVisible)
    assert not window._rail.isVisible()


def test_banners_of_two_sources_stand_side_by_side(window):
    window.set_banner("Read-only.", "folder")
    window.set_banner("Saving.")
    assert window._banner.text() == "Read-only. Saving."
    window.set_banner("")
    assert window._banner.text() == "Read-only."
    window.set_banner("", "folder")
    assert not window._banner.isVisible()


def test_banners_are_said_again_in_another_language(window, session, qtbot):
    languages = Languages()
    words = ["Saving."]
    window.set_banner(lambda: words[0])
    window._on_held_up(is_held_up=True)
    english = window._banner.text()
    assert english.startswith("Saving. Still storing")
    try:
        languages.set_language("zh_CN")
        words[0] = "\u4fdd\u5b58\u3002"
        window.language_changed()
        qtbot.waitUntil(lambda: window._banner.text() != english)
        assert window._banner.text().startswith(words[0])
        assert "Still storing" not in window._banner.text()
    finally:
        languages.set_language("en")


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)


def test_a_dropped_file_goes_to_the_page_that_understands_it(window, tmp_path, session):
    window.show_page("second")
    drop(window, tmp_path / "a.notes")
    assert window.stack.key == "notes"
    told = QSignalSpy(session.toasted)
    drop(window, tmp_path / "a.exe")
    assert "a.exe" in told.at(0)[0].text


def test_closing_asks_first_and_succeeds_when_released(window):
    asked = QSignalSpy(window.close_asked)
    assert not window.close()
    assert asked.count() == 1
    window.release()
    assert window.close()


def test_the_key_of_quit_ends_the_program_and_is_no_closing(window):
    closed, quit_asked = QSignalSpy(window.close_asked), QSignalSpy(window.quit_asked)
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert (closed.count(), quit_asked.count()) == (0, 1)


def test_size_and_page_are_found_again(window, theme, tmp_path, qtbot):
    window.show_page("second")
    window.resize(1111, 666)
    window.remember()
    assert shape(tmp_path).value("page") == "second"
    again = MainWindow(theme, shape(tmp_path))
    qtbot.addWidget(again)
    assert again.height() == 666, "the width is that of the small screen of the tests"


def test_trouble_at_the_start_does_not_forget_the_page(window, theme, tmp_path, qtbot):
    window.show_page("second")
    window.remember()
    again = MainWindow(theme, shape(tmp_path))
    qtbot.addWidget(again)
    assert again.remember() == {}
    assert shape(tmp_path).value("page") == "second"


def test_a_slow_write_is_told_until_it_is_done(window, session, qtbot):
    import threading

    let_go = threading.Event()
    session.ops._patience.setInterval(20)
    session.ops.write(lambda: let_go.wait(60))
    qtbot.waitUntil(lambda: "Still storing" in window._banner.text())
    let_go.set()
    qtbot.waitUntil(lambda: window._banner.text() == "")
    assert not session.ops._patience.isActive()


def toasts(window):
    return [frame for frame in window.findChildren(ToastFrame) if frame.isVisible()]


def test_toasts_stand_above_each_other_and_an_equal_one_replaces(window, session):
    for text in ("one", "two", "one"):
        session.toast(text)
    shown = sorted(toasts(window), key=lambda frame: frame.y())
    assert [frame.toast.text for frame in shown] == ["two", "one"]
    assert shown[0].geometry().bottom() < shown[1].geometry().top()


def test_of_many_toasts_the_newest_stay(window, session):
    for number in range(9):
        session.toast(f"toast {number}")
    assert {frame.toast.text for frame in toasts(window)} == {f"toast {n}" for n in range(5, 9)}


def test_a_toast_leaves_by_itself_but_an_open_offer_stays(window, session, qtbot):
    done = []
    session.toast("gone soon", action="Undo", run=lambda: done.append(1))
    session.toast("answer me", tone="warn", action="Resume", run=lambda: done.append(2))
    stays, gone = sorted(toasts(window), key=lambda frame: frame.toast.text)
    assert gone._clock.isActive()
    assert not stays._clock.isActive()
    QTest.mouseMove(stays)
    gone._clock.setInterval(10)
    gone._clock.start()
    qtbot.waitUntil(lambda: [frame.toast.text for frame in toasts(window)] == ["answer me"])
    stays._act()
    assert done == [2]
    assert toasts(window) == []


def test_markup_in_a_toast_is_text(window, session):
    session.toast("<img src='file:///etc/passwd'> <b>bold</b>")
    label = next(each for each in toasts(window)[0].findChildren(QLabel) if each.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
