"""A chain of thought as cards."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from o1desk.gui.widgets.steps import StepCards, StepView

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())
LEFT = Qt.MouseButton.LeftButton


def chain(count, words=6):
    return [
        StepView(index=n, text=f"Step {n}: " + "word " * words, tokens=n + 1, ms=100.0 * n)
        for n in range(count)
    ]


@pytest.fixture
def page(qtbot, theme):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(700, 800)
    return made


@pytest.fixture
def cards(page, theme):
    made = StepCards(theme)
    page.layout().addWidget(made)
    page.layout().addStretch(1)
    page.show()
    return made


def show(cards, steps):
    """Show steps and let the page give them their room."""
    cards.set_steps(steps)
    QApplication.processEvents()
    QApplication.processEvents()


def row_near(cards, y):
    """Return the card at a height, or the next one if a gap is there."""
    rows = (cards.indexAt(QPoint(50, y + shift)).row() for shift in (0, 10))
    return max(rows)


def rect(cards, row):
    return cards.visualRect(cards.model().index(row))


def height(cards):
    QApplication.processEvents()
    return cards.height()


def test_the_list_is_as_high_as_its_cards_up_to_its_limit(cards, theme):
    cards.set_steps(chain(2))
    small = height(cards)
    assert rect(cards, 1).bottom() <= cards.viewport().height()
    assert cards.verticalScrollBar().maximum() == 0
    cards.set_steps(chain(100))
    assert small < height(cards) == theme.px(480)
    cards.set_max_height(200)
    assert height(cards) == theme.px(200)
    assert cards.verticalScrollBar().maximum() > 0
    cards.clear()
    assert height(cards) == 0


def test_a_chain_of_twenty_thousand_steps_lays_out_what_is_seen(cards):
    show(cards, chain(20_000))
    cards.show_step(15_000)
    QApplication.processEvents()
    cards.grab()
    assert cards.viewport().rect().contains(rect(cards, 15_000))
    assert len(cards._layout._cards) < 60
    assert len(cards.findChildren(QWidget)) < 20


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_steps_are_painted_and_copied_exactly(cards, qtbot, name):
    text = HOSTILE[name]
    show(cards, [StepView(index=0, text=text, note=text)])
    assert not cards.grab().isNull()
    cards.show_step(0)
    cards.setFocus()
    qtbot.keySequence(cards, QKeySequence(QKeySequence.StandardKey.Copy))
    wanted = text.replace("\ud83d", "\\ud83d").removeprefix("\ufeff")
    assert QGuiApplication.clipboard().text().removeprefix("\ufeff") == wanted


def test_up_and_down_move_through_the_steps(cards, qtbot):
    show(cards, chain(50))
    cards.show_step(0)
    cards.setFocus()
    for _ in range(30):
        qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert cards.currentIndex().row() == 30
    assert cards.viewport().rect().contains(rect(cards, 30))
    for key, row in ((Qt.Key.Key_Up, 29), (Qt.Key.Key_End, 49), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(cards, key)
        assert cards.currentIndex().row() == row
    qtbot.keyClick(cards, Qt.Key.Key_PageDown)
    assert cards.currentIndex().row() > 2
    qtbot.keyClick(cards, Qt.Key.Key_PageUp)
    assert cards.currentIndex().row() == 0


def test_letters_are_left_to_the_page(cards, qtbot):
    cards.set_steps(chain(5))
    cards.show_step(0)
    cards.setFocus()
    qtbot.keyClicks(cards, "Step 3")
    assert cards.currentIndex().row() == 0


def test_a_press_on_a_card_names_its_step(cards, qtbot):
    show(cards, [StepView(index=7, text="a"), StepView(index=8, text="b")])
    with qtbot.waitSignal(cards.step_clicked) as caught:
        qtbot.mouseClick(cards.viewport(), LEFT, pos=rect(cards, 1).center())
    assert caught.args == [8]


def test_a_long_step_shows_twelve_lines_until_somebody_wants_more(cards, qtbot):
    cards.set_max_height(4_000)
    show(cards, [StepView(index=0, text="word " * 2_000), StepView(index=1, text="b")])
    short = rect(cards, 0).height()
    more = cards._layout.card(0).more_rect(QPointF(rect(cards, 0).topLeft()))
    with qtbot.assertNotEmitted(cards.step_clicked):
        qtbot.mouseClick(cards.viewport(), LEFT, pos=more.center().toPoint())
    assert rect(cards, 0).height() > 3 * short
    assert rect(cards, 1).top() > rect(cards, 0).bottom()
    cards.setFocus()
    cards.show_step(0)
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert rect(cards, 0).height() == short


def test_a_short_step_has_no_more(cards, qtbot):
    show(cards, chain(1))
    before = rect(cards, 0)
    cards.show_step(0)
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert rect(cards, 0) == before


def test_a_press_on_the_number_folds_a_step_and_unfolds_it(cards, qtbot):
    show(cards, chain(3, words=200))
    before = rect(cards, 0).height()
    badge = cards._layout.card(0).badge_rect(QPointF(rect(cards, 0).topLeft()))
    qtbot.mouseClick(cards.viewport(), LEFT, pos=badge.center().toPoint())
    assert rect(cards, 0).height() < before
    qtbot.mouseClick(cards.viewport(), LEFT, pos=badge.center().toPoint())
    assert rect(cards, 0).height() == before


def test_left_and_right_fold_and_all_can_be_folded(cards, qtbot):
    show(cards, chain(3, words=200))
    before = [rect(cards, row).height() for row in range(3)]
    cards.show_step(1)
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Left)
    assert rect(cards, 1).height() < before[1]
    qtbot.keyClick(cards, Qt.Key.Key_Right)
    assert rect(cards, 1).height() == before[1]
    cards.fold_all()
    assert all(rect(cards, row).height() < before[row] for row in range(3))
    cards.unfold_all()
    assert [rect(cards, row).height() for row in range(3)] == before


def test_a_giant_step_is_shown_whole_without_being_laid_out_whole(cards, qtbot):
    show(cards, [StepView(index=0, text="a" * 2_000_000)])
    cards.show_step(0)
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cards.verticalScrollBar().maximum() > 100_000
    cards.verticalScrollBar().setValue(cards.verticalScrollBar().maximum())
    cards.grab()
    assert len(cards._layout.card(0)._text._parts) < 64


def test_the_unfinished_step_is_the_last_card_and_its_end_is_shown(cards, qtbot):
    cards.set_steps(chain(1))
    cards.set_streaming_text("word " * 1_000)
    QApplication.processEvents()
    assert cards.model().rowCount() == 2
    with qtbot.assertNotEmitted(cards.step_clicked):
        qtbot.mouseClick(cards.viewport(), LEFT, pos=rect(cards, 1).center())
    before = rect(cards, 1).height()
    cards.set_streaming_text("word " * 2_000)
    assert rect(cards, 1).height() == before
    cards.append_step(StepView(index=1, text="done"))
    cards.set_streaming_text("")
    assert [step.text for step in cards.steps()][1] == "done"
    assert cards.model().rowCount() == 2


def test_streaming_follows_the_end_only_for_who_reads_there(cards):
    show(cards, chain(100))
    bar = cards.verticalScrollBar()
    cards.append_step(chain(101)[-1])
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    for number in range(101, 120):
        cards.set_streaming_text("word " * 50)
        cards.append_step(chain(number + 1)[-1])
    assert bar.value() == bar.maximum()


def test_what_is_read_stays_in_place_while_cards_above_are_measured(cards):
    steps = [StepView(index=n, text="\n".join(["x"] * (n % 9))) for n in range(500)]
    show(cards, steps)
    bar = cards.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row = row_near(cards, 200)
    place = rect(cards, row).top()
    for _ in range(10):
        bar.setValue(bar.value() - 30)
        place += 30
        assert abs(rect(cards, row).top() - place) <= 1


def test_a_new_width_keeps_the_card_at_the_top(cards, page):
    cards.set_steps(chain(300, words=60))
    cards.show_step(200)
    QApplication.processEvents()
    row = row_near(cards, 20)
    page.resize(420, 800)
    QApplication.processEvents()
    assert abs(row_near(cards, 20) - row) <= 1


def test_labels_notes_and_figures_are_painted_in_both_themes(cards, theme):
    labels = [1, 0, -1, None]
    steps = [
        StepView(index=n, text="a", tokens=n, ms=n * 10, entropy=n / 2, label=label, note="why")
        for n, label in enumerate(labels)
    ]
    show(cards, steps)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        image = cards.grab().toImage()
        colors = {
            image.pixelColor(x, y).name()
            for y in range(image.height())
            for x in range(image.width() - 60, image.width() - 8)
        }
        for tone in ("good_soft", "warn_soft", "bad_soft"):
            assert getattr(theme.tokens, tone) in colors


def test_a_new_label_makes_room_on_all_cards(cards):
    show(cards, chain(5))
    cards.replace_step(2, StepView(index=2, text="a", label=1))
    assert cards.steps()[2].label == 1
    assert cards._layout.card(4)._mark_room > 0


def test_a_highlighted_card_is_set_apart(cards):
    show(cards, chain(3))
    before = cards.grab().toImage()
    cards.set_highlight(1)
    assert cards.grab().toImage() != before
    cards.set_highlight(-1)
    assert cards.grab().toImage() == before


def test_all_steps_can_be_copied(cards):
    cards.set_steps([StepView(index=0, text="a"), StepView(index=1, text="b")])
    cards.copy_all()
    assert QGuiApplication.clipboard().text() == "a\nb"


def test_a_screen_reader_finds_the_rows(cards):
    cards.set_steps(chain(3))
    view = QAccessible.queryAccessibleInterface(cards)
    assert view.text(QAccessible.Text.Name) == "Steps of the thinking"
    table = view.tableInterface() if hasattr(view, "tableInterface") else None
    assert table is None or table.rowCount() == 3


def test_the_wheel_is_left_to_the_page_when_all_is_in_view(cards):
    def wheel():
        centre = QPointF(cards.viewport().rect().center())
        event = QWheelEvent(
            centre, cards.viewport().mapToGlobal(centre), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(cards.viewport(), event)
        return event.isAccepted()

    show(cards, chain(2))
    assert not wheel()
    show(cards, chain(200))
    assert wheel()
