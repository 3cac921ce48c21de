"""What the chat can check by itself: it agrees with the environments, and it is silent in doubt."""

import subprocess
import sys

import pytest

from o1desk.core.types import Judgement, Problem
from o1desk.environments import catalog
from o1desk.environments.families import STARTER
from o1desk.environments.plain_check import judge
from o1desk.environments.recognise import recognise

UNKNOWN = {"gsm_symbolic", "leg_counting"}  # they need the library's texts and tables
FAMILIES = [name for name in STARTER if name not in UNKNOWN]


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_question_of_an_environment_has_its_answer_and_its_key(family, level):
    for problem in catalog.get(family).problems(25, level, 5):
        found = recognise(problem.prompt)

        assert found is not None, problem.prompt
        assert (found.environment, found.answer) == (family, problem.answer)
        assert found.key == problem.key


@pytest.mark.parametrize("family", FAMILIES)
def test_the_wording_of_the_library_is_understood_too(family):
    for problem in catalog.get(f"{family}:original").problems(10, "medium", 5):
        found = recognise(problem.prompt)

        assert found is not None, problem.prompt
        assert found.answer == problem.answer


@pytest.mark.parametrize("family", FAMILIES)
def test_the_environment_agrees_with_the_plain_check(family):
    environment = catalog.get(family)
    for problem in environment.problems(5, "medium", 9):
        found = recognise(problem.prompt)

        assert judge(found, problem.answer).is_correct
        assert environment.check(found, problem.answer).is_correct


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("347 + 85 - 126 =", "306"),
        ("347+85-126", "306"),
        ("What is 12 x 13?", "156"),
        ("12\u00d713 = ?", "156"),
        ("How much is 7 / 2?", "3.5"),
        ("10 / 3 =", "10/3"),
        ("Compute (2 + 3) * -4.", "-20"),
        ("2^10 =", "1024"),
        ("1.5 + 2.25 =", "3.75"),
        ("gcd(84, 36, 60)", "12"),
        ("What is the greatest common factor of 84 and 36?", "12"),
        ('How many times does the letter "R" appear in the word "strawberry"?', "3"),
        ("How many r's are there in strawberry?", "3"),
        ("How many letters s in the word Mississippi?", "4"),
        ("Sort these numbers in ascending order: 10, -2.5, 3", "-2.5, 3, 10"),
        ("Spell backwards: straw", "warts"),
        ("Convert 255 to hexadecimal", "ff"),
        ("Convert 0 to binary", "0"),
        ("Convert zz from base 36 to decimal", "1295"),
        ("Solve: 3x + 2 = x - 5", "-3.5"),
        ("Solve for y: 2*y = 1", "0.5"),
    ],
)
def test_everyday_questions_are_answered_exactly(prompt, answer):
    assert recognise(prompt).answer == answer


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "Hello",
        "7",
        "7 =",
        "1 / 0 =",
        "555-1234",
        "10/12/2024",
        "1.000 + 2 =",
        "2 (3 + 4) =",
        "3 4 + 5 =",
        "9 + =",
        "What is 3 + 4 apples?",
        "9^9^9^9 =",
        "(" * 500 + "1+1" + ")" * 500,
        "1 + " * 600 + "1 =",
        "How many m in kilometer?",
        "How many letters in hello?",
        'Count the letter "e" in: three trees. Explain why.',
        "Sort: 3, 1, 2",
        "Sort ascending: pear, apple",
        "Spell backward: two words",
        "Convert ff to decimal",
        "Convert 19 from base 9 to base 3",
        "Convert 19 from base 1 to base 3",
        "Convert pdf to binary",
        "Solve for x: 0*x = 3",
        "Solve for x: x*x = 4",
        "Solve for x: 2*y = 4",
        "Solve for x: x + y = 4",
        "Solve: 3(x + 2) = 9",
        "Solve: 3 = 3",
        "Solve: x + = 3",
        "__import__('os').getcwd() =",
    ],
)
def test_what_could_mean_two_things_is_not_recognised(prompt):
    assert recognise(prompt) is None


@pytest.mark.parametrize(
    ("prompt", "answer", "verdict"),
    [
        ("347 + 85 - 126 =", "306", True),
        ("347 + 85 - 126 =", "The answer is **306**.", True),
        ("347 + 85 - 126 =", "347 + 85 - 126 = 306", True),
        ("347 + 85 - 126 =", "\\boxed{306}", True),
        ("347 + 85 - 126 =", "305", False),
        ("347 + 85 - 126 =", "-306", False),
        ("347 + 85 - 126 =", "347 + 85 - 126", None),
        ("347 + 85 - 126 =", "300 + 6", None),
        ("347 + 85 - 126 =", "about three hundred", None),
        ("347 + 85 - 126 =", "305 or 306", None),
        ("347 + 85 - 126 =", "", None),
        ("1000 * 2 =", "2,000", True),
        ("10 / 3 =", "3.33", None),
        ("10 / 3 =", "3.333333", True),
        ("10 / 3 =", "10/3", True),
        ("10 / 3 =", "3", False),
        ("7 / 2 =", "3 1/2", True),
        ("Sort ascending: 3, 1.0, 2", "[1, 2, 3]", True),
        ("Sort ascending: 3, 1, 2", "['1', '2', '3']", True),
        ("Sort ascending: 3, 1, 2", "3, 2, 1", False),
        ("Sort ascending: 3, 1, 2", "nan, 2, 3", None),
        ("Sort ascending: 3, 1, 2", "one, two, three", None),
        ("Spell backward: Sun", "nus", True),
        ("Spell backward: Sun", '"nuS".', True),
        ("Spell backward: Sun", "sun", False),
        ("Spell backward: Sun", "n u s", None),
        ("Convert 255 to hexadecimal", "0xFF", True),
        ("Convert 5 to binary", "0101", True),
        ("Convert 5 to binary", "100", False),
        ("Convert 5 to binary", "one zero one", None),
        ("How many r's are in strawberry?", "3 times", True),
        ("Solve for x: 2*x = 10", "x = 5", True),
    ],
)
def test_an_answer_gets_a_verdict_only_when_it_can_surely_be_read(prompt, answer, verdict):
    found = judge(recognise(prompt), answer)

    judgements = {True: Judgement.CORRECT, False: Judgement.INCORRECT}
    assert (found and found.judgement) == judgements.get(verdict)
    assert found is None or (found.method, found.score) == ("computed", float(bool(verdict)))


def test_a_reference_that_is_no_number_gives_no_verdict():
    problem = Problem(environment="somewhere", level="easy", prompt="?", answer="blue")

    assert judge(problem, "7") is None


def test_recognising_loads_no_library():
    code = (
        "import sys; from o1desk.environments.recognise import recognise\n"
        "from o1desk.environments.plain_check import judge\n"
        "assert judge(recognise('1 + 2 ='), '3').is_correct\n"
        "assert not {'reasoning_gym', 'sympy', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
