import random
from collections import Counter
from collections.abc import Iterable

import pytest

from o1desk.core.split import split_of
from o1desk.core.trace import parse
from o1desk.core.types import Problem
from o1desk.environments import catalog
from o1desk.environments.families import STARTER
from o1desk.training.starter.chat import small_talk
from o1desk.training.starter.documents import (
    Document,
    ProblemStream,
    documents,
    problem_document,
    problem_stream,
)
from o1desk.training.starter.recipe import FAMILIES, LEVELS, Mix
from o1desk.training.starter.tokenizer import END, render

TWO = {"chain_sum": 3.0, "spell_backward": 1.0}
MIX = Mix(families=TWO, levels=LEVELS, quick=0.4, direct=0.1, chat=0.05)
COUNT = 3000


@pytest.fixture(scope="module")
def made(problems: ProblemStream) -> list[Document]:
    return documents(MIX, problems, COUNT, seed=7)


def test_the_recipe_names_every_starter_family():
    assert set(FAMILIES) == set(STARTER)


def test_habits_have_their_shares(made: list[Document]):
    counts = Counter(d.habit for d in made if d.family != "chat")
    total = counts.total()
    assert counts["direct"] / total == pytest.approx(0.1, abs=0.02)
    assert counts["quick"] / total == pytest.approx(0.9 * 0.4, abs=0.03)
    assert counts["careful"] / total == pytest.approx(0.9 * 0.6, abs=0.03)


def test_families_levels_and_small_talk_have_their_shares(made: list[Document]):
    families = Counter(d.family for d in made)
    assert families["chat"] / len(made) == pytest.approx(0.05, abs=0.01)
    assert families["chain_sum"] / families["spell_backward"] == pytest.approx(3.0, abs=0.1)
    levels = Counter(d.level for d in made if d.level)
    for level, share in LEVELS.items():
        assert levels[level] / levels.total() == pytest.approx(share, abs=0.01)


def test_the_same_seed_gives_the_same_documents_and_another_gives_others(
    made: list[Document], problems: ProblemStream
):
    assert documents(MIX, problems, 200, seed=3) == documents(MIX, problems, 200, seed=3)
    assert documents(MIX, problems, 200, seed=3) != documents(MIX, problems, 200, seed=4)


def test_every_completion_ends_its_turn_once(made: list[Document]):
    assert all(d.completion.endswith(END) and d.completion.count(END) == 1 for d in made)


def test_the_habit_decides_how_the_completion_opens(made: list[Document]):
    openings = {"careful": "Carefully:\n", "quick": "Quickly: "}
    for document in made:
        if document.habit in openings:
            assert document.completion.startswith(openings[document.habit])
        elif document.habit == "direct":
            assert document.prompt.endswith("<think>\n\n</think>\n\n")
            assert "think>" not in document.completion


@pytest.mark.parametrize("family", STARTER)
@pytest.mark.parametrize("habit", ["careful", "quick", "direct"])
def test_the_answer_of_every_document_is_right(family: str, habit: str):
    environment = catalog.get(family)
    for problem in environment.problems(5, "medium", 11):
        document = problem_document(problem, habit, seed=0)
        text = document.completion.removesuffix(END)
        answer = parse(text, opened=habit != "direct").answer
        assert environment.check(problem, answer).is_correct, document


def test_an_earlier_exchange_stands_before_the_question(problems: ProblemStream):
    problem = next(iter(problems("chain_sum", "easy", 1, 0)))
    turns = [("system", "Answer briefly."), ("user", "Hi"), ("assistant", "Hello!")]
    document = problem_document(problem, "quick", 0, turns)
    assert document.prompt == render([*turns, ("user", problem.prompt)], thinking=True)


def test_small_talk_about_the_unknown_is_answered_with_what_it_can_do():
    rng = random.Random(0)
    talks = [small_talk(rng) for _ in range(200)]
    limits = {t.answer for t in talks if t.thought.startswith("Not a problem")}
    assert len(limits) == 1
    assert "too small to know" in limits.pop()


class Recorded:
    """The production stream of training problems, remembering what it gave."""

    def __init__(self) -> None:
        self.given: list[Problem] = []

    def __call__(self, family: str, level: str, count: int, seed: int) -> Iterable[Problem]:
        for problem in problem_stream()(family, level, count, seed):
            self.given.append(problem)
            yield problem


def test_training_documents_and_held_out_problems_share_no_content():
    """All families and levels; 300 training and 120 held-out problems each, of several seeds."""
    recorded, heldout = Recorded(), problem_stream("heldout")
    even = Mix(families=dict.fromkeys(FAMILIES, 1.0), levels=dict.fromkeys(LEVELS, 1.0), chat=0.0)
    texts = set()
    for seed in (0, 1, 2):
        texts |= {d.prompt for d in documents(even, recorded, 100 * 36, seed)}
    trained = {p.key for p in recorded.given}
    cells = Counter((p.environment, p.level) for p in recorded.given)
    asked = Counter()
    for family, level in cells:
        for seed in (0, 5):
            for problem in heldout(family, level, 60, seed):
                asked[family, level] += 1
                assert problem.key not in trained
                assert split_of(problem) == "heldout"
                assert render([("user", problem.prompt)], thinking=True) not in texts
    assert len(cells) == 36
    assert min(cells.values()) >= 280
    assert min(asked.values()) >= 100
