"""What is shown to a scorer, and which accepted answers get a second look."""

import pytest

from o1desk.core.types import Judgement
from o1desk.environments import catalog
from o1desk.environments.answers import refusal, second_look, tidy


def first(family, level="easy"):
    environment = catalog.get(family)
    return environment, next(iter(environment.problems(1, level, 3)))


@pytest.mark.parametrize("family", ["n_queens", "string_insertion", "spiral_matrix"])
@pytest.mark.parametrize(
    "answer", ["__import__('os').getcwd()", "[print(1)]", "(lambda: 1)()", "open", "[x for x in y]"]
)
def test_nothing_but_literals_reaches_a_scorer_that_evaluates(family, answer):
    assert bool(refusal(family, answer)) is (answer != "open")  # a bare word does nothing


@pytest.mark.parametrize("family", ["countdown", "puzzle24", "simple_integration"])
@pytest.mark.parametrize(
    "answer",
    [
        "__import__('os')",
        "open(1)",
        "x.y",
        "exit()",
        "9**9**9",
        "9**9999",
        "[1]",
        "10!",
        "E" * 9000,
    ],
)
def test_nothing_but_formulas_reaches_a_scorer_that_parses(family, answer):
    assert refusal(family, answer)


@pytest.mark.parametrize("answer", ["3*x**2/2 + C", "(8 - 4) * 6 / 1", "-exp(x)*sin(2*x) + C"])
def test_formulas_reach_the_scorer(answer):
    assert not refusal("simple_integration", answer)


@pytest.mark.parametrize("change", [str, lambda a: a.replace(", ", ","), lambda a: f"[{a}]"])
def test_sorted_numbers_may_be_written_as_any_list(change):
    environment, problem = first("number_sorting")
    assert environment.check(problem, change(problem.answer)).is_correct
    assert environment.check(problem, str(change(problem.answer).split(", "))).judgement


def test_sorted_numbers_are_compared_exactly():
    environment, problem = first("number_sorting")
    near = ", ".join(str(int(number) + 1) for number in problem.answer.split(", "))
    nan = ", ".join("nan" for _ in problem.answer.split(", "))
    for answer in (near, nan, f"{problem.answer}, 5", ""):
        assert environment.check(problem, answer).judgement is Judgement.INCORRECT


def test_a_way_to_24_uses_the_four_given_numbers():
    facts = {"numbers": [3, 8, 1, 1]}
    assert second_look("puzzle24", "3 * 8 * 1 * 1", "", facts)
    assert not second_look("puzzle24", "1 * 2 * 3 * 4", "", facts)
    assert not second_look("puzzle24", "8 * 3 + 1 / 1 - 1/2", "", facts)


def test_any_text_is_not_true():
    assert second_look("game_of_life_halting", "true", "True", {})
    assert not second_look("game_of_life_halting", "whatever", "True", {})


def test_a_probability_is_not_its_first_digit():
    assert second_look("coin_flip", "1/8", "0.125", {})
    assert not second_look("coin_flip", "0", "0.125", {})


def test_an_empty_object_is_not_an_empty_list():
    assert not second_look("codeio", "{}", "[]", {})
    assert second_look("codeio", "not json", "[]", {})


def test_not_a_number_is_no_answer_to_a_question_for_a_number():
    assert not second_look("complex_arithmetic", "nan", "1 + 2i", {})
    assert second_look("spell_backward", "nan", "nan", {})


def test_partial_credit_stays_in_the_score():
    environment, problem = first("spell_backward", "hard")
    wrong = problem.answer[:-1] + ("a" if problem.answer[-1] != "a" else "b")
    verdict = environment.check(problem, wrong)
    assert verdict.judgement is Judgement.INCORRECT
    assert 0.5 < verdict.score < 1.0
    assert verdict.ms > 0


def test_outer_white_space_never_counts():
    assert tidy("chain_sum", "  5 \n") == "5"
