import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from o1desk.gui.page import Command
from o1desk.gui.palette import Palette


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(theme, qtbot, done):
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()

    def command(title, **more):
        return Command(key=title, title=title, run=lambda: done.append(title), **more)

    made = Palette(
        theme, window,
        [
            command("Generate samples", words="solver"),
            command("Go to Train"),
            command("Cancel the loop", is_ready=lambda: False),
            command("Undo", is_ready=lambda: True),
        ],
    )  # fmt: skip
    made.command = command
    made.open()
    return made


def listed(palette):
    return [palette._list.item(row).text().strip() for row in range(palette._list.count())]


def test_it_offers_what_can_be_done_now(palette):
    assert listed(palette) == ["Generate samples", "Go to Train", "Undo"]


def test_a_few_letters_find_and_enter_does(palette, done):
    QTest.keyClicks(palette._field, "gtra")
    assert listed(palette)[0] == "Go to Train"
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert done == ["Go to Train"]


def test_other_words_find_it_too(palette):
    QTest.keyClicks(palette._field, "solver")
    assert listed(palette) == ["Generate samples"]


def test_arrows_move_and_stop_at_the_ends(palette, done):
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(palette._field, key)
    assert palette._list.currentRow() == 2
    QTest.keyClick(palette._field, Qt.Key.Key_PageUp)
    assert palette._list.currentRow() == 0


def test_escape_leaves_and_does_nothing(palette, done):
    QTest.keyClick(palette._field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_what_is_found_later_is_offered_with_what_was_typed(palette):
    QTest.keyClicks(palette._field, "run")
    palette.add([palette.command("Run 2026")])
    assert "Run 2026" in listed(palette)


def test_nothing_found_says_so_and_enter_does_nothing(palette, done):
    QTest.keyClicks(palette._field, "zzzz")
    assert len(listed(palette)) == 1
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()
