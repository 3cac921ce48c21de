"""Plain text laid out on demand."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from o1desk.gui.widgets.text_block import KEPT_LAYOUTS, TextBlock

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())


def painted(block, width=400, height=200):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    block.paint(painter, 0, 0, QRectF(0, 0, width, height))
    painter.end()
    return image


def has_ink(image, top, bottom):
    white = QColor("white").rgb()
    return any(
        image.pixel(x, y) != white for y in range(top, bottom) for x in range(0, image.width(), 2)
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_painted_without_a_fault(theme, name):
    block = TextBlock(HOSTILE[name], theme.font(), 400)
    block.settle(0, 1_000)
    assert has_ink(painted(block), 0, 100)


@pytest.mark.parametrize("text", ["", "\n\n", "one", "two\nlines", "word " * 300, "a" * 3_000])
def test_what_was_settled_is_as_high_as_its_lines(theme, text):
    block = TextBlock(text, theme.font(), 300)
    block.settle(0, 1_000_000)
    before = block.height
    assert not block.settle(0, 1_000_000)
    assert block.height == before
    assert before % block.pitch == 0


def test_a_short_text_is_not_cut(theme):
    block = TextBlock("one\ntwo", theme.font(), 300, most_lines=2)
    assert not block.is_cut
    assert block.height == 2 * block.pitch


@pytest.mark.parametrize("text", ["word " * 500, "line\n" * 50, "a" * 2_000_000, "中" * 5_000])
def test_a_long_text_is_cut_after_the_lines_it_may_have(theme, text):
    block = TextBlock(text, theme.font(), 300, most_lines=3)
    assert block.is_cut
    assert block.height == 3 * block.pitch
    image = painted(block)
    assert has_ink(image, 2 * block.pitch, 3 * block.pitch)
    assert not has_ink(image, 3 * block.pitch, 200)


def test_a_tail_shows_the_end(theme):
    start = painted(TextBlock("i\ni\nWWWW", theme.font(), 300, most_lines=1, is_tail=True))
    assert start == painted(TextBlock("WWWW", theme.font(), 300))


def test_an_ellipsis_says_that_there_is_more(theme):
    cut = painted(TextBlock("one\ntwo", theme.font(), 300, most_lines=1))
    whole = painted(TextBlock("one …", theme.font(), 300))
    assert cut == whole


def test_a_giant_text_is_laid_out_only_where_it_is_seen(theme):
    block = TextBlock("word " * 400_000, theme.font(), 300)
    middle = block.height / 2
    block.settle(middle, middle + 500)
    assert 0 < len(block._parts) < 10


def test_layouts_that_nobody_looks_at_are_let_go(theme):
    block = TextBlock("line\n" * 5_000, theme.font(), 300)
    block.settle(0, block.height)
    assert len(block._parts) <= KEPT_LAYOUTS
