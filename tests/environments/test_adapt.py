"""What the adapter changes in entries of the library."""

import pytest

from o1desk.environments import catalog
from o1desk.environments.adapt import adapted, identity, twin, value_of


@pytest.mark.parametrize(
    ("expression", "value"), [("54 - 55 * 14", -716), ("-( 3 + -4 ) * 2", 2), ("7", 7)]
)
def test_expressions_follow_precedence(expression, value):
    assert value_of(expression) == value


@pytest.mark.parametrize(
    ("content", "other"),
    [
        ("84-19", ("chain_sum", "84-19")),
        ("8+19-4", ("chain_sum", "8+19-4")),
        ("9*84", ("products", "84*9")),
        ("84*9", ("products", "84*9")),
        ("84-19*2", None),
        ("9*8*2", None),
        ("(84-19)", None),
        ("-84-19", None),
    ],
)
def test_bare_sums_and_products_have_a_twin(content, other):
    assert twin("basic_arithmetic", content) == other
    assert twin("chain_sum", content) is None
    entry = {"metadata": {"expression": "84 * 9"}}
    assert identity("products", entry) == "84*9"


@pytest.mark.parametrize("text", ["1 / 2", "f(1)", "1.5", "a"])
def test_only_integer_expressions_have_a_value(text):
    with pytest.raises(ValueError, match="not an integer expression"):
        value_of(text)


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_the_reference_of_an_expression_is_its_value(level):
    for problem in catalog.get("basic_arithmetic").problems(200, level, 1):
        assert int(problem.answer) == value_of(problem.metadata["metadata"]["expression"])


def test_an_equation_whose_unknown_cancelled_is_dropped():
    entry = {"question": "", "answer": "3", "metadata": {"equation": "0 = 0", "variable": "x"}}
    assert adapted("simple_equations", "easy", entry) is None


def test_the_letter_of_the_unknown_and_the_order_of_factors_do_not_make_a_new_problem():
    one = {"metadata": {"equation": "3*x + 4 = 19", "variable": "x"}}
    other = {"metadata": {"equation": "3*e + 4 = 19", "variable": "e"}}
    assert identity("simple_equations", one) == identity("simple_equations", other)
    products = [{"metadata": {"expression": text}} for text in ("7 * 23", "23 * 7")]
    assert identity("products", products[0]) == identity("products", products[1])


def test_a_family_without_a_better_name_is_named_by_its_question():
    assert identity("sudoku", {"question": "Solve", "metadata": {}}) == "Solve"


def test_easy_numbers_are_whole_and_words_are_small():
    for problem in catalog.get("number_sorting").problems(50, "easy", 1):
        assert "." not in problem.prompt
        assert "-0," not in problem.prompt
    for problem in catalog.get("spell_backward").problems(50, "medium", 1):
        assert problem.answer == problem.answer.lower()
