"""Contents that scroll are as tall as their width asks for, and no taller."""

import pytest

from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.labels import label

WORDS = "many words that take a few lines when there is little room for them " * 3


@pytest.fixture
def area(theme, qtbot):
    content, rows = column(theme, edge=0, gap=0)
    for _ in range(8):
        rows.addWidget(label(WORDS, is_wrapped=True))
    rows.addStretch(1)
    made = scrolled(content)
    qtbot.addWidget(made)
    return made


def needed(area):
    content = area.widget()
    return content.layout().heightForWidth(area.viewport().width())


@pytest.mark.parametrize("width", [260, 420, 900, 1600])
def test_wrapped_words_take_the_height_of_the_real_width(area, width, qtbot):
    area.resize(width, 80)
    area.show()
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())

    assert area.widget().height() == needed(area)


def test_what_fits_does_not_scroll(area, qtbot):
    area.resize(1600, 400)
    area.show()
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())

    assert area.verticalScrollBar().maximum() == 0


def test_a_content_without_words_still_scrolls(theme, qtbot):
    from PySide6.QtWidgets import QPushButton

    content, rows = column(theme)
    for number in range(20):
        rows.addWidget(QPushButton(str(number)))
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
