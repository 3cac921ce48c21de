"""Every leaf of the registries: it has words, and its own examples hold."""

import math

import pytest

from o1desk.core.registry import PACKAGES, find, leaves
from o1desk.environments import catalog


@pytest.mark.parametrize("kind", sorted(PACKAGES))
def test_every_leaf_of_a_kind_has_a_name_a_title_and_a_first_sentence(kind):
    assert leaves(kind)
    for name, leaf in leaves(kind).items():
        assert leaf.name == name
        assert leaf.title.strip()
        assert leaf.factory.__doc__


@pytest.mark.parametrize("name", sorted(leaves("reward")))
def test_a_reward_scores_its_own_examples_as_it_says(name):
    reward = find("reward", name).factory()
    examples = list(reward.examples())
    assert len(examples) >= 3
    for sample, wanted in examples:
        score = reward(sample)
        if wanted is None or score is None:
            assert score is wanted
        else:
            assert math.isclose(score, wanted, abs_tol=1e-12)
            assert 0.0 <= score <= 1.0


@pytest.mark.parametrize("name", sorted(leaves("environment")))
def test_an_environment_judges_its_own_examples_as_it_says(name):
    examples = list(find("environment", name).factory.examples())
    assert examples
    for environment, problem, answer, judgement in examples:
        assert environment.check(problem, answer).judgement is judgement


@pytest.mark.parametrize("name", sorted(leaves("solver")))
@pytest.mark.parametrize("level", ["easy", "hard"])
@pytest.mark.parametrize("habit", ["careful", "quick"])
def test_the_answers_of_a_solver_are_accepted_by_its_environment(name, level, habit):
    environment = catalog.get(name)
    solver = find("solver", name).factory()
    for problem in environment.problems(6, level, seed=3):
        trace = solver.solve(problem, habit, 0)
        assert environment.check(problem, trace.answer).is_correct
