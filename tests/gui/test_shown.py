"""What is shown of untrusted text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocument

from o1desk.gui.shown import (
    SoftBreaker,
    isolate,
    one_line,
    shown_text,
    soft_break,
    stored_between,
    tooltip_text,
    visible_marks,
)

HOSTILE = json.loads((Path(__file__).parents[1] / "data" / "hostile_text.json").read_bytes())
# Letters, line ends, joiners, halves of pairs, and runs long enough to need soft breaks.
PARTS = [
    "a", " ", "\n", "\r", "\r\n", "\u2029", "\u0301", "\u200d", "\U0001f468", "\ufeff", "\0", "中",
    "\ud800", "\u202e", "x" * 700, "y" * 1_900, "z " * 300, "\u0301" * 80,
]  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts, st.lists(st.integers(1, 5_000), max_size=8), st.booleans())
def test_text_shown_in_chunks_is_the_text_shown_at_once(text, cuts, has_marks):
    breaker, shown, stored, rest = SoftBreaker(has_marks=has_marks), "", "", text
    for cut in [*cuts, len(text) + 1]:
        chunk, rest = rest[:cut], rest[cut:]
        for piece, seen in breaker.feed(chunk):
            stored, shown = stored + piece, shown + seen
    assert stored == text
    assert shown == shown_text(text, has_marks=has_marks)


@given(texts, st.booleans())
def test_no_shown_line_is_much_longer_than_the_limit(text, has_marks):
    assert max(map(len, shown_text(text, has_marks=has_marks).split("\n"))) <= 4_100


@given(texts, st.floats(0, 1))
def test_two_halves_of_a_shown_text_are_all_of_the_stored_text(text, share):
    middle = units(shown_text(text[: round(len(text) * share)]))
    end = units(shown_text(text))
    halves = stored_between(text, 0, middle), stored_between(text, middle, end + 1)
    assert "".join(halves).replace("\ufeff", "") == text.replace("\ufeff", "")


@given(texts)
def test_soft_breaks_add_line_breaks_and_nothing_else(text):
    broken = soft_break(text)
    assert broken.replace("\n", "") == text.replace("\n", "")
    assert max(map(len, broken.split("\n"))) <= 4_100


def test_a_soft_break_comes_after_a_blank_where_there_is_one():
    lines = soft_break("word " * 2_000).split("\n")
    assert len(lines) > 1
    assert all(line.endswith("word ") for line in lines)


def test_a_soft_break_never_parts_a_letter_from_its_accent():
    text = "a" * 3_999 + "e" + "\u0301" * 3 + "b" * 100
    assert soft_break(text).split("\n")[1] == "b" * 100


def test_a_soft_break_never_parts_a_joined_family():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    first, second = soft_break("a" * 3_998 + family + "b" * 50).split("\n")
    assert first == "a" * 3_998 + family
    assert second == "b" * 50


def test_a_selection_of_a_replaced_character_gives_the_stored_one():
    text = "a\u202eb"
    assert shown_text(text, has_marks=True) == "a⟨U+202E⟩b"
    assert stored_between(text, 3, 5, has_marks=True) == "\u202e"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_marks_name_what_cannot_be_seen_and_leave_the_rest(text):
    marked = visible_marks(text)
    assert visible_marks(marked) == marked
    for character in text:
        if character.isascii() and (character.isprintable() or character in "\n\t"):
            assert character in marked
    for hidden in "\0\u200b\u202e\u2060\u2069\ufeff\u200d\ud83d\u00a0\u2009\ufffc":
        assert hidden not in marked
        assert (hidden in text) == (f"⟨U+{ord(hidden):04X}⟩" in marked)


@given(st.text(st.sampled_from("ab\u05d0\u2066\u2067\u2068\u2069\u202e "), min_size=1))
def test_an_isolated_text_never_ends_before_its_end(text):
    depth = 0
    shown = isolate(text)
    for position, character in enumerate(shown):
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth > 0 or position == len(shown) - 1
    assert depth == 0


def test_no_text_needs_no_isolate():
    assert isolate("") == ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_line_for_a_cell_has_no_breaks_and_keeps_its_length(text):
    line = one_line(text, 20)
    assert len(line) <= 20
    assert line.splitlines() in ([line], [])
    line.encode()


def test_a_cut_line_says_that_it_was_cut():
    assert one_line("one two three", 9) == "one two…"
    assert one_line(" " * 100 + "far", 9) == "…"
    assert one_line("one\n two", 9) == "one two"


def test_a_giant_text_is_not_read_to_its_end_for_a_cell():
    assert one_line("a" * 50_000_000, 10) == "a" * 9 + "…"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_tooltip_shows_markup_as_it_stands(qapp, text):
    tip = tooltip_text(text)
    if Qt.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        assert document.toPlainText() == text
        assert not any(each.isImageFormat() for each in document.allFormats())
    else:
        assert tip == text or "⟨" in tip
