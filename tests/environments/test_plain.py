"""JSON forms of what the library records: there and back again."""

import json
from enum import StrEnum
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.environments.plain import from_plain, to_plain

KEYS = st.one_of(st.text(), st.integers(), st.tuples(st.integers(), st.integers()))
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.floats(allow_nan=False), st.fractions()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(KEYS, inner, max_size=3),
        st.frozensets(st.integers(), max_size=3).map(set),
    ),
    max_leaves=12,
)


@given(VALUES)
def test_values_survive_the_way_through_json(value):
    back = from_plain(json.loads(json.dumps(to_plain(value))))
    assert back == value
    assert type(back) is type(value)


def test_numpy_and_enumerations_become_bare_values():
    class Colour(StrEnum):
        RED = "red"

    facts = {"a": np.float64(1.5), "b": np.arange(3), "c": Colour.RED, "d": Fraction(1, 3)}
    plain = to_plain(facts)
    assert plain["a"] == 1.5
    assert type(plain["a"]) is float
    assert plain["b"] == [0, 1, 2]
    assert type(plain["c"]) is str
    assert from_plain(plain)["d"] == Fraction(1, 3)


def test_what_has_no_json_form_is_named():
    with pytest.raises(TypeError, match="object has no JSON form"):
        to_plain({"a": object()})
