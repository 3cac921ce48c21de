"""Every setting can be changed and reset, bad values are refused, backups are made."""

import gc

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QMessageBox,
    QSpinBox,
)

from o1desk.core.preferences import SETTINGS
from o1desk.core.settings import Settings
from o1desk.gui.pages.annotate.keys import ACTIONS, keys_of
from o1desk.gui.pages.settings.folder_edit import FolderEdit, folder_trouble
from o1desk.gui.pages.settings.page import SettingsPage
from o1desk.gui.stack import PageStack
from o1desk.gui.widgets.model_picker import ModelPicker
from o1desk.store import backups

SHOWN = [setting for setting in SETTINGS if not isinstance(setting.default, dict | list)]


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """A dropped session is a cycle of QObjects, which die on the thread that made them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def page(session, qtbot):
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1132, 740)
    made.show()
    made.entered()
    return made


@pytest.fixture
def toasts(session):
    said = []

    def hear(toast):
        said.append(toast)

    session.toasted.connect(hear)
    return said


def change(editor, setting, tmp_path):
    """Do what a person would do, and return the value that should be in force."""
    if isinstance(editor, ModelPicker):
        editor.set_ref("starter@R1")
        editor.changed.emit()
        return "starter@R1"
    if isinstance(editor, FolderEdit):
        editor._take(str(tmp_path))
        return str(tmp_path)
    if isinstance(editor, QComboBox):
        value = next(each for each in setting.choices if each != setting.default)
        editor.setCurrentIndex(editor.findData(value))
        return value
    if isinstance(editor, QCheckBox):
        editor.click()
        return not setting.default
    if isinstance(editor, QSpinBox | QDoubleSpinBox):
        value = setting.default + (1 if isinstance(editor, QSpinBox) else 0.25)
        editor.setValue(value)
        return value
    assert isinstance(editor, QLineEdit)
    editor.setText(" ann ")
    editor.editingFinished.emit()
    return "ann"


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: setting.key)
def test_every_row_changes_its_setting_and_goes_back(session, page, setting, tmp_path):
    row = page.rows[setting.key]
    assert not row._back.isVisible()

    value = change(row.editor, setting, tmp_path)

    assert session.settings.get(setting.key) == value
    assert Settings.load(session.settings.path).get(setting.key) == value
    assert row._back.isVisible()
    row._back.click()
    assert session.settings.get(setting.key) == setting.default
    assert not row._back.isVisible()


def test_every_row_has_a_name_and_a_sentence(page):
    for setting in SHOWN:
        editor = page.rows[setting.key].editor
        named = editor.focusProxy() or editor
        assert named.accessibleName(), setting.key
        assert named.accessibleDescription(), setting.key


def test_a_change_from_elsewhere_is_shown(session, page):
    session.settings.set("chat.candidates", 5)
    session.settings.set("appearance.language", "zh_CN")

    assert page.rows["chat.candidates"].editor.value() == 5
    assert page.rows["appearance.language"].editor.currentData() == "zh_CN"


def test_a_value_that_cannot_be_saved_is_refused_in_a_sentence(session, page, toasts, monkeypatch):
    from o1desk.core.errors import InputError

    def refuse(key, value):
        raise InputError("The settings cannot be saved: the disk is full")

    monkeypatch.setattr(session.settings, "set", refuse)

    page.rows["chat.candidates"].editor.setValue(5)

    assert toasts[0].text == "The settings cannot be saved: the disk is full"
    assert toasts[0].tone == "bad"
    assert page.rows["chat.candidates"].editor.value() == 8


@pytest.mark.parametrize("text", ["relative/path", "/no/such/parent/x", "{file}"])
def test_a_folder_that_cannot_be_one_is_refused(session, page, toasts, tmp_path, text):
    file = tmp_path / "file"
    file.write_text("x")
    editor = page.rows["data.folder"].editor

    editor._take(text.format(file=file))

    assert toasts[0].tone == "bad"
    assert session.settings.get("data.folder") == ""
    assert editor.line.text() == ""


def test_a_folder_that_will_be_made_is_taken(tmp_path):
    assert folder_trouble(str(tmp_path / "new")) == ""
    assert folder_trouble("") == ""
    assert folder_trouble("/\0") != ""


def test_the_limits_of_workers_count_from_the_next_one(session, page):
    page.rows["workers.threads"].editor.setValue(2)
    page.rows["workers.offline"].editor.click()

    launch = session.runs.manager._launch
    assert launch.threads == 2
    assert not launch.offline


def test_the_page_is_narrowed_to_what_is_looked_for(page, qtbot):
    page.search.put("temperature")
    assert page.rows["chat.temperature"].editor.isVisible()
    assert not page.rows["chat.candidates"].editor.isVisible()
    assert not page.keys.isVisible()

    page.search.put("keys annotate")
    assert page.keys.isVisible()
    assert not page.rows["chat.temperature"].editor.isVisible()

    page.search.put("zebra")
    assert page._nothing.isVisible()

    page.search.put("")
    assert all(row.editor.isVisible() for row in page.rows.values())
    assert not page._nothing.isVisible()


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("appearance", ["appearance.theme", "appearance.language", "appearance.scale"]),
        ("Dark", ["appearance.theme"]),
        ("Chinese", ["appearance.language"]),
        ("chat random", ["chat.temperature"]),
        ("cpu", ["workers.threads"]),
    ],
)
def test_a_setting_is_found_by_its_section_its_choices_and_other_words(page, typed, keys):
    page.search.put(typed)

    assert [key for key, row in page.rows.items() if row.editor.isVisible()] == keys
    assert not page._nothing.isVisible()


def test_a_card_without_settings_is_found_by_what_it_says(page):
    page.search.put("back up")
    assert page.backups.isVisible()
    assert not page.keys.isVisible()

    page.search.put("step is wrong")
    assert page.keys.isVisible()


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: setting.key)
def test_no_sentence_speaks_of_references_where_one_picks(setting):
    assert "@" not in setting.help


def test_a_page_that_is_gone_hears_no_more(session, qtbot):
    made = SettingsPage(session)
    made.deleteLater()
    qtbot.wait(50)

    session.settings.set("chat.candidates", 5)

    assert session.settings.get("chat.candidates") == 5


def test_the_page_is_itself_after_it_was_built_again(session, qtbot):
    stack = PageStack(session)
    qtbot.addWidget(stack)
    stack.show()
    stack.show_page("settings").search.put("theme")

    stack.rebuild()

    assert stack.current.search.text() == "theme"
    assert not stack.current.rows["chat.candidates"].editor.isVisible()


def test_the_wheel_changes_no_value_in_passing(page):
    for row in page.rows.values():
        assert row.editor.focusPolicy() != Qt.FocusPolicy.WheelFocus


def test_no_clock_runs_while_nothing_happens(page, qtbot):
    qtbot.wait(300)

    assert [each for each in page.findChildren(QTimer) if each.isActive()] == []


# --- keys ---


def type_key(page, name, text):
    field = page.keys._fields[name]
    field.setText(text)
    field.editingFinished.emit()


def test_a_key_is_changed_and_several_are_possible(session, page):
    type_key(page, "good", "3, +, Y")

    assert list(keys_of(session.settings.get("annotate.keys"))["good"]) == ["3", "+", "Y"]
    assert page.keys._fields["good"].text() == "3, +, Y"
    assert not page.keys._trouble.isVisible()


def test_two_actions_may_not_share_a_key(session, page):
    before = session.settings.get("annotate.keys")

    type_key(page, "good", "B")

    assert "B" in page.keys._trouble.text()
    assert "Step is wrong" in page.keys._trouble.text()
    assert "Step is right" in page.keys._trouble.text()
    assert session.settings.get("annotate.keys") == before


def test_an_action_without_a_key_is_refused(session, page):
    type_key(page, "undo" if "undo" in page.keys._fields else ACTIONS[-1].name, "  ")

    assert page.keys._trouble.isVisible()
    assert session.settings.get("annotate.keys") == {}


def test_a_conflict_that_was_solved_is_forgotten(session, page):
    type_key(page, "good", "3, B")
    type_key(page, "bad", "1")

    assert not page.keys._trouble.isVisible()
    assert session.settings.get("annotate.keys") == {"good": ["3", "B"], "bad": ["1"]}


@pytest.mark.parametrize("key", ["?", "Ctrl+K", "Ctrl+Z", "Ctrl+1", "Ctrl+7", "Tab", "Ctrl+C"])
def test_a_key_that_never_reaches_the_page_is_refused_with_what_it_means(session, window, key):
    window.show_page("settings")
    page = window.stack.current

    type_key(page, "good", f"3, {key}")

    assert page.keys._trouble.isVisible()
    assert page.keys._trouble.text().startswith(f"{key} cannot be used")
    assert len(page.keys._trouble.text()) > len(f"{key} cannot be used: in the whole window it ")
    assert session.settings.get("annotate.keys") == {}


def test_keys_of_another_page_may_be_used(session, window):
    window.show_page("settings")
    type_key(window.stack.current, "good", "3, Ctrl+F")
    assert session.settings.get("annotate.keys") == {"good": ["3", "Ctrl+F"]}


def test_why_a_digit_stays_is_said(session, page):
    type_key(page, "good", "G")

    assert page.keys._trouble.text().startswith("3 stays")
    assert page.keys._fields["good"].text() == "G, 3"

    type_key(page, "note", "M, 3")
    type_key(page, "good", "G")
    assert not page.keys._trouble.isVisible()
    assert page.keys._fields["good"].text() == "G"


def test_the_usual_keys_come_back(session, page):
    type_key(page, "good", "Y")

    page.keys.reset()

    assert session.settings.get("annotate.keys") == {}
    assert page.keys._fields["good"].text() == "3, G"


# --- the data folder ---


def test_a_backup_is_made_at_the_press_of_a_button(session, page, toasts, qtbot):
    page.backups._make.click()
    assert not page.backups._make.isEnabled()

    qtbot.waitUntil(lambda: bool(toasts))

    (made,) = backups.listing(session.data)
    assert made.path.name in toasts[0].text
    listed = page.backups._list
    qtbot.waitUntil(lambda: listed.count() and made.path.name in listed.item(0).text())
    assert page.backups._make.isEnabled()


def test_a_backup_that_fails_is_told_and_can_be_tried_again(
    session, page, toasts, qtbot, monkeypatch
):
    from o1desk.core.errors import NoSpaceError

    def fail():
        raise NoSpaceError("Could not make a backup: the disk is full")

    monkeypatch.setattr(session.store, "backup", fail)

    page.backups._make.click()
    qtbot.waitUntil(lambda: bool(toasts))

    assert toasts[0].tone == "bad"
    assert "disk is full" in toasts[0].text
    assert page.backups._make.isEnabled()


def test_a_backup_that_was_chosen_is_asked_for_once_somebody_agreed(session, page, qtbot):
    made = session.store.backup()
    page.backups.look()
    listed = page.backups._list
    qtbot.waitUntil(lambda: listed.count() and made.path.name in listed.item(0).text())
    assert not page.backups._restore.isEnabled()
    asked = []
    session.restore_asked.connect(asked.append)

    page.backups._list.setCurrentRow(0)
    for answer in (QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Ok):
        page.backups._restore.click()
        box = page.backups.findChild(QMessageBox)
        assert asked == []
        box.button(answer).click()
        qtbot.waitUntil(lambda: page.backups.findChild(QMessageBox) is None)

    assert asked == [made.path.name]


def test_the_folder_is_described(session, page, qtbot):
    qtbot.waitUntil(lambda: "0 samples" in page.backups._facts.text())
    assert "Database 0 " not in page.backups._facts.text()
    assert page.backups._list.item(0).text() == "No backup yet"


def test_the_report_is_copied(page, toasts):
    page._about.copy()

    assert "python: 3." in QGuiApplication.clipboard().text()
    assert toasts
