import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from o1desk.store import gate

any_text = st.text(st.characters(codec=None))
numbers = st.one_of(st.integers(), st.floats(allow_nan=False))
plain = st.one_of(st.none(), st.booleans(), numbers, st.text(st.characters(codec="utf-8")))
values = st.recursive(
    plain, lambda inner: st.lists(inner) | st.dictionaries(st.text("ab$number"), inner)
)


@given(any_text)
def test_escaped_text_is_utf8_and_comes_back_exactly(text):
    escaped = gate.escape(text)
    escaped.encode("utf-8")
    assert gate.unescape(escaped) == text


@pytest.mark.parametrize(
    "text", ["\\ud800", "\\u005c", "\\\\u005cu", "\ud800\\ud800", "\\underline"]
)
def test_text_that_looks_like_an_escape_comes_back_exactly(text):
    assert gate.unescape(gate.escape(text)) == text


@settings(max_examples=50)
@given(values)
def test_packed_json_comes_back_exactly_and_every_reader_accepts_it(value):
    packed = gate.pack_json(value)

    def refuse(name):
        raise AssertionError(name)

    json.loads(packed, parse_constant=refuse)
    assert gate.unpack_json(packed) == value


def test_packed_json_keeps_not_a_number():
    assert math.isnan(gate.unpack_json(gate.pack_json({"score": math.nan}))["score"])


@pytest.mark.parametrize("tag", ["$number", "$object"])
def test_a_mapping_that_looks_like_a_tag_comes_back_as_it_was(tag):
    assert gate.unpack_json(gate.pack_json({tag: "1"})) == {tag: "1"}


def test_numbers_that_sqlite_cannot_hold_leave_their_kind():
    values, kinds = gate.numbers({"a": math.nan, "b": -math.inf, "c": 2.5, "d": None})
    assert values == {"a": None, "b": None, "c": 2.5, "d": None}
    back = gate.numbers_back(values, kinds)
    assert math.isnan(back["a"])
    assert (back["b"], back["c"], back["d"]) == (-math.inf, 2.5, None)


@pytest.mark.parametrize("value", [None, 0, -5, 2**63 - 1, -(2**63), 2**63, -(2**80)])
def test_integers_of_any_size_come_back(value):
    assert gate.integer_back(gate.integer(value)) == value


def test_names_keep_surrogates_as_visible_escapes():
    assert gate.name_text("plain \\u name") == "plain \\u name"
    assert gate.name_text("a\ud800") == "a\\ud800"
