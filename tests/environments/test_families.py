"""All other families: a few by default, every one at every level when slow tests are wanted."""

import json

import pytest

from o1desk.core.types import Judgement
from o1desk.environments import catalog, library_away
from o1desk.environments.families import FAMILIES, STARTER

SAMPLED = ("acre", "caesar_cipher", "countdown", "graph_color", "n_queens", "puzzle24", "sudoku")
HEAVY = ("game_of_life_halting", "jugs", "knight_swap", "polynomial_multiplication", "sokoban")
LEVELS = ("easy", "medium", "hard")
# The library gives no reference for these: only the scorer knows.
WITHOUT_ANSWER = {"boxnet", "graph_color", "propositional_logic", "rubiks_cube", "rush_hour"}
ODD = ["", "0", "nan", "[]", "{}", "[1, 2", "\ud800", "x" * 30_000, "().__class__", "9**9**9**9"]


def examine(family, level):
    environment = catalog.get(family)
    problems = list(environment.problems(2, level, 1))
    assert len(problems) == 2
    for problem in problems:
        json.dumps(dict(problem.metadata))
        assert bool(problem.answer) is (family not in WITHOUT_ANSWER)
        if problem.answer:
            assert environment.check(problem, problem.answer).is_correct
        for answer in ODD:
            verdict = environment.check(problem, answer)
            assert 0.0 <= verdict.score <= 1.0
            assert verdict.judgement is not Judgement.UNVERIFIABLE
        assert not environment.check(problem, "").is_correct
        assert not environment.check(problem, "nan").is_correct


@pytest.mark.parametrize("family", SAMPLED)
def test_a_family_makes_problems_and_judges_any_text(family):
    examine(family, "easy")


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("family", [f for f in FAMILIES if f not in (*STARTER, "composite")])
def test_every_family_makes_problems_and_judges_any_text_at_every_level(family, level):
    examine(family, level)


@pytest.mark.slow
@pytest.mark.parametrize("family", HEAVY)
def test_a_family_that_searches_stays_within_its_time(family):
    problems = catalog.get(family).problems(6, "hard", 2)
    assert len(list(problems)) == 6


def test_a_scorer_that_hangs_makes_the_answer_unverifiable(monkeypatch):
    environment = catalog.get("countdown")
    problem = next(environment.problems(1, "easy", 1))
    monkeypatch.setattr(library_away, "SCORE_LIMIT_S", 0.0)
    late = environment.check(problem, problem.answer)
    assert late.judgement is Judgement.UNVERIFIABLE
    assert "gave up" in late.detail
    monkeypatch.undo()
    assert environment.check(problem, problem.answer).is_correct


def test_a_generator_that_hangs_is_an_error_in_one_sentence(monkeypatch):
    monkeypatch.setattr(library_away, "DRAW_LIMIT_S", 0.0)
    with pytest.raises(library_away.InputError, match="No problems of 'sudoku'"):
        next(catalog.get("sudoku").problems(1, "easy", 1))
