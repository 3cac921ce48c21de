"""Texts that nobody vouches for: markup, endless lines, marks and directions, in every view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QToolTip

from o1desk.core.types import Problem, Step, Trace
from o1desk.gui.pages.data.dataset_actions import DatasetActions
from o1desk.gui.pages.data.dataset_bar import DatasetBar
from o1desk.gui.pages.data.dataset_dialog import DatasetDialog
from o1desk.store.filters import SampleFilter
from o1desk.store.labels import Label

MARKUP = "<b>bold</b> <img src=file:///etc/passwd> <a href='http://x.y'>link</a>"
TURNED = "abc \u202e fed \u2067 x"
LONG = "x" * 200_000


@pytest.fixture(params=[MARKUP, TURNED, LONG, "a\n" * 3000, "\ud800 lone", "a\0b", "& && &x"])
def text(request):
    return request.param


def test_every_view_takes_any_text(session, make_sample, page, qtbot, text):
    problem = Problem(
        environment=f"imported/{text[:60]}", level="easy", prompt=text, answer=text[:5000]
    )
    sample = make_sample(
        1, problem=problem, raw=text, trace=Trace(steps=(Step(text=text),), answer=text),
        run="R1", model=text[:100],
    )  # fmt: skip
    (row,) = session.store.samples.add([sample]).ids
    session.store.labels.put(
        Label(sample=row, value=-1, annotator=text[:80], critique=text[:5000], reason=text[:50])
    )
    session.store.labels.put(Label(sample=row, step=0, value=-1, critique=text[:5000]))
    session.store.datasets.create(text[:60].strip() or "x", samples=[row])

    with qtbot.waitSignal(page.samples.listed):
        page.entered()
    qtbot.waitUntil(lambda: page.inspector.shown is not None)
    page.inspector.show_raw(True)
    page.grab()
    page.filters.apply(SampleFilter(environment=problem.environment))
    qtbot.waitUntil(lambda: bool(page.datasets.names()))
    page.show_target(dataset=page.datasets.names()[0])
    qtbot.waitUntil(page.dataset_bar.isVisible)
    page.grab()

    assert page.inspector._problem.text() == session.store.samples.get(row).problem.prompt
    assert page.minimumSizeHint().width() < 1132
    for shown in page.findChildren(QLabel):
        assert shown.textFormat() == Qt.TextFormat.PlainText or not shown.text()


def test_markup_in_a_name_is_shown_as_it_stands(session, make_sample, page, qtbot):
    (row,) = session.store.samples.add(
        [make_sample(1, problem=Problem(environment=MARKUP, level="easy", prompt="p", answer="2"))]
    ).ids
    session.store.datasets.create(MARKUP[:50], samples=[row])
    with qtbot.waitSignal(page.samples.listed):
        page.entered()
    qtbot.waitUntil(lambda: bool(page.datasets.names()))

    for shown in (page.filters.facet("environment").item(0), page.datasets._list.item(0)):
        assert "<b>bold</b>" in shown.text()
        assert not GuiQt.mightBeRichText(shown.toolTip()) or "&lt;b&gt;" in shown.toolTip()


def test_a_name_with_an_ampersand_is_no_shortcut(theme, session, qtbot):
    made = session.store.datasets.create("salt & pepper")
    owner = QLabel()
    qtbot.addWidget(owner)
    bar = DatasetBar(theme, DatasetActions(session, owner))
    qtbot.addWidget(bar)

    bar.resize(900, 40)
    bar.show_dataset(made)
    bar.show()

    assert "salt & pepper" in bar._name.text()
    assert bar._name.textFormat() == Qt.TextFormat.PlainText


def test_a_card_of_a_hostile_dataset_is_shown(session, make_sample, qtbot):
    (row,) = session.store.samples.add(
        [make_sample(1, problem=Problem(environment=TURNED, level="easy", prompt="p", answer="2"))]
    ).ids
    dialog = DatasetDialog(session, None, session.store.datasets.create(MARKUP, samples=[row]))
    qtbot.addWidget(dialog)
    dialog.show()

    qtbot.waitUntil(lambda: any("fed" in each.text() for each in dialog.findChildren(QLabel)))
    QToolTip.hideText()
