"""The solver as a source."""

import pytest

from o1desk.core import trace as trace_text
from o1desk.core.configs import GenerateConfig, MixPart
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError
from o1desk.generation.run import generate


def run(sums, *environments: str, **settings):
    config = GenerateConfig(
        environments=tuple(MixPart(environment=name) for name in environments),
        **{"count": 40, **settings},
    )
    return generate(
        config,
        get_environment=lambda name: sums(name.partition(":")[0]),
        backend=None,
        control=NullControl(),
    )


def test_samples_are_judged_and_carry_their_text(sums):
    for sample in run(sums, "chain_sum"):
        assert sample.verdict.is_correct
        assert trace_text.parse(sample.raw) == sample.trace
        assert (sample.origin, sample.habit, sample.model) == ("solver", "careful", "")
        assert (sample.tokens_thinking, sample.tokens_answer) == (0, 0)


def test_each_habit_is_written_as_asked(sums):
    assert {s.habit for s in run(sums, "chain_sum", habit="quick")} == {"quick"}
    mixed = [s.habit for s in run(sums, "chain_sum", habit="mixed")]
    assert {"careful", "quick"} == set(mixed)
    assert mixed == [s.habit for s in run(sums, "chain_sum", habit="mixed")]


def test_equal_attempts_at_one_problem_are_kept_once(sums):
    assert len(list(run(sums, "chain_sum", count=5, attempts=4))) == 5


def test_the_wording_of_an_environment_does_not_hide_its_solver(sums):
    assert len(list(run(sums, "chain_sum:original", count=3))) == 3


def test_a_family_without_a_solver_is_refused_at_once_and_the_solvers_are_named(sums):
    with pytest.raises(InputError, match=r"no solver for 'sudoku'.*chain_sum, .*--source model"):
        run(sums, "chain_sum", "sudoku")
