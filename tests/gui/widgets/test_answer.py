"""The box of the final answer."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton

from o1desk.gui.widgets.rendered import RenderedText
from o1desk.gui.widgets.steps import AnswerBox

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())
FORM = "The answer is **42**."


@pytest.fixture
def box(qtbot, theme):
    made = AnswerBox(theme)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def words(box):
    return " ".join(each.text() for each in box.findChildren(QLabel) if each.isVisible())


def raw_button(box):
    return next(each for each in box.findChildren(QToolButton) if each.isCheckable())


def test_an_answer_with_form_is_rendered_when_it_is_complete(box):
    box.append_text("The answer ")
    box.append_text("is **42**.")
    assert not box.is_rendered()
    assert not raw_button(box).isVisible()
    box.finish()
    assert box.is_rendered()
    assert box.findChild(RenderedText).toPlainText() == "The answer is 42."
    assert box.text() == FORM


def test_the_raw_text_is_one_press_away_and_exact(box, qtbot):
    box.set_text(FORM)
    qtbot.mouseClick(raw_button(box), Qt.MouseButton.LeftButton)
    assert not box.is_rendered()
    assert box._plain.toPlainText() == FORM
    qtbot.mouseClick(raw_button(box), Qt.MouseButton.LeftButton)
    assert box.is_rendered()


@pytest.mark.parametrize("text", ["42", "", "2*3*4", "x" * 10_000])
def test_an_answer_without_form_has_no_toggle(box, text):
    box.set_text(text)
    assert not raw_button(box).isVisible()
    assert not box.is_rendered()
    box.set_rendered(True)
    assert not box.is_rendered()


def test_a_long_answer_is_rendered_when_somebody_asks(box):
    box.set_text("**word** and more\n\n" * 3_000)
    assert not box.is_rendered()
    assert raw_button(box).isVisible()
    box.set_rendered(True)
    assert box.is_rendered()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_are_kept_exactly(box, qtbot, name):
    box.set_text(HOSTILE[name])
    box.set_extracted(HOSTILE[name])
    box.set_verdict("incorrect", HOSTILE[name], HOSTILE[name])
    assert box.text() == HOSTILE[name]
    assert not box.grab().isNull()
    for label in box.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("judgement", "wanted"),
    [
        ("correct", "✓ correct"), ("incorrect", "✗ wrong"), ("unverifiable", "? cannot be checked"),
        ("gold_bad", "? reference answer is wrong"),
    ],
)  # fmt: skip
def test_the_verdict_is_a_sign_and_words_with_its_method(box, judgement, wanted):
    box.set_text("4")
    box.set_verdict(judgement, "rational")
    assert wanted in words(box)
    assert "rational" in words(box)


def test_no_verdict_leaves_no_line(box):
    box.set_text("4")
    assert not box._foot.isVisible()
    box.set_verdict("correct")
    box.set_verdict("")
    assert not box._foot.isVisible()


def test_the_value_read_out_of_the_answer_stands_below_it(box):
    box.set_extracted("4/2")
    assert "4/2" in words(box)
    box.set_extracted("")
    assert "4/2" not in words(box)


def test_copying_gives_the_raw_text(box, qtbot):
    box.set_text(FORM)
    box._copy.click()
    assert QGuiApplication.clipboard().text() == FORM


def test_a_link_is_told_with_its_host(box, qtbot):
    box.set_text("see [here](https://example.org/x)")
    with qtbot.waitSignal(box.link_asked) as caught:
        box.findChild(RenderedText).link_asked.emit("example.org", "https://example.org/x")
    assert caught.args == ["example.org", "https://example.org/x"]


def test_a_new_answer_starts_plain_again(box):
    box.set_text(FORM)
    box.clear()
    assert box.text() == ""
    box.append_text("new")
    assert not box.is_rendered()
    assert box.text() == "new"


def test_every_control_has_a_name(box):
    for control in box.findChildren(QToolButton):
        assert control.accessibleName()
