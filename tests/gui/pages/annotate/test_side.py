"""Progress in figures, and guidelines that keep their versions."""

import pytest
from PySide6.QtWidgets import QPushButton

from o1desk.core.types import Judgement
from o1desk.gui.pages.annotate.guideline import usual_text
from o1desk.gui.pages.annotate.guideline_card import GuidelineDialog
from o1desk.gui.pages.annotate.progress import seconds_left


@pytest.fixture
def dialog(page, qtbot):
    """The open guideline dialog."""

    def find():
        page.side.guideline.open_dialog()
        return page.window().findChildren(GuidelineDialog)[-1]

    return find


def keep(dialog):
    buttons = dialog.findChildren(QPushButton)
    next(made for made in buttons if made.property("kind") == "primary").click()


def test_progress_says_what_was_done_today_and_how_ratings_are_spread(page, press, qtbot):
    card = page.side.progress
    assert card.texts() == ["Nothing rated yet. Each key is stored when it comes up."]
    press(page, "3", "3", "2", "1", "Return", "3")
    qtbot.waitUntil(lambda: "5 label(s)" in " ".join(card.texts()))
    assert "2 sample(s)" in " ".join(card.texts())
    assert "5 in all" in card.texts()
    qtbot.waitUntil(lambda: card.bars is not None and bool(card.bars._rows.bars))
    assert [(bar.value, bar.text) for bar in card.bars._rows.bars] == [
        (3, "3 \u00b7 60 %"), (1, "1 \u00b7 20 %"), (1, "1 \u00b7 20 %"),
    ]  # fmt: skip


def test_progress_says_how_often_the_checker_agrees(add, made, build, press, qtbot):
    add(*(made(number) for number in range(3)), made(4, judgement=Judgement.INCORRECT))
    page = build()
    for _ in range(4):
        press(page, "C", "Return")
    qtbot.waitUntil(lambda: "75 % of 4" in " ".join(page.side.progress.texts()))


def test_the_time_left_follows_from_the_speed_of_today(page, press, qtbot):
    page.rating._since_s -= 60
    press(page, "C")
    qtbot.waitUntil(lambda: page.desk.progress.found.samples_today == 1)
    left = seconds_left(page.desk.progress.found, 2)
    assert left == pytest.approx(120, abs=3)
    qtbot.waitUntil(lambda: page.side.queue.place == "1 of 3 \u00b7 about 3 min left")
    assert seconds_left(None, 2) is None


def test_an_edited_guideline_is_a_new_version_and_labels_carry_it(
    session, page, press, dialog, qtbot
):
    sample = page.desk.item.id
    press(page, "3")
    opened = dialog()
    assert opened.field.toPlainText() == usual_text()
    opened.field.setPlainText("Judge only what is written.")
    keep(opened)
    press(page, "3")
    page.desk.book.wait(5)
    labels = {label.step: label for _, label in session.store.labels.of_sample(sample)}
    assert (labels[0].guideline, labels[1].guideline) == ("1", "2")
    assert page.side.guideline._text.text() == "Judge only what is written."
    qtbot.waitUntil(lambda: session.store.state.get("annotate.guideline") is not None)
    value = session.store.state.get("annotate.guideline")
    assert (value["version"], value["text"]) == ("2", "Judge only what is written.")
    assert value["earlier"][0]["text"] == usual_text()


def test_a_guideline_is_there_after_a_restart_with_its_earlier_versions(
    session, page, dialog, build, qtbot
):
    for text in ("first", "second"):
        opened = dialog()
        opened.field.setPlainText(text)
        keep(opened)
    qtbot.waitUntil(
        lambda: (session.store.state.get("annotate.guideline") or {}).get("version") == "3"
    )
    session.parts.clear()
    again = build()
    qtbot.waitUntil(lambda: again.desk.guideline.text == "second")
    again.side.guideline.open_dialog()
    opened = again.window().findChildren(GuidelineDialog)[-1]
    versions = [opened.versions.itemText(index) for index in range(opened.versions.count())]
    assert [text.split(",")[0] for text in versions] == [
        "Version 3", "Version 2", "Version 1", "The usual text",
    ]  # fmt: skip
    opened.versions.setCurrentIndex(1)
    opened.versions.activated.emit(1)
    assert opened.field.toPlainText() == "first"


def test_keeping_the_same_text_makes_no_version(page, dialog):
    keep(dialog())
    assert page.desk.guideline.version == "1"


def test_a_guideline_that_was_left_half_typed_is_there_the_next_time(page, qtbot):
    for press, wanted in (("reject", "half a"), ("accept", "half a rule")):
        page.side.guideline.open_dialog()
        dialog = page.window().findChild(GuidelineDialog)
        dialog.field.setPlainText(
            f"{dialog.field.toPlainText()} rule" if press == "accept" else wanted
        )
        dialog.reject() if press == "reject" else dialog._on_kept()
        qtbot.waitUntil(lambda: page.window().findChild(GuidelineDialog) is None)
    assert page.desk.guideline.text == "half a rule"
    assert page.desk.guideline.typed == ""


@pytest.mark.parametrize("value", ["?", {"version": "x"}, {"version": "2"}, {"earlier": 3}])
def test_a_broken_guideline_is_the_usual_one(session, value, build):
    session.store.state.set("annotate.guideline", value)
    page = build()
    assert page.desk.guideline.text == usual_text()
