import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.files import line_of
from o1desk.core.samples_io import (
    problem_from_json,
    problem_to_json,
    sample_from_json,
    sample_to_json,
)
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict

texts = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
maybe = st.none() | numbers
values = st.recursive(st.none() | st.booleans() | texts, lambda each: st.lists(each, max_size=3))
problems = st.builds(
    Problem,
    environment=texts,
    level=texts,
    prompt=texts,
    answer=texts,
    seed=st.none() | st.integers(),
    identity=texts,
    metadata=st.dictionaries(texts, values, max_size=3),
)
steps = st.builds(
    Step, text=texts, tokens=st.integers(0), ms=numbers, mean_logprob=maybe, entropy=maybe
)
traces = st.builds(
    Trace, steps=st.lists(steps, max_size=3).map(tuple), answer=texts, closed=st.booleans()
)
verdicts = st.builds(
    Verdict, judgement=st.sampled_from(Judgement), score=numbers, method=texts, detail=texts
)
samples = st.builds(
    Sample,
    problem=problems,
    origin=texts,
    trace=traces,
    raw=texts,
    verdict=st.none() | verdicts,
    reward=maybe,
    rewards=st.dictionaries(texts, maybe, max_size=2),
    truncated=st.booleans(),
)


@given(samples)
def test_a_sample_survives_its_line(sample):
    line = line_of(sample_to_json(sample))

    assert "\n" not in line
    assert sample_from_json(json.loads(line)) == sample


@given(problems)
def test_a_problem_keeps_its_key_through_its_line(problem):
    again = problem_from_json(json.loads(line_of(problem_to_json(problem))))

    assert again == problem
    assert again.key == problem.key


def test_fields_of_a_newer_version_are_ignored_and_absent_ones_take_defaults():
    data = {
        "problem": {"environment": "gcd", "level": "easy", "prompt": "p", "answer": "1", "new": 1},
        "origin": "model",
        "trace": {"steps": [{"text": "a", "colour": "red"}], "answer": "1"},
        "raw": "a",
        "new": 2,
    }

    sample = sample_from_json(data)

    assert sample.trace == Trace(steps=(Step(text="a"),), answer="1")
    assert sample.verdict is None


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"problem": 1, "trace": {}, "origin": "x", "raw": ""},
        {"problem": {"environment": "gcd"}, "trace": {"steps": [], "answer": ""}},
    ],
)
def test_what_is_no_sample_is_refused(data):
    with pytest.raises(ValueError, match="not a"):
        sample_from_json(data)
