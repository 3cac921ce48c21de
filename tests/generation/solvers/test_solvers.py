"""Every solver against the problems and the checker of reasoning-gym itself."""

import warnings

import pytest

from o1desk.core.registry import find, leaves
from o1desk.core.types import Problem

CONFIG = {
    "basic_arithmetic": {"allow_negation": True, "min_digits": 1, "max_digits": 2},
}


def entries(family: str, count: int) -> tuple[object, list[dict]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own import noise
        import reasoning_gym

        data = reasoning_gym.create_dataset(family, size=count, seed=7, **CONFIG.get(family, {}))
        return data, [data[i] for i in range(count)]


def problem_of(family: str, entry: dict) -> Problem:
    return Problem(
        environment=family,
        level="easy",
        prompt=entry["question"],
        answer=entry["answer"],
        metadata={"metadata": entry["metadata"]},
    )


@pytest.mark.parametrize("family", sorted(leaves("solver")))
@pytest.mark.parametrize("habit", ["careful", "quick"])
def test_the_answer_of_both_habits_is_accepted_by_the_family(family, habit):
    data, rows = entries(family, 25)
    solver = find("solver", family).factory()
    for entry in rows:
        trace = solver.solve(problem_of(family, entry), habit, 0)
        answer = trace.answer
        if family == "number_sorting":
            answer = str(answer.split(", "))
        assert data.score_answer(answer, entry) == 1.0
        assert all(step.text.strip() for step in trace.steps)


ENDS_IN_ANSWER = ["chain_sum", "products", "simple_equations", "basic_arithmetic", "count_bits"]


@pytest.mark.parametrize("family", ENDS_IN_ANSWER)
def test_the_careful_working_arrives_at_the_answer(family):
    _, rows = entries(family, 60)
    solver = find("solver", family).factory()
    for entry in rows:
        steps = solver.solve(problem_of(family, entry), "careful", 0).steps
        if len(steps) > 1:
            tail = steps[-1].text.replace("n", "=").split("=")[-1]
            assert tail.strip() == entry["answer"]


def test_the_quick_habit_is_one_step_and_the_careful_one_is_longer():
    _, rows = entries("chain_sum", 5)
    solver = find("solver", "chain_sum").factory()
    for entry in rows:
        problem = problem_of("chain_sum", entry)
        quick = solver.solve(problem, "quick", 0)
        assert len(quick.steps) == 1
        assert len(solver.solve(problem, "careful", 0).thinking) > len(quick.thinking)
