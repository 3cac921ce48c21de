"""Which texts are rendered, and what rendering must not take from them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.gui.markdown import MOST_BYTES, is_worth_rendering, keeps_words, safe_markdown

HOSTILE = json.loads((Path(__file__).parents[1] / "data" / "hostile_text.json").read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "# Result", "**bold**", "a `code` b", "```\nx\n```", "- one\n- two", "1. one\n2. two",
        "> said", "|a|b|\n|-|-|\n|1|2|", "see [here](https://example.org)", "so *not* this",
    ],
)  # fmt: skip
def test_text_with_form_is_worth_rendering(text):
    assert is_worth_rendering(text)


@pytest.mark.parametrize(
    "text", ["", "42", "x = 4", "2*3*4 = 24", "a_1 + b_2", "if a<b and c>d then x", "-5", "3 > 2"]
)
def test_text_without_form_stays_as_it_is(text):
    assert not is_worth_rendering(text)


@pytest.mark.parametrize(
    "text",
    [
        "**x**\n" + "a" * 5_000,
        "**x**" + "a " * MOST_BYTES,
        "**x**" + "\u4e2d" * (MOST_BYTES // 2),
        "**a*" * 2_000,
        "_a" * 3_000 + " **x**",
        "[" * 3_000 + " **x**",
        "![a](b) " * 3_000,
        "<" * 2_000 + " **x**",
        "|" + "a|" * 200 + "\n|" + "-|" * 200,
        "- " * 200 + "x",
        ">" * 100 + " x **y**",
        "> " * 100 + "x",
        "\n".join("  " * depth + "- x" for depth in range(60)),
    ],
    ids=range(13),
)
def test_text_that_qt_would_chew_on_is_not_rendered(text):
    assert not is_worth_rendering(text)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("2*3*4", r"2\*3\*4"),
        ("(a)*(b)", r"(a)\*(b)"),
        (r"\(x\)", r"\\\(x\\\)"),
        ("&lt;", r"\&lt;"),
        ("![x](file:///etc/passwd)", r"!\[x](file:///etc/passwd)"),
        ("[a]: http://x", r"\[a]: http://x"),
        ("one\ntwo", "one\u2028two"),
        ("one\n- two", "one\n- two"),
        ("# one\ntwo", "# one\ntwo"),
        ("```\na*b*c &lt;\nx\n```", "```\na*b*c &lt;\nx\n```"),
        ("`a*b*c`", "`a*b*c`"),
        ("|a|b|\n|-|-|", "|a|b|\n|-|-|"),
        ("plain **bold**", "plain **bold**"),
    ],
)
def test_form_is_kept_and_everything_else_stays_literal(text, safe):
    assert safe_markdown(text) == safe


@given(st.text(st.sampled_from("ab*_`[]()<>&\\!#|-+>~ \n1."), max_size=60))
def test_making_a_text_safe_keeps_its_letters(text):
    letters = [each for each in text if each.isalnum()]
    assert [each for each in safe_markdown(text) if each.isalnum()] == letters


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_can_be_made_safe(name):
    text = HOSTILE[name]
    assert keeps_words(text, safe_markdown(text))


def test_a_lost_word_is_noticed():
    assert keeps_words("1. a [b](c) **d**", "a b d")
    assert not keeps_words("a b", "a")
    assert not keeps_words("2 and 2", "2 and")
